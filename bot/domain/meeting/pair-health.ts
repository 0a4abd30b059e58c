/**
 * How a Pairing is doing, with the facts that say so (capability H5), for the Organizer. What the two did in their calendars
 * is known at once; what they answered only as the last snapshot tells it, and never which of the two answered what, or
 * whether: `held` means that at least one of them says so, not confirmed that neither does.
 *
 * Silence is a fact of its own: a Session that is over, that nobody called off and nobody confirmed, is neither well nor
 * lost. It looks the same whether somebody said "no", nobody said anything, or too few people answered for a snapshot.
 */

import type { PersonId } from '../organization/person.ts'
import { isWaived, type Session, type SessionId } from '../scheduling/session.ts'
import { dayMs } from '../span.ts'
import { answerWithinDays } from './check-in.ts'
import type { Outcome } from './outcome.ts'

export type Health = 'new' | 'on-track' | 'watch' | 'no-word' | 'stalled'

export interface HealthFact {
  key:
    | 'no-session-due'
    | 'not-known-yet'
    | 'sessions-held'
    | 'no-word'
    | 'last-called-off'
    | 'two-not-confirmed'
    | 'obstacle-named'
    | 'nothing-planned'
  detail?: Record<string, number>
}

/** What the Organizer may do about it, by what is known of it. */
export type Advice =
  | 'stalled'
  | 'obstacle'
  | 'called-off'
  | 'no-word'
  | 'no-word-at-the-end'
  | 'nothing-planned'

export interface PairHealth {
  health: Health
  facts: HealthFact[]
  held: number
  /** Over, and no longer waited for. */
  due: number
  /** Of `due`: confirmed, or called off in a calendar. */
  known: number
  planned: number
  next?: Date
  advice?: Advice
}

type Fate = 'held' | 'off' | 'silent' | 'open'

/** @param sessions in the order of the arc. @param outcomes of the last snapshot. */
export function healthOf(
  sessions: Session[],
  outcomes: ReadonlyMap<SessionId, Outcome>,
  now: Date,
): PairHealth {
  const over = sessions.filter((session) => session.endsAt <= now && !isWaived(session))
  const due = over
    .map((session) => ({ session, fate: fateOf(session, outcomes.get(session.id), now) }))
    .filter(({ fate }) => fate !== 'open')
  const fates = due.map(({ fate }) => fate)
  const next = sessions.find((session) => session.endsAt > now && session.state === 'planned')?.startsAt
  const held = fates.filter((fate) => fate === 'held').length
  const counts = {
    ...{ held, due: due.length, known: fates.filter((fate) => fate !== 'silent').length },
    ...{ planned: sessions.length, ...(next ? { next } : {}) },
  }
  if (over.length === 0) return { ...counts, health: 'new', facts: [{ key: 'no-session-due' }] }
  const last = due.at(-1)
  if (!last) return { ...counts, health: 'new', facts: [{ key: 'not-known-yet' }] }

  const silent = fates.length - 1 - fates.findLastIndex((fate) => fate !== 'silent')
  const lastTwo = fates.slice(-2)
  const stalled = lastTwo.length === 2 && !lastTwo.includes('held') && lastTwo.includes('off')
  const calledOff = !stalled && last.fate === 'off'
  const obstacle = outcomes.get(last.session.id)?.obstacle === true
  const nothingPlanned = !next && over.length < sessions.length
  const facts: HealthFact[] = [
    { key: 'sessions-held', detail: { held, due: due.length } },
    ...(stalled ? [{ key: 'two-not-confirmed' as const }] : []),
    ...(silent > 0 && !stalled ? [{ key: 'no-word' as const, detail: { count: silent } }] : []),
    ...(calledOff ? [{ key: 'last-called-off' as const }] : []),
    ...(obstacle ? [{ key: 'obstacle-named' as const }] : []),
    ...(nothingPlanned ? [{ key: 'nothing-planned' as const }] : []),
  ]
  const advice: Advice | undefined = stalled
    ? 'stalled'
    : obstacle
      ? 'obstacle'
      : calledOff
        ? 'called-off'
        : silent > 0
          ? next || nothingPlanned
            ? 'no-word'
            : 'no-word-at-the-end'
          : nothingPlanned
            ? 'nothing-planned'
            : undefined
  return { ...counts, health: healthBy(advice), facts, ...(advice ? { advice } : {}) }
}

function healthBy(advice: Advice | undefined): Health {
  if (advice === undefined) return 'on-track'
  if (advice === 'stalled') return 'stalled'
  return advice === 'no-word' || advice === 'no-word-at-the-end' ? 'no-word' : 'watch'
}

/** In a calendar it is known without an answer; an answer says more, unless the date was called off altogether. */
function fateOf(session: Session, outcome: Outcome | undefined, now: Date): Fate {
  if (session.state === 'cancelled') return 'off'
  if (outcome?.held) return 'held'
  if (session.declinedBy !== undefined) return 'off'
  return outcome || isNoLongerAwaited(session, now) ? 'silent' : 'open'
}

/** The time in which an answer counts is over, whether anybody was asked or not. */
export function isNoLongerAwaited({ endsAt }: Session, now: Date): boolean {
  return endsAt.getTime() + answerWithinDays * dayMs <= now.getTime()
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
