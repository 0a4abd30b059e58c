/**
 * Whom people would like. A ranking is private: its owner and the engine read it, nobody else. A request asks one person,
 * and only the two of them know of it:
 *
 * open: waits for an answer · set-aside: the other said "not now" and may still think again; the asker sees no difference
 * to `open` · accepted: both want it, and it is a pin · expired: the time is over, whatever the other said or did not say ·
 * withdrawn: by the asker, or the Pairing that came of it is over · closed: one of the two has left, pauses, or has no room any more ·
 * left-open: both want it, and the Organizer does not hold the two together any more.
 *
 * Nobody is ever told of a "no": `seenByAsker` is all that the asker learns, by any way.
 */

import type { PersonId } from '../organization/person.ts'
import type { ScorePart } from '../pairing/pairing.ts'
import type { CohortId, Stage } from '../program/program.ts'
import type { Ways } from '../program/ways-to-match.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { dayMs, plusMs } from '../span.ts'

/** First choice to fifth. */
export const mostRanked = 5

/** People are paired, or will be: before enrolment nobody is there, after the end there is nothing to wish for. */
export const choosingStages: readonly Stage[] = ['enrolling', 'matching', 'running']

export type RequestId = string
export const requestStates = [
  'open',
  'set-aside',
  'accepted',
  'left-open',
  'expired',
  'withdrawn',
  'closed',
] as const
export type RequestState = (typeof requestStates)[number]

export interface PairRequest {
  id: RequestId
  cohortId: CohortId
  fromId: PersonId
  toId: PersonId
  state: RequestState
  askedAt: Date
  expiresAt: Date
}

/** The asker may not ask somebody else meanwhile; the other may still accept. */
export const waitsForAnswer = ({ state }: PairRequest): boolean => state === 'open' || state === 'set-aside'

export type RequestRefusal = 'no-longer-open'

/** Both want it. Accepted already is fine: the same answer twice. */
export function accept(request: PairRequest, at: Date): PairRequest | Refusal<RequestRefusal> {
  if (request.state === 'accepted') return request
  if (!waitsForAnswer(request) || request.expiresAt <= at) return refuse('no-longer-open')
  return { ...request, state: 'accepted' }
}

/** "Not now." Silent: nothing that the asker sees changes, not even when the request ends. */
export function setAside(request: PairRequest, at: Date): PairRequest | Refusal<RequestRefusal> {
  if (!waitsForAnswer(request) || request.expiresAt <= at) return refuse('no-longer-open')
  return { ...request, state: 'set-aside' }
}

export function withdraw(request: PairRequest): PairRequest | Refusal<RequestRefusal> {
  if (request.state === 'withdrawn') return request
  return waitsForAnswer(request) ? { ...request, state: 'withdrawn' } : refuse('no-longer-open')
}

export function expire(request: PairRequest, at: Date): PairRequest {
  return waitsForAnswer(request) && request.expiresAt <= at ? { ...request, state: 'expired' } : request
}

export function close(request: PairRequest): PairRequest {
  return waitsForAnswer(request) ? { ...request, state: 'closed' } : request
}

/** The Pairing that both agreed to is over: nobody goes on reading that it comes. */
export function putBehind(request: PairRequest): PairRequest {
  const isAgreed = request.state === 'accepted' || request.state === 'left-open'
  return isAgreed ? { ...request, state: 'withdrawn' } : request
}

/** The Organizer took the pin away or ruled the two out: they read neither, only that it may be somebody else. */
export function leaveOpen(request: PairRequest): PairRequest {
  return request.state === 'accepted' ? { ...request, state: 'left-open' } : request
}

/** Pinned again, it is what both agreed to. */
export function keepAgain(request: PairRequest): PairRequest {
  return request.state === 'left-open' ? { ...request, state: 'accepted' } : request
}

export function requestUntil(askedAt: Date, { requestDays }: Ways): Date {
  return plusMs(askedAt, requestDays * dayMs)
}

export const askerStates = ['waiting', 'accepted', 'left-open', 'no-answer', 'withdrawn'] as const
export type AskerState = (typeof askerStates)[number]

const toAsker: Record<RequestState, AskerState> = {
  open: 'waiting',
  'set-aside': 'waiting',
  accepted: 'accepted',
  'left-open': 'left-open',
  expired: 'no-answer',
  closed: 'no-answer',
  withdrawn: 'withdrawn',
}

export const seenByAsker = ({ state }: PairRequest): AskerState => toAsker[state]

export const askedStates = ['open', 'set-aside', 'accepted', 'left-open', 'over'] as const
export type AskedState = (typeof askedStates)[number]

/** To the person who was asked, why it is over is the asker's own affair. */
export function seenByAsked({ state }: PairRequest): AskedState {
  return state === 'expired' || state === 'withdrawn' || state === 'closed' ? 'over' : state
}

/** What two people may know of each other before they are paired: nothing of grades, waiting, ratings or rankings. */
const shownToPeople = new Set([
  'topic',
  'goals',
  'interests',
  'language',
  'different-unit',
  'different-site',
  'hours',
])

/** The parts that speak for two people, the weightiest first, without points. */
export function whyTwo(parts: readonly ScorePart[]): Pick<ScorePart, 'part' | 'detail'>[] {
  return parts
    .filter(({ part, points }) => points > 0 && shownToPeople.has(part))
    .sort((a, b) => b.points - a.points)
    .map(({ part, detail }) => (detail ? { part, detail } : { part }))
}
