/** What a pair would cost everybody else, and who else the two could have. */
import type { PersonId } from '../../domain/organization/person.ts'
import type { Weighing } from '../../domain/pairing/pair-weighing.ts'
import type { CohortId } from '../../domain/program/program.ts'
import { type Refusal, refuse } from '../../domain/refusal.ts'
import type { Ports } from '../ports.ts'
import { loadMatching } from './matching-input.ts'

/**
 * The first answer solves the whole Cohort (10,000 Mentors and Mentees: some ten seconds), the next ones a repair each:
 * beyond so many people nobody waits for the first.
 */
export const mostWeighed = 25_000

export async function weighTwo(
  { store, clock, matcher }: Pick<Ports, 'store' | 'clock' | 'matcher'>,
  cohortId: CohortId,
  mentorId: PersonId,
  menteeId: PersonId,
): Promise<Weighing | Refusal> {
  if (!(await store.cohorts.get(cohortId))) return refuse('not-found')
  const run = await store.runs.latestDone(cohortId)
  const choice = { seed: run?.seed ?? 0, objective: run?.objective }
  const { input } = await loadMatching({ store, clock }, cohortId, choice)
  const people = input.participants.length
  if (people > mostWeighed) return refuse('too-many-to-weigh', { people, most: mostWeighed })
  return matcher.ask({ ask: 'pair', input, mentorId, menteeId })
}
