/** What a Sponsor does for a Cohort, and with which date of its timeline it is due. */
import type { PersonId } from '../organization/person.ts'
import type { CohortId } from './program.ts'
import type { Milestone } from './session-themes.ts'

export const duties = ['invite', 'kickoff', 'midpoint', 'close'] as const
export type Duty = (typeof duties)[number]

export const dateOfDuty: Record<Duty, Milestone['key']> = {
  invite: 'enrol',
  kickoff: 'first-session',
  midpoint: 'midpoint',
  close: 'close',
}

/** Somebody said that it was done; of one that is not there, nobody did. */
export interface DutyDone {
  cohortId: CohortId
  duty: Duty
  byId: PersonId
  at: Date
}
