/** When somebody is at work, as instants: their weekdays and hours, in their own zone, across clock changes. */
import type { WorkingHours } from '../enrolment/participant.ts'
import { dayMs, minuteMs, weekMs } from '../span.ts'
import { type Interval, intersect, lengthOf, union } from './interval.ts'
import { instantOf, minutesOf, wallClock, weekdayOf } from './zone-offset.ts'

export interface WorkingTime {
  /** IANA name. */
  timeZone: string
  workingHours: WorkingHours
}

/** Spans at work within [from, to), epoch milliseconds. Hours that end before they start run past midnight. */
export function workingIntervals(person: WorkingTime, from: number, to: number): Interval[] {
  if (to <= from) return []
  const start = minutesOf(person.workingHours.start)
  const end = minutesOf(person.workingHours.end)
  const days = new Set(person.workingHours.days)
  const spans: Interval[] = []
  // One day earlier, since a night shift reaches into the next day.
  const first = wallClock(person.timeZone, from).day - dayMs
  const last = wallClock(person.timeZone, to).day
  for (let day = first; day <= last; day += dayMs) {
    if (!days.has(weekdayOf(day))) continue
    const opens = instantOf(person.timeZone, day, start)
    const closes = instantOf(person.timeZone, end > start ? day : day + dayMs, end)
    spans.push({ start: Math.max(opens, from), end: Math.min(closes, to) })
  }
  return union(spans)
}

/** Whether all of [from, to) lies in one stretch of their work. */
export function isAtWork(person: WorkingTime, from: Date, to: Date): boolean {
  const [start, end] = [from.getTime(), to.getTime()]
  return workingIntervals(person, start, end).some((span) => span.start <= start && span.end >= end)
}

/**
 * Minutes of a typical shared day: how long both are at work at once, averaged over the days of the week after `at`
 * on which they meet at all. 0 when they never do.
 */
export function overlapMinutesUtc(first: WorkingTime, second: WorkingTime, at: number): number {
  const to = at + weekMs
  const shared = intersect(workingIntervals(first, at, to), workingIntervals(second, at, to))
  const days = new Set(shared.map((span) => wallClock(first.timeZone, span.start).day))
  return days.size ? Math.round(lengthOf(shared) / minuteMs / days.size) : 0
}
