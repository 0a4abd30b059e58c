import { secondMs } from '../span.ts'
import type { Caller } from './exchange.ts'
import { GraphRefusal, type GraphRequest } from './exchange.ts'
import type { GraphMemory } from './memory.ts'

/** Outlook: requests at once per app and mailbox. */
const AT_ONCE = 4
/** Directory: resource units per 10 seconds for a tenant above 500 users. */
const UNITS = 8000
const WINDOW_MS = 10_000

export function throttled(
  code: string,
  message: string,
  seconds: number,
  headers: Record<string, string> = {},
): GraphRefusal {
  return new GraphRefusal(429, code, message, { headers: { 'Retry-After': String(seconds), ...headers } })
}

/** Takes one of the mailbox's four places until the returned function is called; refuses the fifth. */
export function enterMailbox(memory: GraphMemory, caller: Caller, mailbox: string): () => void {
  const key = `${caller.appId}|${mailbox}`
  const busy = memory.inFlight.get(key) ?? 0
  if (busy >= AT_ONCE)
    throw throttled('ApplicationThrottled', 'Application is over its MailboxConcurrency limit.', 1)
  memory.inFlight.set(key, busy + 1)
  return () => {
    const left = (memory.inFlight.get(key) ?? 1) - 1
    if (left > 0) memory.inFlight.set(key, left)
    else memory.inFlight.delete(key)
  }
}

/** Units of a directory call: base cost, minus one for $select, plus one for $expand, minus one for a small page. */
export function unitsOf(request: GraphRequest, base: number): number {
  const { query } = request
  const small = query.has('$top') && Number(query.get('$top')) < 20
  return Math.max(1, base - (query.has('$select') ? 1 : 0) + (query.has('$expand') ? 1 : 0) - (small ? 1 : 0))
}

/** Draws on the token bucket and says so in headers, as the directory does. */
export function spendUnits(memory: GraphMemory, units: number): Record<string, string> {
  const now = Date.now()
  const bucket = memory.units
  bucket.left = Math.min(UNITS, bucket.left + ((now - bucket.at) * UNITS) / WINDOW_MS)
  bucket.at = now
  if (bucket.left < units)
    throw throttled(
      'TooManyRequests',
      'Too many requests.',
      Math.ceil(((units - bucket.left) * WINDOW_MS) / UNITS / secondMs),
      {
        'x-ms-throttle-scope': 'Tenant_Application/ReadWrite',
        'x-ms-throttle-information': 'ResourceUnitLimitExceeded',
      },
    )
  bucket.left -= units
  const used = 1 - bucket.left / UNITS
  return {
    'x-ms-resource-unit': String(units),
    ...(used > 0.8 ? { 'x-ms-throttle-limit-percentage': used.toFixed(1) } : {}),
  }
}
