import type { WorkingHours } from '../enrolment/participant.ts'
import type { PersonId } from '../organization/person.ts'
import type { Booking, MovedOccurrence, PlannedSession } from './hold.ts'
import type { Interval } from './interval.ts'
import type { Slot } from './slot.ts'

/** A person's time as Outlook tells it. Unknown is never free. */
export type Availability =
  | {
      known: true
      /** Everything that is not free, tentative entries included. */
      busy: Interval[]
      /** `busy` without what is only tentative. */
      firm: Interval[]
      timeZone?: string
      workingHours?: WorkingHours
    }
  | { known: false; why: 'no-mailbox' | 'not-permitted' | 'unreadable' }

/** What Outlook is asked to keep. */
export interface SeriesRequest {
  /** `holdKey`: the same key twice is the same series. */
  key: string
  organizer: { id: PersonId }
  attendees: { mail: string; name: string }[]
  slot: Slot
  /** Occurrences that take place elsewhere than the slot says. */
  moved?: MovedOccurrence[]
  subject: string
  /** Plain text; becomes escaped HTML. */
  body: string
  /** Stands under the text. */
  link?: { text: string; url: string }
  /** Where to meet, as Outlook shows it beside the time. */
  place?: string
  sensitivity?: 'normal' | 'private'
  /** An earlier try may have got through: look for the key before writing. */
  mayExist?: boolean
}

/** As it stands in Outlook, which people may have changed since an earlier try. */
export interface BookedSeries extends Booking {
  occurrences: (PlannedSession & { cancelled?: true })[]
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
