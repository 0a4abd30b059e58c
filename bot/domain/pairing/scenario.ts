/** A named set of choices and what the engine made of it: to be compared with others, and one of them published. */

import { pairKey } from '../../engine/pairing-rules.ts'
import type { PersonId } from '../organization/person.ts'
import type { MatchingSettings } from '../program/matching-settings.ts'
import type { CohortId } from '../program/program.ts'
import type { RunOutcome } from './matching-run.ts'

export type ScenarioPair = [mentorId: PersonId, menteeId: PersonId, score: number]

export interface Scenario {
  id: string
  cohortId: CohortId
  name: string
  settings: MatchingSettings
  seed: number
  state: 'waiting' | 'running' | 'done' | 'failed'
  outcome?: RunOutcome
  pairs?: ScenarioPair[]
  failure?: string
  createdAt: Date
}

/** Pairs that are in one set only, and the people whose partners differ. */
export function difference(
  before: readonly { mentorId: PersonId; menteeId: PersonId }[],
  after: readonly ScenarioPair[],
): { gone: number; come: number; people: PersonId[] } {
  const old = new Map(before.map((one) => [pairKey(one.mentorId, one.menteeId), one]))
  const people = new Set<PersonId>()
  let come = 0
  for (const [mentorId, menteeId] of after) {
    if (old.delete(pairKey(mentorId, menteeId))) continue
    come++
    people.add(mentorId).add(menteeId)
  }
  for (const { mentorId, menteeId } of old.values()) people.add(mentorId).add(menteeId)
  return { gone: old.size, come, people: [...people] }
}
