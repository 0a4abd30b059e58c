/** Somebody who pauses is left alone: no question, no nudge, no card that wants something of them, until they are back. */
import type { PersonId } from '../../domain/organization/person.ts'
import type { Pairing } from '../../domain/pairing/pairing.ts'
import type { CohortId } from '../../domain/program/program.ts'
import type { Ports } from '../ports.ts'

type Store = Pick<Ports['store'], 'participants'>

export async function isPausing(store: Store, cohortId: CohortId, personId: PersonId): Promise<boolean> {
  return (await store.participants.of(cohortId, personId))?.state === 'paused'
}

/** What concerns both waits for both. */
export async function isOneOfThemPausing(
  store: Store,
  { cohortId, mentorId, menteeId }: Pairing,
): Promise<boolean> {
  return (await isPausing(store, cohortId, mentorId)) || (await isPausing(store, cohortId, menteeId))
}
