/**
 * The host's side of the teams-js protocol, version 2: what Teams, Outlook and Microsoft 365 answer to a tab in
 * their frame. The tab posts `{ id, uuidAsString, func, args }`; the host posts `{ id, uuidAsString, args }` back,
 * or an event `{ func, args }` without an id. No window is touched here: `tab-frame.tsx` carries the messages.
 */
import { readDeepLink } from './deep-link.ts'

export interface HostCall {
  id: number
  uuidAsString?: string
  func: string
  args?: unknown[]
}

export type HostReply = Omit<HostCall, 'func'> & { args: unknown[] }

/** Names that teams-js gives the hosts; `Office` is the Microsoft 365 app. */
export type HostName = 'Teams' | 'Outlook' | 'Office'

/** What a tab may learn from its host. A hint only: a tab proves who its person is by token. */
export interface TabContext {
  hostName: HostName
  theme: 'default' | 'dark' | 'contrast'
  locale: string
  userObjectId: string
  userPrincipalName: string
  userDisplayName: string
  tenantId: string
  pageId: string
  subPageId: string
}

/** What the page lets a tab do, and hears of it. */
export interface TabHost {
  context: () => TabContext
  token: () => Promise<string>
  openPage: (page: string, sub: string) => void
  openChat: () => void
  openWeb: (url: string) => void
  heard: (event: 'initialized' | 'loaded' | 'ready' | 'failed', reason?: string) => void
}

/** Capabilities announced to the tab. Only what is answered below: a tab must never wait for a host that is silent. */
const RUNTIME = {
  apiVersion: 4,
  isLegacyTeams: false,
  hostVersionsInfo: {},
  isNAAChannelRecommended: false,
  supports: { app: {}, pages: { currentApp: {} } },
}

type Answer = (args: unknown[]) => unknown[] | undefined | Promise<unknown[]>

function answers(host: TabHost): Record<string, Answer> {
  const hear = (event: Parameters<TabHost['heard']>[0]) => (args: unknown[]) => {
    host.heard(event, args.map(String).join(': '))
    return undefined
  }
  return {
    initialize() {
      host.heard('initialized')
      return ['content', 'web', '2.0.1', JSON.stringify(RUNTIME)]
    },
    getContext: () => [legacyContext(host.context())],
    'authentication.getAuthToken': () =>
      host.token().then(
        (token) => [true, token],
        (error: unknown) => [false, String(error)],
      ),
    executeDeepLink: ([link]) => openLink(host, String(link)),
    'pages.navigateToApp': ([to]) => {
      openPlace(host, to)
      return [true]
    },
    'pages.currentApp.navigateTo': ([to]) => {
      openPlace(host, to)
      return []
    },
    'pages.currentApp.navigateToDefaultPage': () => {
      host.openPage('', '')
      return []
    },
    'appInitialization.appLoaded': hear('loaded'),
    'appInitialization.success': hear('ready'),
    'appInitialization.failure': hear('failed'),
    'appInitialization.expectedFailure': hear('failed'),
    registerHandler: () => undefined,
    setFrameContext: () => undefined,
  }
}

/** Answers one call of the tab; undefined where the protocol expects no answer, or the host does not know the call. */
export async function answerCall(host: TabHost, call: HostCall): Promise<HostReply | undefined> {
  const known = answers(host)
  const answer = Object.hasOwn(known, call.func) ? known[call.func] : undefined
  const args = await answer?.(call.args ?? [])
  if (!args) return undefined
  return { id: call.id, ...(call.uuidAsString ? { uuidAsString: call.uuidAsString } : {}), args }
}

export function isHostCall(data: unknown): data is HostCall {
  const { id, func } = (data ?? {}) as Partial<HostCall>
  return typeof id === 'number' && typeof func === 'string'
}

/** The event by which a host tells a tab of a new theme. */
export const themeChange = (theme: TabContext['theme']) => ({ func: 'themeChange', args: [theme] })

/** Only Teams follows its own deep links; Outlook and Microsoft 365 open them in a browser tab. */
function openLink(host: TabHost, link: string): unknown[] {
  const to = host.context().hostName === 'Teams' ? readDeepLink(link) : { kind: 'web' as const, url: link }
  if (to.kind === 'page') host.openPage(to.page, to.sub)
  else if (to.kind === 'chat') host.openChat()
  else if (isWebAddress(to.url)) host.openWeb(to.url)
  else return [false, 'Invalid link']
  return [true]
}

const isWebAddress = (url: string) => URL.canParse(url) && /^(https?|mailto):$/.test(new URL(url).protocol)

function openPlace(host: TabHost, to: unknown): void {
  const { pageId, subPageId } = (to ?? {}) as { pageId?: string; subPageId?: string }
  if (pageId === 'conversations') host.openChat()
  else host.openPage(pageId ?? '', subPageId ?? '')
}

/** The flat context of the wire; teams-js turns it into the nested one that tabs read. */
function legacyContext(context: TabContext) {
  return {
    entityId: context.pageId,
    subEntityId: context.subPageId,
    locale: context.locale,
    theme: context.theme,
    hostName: context.hostName,
    hostClientType: 'web',
    frameContext: 'content',
    userObjectId: context.userObjectId,
    userPrincipalName: context.userPrincipalName,
    userDisplayName: context.userDisplayName,
    loginHint: context.userPrincipalName,
    tid: context.tenantId,
    userLicenseType: 'Unknown',
    appSessionId: 'demo',
    sessionId: 'demo',
    ringId: 'general',
  }
}
