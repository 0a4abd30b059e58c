import type { PersonId } from '../../organization/person.ts'
import { type Refusal, refuse } from '../../refusal.ts'
import { dayMs } from '../../span.ts'
import { type Interval, overlaps } from '../interval.ts'
import type { Session, SessionId } from '../session.ts'
import { instantOf, wallClock } from '../zone-offset.ts'

/**
 * Putting a Session back on its feet. open: times are offered to both (none yet while they are looked for) ·
 * booking: one was tapped, Outlook is being asked · booked · kept: nobody needs another time any more, the Session takes place
 * when it stands · none: no time within 7 days is free for both, so the Organizer hears of it · expired: the Session did not
 * take place, because the week is over or the two are no pair any more.
 */
export type RepairState = 'open' | 'booking' | 'booked' | 'kept' | 'none' | 'expired'

/** `not-met`: its time is over, and one of the two says that they did not meet. */
export type RepairReason = 'declined' | 'cancelled' | 'cannot-make-it' | 'not-met'

/** ISO instants. */
export interface Span {
  start: string
  end: string
}

/** Why a time is not to be chosen any more. */
export type Gone = 'refused' | 'taken' | 'passed'

export interface RepairOption extends Span {
  gone?: Gone
}

export interface Repair {
  id: string
  sessionId: SessionId
  /** 1 for the first time this Session is repaired. */
  attempt: number
  state: RepairState
  reason: RepairReason
  askedBy?: PersonId
  /** Everything that was ever offered, in that order: a card that lies in a chat names a time by its place here. */
  options: RepairOption[]
  /** What one of the two said no to: the time the Session had, times that were offered, whole days. */
  refused: Span[]
  /** Index into `options`. */
  chosen?: number
  chosenBy?: PersonId
  openedAt: Date
}

/** "Move within 7 days, never drop": counted from the date that was agreed first. */
export const repairWithinDays = 7
export const repairOptions = 3
/** Who has not chosen after that long is asked once more, and again the day before the Session. */
export const remindAfterDays = 2

/** We are at it: times are sought or offered, or Outlook is being asked. */
export function isUnsettled({ state }: Repair): boolean {
  return state === 'open' || state === 'booking'
}

/** The Session has no time yet that both can make: we are at it, or people are. */
export function isPending(repair: Repair): boolean {
  return isUnsettled(repair) || repair.state === 'none'
}

/** Where the Session was first agreed to be; moving it twice gains no second week. */
export function agreedStart({ movedFrom, startsAt }: Pick<Session, 'movedFrom' | 'startsAt'>): Date {
  return movedFrom ?? startsAt
}

export function repairUntil(session: Pick<Session, 'movedFrom' | 'startsAt'>): Date {
  return new Date(agreedStart(session).getTime() + repairWithinDays * dayMs)
}

export interface OpenOption extends Span {
  /** Its place among everything that was ever offered. */
  option: number
}

/** The times that can be chosen at this moment, in the order of the clock. */
export function openOptions({ state, options }: Repair, now: Date): OpenOption[] {
  if (state !== 'open') return []
  return options
    .flatMap(({ start, end, gone }, option) =>
      gone === undefined && new Date(start) > now ? [{ option, start, end }] : [],
    )
    .sort((one, other) => Date.parse(one.start) - Date.parse(other.start))
}

export type RepairRefusal = 'already-chosen' | 'no-longer-open' | 'no-such-option' | 'time-passed'

/** The first tap of either side counts; the same tap again changes nothing. */
export function choose(
  repair: Repair,
  option: number,
  { by, at }: { by: PersonId; at: Date },
): Repair | Refusal<RepairRefusal> {
  if (repair.state === 'booking' || repair.state === 'booked') {
    return repair.chosen === option ? repair : refuse('already-chosen', { option: repair.chosen ?? -1 })
  }
  if (repair.state !== 'open') return refuse('no-longer-open', { state: repair.state })
  const wanted = repair.options[option]
  if (!wanted) return refuse('no-such-option', { options: repair.options.length })
  if (wanted.gone === 'passed' || new Date(wanted.start) <= at) return refuse('time-passed')
  if (wanted.gone) return refuse('no-longer-open', { state: repair.state })
  return { ...repair, state: 'booking', chosen: option, chosenBy: by }
}

/** `times`: none of these; `days`: none of the days they are on, as the one who says so counts days. */
export type Refused = 'times' | 'days'

/**
 * "None of these." Said of what its reader saw, by their places, so that a second press refuses nothing that came meanwhile;
 * what was said no to is not offered for this Session again.
 */
export function refuseOffered(
  repair: Repair,
  what: Refused,
  { seen, at, timeZone }: { seen: readonly number[]; at: Date; timeZone: string },
): Repair | Refusal<RepairRefusal> {
  const offered = openOptions(repair, at).filter(({ option }) => seen.includes(option))
  if (offered.length === 0) return refuse('no-longer-open', { state: repair.state })
  const spans = offered.map(({ start, end }) => (what === 'times' ? { start, end } : dayOf(start, timeZone)))
  const known = new Set(repair.refused.map(keyOf))
  const isOut = (option: RepairOption) => spans.some((span) => overlaps(intervalOf(span), intervalOf(option)))
  return {
    ...markGone(repair, 'refused', isOut),
    refused: [...repair.refused, ...uniqueSpans(spans).filter((span) => !known.has(keyOf(span)))],
  }
}

function dayOf(start: string, timeZone: string): Span {
  const { day } = wallClock(timeZone, Date.parse(start))
  return spanOf({ start: instantOf(timeZone, day, 0), end: instantOf(timeZone, day + dayMs, 0) })
}

const keyOf = ({ start, end }: Span) => `${start}/${end}`

const uniqueSpans = (spans: Span[]): Span[] => [...new Map(spans.map((span) => [keyOf(span), span])).values()]

/** What lies behind us is not offered any more; the same repair when nothing does. */
export function dropPassed(repair: Repair, now: Date): Repair {
  return repair.state === 'open' ? markGone(repair, 'passed', ({ start }) => new Date(start) <= now) : repair
}

function markGone(repair: Repair, gone: Gone, isIt: (option: RepairOption) => boolean): Repair {
  const isMarked = (option: RepairOption) => option.gone === undefined && isIt(option)
  if (!repair.options.some(isMarked)) return repair
  const options = repair.options.map((one) => (isMarked(one) ? { ...one, gone } : one))
  return { ...repair, options }
}

/** The time that was tapped is taken meanwhile: others are sought. */
export function chosenIsTaken(repair: Repair): Repair {
  const { chosen, chosenBy: _, ...rest } = repair
  const options = rest.options.map((one, k) => (k === chosen ? { ...one, gone: 'taken' as const } : one))
  return { ...rest, options, state: 'open' }
}

/** Further times on offer; `none` when there is nothing to choose, old or new. */
export function offer(repair: Repair, found: readonly Span[], now: Date): Repair {
  const offered = openOptions(repair, now).map(intervalOf)
  const fresh = found.filter((span) => !offered.some((one) => overlaps(one, intervalOf(span))))
  const options = [...repair.options, ...fresh]
  return { ...repair, options, state: offered.length + fresh.length > 0 ? 'open' : 'none' }
}

/** "I can make it after all": what the Session had is not refused any more. */
export function takeBack(repair: Repair, session: Pick<Session, 'startsAt' | 'endsAt'>): Repair {
  const standing = keyOf(spanOf(standsAt(session)))
  return { ...repair, state: 'kept', refused: repair.refused.filter((span) => keyOf(span) !== standing) }
}

/** All that either has said no to for one Session, over every attempt: never offered for it again. */
export function refusedFor(repairs: readonly Repair[]): Interval[] {
  return repairs.flatMap(({ refused }) => refused.map(intervalOf))
}

export function standsAt({ startsAt, endsAt }: Pick<Session, 'startsAt' | 'endsAt'>): Interval {
  return { start: startsAt.getTime(), end: endsAt.getTime() }
}

export const intervalOf = ({ start, end }: Span): Interval => ({
  start: Date.parse(start),
  end: Date.parse(end),
})

export const spanOf = ({ start, end }: Interval): Span => ({
  start: new Date(start).toISOString(),
  end: new Date(end).toISOString(),
})

/** Name under which Outlook keeps the single event that replaces an occurrence which cannot be moved. */
export function repairKey(holdId: string, { number }: Pick<Session, 'number'>, attempt: number): string {
  return `${holdId}.session-${number}.${attempt}`
}
