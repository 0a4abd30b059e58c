import type { LoggedRequest, TenantState } from '../state.ts'

const KEPT = 5000
/** Directory pages are large; a full read of 100,000 people must not stay in memory because somebody logged it. */
const LARGE_ROWS = 100
const LARGE_KEPT = 40

const large = new WeakMap<TenantState, LoggedRequest[]>()

/** Remembers an answered request, newest last. Bodies of old large pages are let go, everything else stays. */
export function logRequest(state: TenantState, entry: LoggedRequest): void {
  state.log.push(entry)
  if (state.log.length > KEPT) state.log.splice(0, state.log.length - KEPT)
  // The guided path ticks for it, and nothing else tells the page that the chart was read.
  if (entry.service === 'graph' && entry.path.includes('/users/delta')) state.changed('directory')
  const rows = (entry.responseBody as { value?: unknown } | undefined)?.value
  if (!Array.isArray(rows) || rows.length < LARGE_ROWS) return
  const pages = large.get(state) ?? []
  large.set(state, pages)
  pages.push(entry)
  if (pages.length > LARGE_KEPT) pages.shift()!.responseBody = { letGo: `${rows.length} rows` }
}
