/**
 * What time makes due: one row under one key. planned → done, or skipped when it came too late or there was nothing to do. A
 * planned one moves when what it depends on moves; what is done stays done.
 */

import { dayMinutes } from '../span.ts'
import type { CohortId } from './program.ts'

/** As a timetable says it, before anybody stored it; which kinds there are is said by each timetable. */
export interface PlannedMoment<Kind extends string = string> {
  /** `<kind>.<subject>`. */
  key: string
  kind: Kind
  cohortId: CohortId
  /** What it is about: the id of a Pairing, of somebody who takes part, or of the Cohort itself. */
  subject: string
  dueAt: Date
  /** After that it is not worth doing any more. */
  until: Date
}

export type MomentState = 'planned' | 'done' | 'skipped'

export interface Moment extends PlannedMoment {
  state: MomentState
  /** Tries so far that failed. */
  attempts: number
  /** Not before that; the due date, or later after a failed try. */
  nextAt: Date
  doneAt?: Date
}

/** Minutes until the next try, longer each time, a day at most. */
export function retryAfterMinutes(attempts: number): number {
  return Math.min(dayMinutes, 5 * 2 ** Math.min(attempts, 9))
}
