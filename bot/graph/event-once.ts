/**
 * One event a key, whatever is lost on the way: the key goes into `transactionId` (Graph answers a repeated create with the
 * first event, for a while) and into an extended property (by which the event is found again at any time). After an answer
 * that never came, the property is asked first and only then is the create repeated.
 */
import type { PersonId } from '../domain/organization/person.ts'
import type { Booking } from '../domain/scheduling/hold.ts'
import type { Graph } from './client.ts'
import { type GraphError, goneIs, isGraphError, isOutcomeUnknown } from './graph-error.ts'
import { eventPath, eventsPath, mailboxOptions } from './mailbox.ts'
import { pathShape } from './path-shape.ts'
import { filterByKey, HOLD_PROPERTY } from './to-event.ts'

/** What is looked for, and in whose mailbox. */
export interface Sought {
  key: string
  organizer: { id: PersonId }
}

/** `body` is that of `POST /users/{id}/events` and carries the key twice. */
export interface EventWish extends Sought {
  body: object
  /** An earlier try may have got through: look for the key before writing. */
  mayExist?: boolean | undefined
}

export interface GraphEvent {
  id: string
  start?: { dateTime: string; timeZone: string } | null
  isCancelled?: boolean | null
  isOnlineMeeting?: boolean | null
  onlineMeeting?: { joinUrl?: string | null } | null
}

/** How often one booking goes to Graph after lost answers, before the job has to come back. */
const CREATE_ATTEMPTS = 4
const EVENT_FIELDS = 'id,isCancelled,isOnlineMeeting,onlineMeeting'

/** Creates the event, or finds the one that already carries the key. */
export async function bookOnce(graph: Graph, wish: EventWish): Promise<Booking> {
  const { booking } = await bookEvent(graph, wish)
  return booking
}

/** As `bookOnce`, with Outlook's answer to the create itself; none when an earlier try had got through. */
export async function bookEvent(
  graph: Graph,
  wish: EventWish,
): Promise<{ booking: Booking; created?: GraphEvent }> {
  const found = wish.mayExist ? await findByKey(graph, wish) : undefined
  if (found) return { booking: await bookingOf(graph, wish.organizer.id, found) }
  const { event, isNew } = await create(graph, wish)
  const booking = await bookingOf(graph, wish.organizer.id, event)
  return isNew ? { booking, created: event } : { booking }
}

/** The event that carries a key, if one is there: what an attempt nobody heard the end of may have left. */
export async function findOnce(graph: Graph, sought: Sought): Promise<Booking | undefined> {
  const event = await findByKey(graph, sought)
  return event && bookingOf(graph, sought.organizer.id, event)
}

/**
 * Whether the calendar still has the event. Its immutable id outlives the move to Deleted Items, so a reading by id says
 * nothing; the list by key holds the calendar alone. The search behind it lags: one absence is no deletion. An event
 * without our key cannot be looked for, and counts as there.
 */
export async function isListed(graph: Graph, { organizerId, eventId }: Booking): Promise<boolean> {
  const own = encodeURIComponent(`singleValueExtendedProperties($filter=id eq '${HOLD_PROPERTY}')`)
  const path = `${eventPath({ organizerId, eventId })}?$select=id&$expand=${own}`
  const tagged = await goneIs(undefined, graph.get<Tagged>(path, mailboxOptions(organizerId)))
  if (!tagged) return false
  const key = tagged.singleValueExtendedProperties?.find(({ id }) => id === HOLD_PROPERTY)?.value
  if (!key) return true
  return (await findByKey(graph, { key, organizer: { id: organizerId } })) !== undefined
}

interface Tagged {
  singleValueExtendedProperties?: { id: string; value: string }[] | null
}

async function bookingOf(graph: Graph, organizerId: PersonId, event: GraphEvent): Promise<Booking> {
  const joinUrl = event.onlineMeeting?.joinUrl ?? (await joinUrlOf(graph, organizerId, event))
  return { organizerId, eventId: event.id, ...(joinUrl ? { joinUrl } : {}) }
}

async function create(graph: Graph, wish: EventWish): Promise<{ event: GraphEvent; isNew: boolean }> {
  const path = eventsPath(wish.organizer.id)
  for (let attempt = 1; ; attempt += 1) {
    try {
      const event = await graph.post<GraphEvent>(path, wish.body, mailboxOptions(wish.organizer.id))
      return { event, isNew: true }
    } catch (error) {
      const existing = await reconcile(graph, wish, error)
      if (existing) return { event: existing, isNew: false }
      if (attempt >= CREATE_ATTEMPTS) throw error
      await graph.backOff(attempt)
    }
  }
}

/** The series that is there in spite of the error; undefined when there is none and trying again is right. */
async function reconcile(graph: Graph, wish: EventWish, error: unknown): Promise<GraphEvent | undefined> {
  if (!isGraphError(error)) throw error
  if (isDuplicate(error)) {
    const adopted = (await findByKey(graph, wish)) ?? (await readEvent(graph, wish, existingId(error)))
    if (adopted) return adopted
    throw error
  }
  if (!isOutcomeUnknown(error)) throw error
  return findByKey(graph, wish)
}

/** 400 by two observers, 409 by others; the code is what they agree on. */
function isDuplicate(error: GraphError): boolean {
  return error.code === 'ErrorDuplicateTransactionId'
}

function existingId(error: GraphError): string | undefined {
  const id = error.body?.['@event.existingEventId']
  return typeof id === 'string' ? id : undefined
}

async function readEvent(
  graph: Graph,
  wish: Sought,
  id: string | undefined,
): Promise<GraphEvent | undefined> {
  if (!id) return undefined
  const path = eventPath({ organizerId: wish.organizer.id, eventId: id })
  return graph.get<GraphEvent>(`${path}?$select=${EVENT_FIELDS}`, mailboxOptions(wish.organizer.id))
}

async function findByKey(graph: Graph, wish: Sought): Promise<GraphEvent | undefined> {
  const path = eventsPath(wish.organizer.id)
  const query = `$filter=${filterByKey(wish.key)}&$select=${EVENT_FIELDS}&$top=10`
  for await (const page of graph.pages<GraphEvent>(`${path}?${query}`, mailboxOptions(wish.organizer.id))) {
    const found = page.value.find((event) => !event.isCancelled)
    if (found) return found
  }
  return undefined
}

/** Graph can answer 201 without a link: looked up once more, then said, since the mailbox may not allow Teams. */
async function joinUrlOf(
  graph: Graph,
  organizerId: PersonId,
  event: GraphEvent,
): Promise<string | undefined> {
  const path = eventPath({ organizerId, eventId: event.id })
  const again = await graph.get<GraphEvent>(`${path}?$select=${EVENT_FIELDS}`, mailboxOptions(organizerId))
  const joinUrl = again.onlineMeeting?.joinUrl ?? undefined
  if (!joinUrl) {
    const note = 'An event was booked without a Teams link: its mailbox does not allow Teams meetings.'
    graph.log({ event: 'graph-note', path: pathShape(path), note })
  }
  return joinUrl
}
