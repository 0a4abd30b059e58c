/**
 * The only file that speaks to the host (Teams, Outlook, the Microsoft 365 app). teams-js is loaded when the tab starts
 * and only here. The context is a hint for theme, language and destination; who somebody is, only the token says.
 */

import { secondMs } from '../../bot/domain/span.ts'
import { now } from './clock.ts'
import type * as TeamsJs from './teams-js.ts'

/** What the server writes into index.html. */
export interface Settings {
  /** Origins besides Microsoft's own that may be the host. */
  hostOrigins: string[]
  /** By which Teams finds the app in a link; empty when not known. */
  appId: string
  /** Whose app it is: somebody may be a guest elsewhere too. Empty when not known. */
  tenantId: string
  /** Only on the page that Outlook shows beside an appointment: how its sign-in knows us. */
  outlook?: { clientId: string; authority: string }
}

/** What names the app in a link. */
export type AppAddress = Pick<Settings, 'appId' | 'tenantId'>

export type HostTheme = 'light' | 'dark' | 'contrast'

export interface Host {
  theme: HostTheme
  /** BCP 47, e.g. `es-ES`. */
  locale: string
  /** `subPageId` of the link that opened the tab. */
  destination: string | undefined
  /** A token for our API, reused until shortly before it expires; `fresh` asks the host again. */
  token(fresh?: boolean): Promise<string>
  onTheme(changed: (theme: HostTheme) => void): void
  onDestination(changed: (destination: string) => void): void
  /** A phone's back button; `goBack` says whether there was somewhere to go, and if not, the host leaves the tab. */
  onBack(goBack: () => boolean): void
  /** The first page can be used. */
  succeeded(): void
  failed(message: string): void
  openLink(url: string): void
}

/** No host answered: a plain browser, or a frame of somebody else. */
export class NoHost extends Error {
  readonly code = 'no-host'
}

export function readSettings(from: Document): Settings {
  try {
    const {
      hostOrigins = [],
      appId = '',
      tenantId = '',
      outlook,
    } = JSON.parse(from.getElementById('settings')?.textContent ?? '{}') as Partial<Settings>
    return { hostOrigins, appId, tenantId, ...(outlook ? { outlook } : {}) }
  } catch {
    return { hostOrigins: [], appId: '', tenantId: '' }
  }
}

/** teams-js itself waits 60 s for a host that never answers. Slow desktops and virtual ones are known to need more than five. */
const answerWithinMs = 30_000

export async function openHost(
  { hostOrigins }: Pick<Settings, 'hostOrigins'>,
  load: () => Promise<typeof TeamsJs> = () => import('./teams-js.ts'),
  withinMs = answerWithinMs,
): Promise<Host> {
  // Whether there is a host, teams-js knows: phones show the tab in a webview without a parent, where the host answers through
  // `window.nativeInterface`. In a plain browser it refuses at once.
  const teams = await load()
  try {
    await within(withinMs, teams.app.initialize(hostOrigins))
    return hostOf(teams, await within(withinMs, teams.app.getContext()))
  } catch (cause) {
    tellHost(teams)
    throw new NoHost('Teams, Outlook or Microsoft 365 did not answer.', { cause })
  }
}

/** A host that waits for word keeps its own spinner above what this page explains. */
function tellHost({ app }: typeof TeamsJs): void {
  try {
    app.notifyFailure({ reason: app.FailedReason.Timeout })
  } catch {
    // Nobody to tell: teams-js throws where it never met a host.
  }
}

function hostOf({ app, authentication, backStack }: typeof TeamsJs, context: TeamsJs.app.Context): Host {
  return {
    theme: themeOf(context.app.theme),
    locale: localeOf(context.app.locale),
    destination: context.page.subPageId,
    token: tokenSource(() => authentication.getAuthToken()),
    onTheme: (changed) => app.registerOnThemeChangeHandler((theme) => changed(themeOf(theme))),
    onDestination: (changed) =>
      app.registerOnContextChangeHandler((context: ChangedContext | undefined) => {
        const destination = context?.page?.subPageId ?? context?.subEntityId
        if (destination) changed(destination)
      }),
    onBack: (goBack) => {
      if (backStack.isSupported()) backStack.registerBackButtonHandler(goBack)
    },
    succeeded: () => app.notifySuccess(),
    failed: (message) => app.notifyFailure({ reason: app.FailedReason.Other, message }),
    openLink: (url) => void app.openLink(url).catch(() => window.open(url, '_blank', 'noopener')),
  }
}

/** teams-js types what a host sends, and hands it on as it came: flat as on the wire, where `subPageId` has its old name. */
interface ChangedContext {
  page?: { subPageId?: string }
  subEntityId?: string
}

/** Newer hosts may send themes that we do not know: light is the safe reading. */
export function themeOf(theme: string): HostTheme {
  return theme === 'dark' || theme === 'contrast' ? theme : 'light'
}

/** Hosts write `en-us`; Intl refuses some spellings, and an unreadable one must not break the page. */
export function localeOf(locale: string | undefined): string {
  try {
    return Intl.getCanonicalLocales(locale ?? 'en')[0] ?? 'en'
  } catch {
    return 'en'
  }
}

const renewBeforeMs = 120_000

/** Several requests at once share one question to the host. */
export function tokenSource(ask: () => Promise<string>): (fresh?: boolean) => Promise<string> {
  let held: { token: string; until: number } | undefined
  let asking: Promise<string> | undefined
  return (fresh = false) => {
    if (!fresh && held && now().getTime() < held.until) return Promise.resolve(held.token)
    asking ??= ask()
      .then((token) => {
        held = { token, until: expiryOf(token) - renewBeforeMs }
        return token
      })
      .finally(() => {
        asking = undefined
      })
    return asking
  }
}

/** Milliseconds since 1970; 0 (never reused) when the token cannot be read. The server is who checks it. */
function expiryOf(token: string): number {
  try {
    const payload = token.split('.')[1]?.replaceAll('-', '+').replaceAll('_', '/') ?? ''
    return (JSON.parse(atob(payload)) as { exp: number }).exp * secondMs || 0
  } catch {
    return 0
  }
}

/** A link to a place that opens the tab in Teams, for people to share. */
export function shareLink({ appId, tenantId }: AppAddress, destination: string, label: string): string {
  const link = new URL(`https://teams.microsoft.com/l/entity/${encodeURIComponent(appId)}/mentoring`)
  link.searchParams.set('label', label)
  link.searchParams.set('context', JSON.stringify({ subEntityId: destination }))
  if (tenantId) link.searchParams.set('tenantId', tenantId)
  // Teams reads `+` as itself.
  return link.href.replaceAll('+', '%20')
}

export function appLink({ appId, tenantId }: AppAddress): string {
  if (!appId) return 'https://teams.microsoft.com/'
  const tenant = tenantId && `?tenantId=${encodeURIComponent(tenantId)}`
  return `https://teams.microsoft.com/l/app/${encodeURIComponent(appId)}${tenant}`
}

function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer within ${ms} ms.`)), ms)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
