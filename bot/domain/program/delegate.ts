import type { PersonId } from '../organization/person.ts'

/** A leader's assistant: may move the leader's Sessions, and sees when they are, never with whom or about what. */
export interface Delegate {
  leaderId: PersonId
  assistantId: PersonId
  since: Date
}
