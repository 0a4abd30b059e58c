/**
 * The occurrences of a booked series. Outlook lists only those that still stand; a cancelled one leaves nothing but its
 * id on the master, from which its date can be read.
 */
import { type Booking, seriesOf } from '../domain/scheduling/hold.ts'
import type { Interval } from '../domain/scheduling/interval.ts'
import { ianaZone } from '../domain/scheduling/time-zone.ts'
import { dayOf, instantOf, wallClock, weekdayOf } from '../domain/scheduling/zone-offset.ts'
import { dayMs, weekMs } from '../domain/span.ts'
import type { Graph } from './client.ts'
import { isListed } from './event-once.ts'
import { goneIs, isGraphError } from './graph-error.ts'
import { eventPath, mailboxOptions } from './mailbox.ts'
import { instantFrom } from './to-event.ts'

/** Graph's widest view is not published; Exchange's older one was two years. */
const VIEW = 360 * dayMs

export interface Occurrence {
  start: Date
  end: Date
  cancelled: boolean
  /** Where the series had it. */
  originalStart: Date
}

export interface Stamp {
  dateTime: string
  timeZone: string
}

interface Instance {
  id: string
  start: Stamp
  end: Stamp
  originalStart?: string | null
  isCancelled?: boolean | null
}

export interface Master extends Instance {
  originalStartTimeZone?: string | null
  cancelledOccurrences?: string[] | null
  recurrence?: {
    pattern: { interval?: number; daysOfWeek?: string[] | null }
    range: {
      type: string
      startDate: string
      endDate?: string | null
      numberOfOccurrences?: number
      recurrenceTimeZone?: string | null
    }
  } | null
}

/** Standing occurrences that touch `span`, in order. */
export async function instancesOf(graph: Graph, booking: Booking, span: Interval) {
  const found: (Occurrence & { id: string })[] = []
  for (let from = span.start; from < span.end; from += VIEW) {
    const iso = (at: number) => new Date(at).toISOString()
    const range = `startDateTime=${iso(from)}&endDateTime=${iso(Math.min(from + VIEW, span.end))}`
    const path = `${eventPath(booking)}/instances?${range}&$select=id,start,end,originalStart,isCancelled&$top=100`
    for await (const page of graph.pages<Instance>(path, mailboxOptions(booking.organizerId))) {
      for (const instance of page.value) found.push({ id: instance.id, ...occurrenceOf(instance) })
    }
  }
  const unique = new Map(found.map((instance) => [instance.id, instance]))
  return [...unique.values()].sort((a, b) => a.start.getTime() - b.start.getTime())
}

function occurrenceOf({ start, end, originalStart, isCancelled }: Instance): Occurrence {
  const from = new Date(instantFrom(start))
  return {
    start: from,
    end: new Date(instantFrom(end)),
    cancelled: isCancelled === true,
    originalStart: originalStart ? new Date(originalStart) : from,
  }
}

/** Standing and cancelled ones between two instants; none when the series is gone. */
export async function occurrencesOf(
  graph: Graph,
  booking: Booking,
  from: Date,
  to: Date,
): Promise<Occurrence[]> {
  const found: Occurrence[] = []
  for (const part of seriesOf(booking)) found.push(...(await occurrencesIn(graph, part, from, to)))
  return found.sort((a, b) => a.start.getTime() - b.start.getTime())
}

async function occurrencesIn(graph: Graph, booking: Booking, from: Date, to: Date): Promise<Occurrence[]> {
  const master = await masterOf(graph, booking)
  if (!master || !(await isListed(graph, booking))) return []
  const standing = await goneIs([], instancesOf(graph, booking, { start: from.getTime(), end: to.getTime() }))
  const cancelled = cancelledOf(master, standing).filter(({ start }) => start >= from && start < to)
  return [...standing.map(({ id: _, ...rest }) => rest), ...cancelled]
}

/** What Outlook lists of a series, by where the pattern had it. */
type Standing = readonly { originalStart: Date }[]

/** Ids end in the date on the pattern's clock (`OID.<master>.2026-12-01`); the time is the master's. */
export function cancelledOf(master: Master, standing: Standing): Occurrence[] {
  const dates = (master.cancelledOccurrences ?? []).flatMap((id) => {
    const [, year, month, date] = /(\d{4})-?(\d{2})-?(\d{2})$/.exec(id) ?? []
    return year ? [`${year}-${month}-${date}`] : []
  })
  const range = master.recurrence?.range
  const last = range?.type === 'endDate' ? range.endDate : undefined
  const within = dates.filter((date) => !last || date <= last)
  if (within.length === 0) return []
  const starts = instantFrom(master.start)
  const length = instantFrom(master.end) - starts
  const zone = zoneOf(master, standing)
  return within.map((date) => {
    const start = zone
      ? instantOf(zone, dayOf(date), wallClock(zone, starts).minutes)
      : weeksFrom([starts, ...standing.map(({ originalStart }) => originalStart.getTime())], dayOf(date))
    const from = new Date(start)
    return { start: from, end: new Date(start + length), cancelled: true, originalStart: from }
  })
}

/** Whole weeks from the nearest known date, whatever clock that is on: at most the change of the clocks between them off. */
function weeksFrom(known: number[], day: number): number {
  const noon = day + dayMs / 2
  const nearest = known.reduce((a, b) => (Math.abs(b - noon) < Math.abs(a - noon) ? b : a))
  return nearest + Math.round((noon - nearest) / weekMs) * weekMs
}

/**
 * On whose clock the pattern is. `recurrenceTimeZone` names it, and may be empty (microsoft-graph-docs#6578) or a zone that
 * only one Outlook knows (`tzone://Microsoft/Custom`); `originalStartTimeZone` is the zone of the day it was created (event),
 * and of another clock once somebody moved the series elsewhere. What is listed bears one of them out, or neither.
 */
export function zoneOf(master: Master, standing: Standing): string | undefined {
  const named = [master.recurrence?.range.recurrenceTimeZone, master.originalStartTimeZone]
  const zones = named.flatMap((name) => ianaZone(name || undefined) ?? [])
  return zones.find((zone) => isBorneOut(zone, master, standing))
}

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

/** In the pattern's zone every date begins at one time of the day, on a weekday of the pattern. */
function isBorneOut(zone: string, { start, recurrence }: Master, standing: Standing): boolean {
  const first = wallClock(zone, instantFrom(start))
  const days = recurrence?.pattern.daysOfWeek
  if (days?.length && !days.includes(weekdays[weekdayOf(first.day) - 1]!)) return false
  return standing.every(
    ({ originalStart }) => wallClock(zone, originalStart.getTime()).minutes === first.minutes,
  )
}

export async function masterOf(graph: Graph, booking: Booking): Promise<Master | undefined> {
  const fields = 'id,start,end,originalStartTimeZone,recurrence,isCancelled,cancelledOccurrences'
  return goneIs(
    undefined,
    graph.get<Master>(`${eventPath(booking)}?$select=${fields}`, mailboxOptions(booking.organizerId)),
  )
}

/** Gone already is fine, whatever Outlook says to calling off what lies in Deleted Items. */
export async function cancelOne(
  graph: Graph,
  booking: Booking,
  eventId: string,
  comment: string,
): Promise<void> {
  const path = `${eventPath({ ...booking, eventId })}/cancel`
  try {
    await graph.post(path, { comment }, { ...mailboxOptions(booking.organizerId), repeatable: true })
  } catch (error) {
    if (!isGraphError(error) || ![400, 403, 404].includes(error.status)) throw error
    if (error.code !== 'ErrorItemNotFound' && (await isListed(graph, booking))) throw error
  }
}

/** From the series' range, with room for occurrences moved within their weeks. */
export function spanOf(master: Master): Interval {
  const start = instantFrom(master.start)
  const range = master.recurrence?.range
  const weeks = master.recurrence?.pattern.interval ?? 1
  const last =
    range?.type === 'numbered'
      ? start + weeks * weekMs * ((range.numberOfOccurrences ?? 1) - 1)
      : range?.type === 'endDate' && range.endDate
        ? dayOf(range.endDate)
        : start + (range ? 2 * VIEW : 0)
  return { start: start - weekMs, end: last + 2 * weekMs }
}
