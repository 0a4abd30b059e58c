/** What Teams does with a link: some open a place in the app, some speak of people or meetings, the rest is the web's. */

export type Destination =
  | { kind: 'page'; page: string; sub: string }
  | { kind: 'chat' }
  | { kind: 'people'; how: 'chat' | 'call'; signInNames: string[] }
  | { kind: 'meeting' }
  | { kind: 'channels' }
  | { kind: 'unknown-app' }
  | { kind: 'web'; url: string }

/** By what this tenant's Teams knows the app. */
export interface KnownApp {
  /** The catalog's id, or the manifest's where the app was only uploaded. */
  linkId: string
  tenantId: string
  botId: string
}

/**
 * Reads links to Teams as learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-links describes them:
 * `/l/entity/<app>/<page>?context={"subEntityId":"..."}`, `/l/app/<app>`, `/l/chat/0/0?users=`, `/l/call/0/0?users=`, meetings
 * and channels. Anything unreadable is a web address.
 */
export function readDeepLink(link: string, app: KnownApp): Destination {
  const web: Destination = { kind: 'web', url: link }
  if (!URL.canParse(link)) return web
  const url = new URL(link)
  if (!/(^|\.)teams\.(microsoft\.com|cloud\.microsoft)$/.test(url.hostname)) return web
  const [, kind = '', id = '', page] = /^\/l\/([^/]+)\/([^/]+)(?:\/([^/]+))?/.exec(url.pathname) ?? []
  if (kind === 'entity' && page) return inApp(id, page, url.searchParams, app) ?? web
  if (kind === 'app') return inApp(id, '', url.searchParams, app) ?? web
  if (kind === 'chat' || kind === 'call') return people(kind, url.searchParams, app) ?? web
  if (kind === 'meetup-join') return { kind: 'meeting' }
  return ['team', 'channel', 'message'].includes(kind) ? { kind: 'channels' } : web
}

/** An app that the tenant does not have, or another tenant's, is not found; ids are compared in any spelling. */
function inApp(id: string, page: string, query: URLSearchParams, app: KnownApp): Destination | undefined {
  const tenantId = query.get('tenantId') ?? app.tenantId
  if (id.toLowerCase() !== app.linkId.toLowerCase() || tenantId !== app.tenantId)
    return { kind: 'unknown-app' }
  if (page === 'conversations') return { kind: 'chat' }
  try {
    return { kind: 'page', page: decodeURIComponent(page), sub: subPage(query.get('context')) }
  } catch {
    return undefined
  }
}

function people(how: 'chat' | 'call', query: URLSearchParams, app: KnownApp): Destination | undefined {
  const signInNames = (query.get('users') ?? '').split(',').filter(Boolean)
  if (how === 'chat' && signInNames[0] === `28:${app.botId}`) return { kind: 'chat' }
  return signInNames.length > 0 ? { kind: 'people', how, signInNames } : undefined
}

function subPage(context: string | null): string {
  try {
    const { subEntityId, subPageId } = JSON.parse(context ?? '{}') as Record<string, unknown>
    return String(subPageId ?? subEntityId ?? '')
  } catch {
    return ''
  }
}
