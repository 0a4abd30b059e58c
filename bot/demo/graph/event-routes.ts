import type { DemoPerson } from '../company.ts'
import { dayMs } from '../span.ts'
import type { DemoEvent } from '../state.ts'
import { personOr404 } from './directory.ts'
import { newResource, readEventBody } from './event-input.ts'
import { patchOccurrence, patchSeries } from './event-patch.ts'
import {
  dropEvent,
  eventsOf,
  findEvent,
  isDeleted,
  isOrganizers,
  lingeringIn,
  newEventKey,
  saveEvent,
} from './event-store.ts'
import {
  appliedPreferences,
  type EventStyle,
  readBlockId,
  showBlock,
  showEvent,
  showInstance,
  styleOf,
} from './event-view.ts'
import {
  accepted,
  badRequest,
  type Call,
  context,
  type GraphAnswer,
  GraphRefusal,
  noContent,
  ok,
} from './exchange.ts'
import { deliverToAttendees } from './meeting-copies.ts'
import { mailAttendees, mailExceptionsOff } from './meeting-mails.ts'
import { hasMailbox } from './memory.ts'
import { blocksBetween, instancesOf, occurrenceOn } from './occurrences.ts'
import { collection, pageOf, pick, selected } from './odata.ts'
import { parseFilter } from './odata-filter.ts'
import { readBound } from './time-zones.ts'

const USUAL_PAGE = 10
const LARGEST_PAGE = 1000
const YEAR_MS = 366 * dayMs

export function mailboxOf(call: Call): DemoPerson {
  const person = personOr404(call.state, call.memory, call.params['id']!)
  if (hasMailbox(call.state, person)) return person
  throw new GraphRefusal(
    404,
    'MailboxNotEnabledForRESTAPI',
    'The mailbox is either inactive, soft-deleted, or is hosted on-premise.',
  )
}

/** POST /users/{id}/events. The same transactionId never makes a second event. */
export function createEvent(call: Call): GraphAnswer {
  const { state, memory } = call
  const organizer = mailboxOf(call)
  const style = styleOf(call)
  const given = readEventBody(call.request.body)
  const transaction = typeof given['transactionId'] === 'string' ? given['transactionId'] : undefined
  const key = `${organizer.id}|${transaction}`
  const content = canonical(given)
  const earlier = transaction === undefined ? undefined : memory.transactions.get(key)
  if (earlier && earlier.content !== content)
    throw new GraphRefusal(
      400,
      'ErrorDuplicateTransactionId',
      `Your request can't be completed. The TransactionId '${transaction}' in the request has already been used to create a different event.`,
      {
        members: { '@event.existingEventId': earlier.eventId },
      },
    )
  const event = earlier ? state.events.get(earlier.eventId)! : addEvent(call, organizer, given, transaction)
  if (transaction !== undefined) memory.transactions.set(key, { eventId: event.id, content })
  return answerEvent(call, event, style, 201)
}

function addEvent(
  call: Call,
  organizer: DemoPerson,
  given: Record<string, unknown>,
  transaction: string | undefined,
): DemoEvent {
  const id = newEventKey(call.state, call.memory)
  const event: DemoEvent = {
    id,
    mailbox: organizer.id,
    iCalUId: `040000008200E00074C5B7101A82E008${id.slice(4).toUpperCase()}`,
    resource: newResource(call.state, organizer, given),
    ...(transaction === undefined ? {} : { transactionId: transaction }),
    exceptions: new Map(),
    cancelled: new Set(),
    etag: 0,
  }
  saveEvent(call.state, event, 'created')
  deliverToAttendees(call.state, event)
  mailAttendees(call.state, event, 'invitation')
  return event
}

/** Content of a body whatever the order of its members. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`
  if (!value || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  return `{${Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, inner]) => `${name}:${canonical(inner)}`)
    .join()}}`
}

function answerEvent(
  call: Call,
  event: DemoEvent,
  style: EventStyle,
  status = 200,
  date?: string,
): GraphAnswer {
  const row = date
    ? showInstance(call.state, occurrenceOn(event, date), style)
    : showEvent(call.state, event, style)
  const of = context(call.state, `users('${call.params['id']}')/events/$entity`)
  const shown = pick(row, selected(call.request.query), [
    'exceptionOccurrences',
    'singleValueExtendedProperties',
  ])
  return {
    status,
    headers: { ...appliedPreferences(style), ETag: `W/"${event.etag}"` },
    body: { '@odata.context': of, ...shown },
  }
}

/** GET /users/{id}/events/{event}: a single event, a master, an occurrence, or a seeded block. */
export function getEvent(call: Call): GraphAnswer {
  const person = mailboxOf(call)
  const style = styleOf(call)
  const block = readBlockId(call.params['event']!)
  if (block) {
    const noon = Date.parse(`${block.date}T12:00:00Z`)
    const found = blocksBetween(person, noon - dayMs, noon + dayMs).find(
      (b) => b.date === block.date && b.index === block.index,
    )
    if (found)
      return ok({
        '@odata.context': context(call.state, 'users/events/$entity'),
        ...showBlock(person, found, style),
      })
  }
  const { event, date } = findOccurrence(call, person)
  return answerEvent(call, event, style, 200, date)
}

function findOccurrence(call: Call, person: DemoPerson): { event: DemoEvent; date?: string } {
  const found = findEvent(call.state, person.id, call.params['event']!)
  if (found.date && found.event.cancelled.has(found.date))
    throw new GraphRefusal(404, 'ErrorItemNotFound', 'The specified object was not found in the store.')
  const match = call.request.headers['if-match']
  if (match && match !== '*' && match !== `W/"${found.event.etag}"`)
    throw new GraphRefusal(
      412,
      'ErrorIrresolvableConflict',
      'The send or update operation could not be performed because the change key passed in the request does not match the current change key for the item.',
    )
  return found
}

/** GET /users/{id}/events: single events and masters, never occurrences. */
export function listEvents(call: Call): GraphAnswer {
  const person = mailboxOf(call)
  const style = styleOf(call)
  const { tag, rest } = splitFilter(call.request.query.get('$filter'))
  const isFound = (event: DemoEvent) => !tag || (carries(event, tag) && !call.memory.unindexed.has(event.id))
  const late = tag ? lingeringIn(call.memory, person.id) : []
  const tagged = [...eventsOf(call.state, call.memory, person.id), ...late].filter(isFound)
  const rows = tagged.map((event) => showEvent(call.state, event, style))
  return answerRows(call, rest ? rows.filter(parseFilter(rest)) : rows, style)
}

/** GET /users/{id}/events/{master}/instances */
export function listInstances(call: Call): GraphAnswer {
  const style = styleOf(call)
  const { event } = findOccurrence(call, mailboxOf(call))
  const [from, to] = windowOf(call)
  return answerRows(
    call,
    instancesOf(event, from, to).map((instance) => showInstance(call.state, instance, style)),
    style,
  )
}

/** GET /users/{id}/calendarView: everything in the window, expanded, in order of start. */
export function calendarView(call: Call): GraphAnswer {
  const style = styleOf(call)
  const [from, to] = windowOf(call)
  const rows = viewRows(call, mailboxOf(call), from, to, style)
  const { rest } = splitFilter(call.request.query.get('$filter'))
  return answerRows(call, rest ? rows.filter(parseFilter(rest)) : rows, style)
}

export function viewRows(
  call: Call,
  person: DemoPerson,
  from: number,
  to: number,
  style: EventStyle,
): Record<string, unknown>[] {
  const own = eventsOf(call.state, call.memory, person.id).flatMap((event) => instancesOf(event, from, to))
  const timed = [
    ...own.map((instance) => ({ at: instance.start, row: () => showInstance(call.state, instance, style) })),
    ...blocksBetween(person, from, to).map((block) => ({
      at: block.from,
      row: () => showBlock(person, block, style),
    })),
  ]
  return timed.sort((a, b) => a.at - b.at).map(({ row }) => row())
}

export function windowOf(call: Call): [number, number] {
  const value = (name: string) =>
    [...call.request.query].find(([key]) => key.toLowerCase() === name)?.[1] ?? null
  const [from, to] = [readBound(value('startdatetime')), readBound(value('enddatetime'))]
  if (to < from) throw badRequest('The end of the window is before its start.', 'ErrorInvalidParameter')
  if (to - from > 2 * YEAR_MS)
    throw badRequest(
      'The specified calendar view range is larger than two years.',
      'ErrorCalendarViewRangeTooBig',
    )
  return [from, to]
}

function answerRows(call: Call, rows: Record<string, unknown>[], style: EventStyle): GraphAnswer {
  const page = pageOf(call, rows, USUAL_PAGE, LARGEST_PAGE)
  const names = selected(call.request.query)
  const value = page.value.map((row) =>
    pick(row, names, ['singleValueExtendedProperties', 'exceptionOccurrences']),
  )
  return ok(
    collection(context(call.state, `users('${call.params['id']}')/events`), { ...page, value }),
    appliedPreferences(style),
  )
}

const TAG = /singleValueExtendedProperties\/any\((\w+):\s*\1\/id eq '([^']+)' and \1\/value eq '([^']*)'\)/i

/** Separates the search for a tag from the rest of a filter. */
function splitFilter(filter: string | null): { tag?: { id: string; value: string }; rest?: string } {
  if (!filter) return {}
  const found = TAG.exec(filter)
  const rest = filter
    .replace(TAG, '')
    .replace(/^\s*and\s+|\s+and\s*$/gi, '')
    .trim()
  return { ...(found ? { tag: { id: found[2]!, value: found[3]! } } : {}), ...(rest ? { rest } : {}) }
}

/** The property's name compares with case, its value without. */
function carries(event: DemoEvent, tag: { id: string; value: string }): boolean {
  const properties = event.resource['singleValueExtendedProperties'] as
    | { id: string; value: string }[]
    | undefined
  return (
    properties?.some(({ id, value }) => id === tag.id && value.toLowerCase() === tag.value.toLowerCase()) ??
    false
  )
}

/** PATCH /users/{id}/events/{event}: a single event or series, or one occurrence by its own id. */
export function updateEvent(call: Call): GraphAnswer {
  const style = styleOf(call)
  const person = mailboxOf(call)
  const { event, date } = findOccurrence(call, person)
  const given = readEventBody(call.request.body)
  // What lies in Deleted Items can be written to, and nobody hears of it.
  if (isDeleted(call.state, event)) event.etag++
  else if (date) patchOccurrence(call.state, event, date, given)
  else patchSeries(call.state, person, event, given)
  return answerEvent(call, event, style, 200, date)
}

/** POST .../cancel: the organizer calls a meeting, or one occurrence of it, off. */
export function cancelEvent(call: Call): GraphAnswer {
  const { event, date } = findOccurrence(call, mailboxOf(call))
  if (!isOrganizers(call.state, event))
    throw badRequest(
      "Your request can't be completed. You need to be an organizer to cancel a meeting.",
      'ErrorInvalidRequest',
    )
  takeOff(call, event, date)
  return accepted
}

/** DELETE: the organizer's copy takes the attendees' with it, an attendee only loses their own. */
export function deleteEvent(call: Call): GraphAnswer {
  const { event, date } = findOccurrence(call, mailboxOf(call))
  takeOff(call, event, date)
  return noContent
}

function takeOff(call: Call, event: DemoEvent, date: string | undefined): void {
  if (isDeleted(call.state, event))
    throw new GraphRefusal(403, 'ErrorCannotDeleteObject', 'The object cannot be deleted.')
  const organizes = isOrganizers(call.state, event)
  if (date) {
    event.cancelled.add(date)
    saveEvent(call.state, event, 'updated')
    if (!organizes) return
    deliverToAttendees(call.state, event)
    mailAttendees(call.state, event, 'cancellation', date)
    return
  }
  if (organizes) {
    mailAttendees(call.state, event, 'cancellation')
    mailExceptionsOff(call.state, event)
  }
  if (organizes) deliverToAttendees(call.state, { ...event, resource: { ...event.resource, attendees: [] } })
  dropEvent(call.state, event)
}
