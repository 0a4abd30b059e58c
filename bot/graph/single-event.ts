/** One Session as an event of its own: where no occurrence of the series can take its place. One event a key. */
import type { Booking } from '../domain/scheduling/hold.ts'
import type { SingleRequest } from '../domain/scheduling/occurrence.ts'
import type { Graph } from './client.ts'
import { bookOnce } from './event-once.ts'
import { HOLD_CATEGORY, HOLD_PROPERTY, toHtml, toLink } from './to-event.ts'

export async function bookSingle(graph: Graph, request: SingleRequest): Promise<Booking> {
  const booking = await bookOnce(graph, { ...request, body: toSingleEvent(request) })
  return { ...booking, ...(request.joinUrl ? { joinUrl: request.joinUrl } : {}) }
}

/** The series' own meeting goes with the Session, so that the link people have leads to the same room. */
export function toSingleEvent({ key, attendees, at, subject, body, sensitivity, joinUrl }: SingleRequest) {
  const meeting = joinUrl
    ? { location: { displayName: 'Microsoft Teams' } }
    : { isOnlineMeeting: true, onlineMeetingProvider: 'teamsForBusiness' }
  return {
    subject,
    body: {
      contentType: 'html',
      content: `${toHtml(body)}${joinUrl ? toLink({ text: joinUrl, url: joinUrl }) : ''}`,
    },
    start: inUtc(at.start),
    end: inUtc(at.end),
    attendees: attendees.map(({ mail, name }) => ({
      emailAddress: { address: mail, name },
      type: 'required',
    })),
    ...meeting,
    ...(sensitivity ? { sensitivity } : {}),
    categories: [HOLD_CATEGORY],
    transactionId: key,
    singleValueExtendedProperties: [{ id: HOLD_PROPERTY, value: key }],
  }
}

/** An instant as Graph takes it. */
export const inUtc = (at: number) => ({ dateTime: new Date(at).toISOString().slice(0, 19), timeZone: 'UTC' })
