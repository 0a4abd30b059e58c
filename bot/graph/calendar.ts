/**
 * Books, reads and cancels the recurring series behind a Hold. The rule is one series a key, whatever is lost on the
 * way: the key goes into `transactionId` (Graph answers a repeated create with the first event, for a while) and into an
 * extended property (by which the series is found again at any time). After an answer that never came, the property is
 * asked first and only then is the create repeated.
 */
import type { PersonId } from '../domain/person.ts'
import type { BookedSeries, SeriesRequest } from '../domain/scheduling/calendar-time.ts'
import type { Booking } from '../domain/scheduling/hold.ts'
import type { Graph } from './client.ts'
import { availabilityOf } from './free-busy.ts'
import { type GraphError, isGraphError, isOutcomeUnknown } from './graph-error.ts'
import { eventPath, eventsPath, mailboxOptions } from './mailbox.ts'
import { cancelFuture, instancesOf, occurrencesOf } from './series.ts'
import { filterByKey, seriesSpan, toEvent } from './to-event.ts'

/** Outlook said no for a reason that waiting does not cure. */
export class CalendarRefused extends Error {
  override readonly name = 'CalendarRefused'
  readonly code: 'no-mailbox' | 'not-permitted' | 'refused'
  constructor(code: CalendarRefused['code'], message: string, options?: { cause?: unknown }) {
    super(message, options)
    this.code = code
  }
}

type Sought = Pick<SeriesRequest, 'key' | 'organizer'>

interface GraphEvent {
  id: string
  isCancelled?: boolean | null
  isOnlineMeeting?: boolean | null
  onlineMeeting?: { joinUrl?: string | null } | null
}

/** How often one booking goes to Graph after lost answers, before the job has to come back. */
const CREATE_ATTEMPTS = 4
const EVENT_FIELDS = 'id,isCancelled,isOnlineMeeting,onlineMeeting'

export function calendarFrom(graph: Graph) {
  return {
    /** @throws GraphError when Graph as a whole is unwell; one person's trouble is in the answer. */
    availability: (people: { id: PersonId; mail?: string }[], from: Date, to: Date) =>
      availabilityOf(graph, people, from, to),
    /** @throws CalendarRefused, or GraphError when trying again later may help */
    book: (wish: SeriesRequest) => refusing(() => book(graph, wish)),
    /** The series that carries a key, if one is there: what an attempt nobody heard the end of may have left. */
    find: (sought: Sought) => refusing(() => find(graph, sought)),
    cancel: (booking: Booking, comment: string) => refusing(() => cancelFuture(graph, booking, comment)),
    occurrences: (booking: Booking, from: Date, to: Date) =>
      refusing(() => occurrencesOf(graph, booking, from, to)),
  }
}

async function book(graph: Graph, wish: SeriesRequest): Promise<BookedSeries> {
  const event = (wish.mayExist ? await findByKey(graph, wish) : undefined) ?? (await create(graph, wish))
  const booking = await bookingOf(graph, wish.organizer.id, event)
  const instances = await instancesOf(graph, booking, seriesSpan(wish.slot))
  const kept = instances.filter(({ cancelled }) => !cancelled)
  return { ...booking, occurrences: kept.map(({ start, end }) => ({ start, end })) }
}

async function bookingOf(graph: Graph, organizerId: PersonId, event: GraphEvent): Promise<Booking> {
  const joinUrl = event.onlineMeeting?.joinUrl ?? (await joinUrlOf(graph, organizerId, event))
  return { organizerId, eventId: event.id, ...(joinUrl ? { joinUrl } : {}) }
}

async function find(graph: Graph, sought: Sought): Promise<Booking | undefined> {
  const event = await findByKey(graph, sought)
  return event && bookingOf(graph, sought.organizer.id, event)
}

async function create(graph: Graph, wish: SeriesRequest): Promise<GraphEvent> {
  const path = eventsPath(wish.organizer.id)
  const body = toEvent(wish)
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await graph.post<GraphEvent>(path, body, mailboxOptions(wish.organizer.id))
    } catch (error) {
      const existing = await reconcile(graph, wish, error)
      if (existing) return existing
      if (attempt >= CREATE_ATTEMPTS) throw error
      await graph.backOff(attempt)
    }
  }
}

/** The series that is there in spite of the error; undefined when there is none and trying again is right. */
async function reconcile(graph: Graph, wish: SeriesRequest, error: unknown): Promise<GraphEvent | undefined> {
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
  wish: SeriesRequest,
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
    const note = `The series was booked without a Teams link: mailbox ${organizerId} does not allow Teams meetings.`
    graph.log({ event: 'graph-note', path, note })
  }
  return joinUrl
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

function refusalOf({ status, code }: GraphError): CalendarRefused['code'] | undefined {
  if (code === 'ErrorItemNotFound') return undefined
  if (status === 403) return 'not-permitted'
  if (status === 404) return 'no-mailbox'
  if (/MailboxNotEnabled|ErrorNonExistentMailbox|MailboxNotFound/i.test(code)) return 'no-mailbox'
  const passing = [401, 408, 409, 412, 423, 429]
  return status >= 400 && status < 500 && !passing.includes(status) ? 'refused' : undefined
}
