/** Laying a calendar out: which days a view shows, where an item stands in its day. No drawing here. */
import { Temporal } from 'temporal-polyfill'
import { findIana } from 'windows-iana'
import type { CalendarItem } from './tenant-api.ts'

export type Day = Temporal.PlainDate

/** Mailboxes name their zone in Windows' way or in IANA's; anything unknown is shown in UTC. */
export function zoneOf(mailboxTimeZone: string): string {
  for (const zone of [findIana(mailboxTimeZone)[0], mailboxTimeZone]) {
    try {
      if (zone) return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone
    } catch {}
  }
  return 'UTC'
}

export const dayOf = (instant: string, zone: string): Day =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate()

/** Monday to Sunday around a day. */
export const weekOf = (day: Day): Day[] => daysFrom(day.subtract({ days: day.dayOfWeek - 1 }), 7)

/** The weeks a month touches, each Monday to Sunday. */
export function monthOf(day: Day): Day[][] {
  const first = day.with({ day: 1 })
  const weeks: Day[][] = []
  for (let week = weekOf(first); !isAfterMonth(week[0]!, first); week = weekOf(week[6]!.add({ days: 1 }))) {
    weeks.push(week)
  }
  return weeks
}

const isAfterMonth = (day: Day, first: Day) => Temporal.PlainDate.compare(day, first.add({ months: 1 })) >= 0

const daysFrom = (first: Day, count: number) =>
  Array.from({ length: count }, (_all, days) => first.add({ days }))

/** ISO instants that bound some days in a zone: midnight to midnight, however long the days are. */
export function boundsOf(days: Day[], zone: string): { from: string; to: string } {
  const midnight = (day: Day) => day.toZonedDateTime(zone).toInstant().toString()
  return { from: midnight(days[0]!), to: midnight(days.at(-1)!.add({ days: 1 })) }
}

export interface Placed {
  item: CalendarItem
  /** Minutes of the day, 0 to 1440. */
  start: number
  end: number
  /** Items at the same time stand side by side: which column, of how many. */
  lane: number
  lanes: number
}

/** The items of one day in order of time, those that overlap side by side. */
export function placeInDay(items: CalendarItem[], day: Day, zone: string): Placed[] {
  const placed = items
    .map((item) => ({ item, ...minutesOn(item, day, zone), lane: 0, lanes: 1 }))
    .filter(({ start, end }) => end > start)
    .sort((one, other) => one.start - other.start || other.end - one.end)
  for (const group of overlapping(placed)) giveLanes(group)
  return placed
}

function minutesOn(item: CalendarItem, day: Day, zone: string): { start: number; end: number } {
  const minute = (instant: string) => {
    const at = Temporal.Instant.from(instant).toZonedDateTimeISO(zone)
    const days = day.until(at.toPlainDate()).days
    return Math.min(1440, Math.max(0, days * 1440 + at.hour * 60 + at.minute))
  }
  return { start: minute(item.start), end: minute(item.end) }
}

function overlapping(placed: Placed[]): Placed[][] {
  const groups: Placed[][] = []
  let end = -1
  for (const one of placed) {
    if (one.start < end) groups.at(-1)!.push(one)
    else groups.push([one])
    end = Math.max(end, one.end)
  }
  return groups
}

function giveLanes(group: Placed[]): void {
  const freeAt: number[] = []
  for (const one of group) {
    const free = freeAt.findIndex((time) => time <= one.start)
    one.lane = free < 0 ? freeAt.length : free
    freeAt[one.lane] = one.end
  }
  for (const one of group) one.lanes = freeAt.length
}

const isWholeDay = ({ start, end }: Placed) => start === 0 && end === 1440

/**
 * First and last hour worth showing: the working day, or further where something lies outside it. A holiday fills
 * whatever is shown, and is no reason to show the night.
 */
export function hoursShown(days: Placed[][]): { first: number; last: number } {
  const all = days.flat().filter((one) => !isWholeDay(one))
  const first = Math.min(8, ...all.map(({ start }) => Math.floor(start / 60)))
  const last = Math.max(18, ...all.map(({ end }) => Math.ceil(end / 60)))
  return { first, last }
}
