/**
 * Wall-clock time to instants and back. Temporal knows the rules but takes microseconds per question, and finding slots
 * asks millions; so each zone's clock changes are read from it once and kept as a short sorted list.
 */
import { Temporal } from 'temporal-polyfill'
import { dayMs, minuteMs } from '../span.ts'

const YEAR = 366 * dayMs

/** From `starts[i]` on, the zone is `offsets[i]` milliseconds ahead of UTC. Holds for [from, to). */
interface Rules {
  from: number
  to: number
  starts: number[]
  offsets: number[]
}

const known = new Map<string, Rules>()

/** Milliseconds that `timeZone` (IANA) is ahead of UTC at an instant. @throws RangeError for a zone nobody knows. */
export function offsetAt(timeZone: string, at: number): number {
  let rules = known.get(timeZone)
  if (!rules || at < rules.from || at >= rules.to) {
    rules = readRules(timeZone, at, rules)
    known.set(timeZone, rules)
  }
  let i = rules.starts.length - 1
  while (i > 0 && rules.starts[i]! > at) i -= 1
  return rules.offsets[i]!
}

function readRules(timeZone: string, at: number, before: Rules | undefined): Rules {
  const from = Math.min(at - YEAR, before?.from ?? at)
  const to = Math.max(at + 2 * YEAR, before?.to ?? at)
  let moment: Temporal.ZonedDateTime | null =
    Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(timeZone)
  const rules: Rules = { from, to, starts: [], offsets: [] }
  while (moment && moment.epochMilliseconds < to) {
    rules.starts.push(moment.epochMilliseconds)
    rules.offsets.push(Math.round(moment.offsetNanoseconds / 1e6))
    moment = moment.getTimeZoneTransition('next')
  }
  return rules
}

/**
 * The instant at which clocks in `timeZone` show `minutes` past midnight of `day` (epoch milliseconds of that date's
 * midnight in UTC, see `dayOf`). A time that the clock change skips moves forward, one that happens twice is the first:
 * what calendars do.
 */
export function instantOf(timeZone: string, day: number, minutes: number): number {
  const wall = day + minutes * minuteMs
  const before = offsetAt(timeZone, wall - dayMs)
  const after = offsetAt(timeZone, wall + dayMs)
  if (before === after) return wall - before
  if (offsetAt(timeZone, wall - before) === before) return wall - before
  if (offsetAt(timeZone, wall - after) === after) return wall - after
  return wall - before
}

/** What clocks in `timeZone` show: the date as `dayOf` gives it, and minutes past midnight. */
export function wallClock(timeZone: string, at: number): { day: number; minutes: number } {
  const wall = at + offsetAt(timeZone, at)
  const day = Math.floor(wall / dayMs) * dayMs
  return { day, minutes: Math.floor((wall - day) / minuteMs) }
}

/** A local ISO date as a number that days can be added to: midnight of that date in UTC. */
export function dayOf(date: string): number {
  const day = Date.parse(`${date}T00:00:00Z`)
  if (Number.isNaN(day)) throw new RangeError(`Cannot read "${date}" as a date; write it as 2026-11-30.`)
  return day
}

export function dateOf(day: number): string {
  return new Date(day).toISOString().slice(0, 10)
}

/** ISO weekday, 1 Monday to 7 Sunday. */
export function weekdayOf(day: number): number {
  return ((Math.floor(day / dayMs) + 3) % 7) + 1
}

/** Minutes past midnight of HH:MM. */
export function minutesOf(time: string): number {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})/.exec(time) ?? []
  if (!hours || !minutes) throw new RangeError(`Cannot read "${time}" as a time of day; write it as 15:00.`)
  return Number(hours) * 60 + Number(minutes)
}

export function timeOf(minutes: number): string {
  const within = ((minutes % 1440) + 1440) % 1440
  return `${String(Math.floor(within / 60)).padStart(2, '0')}:${String(within % 60).padStart(2, '0')}`
}
