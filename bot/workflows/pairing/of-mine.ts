/** Which of the Cohorts that somebody takes part in they mean when they name none. */
import type { PersonId } from '../../domain/organization/person.ts'
import { isLive } from '../../domain/pairing/pairing.ts'
import type { Ports } from '../ports.ts'

/** The one in which they have a partner: whoever puts their name down for the next one is not led away from their pair. */
export async function ofMine<C extends { id: string }>(
  { store }: Pick<Ports, 'store'>,
  personId: PersonId,
  cohorts: readonly C[],
): Promise<C | undefined> {
  if (cohorts.length < 2) return cohorts[0]
  const live = (await store.pairings.ofPerson(personId)).filter(isLive)
  return cohorts.find(({ id }) => live.some(({ cohortId }) => cohortId === id)) ?? cohorts[0]
}
