/** Books, reads and cancels the recurring series behind a Hold, one series a key (see `event-once.ts`). */
import { Fault } from '../domain/fault.ts'
import type { PersonId } from '../domain/organization/person.ts'
import type { MeetingRequest, SeriesRequest } from '../domain/scheduling/calendar-time.ts'
import type { Booking } from '../domain/scheduling/hold.ts'
import { appointmentIn, eventsSharing } from './appointment.ts'
import { bookSeries } from './book-series.ts'
import type { Graph } from './client.ts'
import { endSeries } from './end-series.ts'
import { findOnce, type Sought } from './event-once.ts'
import { availabilityOf } from './free-busy.ts'
import { type GraphError, isGraphError, isMailboxGone } from './graph-error.ts'
import { bookMeeting } from './meeting.ts'
import { occurrencesFrom } from './occurrences.ts'
import { troubleWith } from './program-mailbox.ts'
import { cancelOne, occurrencesOf } from './series.ts'

/** Outlook said no for a reason that waiting does not cure. */
export class CalendarRefused extends Fault {
  override readonly name = 'CalendarRefused'
  readonly code: 'no-mailbox' | 'not-permitted' | 'refused'
  constructor(code: CalendarRefused['code'], message: string, options?: { cause?: unknown }) {
    super(message, options)
    this.code = code
  }
}

export function calendarFrom(graph: Graph) {
  return {
    isHeldBack: (mailbox: PersonId) => graph.isHeldBack(mailbox),
    /** Why this mailbox cannot invite to Sessions, if it cannot. @throws GraphError when nobody knows */
    troubleWith: (mailbox: PersonId) => troubleWith(graph, mailbox),
    /** @throws GraphError when Graph as a whole is unwell; one person's trouble is in the answer. */
    availability: (people: { id: PersonId; mail?: string }[], from: Date, to: Date) =>
      availabilityOf(graph, people, from, to),
    /** @throws CalendarRefused, or GraphError when trying again later may help */
    book: (wish: SeriesRequest) => refusing(() => bookSeries(graph, wish)),
    /** The series that carries a key, if one is there: what an attempt nobody heard the end of may have left. */
    find: (sought: Sought) => refusing(() => findOnce(graph, sought)),
    /** One event for many people, exactly once under its key. Errors as `book`. */
    bookMeeting: (wish: MeetingRequest) => refusing(() => bookMeeting(graph, wish)),
    cancelMeeting: (booking: Booking, comment: string) =>
      refusing(() => cancelOne(graph, booking, booking.eventId, comment)),
    cancel: (booking: Booking, comment: string) => refusing(() => endSeries(graph, booking, comment)),
    occurrences: (booking: Booking, from: Date, to: Date) =>
      refusing(() => occurrencesOf(graph, booking, from, to)),
    /** One of their own calendar, by the id that Outlook gives its add-ins. */
    appointment: (mailbox: PersonId, id: string) => refusing(() => appointmentIn(graph, mailbox, id)),
    eventsSharing: (organizerId: PersonId, sharedId: string) =>
      refusing(() => eventsSharing(graph, organizerId, sharedId)),
    ...occurrencesFrom(graph, refusing),
  }
}

/** Turns a final no of Outlook's into the refusal that workflows branch on; passing troubles stay GraphErrors. */
async function refusing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!isGraphError(error)) throw error
    const code = refusalOf(error)
    throw code ? new CalendarRefused(code, error.message, { cause: error }) : error
  }
}

function refusalOf(error: GraphError): CalendarRefused['code'] | undefined {
  const { status, code } = error
  if (code === 'ErrorItemNotFound') return undefined
  if (status === 403) return 'not-permitted'
  if (status === 404) return 'no-mailbox'
  if (isMailboxGone(error)) return 'no-mailbox'
  const passing = [401, 408, 409, 412, 423, 429]
  return status >= 400 && status < 500 && !passing.includes(status) ? 'refused' : undefined
}
