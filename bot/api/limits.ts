/**
 * How much one sender may ask in a minute. Before a token is known to be good the sender is an address; afterwards a
 * person, since a whole office shares one address. Counted by each instance for itself.
 */
import type { Request, RequestHandler, Response } from 'express'
import { ipKeyGenerator, rateLimit } from 'express-rate-limit'
import type { RouteName } from '../contract/index.ts'
import { minuteMs } from '../domain/span.ts'
import type { Asker } from './handler.ts'
import { send, tooMany } from './problem.ts'

const minute = { windowMs: minuteMs, legacyHeaders: false, standardHeaders: 'draft-8' } as const

/**
 * The address as far as it tells one sender from another: no port (App Service writes one, another for each connection),
 * and of IPv6 only the network, since everybody has a whole one.
 */
export function addressOf({ ip = '' }: Pick<Request, 'ip'>): string {
  const address = /^\[([0-9a-f:.]+)\](?::\d+)?$/i.exec(ip)?.[1] ?? ip.replace(/^([\d.]+):\d+$/, '$1')
  return ipKeyGenerator(address)
}

const refused = (_request: Request, response: Response) =>
  send(response, tooMany, response.locals['requestId'])

export function limitByAddress(limit: number): RequestHandler {
  return rateLimit({ ...minute, limit, keyGenerator: addressOf, handler: refused })
}

export function limitByPerson(limit: number): RequestHandler {
  return rateLimit({
    ...minute,
    limit,
    keyGenerator: (_request, response) => (response.locals['asker'] as Asker).personId,
    handler: refused,
  })
}

export interface MinuteCount {
  /** Whether one more would be within the limit. */
  hasRoom(name: string): boolean
  add(name: string): void
}

/** Each name's minute begins with the first that is counted. */
export function countByMinute(limit: number, now: () => Date): MinuteCount {
  const counts = new Map<string, { since: number; count: number }>()
  let sweptAt = 0
  /** Names that were not heard of for a minute are forgotten. */
  const sweep = (at: number) => {
    if (at - sweptAt < minuteMs) return
    sweptAt = at
    for (const [name, { since }] of counts) if (at - since >= minuteMs) counts.delete(name)
  }
  const countOf = (name: string, at: number) => {
    const known = counts.get(name)
    return known && at - known.since < minuteMs ? known : { since: at, count: 0 }
  }
  return {
    hasRoom: (name) => countOf(name, now().getTime()).count < limit,
    add(name) {
      const at = now().getTime()
      sweep(at)
      const { since, count } = countOf(name, at)
      counts.set(name, { since, count: count + 1 })
    },
  }
}

/** Pages and files of the tab, and whatever else an address may ask without a token. An office shares one address. */
export const anonymousAMinute = 6000
/** The API's own description, 200 kB. */
export const descriptionsAMinute = 60
/** Tokens that are not good. Beyond it they are refused without a line in the log; a good one from there still is. */
export const badTokensAMinute = 120
/** The same at the bot's endpoint, where only Teams has any business. */
export const badTokensAtTheBot = 60
/** Posts about calendars in which no subscription is ours. */
export const strangeNotificationsAMinute = 120
/** Of one subscription: each only says that a calendar wants a look, so what is beyond is heard and changes nothing. */
export const notificationsOfOneAMinute = 60
export const requestsAMinute = 600

/** Routes that cost much more than they look, and those that would let somebody leaf through the company. */
const own: { a: RouteName[]; minute: number }[] = [
  // Each weighs one person against everybody on the other side.
  { a: ['partners', 'saveRanking', 'askToPair'], minute: 20 },
  // Each pairs the whole Cohort, or asks what another choice would do to it.
  { a: ['propose', 'matchingEffect', 'nameScenario', 'weighPair', 'weighSwaps', 'fairness'], minute: 60 },
  { a: ['readOrganization'], minute: 6 },
  { a: ['findColleague'], minute: 30 },
  { a: ['nominate'], minute: 30 },
  // Each asks Outlook two to four times; whoever walks through a calendar with the pane open asks once an appointment.
  { a: ['appointment'], minute: 60 },
  { a: ['draftSummary'], minute: 10 },
  // Opens everything that is sealed, to find what is one person's.
  { a: ['exportMyData'], minute: 10 },
]

/** One limit for each of the groups above, to be put before each of its routes. */
export function ownLimits(): Partial<Record<RouteName, RequestHandler>> {
  const limits: Partial<Record<RouteName, RequestHandler>> = {}
  for (const { a, minute: most } of own) {
    const limit = limitByPerson(most)
    for (const name of a) limits[name] = limit
  }
  return limits
}
