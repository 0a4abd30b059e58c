/**
 * What is due in the life of a Pairing, and when: the one place that says it. Page, clock and tests read the rows that come of
 * it. The Midpoint is half of the time between a pair's first and last Session, so that it moves when they move.
 */
import type { Pairing } from '../pairing/pairing.ts'
import type { PlannedMoment } from '../program/moment.ts'
import type { Session } from '../scheduling/session.ts'
import { dayMs, minusMs, plusMs } from '../span.ts'

/** How long after its day a moment is still worth doing: an outage, or a server that was off. */
const worthDays = { agreement: 7, fit: 21, midpoint: 30, closing: 30 }
const saturday = 6
const sunday = 0
export type PairMoment = keyof typeof worthDays | 'ahead'

/** @param sessions of this Pairing, in any order. Nothing is due for two who are not told yet, or parted before the end. */
export function momentsOfPair(pairing: Pairing, sessions: readonly Session[]): PlannedMoment<PairMoment>[] {
  if (pairing.state !== 'active' && pairing.state !== 'completed') return []
  const { id, cohortId } = pairing
  const at = (kind: keyof typeof worthDays, dueAt: Date): PlannedMoment<PairMoment> => ({
    ...{ key: `${kind}.${id}`, kind, cohortId, subject: id, dueAt },
    until: plusMs(dueAt, worthDays[kind] * dayMs),
  })
  if (pairing.state === 'completed') return [at('closing', pairing.endedAt)]
  const standing = sessions
    .filter(({ state }) => state !== 'cancelled')
    .toSorted((one, other) => one.startsAt.getTime() - other.startsAt.getTime())
  const first = standing.find(({ state }) => state !== 'missed')
  const last = standing.at(-1)
  if (!first || !last) return []
  // A day later: the check-in about the Session itself comes first.
  const second = standing[1]
  const dayAfter = ({ endsAt }: Session) => plusMs(endsAt, dayMs)
  const half = new Date((first.startsAt.getTime() + last.endsAt.getTime()) / 2)
  return [
    // Two days to read it and sign, before the second time they meet.
    ...(second ? [at('agreement', minusMs(second.startsAt, 2 * dayMs))] : []),
    at('fit', dayAfter(first)),
    ...sessions.filter(({ state }) => state === 'planned').map((session) => aheadOf(pairing, session)),
    // With one Session alone there is no middle.
    ...(standing.length > 2 ? [at('midpoint', half)] : []),
    at('closing', dayAfter(last)),
  ]
}

/** The working day before, at the hour of the Session; one that moves is another moment. Over once it begins. */
function aheadOf({ id: subject, cohortId }: Pairing, { id, startsAt }: Session): PlannedMoment<PairMoment> {
  let dueAt = minusMs(startsAt, dayMs)
  while (dueAt.getUTCDay() === saturday || dueAt.getUTCDay() === sunday) dueAt = minusMs(dueAt, dayMs)
  const key = `ahead.${id}.${startsAt.toISOString()}`
  return { key, kind: 'ahead', cohortId, subject, dueAt, until: startsAt }
}

/** Which Session, and when it was to be. */
export function sessionAhead(key: string): { sessionId: string; startsAt: Date } {
  const at = key.lastIndexOf('.', key.lastIndexOf('.') - 1)
  return { sessionId: key.slice('ahead.'.length, at), startsAt: new Date(key.slice(at + 1)) }
}
