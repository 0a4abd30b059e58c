import type { SessionId } from '../scheduling/session.ts'

/** Of one Session whose question has closed. */
export interface Outcome {
  sessionId: SessionId
  /** Somebody says that it took place. Not held: nobody does, and nobody can tell whether anybody said "no". */
  held: boolean
  /** Somebody named something that is in the way. */
  obstacle: boolean
}
