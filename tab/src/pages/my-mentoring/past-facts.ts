/** Sessions that are over, and what was agreed at each. Pure. */
import type { MyPairing, MySession } from './pairings.ts'
import { laterSessions } from './repair-facts.ts'

/** The latest first; what can still be saved stands among the dates to come. */
export function pastSessions(pairing: MyPairing, now: Date): MySession[] {
  const ahead = new Set(laterSessions(pairing, undefined, now))
  return pairing.sessions
    .filter((session) => new Date(session.endsAt) <= now && !ahead.has(session))
    .toSorted((a, b) => b.startsAt.localeCompare(a.startsAt))
}

/** What was added from the start of a Session until the next one begins. */
export function agreedAt<A extends { addedAt: string }>(
  { sessions }: MyPairing,
  session: MySession,
  actions: readonly A[],
): A[] {
  const next = sessions
    .filter(({ state, startsAt }) => state !== 'cancelled' && startsAt > session.startsAt)
    .map(({ startsAt }) => startsAt)
    .toSorted()[0]
  return actions.filter(({ addedAt }) => addedAt >= session.startsAt && (!next || addedAt < next))
}
