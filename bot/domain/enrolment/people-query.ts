import type { Person } from '../organization/person.ts'
import type { CohortId } from '../program/program.ts'
import type { Participant, ParticipantState, Side } from './participant.ts'

export interface PeopleQuery {
  cohortId?: CohortId
  /** Matches name, title, department; case and accents do not matter. */
  text?: string
  state?: ParticipantState | 'enrolled' | 'not-enrolled' | 'everyone'
  side?: Side
  /** Exclusive start, as given by the page before. */
  after?: string
  limit: number
}

export interface PeopleResult {
  people: { person: Person; participant?: Participant; load: number }[]
  next?: string
  total: number
}
