import { type BusyBlock, busyBlocks } from '../company/busy-blocks.ts'
import type { DemoPerson } from '../company.ts'
import { dayMs, minuteMs } from '../span.ts'
import type { DemoEvent } from '../state.ts'
import { occurrenceDates, type Recurrence } from './recurrence.ts'
import { instantOf, mailboxZone, noonOffset, readDateTime, wallOf } from './time-zones.ts'

/** One time an event takes place: the resource as it is then, and when. */
export interface Instance {
  event: DemoEvent
  /** Original local date; absent for a single event. */
  date?: string
  kind: 'singleInstance' | 'occurrence' | 'exception'
  start: number
  end: number
  /** When the occurrence would have begun by the pattern. */
  originalStart: number
  resource: Record<string, unknown>
}

/** Every instance of an event that touches the window, in order of start. Times in milliseconds. */
export function instancesOf(event: DemoEvent, from: number, to: number): Instance[] {
  const recurrence = event.resource['recurrence'] as Recurrence | null | undefined
  if (!recurrence) {
    const start = readDateTime(event.resource['start'], 'start').instant
    const end = readDateTime(event.resource['end'], 'end').instant
    const single: Instance = {
      event,
      kind: 'singleInstance',
      start,
      end,
      originalStart: start,
      resource: event.resource,
    }
    return touches(single, from, to) ? [single] : []
  }
  const moved = [...event.exceptions.keys()]
  const until = new Date(to + 2 * dayMs).toISOString().slice(0, 10)
  return occurrenceDates(
    recurrence,
    moved.reduce((a, b) => (a > b ? a : b), until),
  )
    .filter((date) => !event.cancelled.has(date))
    .map((date) => occurrenceOn(event, date))
    .filter((instance) => touches(instance, from, to))
    .sort((a, b) => a.start - b.start)
}

export function touches(instance: { start: number; end: number }, from: number, to: number): boolean {
  return (
    instance.start < to &&
    (instance.end > from || (instance.end === instance.start && instance.start >= from))
  )
}

/** The occurrence that the pattern puts on this local date, with what was changed about it. */
export function occurrenceOn(event: DemoEvent, date: string): Instance {
  const start = readDateTime(event.resource['start'], 'start')
  const end = readDateTime(event.resource['end'], 'end')
  const zone = start.zone
  const wall = `${date}${start.wall.slice(10)}`
  const length = Date.parse(`${wallOf(end.instant, zone)}Z`) - Date.parse(`${start.wall}Z`)
  const endWall = new Date(Date.parse(`${wall}Z`) + length).toISOString().slice(0, 19)
  const originalStart = instantOf(wall, zone)
  const byPattern = {
    event,
    date,
    kind: 'occurrence' as const,
    start: originalStart,
    end: instantOf(endWall, zone),
    originalStart,
    resource: event.resource,
  }
  const change = event.exceptions.get(date)
  if (!change) return byPattern
  const resource = { ...event.resource, ...change }
  return {
    ...byPattern,
    kind: 'exception',
    resource,
    start: change['start'] ? readDateTime(change['start'], 'start').instant : byPattern.start,
    end: change['end'] ? readDateTime(change['end'], 'end').instant : byPattern.end,
  }
}

/** All local dates of a series that are not cancelled, up to a year past its start when it has no end. */
export function remainingDates(event: DemoEvent): string[] {
  const recurrence = event.resource['recurrence'] as Recurrence
  const until = new Date(Date.parse(`${recurrence.range.startDate}T00:00:00Z`) + 4 * 366 * dayMs)
    .toISOString()
    .slice(0, 10)
  return occurrenceDates(recurrence, until).filter((date) => !event.cancelled.has(date))
}

export interface TimedBlock extends BusyBlock {
  date: string
  index: number
  from: number
  to: number
}

/** The seeded blocks of a mailbox that touch the window, as instants. */
export function blocksBetween(person: DemoPerson, from: number, to: number): TimedBlock[] {
  const zone = mailboxZone(person)
  const found: TimedBlock[] = []
  for (let day = Math.floor(from / dayMs) - 1; day * dayMs < to + dayMs; day++) {
    const date = new Date(day * dayMs).toISOString().slice(0, 10)
    const blocks = busyBlocks(person, date)
    if (blocks.length === 0) continue
    const midnight = day * dayMs - noonOffset(zone, date) * minuteMs
    for (const [index, block] of blocks.entries()) {
      const begins = midnight + block.start * minuteMs
      const ends = midnight + block.end * minuteMs
      if (begins < to && ends > from) found.push(timedBlock(block, date, index, begins, ends))
    }
  }
  return found
}

/** Field by field: a spread takes longer than everything else about a block, and a bench asks for millions. */
function timedBlock(block: BusyBlock, date: string, index: number, from: number, to: number): TimedBlock {
  const { start, end, showAs, subject, isPrivate, allDay } = block
  return { start, end, showAs, subject, isPrivate, allDay, date, index, from, to }
}
