/** One event for many people, such as a speed meeting: invited once under its key, with a Teams link. */
import type { MeetingRequest } from '../domain/scheduling/calendar-time.ts'
import type { Booking } from '../domain/scheduling/hold.ts'
import type { Graph } from './client.ts'
import { bookOnce } from './event-once.ts'
import { HOLD_CATEGORY, HOLD_PROPERTY, toHtml } from './to-event.ts'

export function bookMeeting(graph: Graph, wish: MeetingRequest): Promise<Booking> {
  return bookOnce(graph, { ...wish, body: toMeeting(wish) })
}

/**
 * The body of `POST /users/{id}/events`. The times are instants, since nothing repeats; each sees only themselves among
 * the invited, so that nobody learns from Outlook who takes part.
 */
export function toMeeting({ key, attendees, start, end, subject, body }: MeetingRequest) {
  return {
    subject,
    body: { contentType: 'html', content: toHtml(body) },
    start: inUtc(start),
    end: inUtc(end),
    attendees: attendees.map(({ mail, name }) => ({
      emailAddress: { address: mail, name },
      type: 'required',
    })),
    hideAttendees: true,
    allowNewTimeProposals: false,
    isOnlineMeeting: true,
    onlineMeetingProvider: 'teamsForBusiness',
    categories: [HOLD_CATEGORY],
    transactionId: key,
    singleValueExtendedProperties: [{ id: HOLD_PROPERTY, value: key }],
  }
}

const inUtc = (at: Date) => ({ dateTime: at.toISOString().slice(0, 19), timeZone: 'UTC' })
