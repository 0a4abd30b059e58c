/**
 * A Hold: the recurring time kept in both calendars. requested: the wish is stored, nothing promised yet · held: Outlook
 * has it · released: cancelled in Outlook, nothing of the future is left · failed: no common slot, or Outlook refused;
 * says why and what would help. A slot is written into the requested Hold before Graph is asked, so that a crash is
 * followed by the same question and never by a second event.
 */
import type { PairingId } from '../pairing.ts'
import type { PersonId } from '../person.ts'
import type { Slot } from './slot.ts'

export type HoldId = string

export type HoldFailure =
  | 'no-common-slot'
  | 'calendar-unknown' /* free/busy of one side cannot be read; unknown is never free */
  | 'no-mailbox'
  | 'refused-by-outlook'
  | 'person-left'

/** One occurrence elsewhere than the slot says. Instants as ISO text, since it is kept as JSON. */
export interface MovedOccurrence {
  /** 1 to the number of Sessions. */
  number: number
  /** Where the series would have it; Outlook's name of the occurrence. */
  from: string
  start: string
  end: string
}

/** A Session that is an event of its own, because no weekly time fits. */
export interface SingleDate {
  number: number
  start: string
  end: string
  /** Outlook's id, once it is booked. */
  eventId?: string
}

interface Basis {
  id: HoldId
  pairingId: PairingId
  /** Rises when the slot changes; part of the key under which Outlook creates the series. */
  revision: number
  attempts: number
  requestedAt: Date
  moved?: MovedOccurrence[]
  dates?: SingleDate[]
}

export type RequestedHold = Basis & { state: 'requested'; slot?: Slot }
export type HeldHold = Basis & { state: 'held'; slot: Slot; booking: Booking }
export type ReleasedHold = Basis & { state: 'released'; slot?: Slot; booking?: Booking; releasedAt: Date }
export type FailedHold = Basis & { state: 'failed'; failure: HoldFailure; detail: string; slot?: Slot }
export type Hold = RequestedHold | HeldHold | ReleasedHold | FailedHold

/** Where Outlook keeps the series. */
export interface Booking {
  organizerId: PersonId
  eventId: string
  joinUrl?: string
}

/** Stable name of one revision of one Hold: Graph's transactionId and the extended property's value. */
export function holdKey(hold: Pick<Basis, 'id' | 'revision'>): string {
  return `${hold.id}.${hold.revision}`
}
