import type { PersonId } from '../../../domain/organization/person.ts'
import type { CohortId } from '../../../domain/program/program.ts'
import type { Ports } from '../../../workflows/ports.ts'

/** Whoever was declined, or has left, takes no part. */
export async function enrolledIn(
  { store }: Pick<Ports, 'store'>,
  cohortId: CohortId,
  personId: PersonId,
): Promise<PersonId | undefined> {
  const participant = await store.participants.of(cohortId, personId)
  const isIn = participant && participant.state !== 'declined' && participant.state !== 'left'
  return isIn ? participant.personId : undefined
}
