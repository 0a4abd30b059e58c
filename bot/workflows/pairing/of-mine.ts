/** Which of the Cohorts that somebody takes part in they mean when they name none. */
import type { PersonId } from '../../domain/organization/person.ts'
import { isLive } from '../../domain/pairing/pairing.ts'
import type { Cohort } from '../../domain/program/program.ts'
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

/** Those that are not over for them: all that go on, and closed ones in which a pair of theirs was let run on. */
export async function notOverFor<C extends Pick<Cohort, 'id' | 'stage'>>(
  { store }: Pick<Ports, 'store'>,
  personId: PersonId,
  cohorts: readonly C[],
): Promise<C[]> {
  if (cohorts.every(({ stage }) => stage !== 'closed')) return [...cohorts]
  const active = (await store.pairings.ofPerson(personId)).filter(({ state }) => state === 'active')
  return cohorts.filter(
    ({ id, stage }) => stage !== 'closed' || active.some(({ cohortId }) => cohortId === id),
  )
}
