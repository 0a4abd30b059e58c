import type { WorkingHours } from '../participant.ts'
import type { PersonId } from '../person.ts'
import type { Booking } from './hold.ts'
import type { Interval } from './interval.ts'
import type { Slot } from './slot.ts'

/** A person's time as Outlook tells it. Unknown is never free. */
export type Availability =
  | { known: true; busy: Interval[]; timeZone?: string; workingHours?: WorkingHours }
  | { known: false; why: 'no-mailbox' | 'not-permitted' | 'unreadable' }

/** What Outlook is asked to keep. */
export interface SeriesRequest {
  /** `holdKey`: the same key twice is the same series. */
  key: string
  organizer: { id: PersonId }
  attendee: { mail: string; name: string }
  slot: Slot
  subject: string
  /** Plain text; becomes escaped HTML. */
  body: string
  /** An earlier try may have got through: look for the key before writing. */
  mayExist?: boolean
}

export interface BookedSeries extends Booking {
  occurrences: { start: Date; end: Date }[]
}

/** One event, not repeated, for everybody at once. */
export interface MeetingRequest {
  key: string
  organizer: { id: PersonId }
  /** At most 500: Graph takes no more. */
  attendees: { mail: string; name: string }[]
  start: Date
  end: Date
  subject: string
  /** Plain text; becomes escaped HTML. */
  body: string
  mayExist?: boolean
}
