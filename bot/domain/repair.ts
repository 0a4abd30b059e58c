import type { PersonId } from './person.ts'
import type { SessionId } from './session.ts'

/**
 * Putting a Session back on its feet. open: three times are offered to both · booking: one was tapped, Outlook is being
 * asked · booked · expired: the week is over · none: no time within 7 days is free for both, so the Organizer hears of it.
 */
export type RepairState = 'open' | 'booking' | 'booked' | 'expired' | 'none'

export type RepairReason = 'declined' | 'cancelled' | 'cannot-make-it'

export interface Repair {
  id: string
  sessionId: SessionId
  /** 1 for the first time this Session is repaired. */
  round: number
  state: RepairState
  reason: RepairReason
  askedBy?: PersonId
  /** ISO instants. */
  options: { start: string; end: string }[]
  /** Index into `options`. */
  chosen?: number
  chosenBy?: PersonId
  openedAt: Date
}
