/** What a host does with a link: some open a place in an app, the rest a browser tab. */

export type Destination =
  | { kind: 'page'; page: string; sub: string }
  | { kind: 'chat' }
  | { kind: 'web'; url: string }

/**
 * Reads `https://teams.microsoft.com/l/entity/<app>/<page>?context={"subEntityId":"..."}` and the links to a chat
 * with the bot. Links of another app, and anything unreadable, are web addresses.
 */
export function readDeepLink(link: string): Destination {
  const web: Destination = { kind: 'web', url: link }
  if (!URL.canParse(link)) return web
  const url = new URL(link)
  if (!/(^|\.)teams\.(microsoft\.com|cloud\.microsoft)$/.test(url.hostname)) return web
  if (url.pathname.startsWith('/l/chat/')) {
    return url.searchParams.get('users')?.startsWith('28:') ? { kind: 'chat' } : web
  }
  const [, page] = /^\/l\/entity\/[^/]+\/([^/]+)/.exec(url.pathname) ?? []
  if (!page) return web
  if (page === 'conversations') return { kind: 'chat' }
  try {
    return { kind: 'page', page: decodeURIComponent(page), sub: subPage(url.searchParams.get('context')) }
  } catch {
    return web
  }
}

function subPage(context: string | null): string {
  try {
    const { subEntityId, subPageId } = JSON.parse(context ?? '{}') as Record<string, unknown>
    return String(subPageId ?? subEntityId ?? '')
  } catch {
    return ''
  }
}
