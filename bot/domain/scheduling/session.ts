import type { PairingId } from '../pairing/pairing.ts'
import type { HoldId } from './hold.ts'

export type SessionId = string

/** planned: in the future or not yet answered for · held / missed: both sides' check-ins say so · cancelled: in Outlook. */
export type SessionState = 'planned' | 'held' | 'missed' | 'cancelled'

/** One occurrence of a Hold. */
export interface Session {
  id: SessionId
  holdId: HoldId
  pairingId: PairingId
  /** 1 to the Cohort's number of Sessions. */
  number: number
  startsAt: Date
  endsAt: Date
  state: SessionState
  /** Where it was first agreed to be, when moved since. */
  movedFrom?: Date
  /** Who moved it last, and who said they cannot come; ids of people. */
  movedBy?: string
  declinedBy?: string
  /** Outlook's name of the occurrence: where the series had it. */
  originalStart?: Date
  /** Only for a single date: its own event. */
  eventId?: string
}

/**
 * Gone because the Pairing ended: nobody was to come any more. One that somebody called off has their name, and counts as
 * a Session that was due.
 */
export function isWaived({ state, declinedBy }: Session): boolean {
  return state === 'cancelled' && declinedBy === undefined
}
