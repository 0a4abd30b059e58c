import type { PersonId } from '../../organization/person.ts'
import { type Refusal, refuse } from '../../refusal.ts'
import { dayMs } from '../../span.ts'
import type { Session, SessionId } from '../session.ts'

/**
 * Putting a Session back on its feet. open: three times are offered to both (none yet while they are looked for) ·
 * booking: one was tapped, Outlook is being asked · booked · expired: the week is over, or nobody needs it any more ·
 * none: no time within 7 days is free for both, so the Organizer hears of it.
 */
export type RepairState = 'open' | 'booking' | 'booked' | 'expired' | 'none'

export type RepairReason = 'declined' | 'cancelled' | 'cannot-make-it'

export interface Repair {
  id: string
  sessionId: SessionId
  /** 1 for the first time this Session is repaired. */
  attempt: number
  state: RepairState
  reason: RepairReason
  askedBy?: PersonId
  /** ISO instants. */
  options: { start: string; end: string }[]
  /** Index into `options`. */
  chosen?: number
  chosenBy?: PersonId
  openedAt: Date
}

/** "Move within 7 days, never drop": counted from the date that was agreed first. */
export const repairWithinDays = 7
export const repairOptions = 3

export function isUnsettled({ state }: Repair): boolean {
  return state === 'open' || state === 'booking'
}

/** Where the Session was first agreed to be; moving it twice gains no second week. */
export function agreedStart({ movedFrom, startsAt }: Pick<Session, 'movedFrom' | 'startsAt'>): Date {
  return movedFrom ?? startsAt
}

export function repairUntil(session: Pick<Session, 'movedFrom' | 'startsAt'>): Date {
  return new Date(agreedStart(session).getTime() + repairWithinDays * dayMs)
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
  if (new Date(wanted.start) <= at) return refuse('time-passed')
  return { ...repair, state: 'booking', chosen: option, chosenBy: by }
}

/** Other times, because the one that was tapped is taken meanwhile. */
export function offerAnew(repair: Repair, options: Repair['options']): Repair {
  const { chosen: _c, chosenBy: _b, ...rest } = repair
  return { ...rest, options, state: options.length > 0 ? 'open' : 'none' }
}

/** Name under which Outlook keeps the single event that replaces an occurrence which cannot be moved. */
export function repairKey(holdId: string, { number }: Pick<Session, 'number'>, attempt: number): string {
  return `${holdId}.session-${number}.${attempt}`
}
