/**
 * The host's side of the teams-js protocol, version 2: what Teams, Outlook and Microsoft 365 answer to a tab in
 * their frame. The tab posts `{ id, uuidAsString, func, args }`; the host posts `{ id, uuidAsString, args }` back,
 * or an event `{ func, args }` without an id. No window is touched here: `tab-frame.tsx` carries the messages.
 */
import { type KnownApp, readDeepLink } from './deep-link.ts'

export interface HostCall {
  id: number
  uuidAsString?: string
  func: string
  args?: unknown[]
}

export type HostReply = Omit<HostCall, 'func'> & { args: unknown[] }

/** Names that teams-js gives the hosts; `Office` is the Microsoft 365 app. */
export type HostName = 'Teams' | 'Outlook' | 'Office'

/** How teams-js calls what the host runs on. */
export type ClientType = 'web' | 'ios' | 'android'

/** What a tab may learn from its host. A hint only: a tab proves who its person is by token. */
export interface TabContext {
  hostName: HostName
  clientType: ClientType
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
  /** By what Teams knows the tab's app in links. */
  app: () => KnownApp
  token: () => Promise<string>
  openPage: (page: string, sub: string) => void
  openChat: () => void
  openWeb: (url: string) => void
  /** Somewhere else than in the tab: it had no page left to go back to. */
  leave: () => void
  /** The tab wants to be asked first when somebody goes back. */
  answersBack: () => void
  heard: (event: 'initialized' | 'loaded' | 'ready' | 'failed', reason?: string) => void
}

/**
 * Capabilities announced to the tab. Only what is answered below: a tab must never wait for a host that is silent. Phones do
 * less (learn.microsoft.com/microsoftteams/platform/m365-apps/teamsjs-support-m365), but the one of Teams asks before it goes back.
 */
function runtimeOf(context: TabContext) {
  return {
    apiVersion: 4,
    isLegacyTeams: false,
    hostVersionsInfo: {},
    isNAAChannelRecommended: false,
    supports: { app: {}, pages: pagesOf(context) },
  }
}

function pagesOf({ clientType, hostName }: TabContext): Record<string, object> {
  if (clientType === 'web') return { currentApp: {} }
  return hostName === 'Teams' ? { backStack: {} } : {}
}

/** Calls of a part of `pages`; a host that did not announce the part does not know them. */
const PART_OF: Record<string, string> = {
  'pages.currentApp.navigateTo': 'currentApp',
  'pages.currentApp.navigateToDefaultPage': 'currentApp',
  navigateBack: 'backStack',
}

const isAnnounced = (func: string, context: TabContext) =>
  !Object.hasOwn(PART_OF, func) || Object.hasOwn(pagesOf(context), PART_OF[func]!)

type Answer = (args: unknown[]) => unknown[] | undefined | Promise<unknown[]>

function answers(host: TabHost): Record<string, Answer> {
  const hear = (event: Parameters<TabHost['heard']>[0]) => (args: unknown[]) => {
    host.heard(event, args.map(String).join(': '))
    return undefined
  }
  return {
    initialize() {
      host.heard('initialized')
      const context = host.context()
      return ['content', context.clientType, '2.0.1', JSON.stringify(runtimeOf(context))]
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
    registerHandler([event]) {
      if (event === 'backButton') host.answersBack()
      return undefined
    },
    navigateBack() {
      host.leave()
      return [true]
    },
    setFrameContext: () => undefined,
  }
}

/** Answers one call of the tab; undefined where the protocol expects no answer, or the host does not know the call. */
export async function answerCall(host: TabHost, call: HostCall): Promise<HostReply | undefined> {
  const known = answers(host)
  const isKnown = Object.hasOwn(known, call.func) && isAnnounced(call.func, host.context())
  const answer = isKnown ? known[call.func] : undefined
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

/** The event by which a host tells a tab that a link led into it; it carries the context as flat as `getContext` does. */
export const contextChange = (context: TabContext) => ({
  func: 'contextChange',
  args: [legacyContext(context)],
})

/** The event by which a phone hands the press of its back button to a tab that wants it. */
export const backButtonPress = { func: 'backButtonPress', args: [] }

/** Teams follows its own deep links, and a phone gives them to Teams; else Outlook and Microsoft 365 open them in a browser tab. */
function openLink(host: TabHost, link: string): unknown[] {
  const { hostName, clientType } = host.context()
  const isFollowed = hostName === 'Teams' || clientType !== 'web'
  const to = isFollowed ? readDeepLink(link, host.app()) : { kind: 'web' as const }
  if (to.kind === 'page') host.openPage(to.page, to.sub)
  else if (to.kind === 'chat') host.openChat()
  else if (to.kind === 'unknown-app') return notFound(host, link)
  else if (isWebAddress(link)) host.openWeb(link)
  else return [false, 'Invalid link']
  return [true]
}

function notFound(host: TabHost, link: string): unknown[] {
  host.openWeb(link)
  return [false, 'App not found']
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
    hostClientType: context.clientType,
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
