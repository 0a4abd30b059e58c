/**
 * The challenge a Program stands for, measured again: its baseline stands in the plan, the middle and the end are entered by
 * somebody who signs for them. A figure of the organization, counted outside of here.
 */
import type { PersonId } from '../organization/person.ts'
import type { BusinessChallenge, Cohort, CohortId } from '../program/program.ts'
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

/** There is nothing to measure before the two meet. */
export const mayMeasure = ({ stage }: Pick<Cohort, 'stage'>): boolean =>
  stage === 'running' || stage === 'closed'

/** Entered again it replaces the one before. */
export function enterReading(
  cohort: Pick<Cohort, 'stage'>,
  reading: ChallengeReading,
): ChallengeReading | Refusal<'stage-out-of-order'> {
  return mayMeasure(cohort) ? reading : refuse('stage-out-of-order', { from: cohort.stage, to: 'running' })
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
