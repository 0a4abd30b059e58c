/**
 * How groups fared in the latest run, by what the directory says of everybody: side, unit, country, grade. Nothing
 * sensitive is asked of anybody, so nothing sensitive can be counted (docs/decisions).
 */

import type { Person, PersonId } from '../../domain/organization/person.ts'
import { lastingStates } from '../../domain/pairing/pairing.ts'
import { shownScore } from '../../domain/pairing/shown-score.ts'
import type { CohortId } from '../../domain/program/program.ts'
import { type Refusal, refuse } from '../../domain/refusal.ts'
import { type Fairness, fairnessByGroup } from '../../engine/fairness.ts'
import type { Ports } from '../ports.ts'

export type FairnessTable = Fairness & { by: 'side' | 'department' | 'country' | 'grade' }

/** Grades are read in bands: single grades are small groups. */
const bandOf = (grade: number) => (grade <= 3 ? '1-3' : grade <= 6 ? '4-6' : grade <= 9 ? '7-9' : '10-12')

/** What is proposed and agreed now, and whom the latest run left over. */
export async function fairnessOf(
  { store }: Pick<Ports, 'store'>,
  cohortId: CohortId,
): Promise<FairnessTable[] | Refusal> {
  if (!(await store.cohorts.get(cohortId))) return refuse('not-found')
  const run = await store.runs.latestDone(cohortId)
  const pairings = await store.pairings.list(cohortId, ['proposed', ...lastingStates])
  const placed = new Set(pairings.flatMap(({ mentorId, menteeId }) => [mentorId, menteeId]))
  const unplaced = (run?.outcome?.unplaced ?? []).filter(({ personId }) => !placed.has(personId))
  const people = await store.people.many([...placed, ...unplaced.map(({ personId }) => personId)])
  const sides = new Map<PersonId, string>(unplaced.map(({ personId, side }) => [personId, side]))
  for (const { mentorId, menteeId } of pairings) sides.set(mentorId, 'mentor').set(menteeId, 'mentee')
  const outcome = {
    pairings: pairings.map((one) => ({
      ...{ mentorId: one.mentorId, menteeId: one.menteeId, score: shownScore(one).score },
    })),
    unplaced: unplaced.map(({ personId }) => ({ personId })),
  } as Parameters<typeof fairnessByGroup>[0]
  const by = (groupOf: (person: Person) => string | undefined) =>
    new Map(
      [...people.values()].flatMap((person) => {
        const group = groupOf(person)
        return group ? [[person.id, group] as const] : []
      }),
    )
  return [
    { by: 'side', ...fairnessByGroup(outcome, sides) },
    {
      by: 'department',
      ...fairnessByGroup(
        outcome,
        by(({ department }) => department),
      ),
    },
    {
      by: 'country',
      ...fairnessByGroup(
        outcome,
        by(({ country }) => country),
      ),
    },
    {
      by: 'grade',
      ...fairnessByGroup(
        outcome,
        by(({ grade }) => (grade ? bandOf(grade) : undefined)),
      ),
    },
  ]
}
