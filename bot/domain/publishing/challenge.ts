/**
 * The challenge a Program stands for, measured again: its baseline stands in the plan, the middle and the end are entered by
 * somebody who signs for them. A figure of the organization, counted outside of here.
 */
import type { PersonId } from '../organization/person.ts'
import type { BusinessChallenge, CohortId, Stage } from '../program/program.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { rateOf } from './measures/formula.ts'

export const readingMoments = ['middle', 'end'] as const
export type ReadingMoment = (typeof readingMoments)[number]

export interface ChallengeReading {
  cohortId: CohortId
  moment: ReadingMoment
  value: number
  byId: PersonId
  at: Date
}

/** Entered again it replaces the one before. There is nothing to measure before the two meet. */
export function enterReading(
  stage: Stage,
  reading: ChallengeReading,
): ChallengeReading | Refusal<'stage-out-of-order'> {
  const hasBegun = stage === 'running' || stage === 'closed'
  return hasBegun ? reading : refuse('stage-out-of-order', { from: stage, to: 'running' })
}

/**
 * How much of the way from the baseline to the target was gone, 1 for all of it; less than 0 went the other way. Undefined
 * where there is no way to go.
 */
export function wayGone({ baseline, target }: BusinessChallenge, value: number): number | undefined {
  return baseline === target
    ? undefined
    : rateOf(Math.sign(target - baseline) * (value - baseline), Math.abs(target - baseline))
}
