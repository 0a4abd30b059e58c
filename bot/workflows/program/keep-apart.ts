/**
 * "Not with this person" holds from the moment it is said: a proposal of the two goes, a run that was under way brings none,
 * and no hand puts them together. Nobody is refused anything for it, so nobody can find out by asking.
 */
import type { PersonId } from '../../domain/organization/person.ts'
import type { CohortId } from '../../domain/program/program.ts'
import type { Ports } from '../ports.ts'

type Two = { mentorId: PersonId; menteeId: PersonId }
type Store = Pick<Ports['store'], 'participants'>

/** Whoever writes proposals waits for whoever takes some away, and the other way round. */
export function lockProposals(store: Pick<Ports['store'], 'lock'>, cohortId: CohortId): Promise<void> {
  return store.lock(`proposals.${cohortId}`)
}

/** Whether either of two people asked, up to now, not to be brought together with the other. */
export async function apartNow({ participants }: Store): Promise<(two: Two) => boolean> {
  const asked = new Set((await participants.blocks()).map((pair) => pair.join(' ')))
  return ({ mentorId, menteeId }) =>
    asked.has(`${mentorId} ${menteeId}`) || asked.has(`${menteeId} ${mentorId}`)
}

/** Whether this person asked so about that one: what somebody said is no secret to themself. */
export async function saidApart({
  participants,
}: Store): Promise<(by: PersonId, about: PersonId) => boolean> {
  const asked = new Set((await participants.blocks()).map((pair) => pair.join(' ')))
  return (by, about) => asked.has(`${by} ${about}`)
}
