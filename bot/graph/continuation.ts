/**
 * The series that took over from one of ours. "This and all following" in Outlook ends the old series and begins another,
 * with an id of its own and without our key (no page says more; office-js#1571, OutlookGoogleCalendarSync#2253). So the
 * organizer's calendar is asked for a series under the same subject (the one thing asked about events that are not known
 * to be ours), with the same people, that begins later. Only if there is exactly one is it the one.
 */
import { type Booking, seriesOf } from '../domain/scheduling/hold.ts'
import type { Graph } from './client.ts'
import { goneIs } from './graph-error.ts'
import { eventPath, eventsPath, mailboxOptions } from './mailbox.ts'
import type { Stamp } from './series.ts'
import { HOLD_PROPERTY, instantFrom } from './to-event.ts'

interface Series {
  id: string
  type?: string | null
  subject?: string | null
  start: Stamp
  isCancelled?: boolean | null
  attendees?: { emailAddress?: { address?: string | null } | null }[] | null
  onlineMeeting?: { joinUrl?: string | null } | null
  singleValueExtendedProperties?: { id: string; value: string }[] | null
}

const FIELDS = 'id,type,subject,start,isCancelled,attendees,onlineMeeting'
const OWN_KEY = `$expand=${encodeURIComponent(`singleValueExtendedProperties($filter=id eq '${HOLD_PROPERTY}')`)}`

/** The booking with the series that goes on, if there is one; nothing when there is none or more than one. */
export async function continuationOf(graph: Graph, booking: Booking): Promise<Booking | undefined> {
  const parts = seriesOf(booking)
  const options = mailboxOptions(booking.organizerId)
  const path = `${eventPath(parts.at(-1)!)}?$select=${FIELDS}&${OWN_KEY}`
  const old = await goneIs(undefined, graph.get<Series>(path, options))
  if (!old?.subject) return undefined
  const known = new Set(parts.map(({ eventId }) => eventId))
  const goesOn = (one: Series) =>
    !known.has(one.id) &&
    one.type === 'seriesMaster' &&
    !one.isCancelled &&
    instantFrom(one.start) > instantFrom(old.start) &&
    peopleIn(one) === peopleIn(old) &&
    (keyOf(one) === undefined || keyOf(one) === keyOf(old))
  const found = (await underSubject(graph, booking, old.subject)).filter(goesOn)
  const [next] = found
  if (!next || found.length > 1) return undefined
  const { joinUrl: _, ...rest } = booking
  const joinUrl = next.onlineMeeting?.joinUrl
  return { ...rest, continuedIn: [...(booking.continuedIn ?? []), next.id], ...(joinUrl ? { joinUrl } : {}) }
}

async function underSubject(graph: Graph, { organizerId }: Booking, subject: string): Promise<Series[]> {
  const filter = encodeURIComponent(`subject eq '${subject.replaceAll("'", "''")}'`)
  const path = `${eventsPath(organizerId)}?$filter=${filter}&$select=${FIELDS}&${OWN_KEY}&$top=50`
  const found: Series[] = []
  for await (const page of graph.pages<Series>(path, mailboxOptions(organizerId))) found.push(...page.value)
  return found
}

function peopleIn({ attendees }: Series): string {
  const addresses = (attendees ?? []).map(({ emailAddress }) => emailAddress?.address?.toLowerCase() ?? '')
  return addresses.sort().join(' ')
}

const keyOf = ({ singleValueExtendedProperties: own }: Series) =>
  own?.find(({ id }) => id.toLowerCase() === HOLD_PROPERTY.toLowerCase())?.value

/** Without a key of ours it is looked for by its subject: by its id alone it would be found in Deleted Items too. */
export async function isListedUnderSubject(graph: Graph, booking: Booking): Promise<boolean> {
  const path = `${eventPath(booking)}?$select=id,subject`
  const event = await goneIs(undefined, graph.get<Series>(path, mailboxOptions(booking.organizerId)))
  if (!event?.subject) return event !== undefined
  return (await underSubject(graph, booking, event.subject)).some(({ id }) => id === event.id)
}
