/**
 * Single occurrences of a booked series, and events of their own: what people did to them in Outlook, and moving them.
 * An occurrence is named by where the series had it (`originalStart`), which stays the same however often it moves.
 * Whatever cannot be read is thrown; only a clear 404 is "gone", and what is only not listed is said to be that.
 */
import { Fault } from '../domain/fault.ts'
import { type Booking, seriesOf } from '../domain/scheduling/hold.ts'
import type { Interval } from '../domain/scheduling/interval.ts'
import type { SeriesNow, SingleNow, SingleRequest } from '../domain/scheduling/occurrence.ts'
import { dayMs } from '../domain/span.ts'
import type { Graph } from './client.ts'
import { continuationOf, isListedUnderSubject } from './continuation.ts'
import { isListed } from './event-once.ts'
import { goneIs, isGraphError } from './graph-error.ts'
import { eventPath, mailboxOptions } from './mailbox.ts'
import { cancelledOf, cancelOne, type Master, type Stamp, spanOf } from './series.ts'
import { bookSingle, inUtc } from './single-event.ts'
import { instantFrom } from './to-event.ts'

/** Graph's widest view is not published; Exchange's older one was two years. */
const VIEW = 360 * dayMs
/** A PATCH was once answered with 200 and lost (microsoft-graph-docs#12141): what was asked is read back. */
const MOVE_ATTEMPTS = 3

interface Attendee {
  emailAddress?: { address?: string | null } | null
  status?: { response?: string | null } | null
}

interface Instance {
  id: string
  start: Stamp
  end: Stamp
  originalStart?: string | null
  isCancelled?: boolean | null
  attendees?: Attendee[] | null
  onlineMeeting?: { joinUrl?: string | null } | null
}

type WholeSeries = Master & {
  attendees?: Attendee[] | null
  onlineMeeting?: { joinUrl?: string | null } | null
}

const SINGLE_FIELDS = 'id,start,end,isCancelled,attendees'
const MASTER_FIELDS =
  'id,start,end,originalStartTimeZone,recurrence,isCancelled,cancelledOccurrences,attendees,onlineMeeting'

type Refusing = <T>(work: () => Promise<T>) => Promise<T>

export function occurrencesFrom(graph: Graph, refusing: Refusing) {
  return {
    seriesNow: (booking: Booking) => refusing(() => seriesNow(graph, booking)),
    continuationOf: (booking: Booking) => refusing(() => continuationOf(graph, booking)),
    singleNow: (booking: Booking) => refusing(() => singleNow(graph, booking)),
    moveOccurrence: (booking: Booking, originalStart: Date, to: Interval) =>
      refusing(() => moveOccurrence(graph, booking, originalStart, to)),
    moveSingle: (booking: Booking, to: Interval) => refusing(() => moveEvent(graph, booking, to)),
    bookSingle: (request: SingleRequest) => refusing(() => bookSingle(graph, request)),
    cancelOccurrence: (booking: Booking, originalStart: Date, comment: string) =>
      refusing(() => cancelOccurrence(graph, booking, originalStart, comment)),
  }
}

/** All parts together; whether it stands is what the part says that holds the dates ahead. */
async function seriesNow(graph: Graph, booking: Booking): Promise<SeriesNow | 'gone'> {
  const occurrences: SeriesNow['occurrences'] = []
  const cancelled: Date[] = []
  let last: SeriesNow | 'gone' = 'gone'
  for (const part of seriesOf(booking)) {
    last = await partNow(graph, part)
    if (last === 'gone') continue
    // What took over carries no key of ours.
    if (part.eventId !== booking.eventId)
      last = { ...last, isListed: await isListedUnderSubject(graph, part) }
    occurrences.push(...last.occurrences)
    cancelled.push(...last.cancelled)
  }
  return last === 'gone' ? 'gone' : { ...last, occurrences, cancelled }
}

async function partNow(graph: Graph, booking: Booking): Promise<SeriesNow | 'gone'> {
  const path = `${eventPath(booking)}?$select=${MASTER_FIELDS}`
  const master = await goneIs(
    'gone' as const,
    graph.get<WholeSeries>(path, mailboxOptions(booking.organizerId)),
  )
  if (master === 'gone' || master.isCancelled) return 'gone'
  const instances = await instancesIn(graph, booking, wide(spanOf(master)))
  const occurrences = instances.flatMap((instance) => {
    const originalStart = originalOf(instance)
    return instance.isCancelled || !originalStart ? [] : [{ originalStart, ...shown(instance) }]
  })
  return {
    occurrences,
    cancelled: cancelledOf(master, occurrences).map(({ start }) => start),
    declined: declinedIn(master.attendees),
    ...(master.onlineMeeting?.joinUrl ? { joinUrl: master.onlineMeeting.joinUrl } : {}),
    isListed: await isListed(graph, booking),
  }
}

/** One that moved far still belongs to the series. */
function wide({ start, end }: Interval): Interval {
  const room = 60 * dayMs
  return { start: start - room, end: end + room }
}

async function instancesIn(graph: Graph, booking: Booking, span: Interval): Promise<Instance[]> {
  const found = new Map<string, Instance>()
  for (let from = span.start; from < span.end; from += VIEW) {
    const iso = (at: number) => new Date(at).toISOString()
    const range = `startDateTime=${iso(from)}&endDateTime=${iso(Math.min(from + VIEW, span.end))}`
    const path = `${eventPath(booking)}/instances?${range}&$select=${SINGLE_FIELDS},originalStart&$top=100`
    for await (const page of graph.pages<Instance>(path, mailboxOptions(booking.organizerId))) {
      for (const instance of page.value) found.set(instance.id, instance)
    }
  }
  return [...found.values()]
}

function originalOf({ originalStart, start }: Instance): Date | undefined {
  const at = originalStart ? Date.parse(originalStart) : instantFrom(start)
  return Number.isNaN(at) ? undefined : new Date(at)
}

function shown({ start, end, attendees }: Instance) {
  return {
    start: new Date(instantFrom(start)),
    end: new Date(instantFrom(end)),
    declined: declinedIn(attendees),
  }
}

function declinedIn(attendees: Attendee[] | null | undefined): string[] {
  return (attendees ?? []).flatMap(({ emailAddress, status }) =>
    status?.response === 'declined' && emailAddress?.address ? [emailAddress.address.toLowerCase()] : [],
  )
}

async function singleNow(graph: Graph, booking: Booking): Promise<SingleNow | 'gone'> {
  const event = await eventNow(graph, booking)
  return event === 'gone' ? 'gone' : { ...event, isListed: await isListed(graph, booking) }
}

/** By its id alone, which an occurrence has too. */
async function eventNow(graph: Graph, booking: Booking): Promise<Omit<SingleNow, 'isListed'> | 'gone'> {
  const path = `${eventPath(booking)}?$select=${SINGLE_FIELDS},onlineMeeting`
  const event = await goneIs('gone' as const, graph.get<Instance>(path, mailboxOptions(booking.organizerId)))
  if (event === 'gone' || event.isCancelled) return 'gone'
  const joinUrl = event.onlineMeeting?.joinUrl
  return { booking, ...shown(event), ...(joinUrl ? { joinUrl } : {}) }
}

async function moveOccurrence(graph: Graph, booking: Booking, originalStart: Date, to: Interval) {
  const found = await occurrenceAt(graph, booking, originalStart)
  if (!found) return 'gone'
  try {
    return await moveEvent(graph, { ...booking, eventId: found.id }, to)
  } catch (error) {
    if (isGraphError(error) && error.code === 'ErrorOccurrenceCrossingBoundary') return 'crossing'
    throw error
  }
}

/** PATCH says the wanted state, so it may be repeated; it is done when Outlook shows it. */
export async function moveEvent(graph: Graph, booking: Booking, to: Interval): Promise<'moved' | 'gone'> {
  const options = mailboxOptions(booking.organizerId)
  const change = { start: inUtc(to.start), end: inUtc(to.end) }
  for (let attempt = 1; ; attempt += 1) {
    const now = await eventNow(graph, booking)
    if (now === 'gone') return 'gone'
    if (now.start.getTime() === to.start && now.end.getTime() === to.end) return 'moved'
    if (attempt > MOVE_ATTEMPTS) {
      throw new Fault(`Outlook took the new time of event ${booking.eventId} and does not show it.`)
    }
    const done = await goneIs('gone' as const, graph.patch(eventPath(booking), change, options))
    if (done === 'gone') return 'gone'
  }
}

async function occurrenceAt(
  graph: Graph,
  booking: Booking,
  originalStart: Date,
): Promise<Instance | undefined> {
  for (const part of seriesOf(booking)) {
    const found = await occurrenceIn(graph, part, originalStart)
    if (found) return found
  }
  return undefined
}

async function occurrenceIn(
  graph: Graph,
  booking: Booking,
  originalStart: Date,
): Promise<Instance | undefined> {
  const path = `${eventPath(booking)}?$select=${MASTER_FIELDS}`
  const master = await goneIs(undefined, graph.get<Master>(path, mailboxOptions(booking.organizerId)))
  if (!master || master.isCancelled) return undefined
  const instances = await instancesIn(graph, booking, wide(spanOf(master)))
  return instances.find(
    (instance) => !instance.isCancelled && originalOf(instance)?.getTime() === originalStart.getTime(),
  )
}

async function cancelOccurrence(
  graph: Graph,
  booking: Booking,
  originalStart: Date,
  comment: string,
): Promise<void> {
  const found = await occurrenceAt(graph, booking, originalStart)
  if (found) await cancelOne(graph, booking, found.id, comment)
}
