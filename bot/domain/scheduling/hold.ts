/**
 * A Hold: the recurring time kept in both calendars. requested: the wish is stored, nothing promised yet · booked: Outlook
 * has it · released: cancelled in Outlook, nothing of the future is left · failed: no common slot, or Outlook refused;
 * says why and what would help. A slot is written into the requested Hold before Graph is asked, so that a crash is
 * followed by the same question and never by a second event.
 */

import type { PersonId } from '../organization/person.ts'
import type { PairingId } from '../pairing/pairing.ts'
import { minuteMs, weekMs } from '../span.ts'
import type { Slot } from './slot.ts'
import { dayOf, instantOf, minutesOf } from './zone-offset.ts'

export type HoldId = string

export type HoldFailure =
  | 'no-common-slot'
  | 'calendar-unknown' /* free/busy of one side cannot be read; unknown is never free */
  | 'no-mailbox'
  | 'refused-by-outlook'
  | 'person-left'
  | 'deleted-in-outlook' /* by somebody; never booked again by itself */

/** What a failure is about, more closely; kept as keys, so that every reader hears of it in their own language. */
export const failureReasons = {
  'no-common-slot': ['no-session-left', 'taken-meanwhile', 'no-shared-hours', 'nearest'],
  'calendar-unknown': ['mentor', 'mentee'],
  'no-mailbox': ['mentor', 'mentee'],
} as const satisfies Partial<Record<HoldFailure, readonly string[]>>
type Failing = keyof typeof failureReasons

export interface FailureFacts {
  why?: (typeof failureReasons)[Failing][number]
  /** Of the nearest time: how many of how many Sessions it fits. */
  fits?: number
  of?: number
  /** What Outlook said, for whoever looks after the service. */
  outlook?: string
}

/** One text column keeps them. A Hold that failed before they were facts has a sentence there, which says nothing more. */
export function readFailureFacts(kept: string): FailureFacts {
  try {
    const facts: unknown = JSON.parse(kept)
    return typeof facts === 'object' && facts !== null ? (facts as FailureFacts) : {}
  } catch {
    return {}
  }
}

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

/** One Session as it is planned; what Outlook and our own records are compared with. */
export interface PlannedSession {
  number: number
  start: Date
  end: Date
  /** Where the series has it; absent for a single date. */
  originalStart?: Date
  /** Only for a single date that is booked. */
  eventId?: string
}

/** What stands in Outlook from the revision before, until the new one stands there too. */
export interface Standing {
  booking: Booking
  slot: Slot
  moved?: MovedOccurrence[]
  dates?: SingleDate[]
}

interface Basis {
  id: HoldId
  pairingId: PairingId
  /** Rises when the slot changes; part of the key under which Outlook creates the series. */
  revision: number
  attempts: number
  requestedAt: Date
  /** In whose mailbox Outlook was asked to book: written before, since a lost answer is looked for there. */
  organizerId?: PersonId
  moved?: MovedOccurrence[]
  dates?: SingleDate[]
}

/** With `replaces` the slot of a booked Hold is being changed: that series stays until the new one is booked. */
export type RequestedHold = Basis & { state: 'requested'; slot?: Slot; replaces?: Standing }
/** With `dates` the slot is that of the first date, and the booking its event; every date has an event of its own. */
export type BookedHold = Basis & { state: 'booked'; slot: Slot; booking: Booking }
export type ReleasedHold = Basis & { state: 'released'; slot?: Slot; booking?: Booking; releasedAt: Date }
export type FailedHold = Basis & { state: 'failed'; failure: HoldFailure; detail: FailureFacts; slot?: Slot }
export type Hold = RequestedHold | BookedHold | ReleasedHold | FailedHold

/** Another time is looked for, in the same mailbox; what stands in both calendars stays until the new one stands there. */
export function wantedAnew(hold: BookedHold, at: Date): RequestedHold {
  const { id, pairingId, revision, booking, slot, moved, dates } = hold
  return {
    ...{ id, pairingId, revision: revision + 1, attempts: 0, requestedAt: at, state: 'requested' },
    organizerId: booking.organizerId,
    replaces: { booking, slot, ...(moved ? { moved } : {}), ...(dates ? { dates } : {}) },
  }
}

/** Where Outlook keeps the series. */
export interface Booking {
  organizerId: PersonId
  eventId: string
  /** Series that took over the rest, in order: "this and all following" in Outlook ends one and begins another. */
  continuedIn?: string[]
  /** Absent when Outlook booked without a Teams link, which it may do without an error. */
  joinUrl?: string
  /** Links of events of their own, by id, where they have one that is not the series'. */
  links?: Record<string, string>
}

/** An occurrence, moved or not, has the series' link; an event of its own may have another. */
export function linkOf(hold: Hold | undefined, eventId: string | undefined): string | undefined {
  if (hold?.state !== 'booked') return undefined
  const { joinUrl, links } = hold.booking
  return (eventId === undefined ? undefined : links?.[eventId]) ?? joinUrl
}

/** The same booking where nothing is new. */
export function withLink(booking: Booking, eventId: string, joinUrl: string | undefined): Booking {
  const known = booking.links?.[eventId] ?? booking.joinUrl
  return !joinUrl || joinUrl === known
    ? booking
    : { ...booking, links: { ...booking.links, [eventId]: joinUrl } }
}

/** The series and those that took over from it, each to be read and ended by itself. */
export function seriesOf({ continuedIn = [], ...first }: Booking): Booking[] {
  return [first, ...continuedIn.map((eventId) => ({ ...first, eventId }))]
}

/** Stable name of one revision of one Hold: Graph's transactionId and the extended property's value. */
export function holdKey(hold: Pick<Basis, 'id' | 'revision'>): string {
  return `${hold.id}.${hold.revision}`
}

/** The name of one single date, which is an event of its own. */
export function dateKey(hold: Pick<Basis, 'id' | 'revision'>, number: number): string {
  return `${holdKey(hold)}.${number}`
}

/** Every Session of a plan, in order. Each is placed by the slot's own clock, so that 15:00 stays 15:00. */
export function plannedSessions(plan: {
  slot: Slot
  moved?: MovedOccurrence[]
  dates?: SingleDate[]
}): PlannedSession[] {
  const { slot, moved = [], dates } = plan
  if (dates) {
    return dates.map(({ number, start, end, eventId }) => ({
      ...{ number, start: new Date(start), end: new Date(end) },
      ...(eventId ? { eventId } : {}),
    }))
  }
  const elsewhere = new Map(moved.map((one) => [Date.parse(one.from), one]))
  return startsOfSlot(slot).map((at, k) => {
    const other = elsewhere.get(at)
    return {
      number: (slot.fromNumber ?? 1) + k,
      start: new Date(other?.start ?? at),
      end: new Date(other?.end ?? at + slot.minutes * minuteMs),
      originalStart: new Date(at),
    }
  })
}

/** Epoch milliseconds of each occurrence by the pattern alone. */
export function startsOfSlot({ firstDate, time, timeZone, everyWeeks, occurrences }: Slot): number[] {
  const first = dayOf(firstDate)
  return Array.from({ length: occurrences }, (_, k) =>
    instantOf(timeZone, first + k * everyWeeks * weekMs, minutesOf(time)),
  )
}
