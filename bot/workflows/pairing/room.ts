/** Places left in a Cohort. */

import type { Participant } from '../../domain/enrolment/participant.ts'
import type { PersonId } from '../../domain/organization/person.ts'
import { isLive, placesLeft } from '../../domain/pairing/pairing.ts'
import type { CohortId } from '../../domain/program/program.ts'
import type { Ports } from '../ports.ts'
import { pinsOf } from './matching-input.ts'

/** Places left when Pairings and pins have theirs. Nobody who is not approved has one. */
export async function roomOf(
  { store }: Pick<Ports, 'store'>,
  cohortId: CohortId,
  personId: PersonId,
): Promise<number> {
  const participant = await store.participants.of(cohortId, personId)
  if (participant?.state !== 'approved') return 0
  const paired = (await store.pairings.ofPerson(personId)).filter(
    (one) => one.cohortId === cohortId && isLive(one),
  )
  const wishes = (await store.wishes.list(cohortId)).filter(({ mentorId, menteeId }) =>
    [mentorId, menteeId].includes(personId),
  )
  const others: Participant[] = []
  for (const { mentorId, menteeId } of wishes) {
    const other = await store.participants.of(cohortId, mentorId === personId ? menteeId : mentorId)
    if (other) others.push(other)
  }
  const pinned = pinsOf({ wishes }, [participant, ...others], paired)
  return placesLeft(participant, paired) - pinned.length
}
