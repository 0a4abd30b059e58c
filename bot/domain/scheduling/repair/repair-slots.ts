/**
 * Times to offer instead of a Session that does not take place as agreed: within 7 days before or after the date agreed
 * first and between the dates of the Sessions around it, free and inside working hours for both, on the next working day at
 * the earliest, and clear of everything that either has said no to. The days nearest to the date first, one a day before two on
 * one day, and on each day the time nearest to the usual one.
 */

import { dayMs, minuteMs } from '../../span.ts'
import type { PersonTime } from '../common-slot.ts'
import { type Interval, overlaps } from '../interval.ts'
import { atWorkMask } from '../slot-search.ts'
import { both, has, startsOf, without } from '../time-mask.ts'
import { dateOf, wallClock, weekdayOf } from '../zone-offset.ts'
import { repairOptions, repairWithinDays } from './repair.ts'

const STEP = 15 * minuteMs

export interface RepairQuestion {
  /** Start agreed first, epoch milliseconds. */
  original: number
  minutes: number
  /** Epoch milliseconds. */
  now: number
  people: readonly [PersonTime, PersonTime]
  /** Where the Session stands now: no new time touches it. */
  instead: Interval
  /** Starts of the Sessions before and after this one: no new time is on the day of either, or beyond it. */
  neighbors?: { before?: number; after?: number }
  /** What either has refused for this Session, and what is on offer already: no new time touches that either. */
  refused?: readonly Interval[]
  avoid?: { weekdays?: number[]; dates?: string[] }
  limit?: number
}

/** In order of time; none when nothing fits. */
export function repairSlots(question: RepairQuestion): Interval[] {
  const { minutes, limit = repairOptions } = question
  const days = new Map<number, { at: number; away: number }[]>()
  for (const at of possibleStarts(question)) {
    const { day, away } = placeOf(question, at)
    days.set(day, [...(days.get(day) ?? []), { at, away }])
  }
  for (const list of days.values()) list.sort((a, b) => a.away - b.away || a.at - b.at)
  const span = (at: number): Interval => ({ start: at, end: at + minutes * minuteMs })
  const chosen: Interval[] = []
  const ordered = nearestFirst(question, days)
  const longest = Math.max(0, ...ordered.map((list) => list.length))
  for (let rank = 0; rank < longest && chosen.length < limit; rank += 1) {
    for (const list of ordered) {
      const next = list.find(({ at }) => !chosen.some((one) => overlaps(one, span(at))))
      if (next && chosen.length < limit) chosen.push(span(next.at))
    }
  }
  return chosen.sort((a, b) => a.start - b.start)
}

/** As far before the date as after it: the later day, which leaves time to prepare. */
function nearestFirst<T>({ original, people }: RepairQuestion, days: ReadonlyMap<number, T>): T[] {
  const usual = wallClock(people[0].timeZone, original).day
  const sorted = [...days].sort(([a], [b]) => Math.abs(a - usual) - Math.abs(b - usual) || b - a)
  return sorted.map(([, list]) => list)
}

function possibleStarts(question: RepairQuestion): number[] {
  const { original, minutes, now, people, instead, refused = [] } = question
  const closed = [instead, ...refused]
  const from = Math.ceil(Math.max(original - repairWithinDays * dayMs, now) / STEP) * STEP
  const until = original + repairWithinDays * dayMs
  if (until < from) return []
  const horizon = {
    origin: Math.floor(from / dayMs) * dayMs - dayMs,
    days: Math.ceil((until - from) / dayMs) + 4,
  }
  const [first, second] = people.map((person) => without(atWorkMask(person, horizon), person.busy))
  const starts = startsOf(both(first!, second!), minutes)
  const found: number[] = []
  for (let at = from; at <= until; at += STEP) {
    const span = { start: at, end: at + minutes * minuteMs }
    const touches = closed.some((one) => overlaps(span, one))
    if (has(starts, at) && !touches && people.every((person) => suits(question, person, at))) found.push(at)
  }
  return found
}

/** Not today on their clock, not on or beyond a neighbor's day, and not on a day without meetings. */
function suits({ now, avoid, neighbors }: RepairQuestion, { timeZone }: PersonTime, at: number): boolean {
  const { day } = wallClock(timeZone, at)
  const dayOf = (instant: number) => wallClock(timeZone, instant).day
  if (day <= dayOf(now)) return false
  if (neighbors?.before !== undefined && day <= dayOf(neighbors.before)) return false
  if (neighbors?.after !== undefined && day >= dayOf(neighbors.after)) return false
  return !avoid?.weekdays?.includes(weekdayOf(day)) && !avoid?.dates?.includes(dateOf(day))
}

function placeOf({ original, people }: RepairQuestion, at: number): { day: number; away: number } {
  const { timeZone } = people[0]
  const { day, minutes } = wallClock(timeZone, at)
  return { day, away: Math.abs(minutes - wallClock(timeZone, original).minutes) }
}
