import type { PersonId } from '../organization/person.ts'
import type { Booking } from './hold.ts'
import type { Interval } from './interval.ts'

/** One event as Outlook shows it. */
export interface SingleNow {
  booking: Booking
  start: Date
  end: Date
  /** Mail addresses, in lower case, of those who said no. */
  declined: string[]
  /** Of a meeting that it has itself. */
  joinUrl?: string
  isListed: IsListed
}

/**
 * Whether the organizer's calendar lists it. What was deleted can still be read by its id; what was just written may not be
 * listed yet. So once unlisted is neither there nor gone: nothing is written, and one looks again some minutes later.
 */
type IsListed = boolean

/** A series as Outlook shows it. */
export interface SeriesNow {
  /** Those that still stand, moved ones included. `originalStart` is where the series had it. */
  occurrences: { originalStart: Date; start: Date; end: Date; declined: string[] }[]
  /** Original starts of those that were cancelled. */
  cancelled: Date[]
  /** Who said no to the series as a whole. */
  declined: string[]
  /** Absent where its mailbox may not make Teams meetings. */
  joinUrl?: string
  isListed: IsListed
}

/** One Session as an event of its own. */
export interface SingleRequest {
  /** The same key twice is the same event. */
  key: string
  organizer: { id: PersonId }
  attendees: { mail: string; name: string }[]
  at: Interval
  subject: string
  /** Plain text; becomes escaped HTML. */
  body: string
  sensitivity?: 'normal' | 'private'
  /** The series' own meeting, so that every link leads to the same room; without one the event gets its own. */
  joinUrl?: string
}
