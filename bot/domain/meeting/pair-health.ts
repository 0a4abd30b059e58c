/**
 * How a Pairing is doing, with the facts that say so (capability H5), for the Organizer. What the two did in their calendars
 * is known at once; what they answered only as the last snapshot tells it, and never which of the two answered what, or
 * whether: `held` means that at least one of them says so, not confirmed that neither does.
 */
import type { PersonId } from '../organization/person.ts'
import { isWaived, type Session, type SessionId } from '../scheduling/session.ts'
import type { Outcome } from './outcome.ts'

export type Health = 'new' | 'on-track' | 'watch' | 'stalled'

export interface HealthFact {
  key:
    | 'no-session-due'
    | 'not-known-yet'
    | 'sessions-held'
    | 'last-not-confirmed'
    | 'two-not-confirmed'
    | 'obstacle-named'
    | 'nothing-planned'
  detail?: Record<string, number>
}

export interface PairHealth {
  health: Health
  facts: HealthFact[]
  held: number
  /** Of which it is known whether they took place. */
  due: number
  planned: number
  next?: Date
}

/** @param sessions in the order of the arc. @param outcomes of the last snapshot. */
export function healthOf(
  sessions: Session[],
  outcomes: ReadonlyMap<SessionId, Outcome>,
  now: Date,
): PairHealth {
  const over = sessions.filter((session) => session.endsAt <= now && !isWaived(session))
  const due = over.filter((session) => isCalledOff(session) || outcomes.has(session.id))
  const isHeld = ({ id, state }: Session) => state !== 'cancelled' && outcomes.get(id)?.held === true
  const held = due.filter(isHeld).length
  const next = sessions.find((session) => session.endsAt > now && session.state === 'planned')?.startsAt
  const counts = { held, due: due.length, planned: sessions.length, ...(next ? { next } : {}) }
  if (over.length === 0) return { ...counts, health: 'new', facts: [{ key: 'no-session-due' }] }
  if (due.length === 0) return { ...counts, health: 'new', facts: [{ key: 'not-known-yet' }] }

  const facts: HealthFact[] = [{ key: 'sessions-held', detail: { held, due: due.length } }]
  const lastTwo = due.slice(-2).map(isHeld)
  const stalled = lastTwo.length === 2 && !lastTwo.includes(true)
  if (stalled) facts.push({ key: 'two-not-confirmed' })
  else if (lastTwo.at(-1) === false) facts.push({ key: 'last-not-confirmed' })
  if (outcomes.get(due.at(-1)!.id)?.obstacle) facts.push({ key: 'obstacle-named' })
  if (!next && over.length < sessions.length) facts.push({ key: 'nothing-planned' })
  const worrying = facts.some((fact) => fact.key !== 'sessions-held')
  return { ...counts, health: stalled ? 'stalled' : worrying ? 'watch' : 'on-track', facts }
}

/** In a calendar, by one of the two: no answer is needed to know it. */
function isCalledOff({ state, declinedBy }: Session): boolean {
  return state === 'cancelled' || declinedBy !== undefined
}

/**
 * Neither one of the two nor above one of them. Whoever is must not read how the pair is doing: the question after each
 * Session promises that neither partner nor manager sees what was answered. Where the chart cannot tell, nobody is.
 */
export function standsOutside(
  personId: PersonId,
  { mentorId, menteeId }: { mentorId: PersonId; menteeId: PersonId },
  isAbove: ((above: PersonId, below: PersonId) => boolean | undefined) | undefined,
): boolean {
  if (!isAbove) return false
  return [mentorId, menteeId].every((id) => id !== personId && isAbove(personId, id) === false)
}
