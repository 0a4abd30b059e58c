/**
 * Times to offer instead of a Session that does not take place as agreed: within 7 days after the date agreed first, free
 * and inside working hours for both, on the next working day at the earliest, and clear of everything that either has said
 * no to. One a day before two on one day, and on each day the one nearest to the usual time.
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
  const ordered = [...days.values()]
  const longest = Math.max(0, ...ordered.map((list) => list.length))
  for (let rank = 0; rank < longest && chosen.length < limit; rank += 1) {
    for (const list of ordered) {
      const next = list.find(({ at }) => !chosen.some((one) => overlaps(one, span(at))))
      if (next && chosen.length < limit) chosen.push(span(next.at))
    }
  }
  return chosen.sort((a, b) => a.start - b.start)
}

function possibleStarts(question: RepairQuestion): number[] {
  const { original, minutes, now, people, instead, refused = [] } = question
  const closed = [instead, ...refused]
  const from = Math.ceil(Math.max(original, now) / STEP) * STEP
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

/** Not today on their clock, and not on a day without meetings. */
function suits({ now, avoid }: RepairQuestion, { timeZone }: PersonTime, at: number): boolean {
  const { day } = wallClock(timeZone, at)
  if (day <= wallClock(timeZone, now).day) return false
  return !avoid?.weekdays?.includes(weekdayOf(day)) && !avoid?.dates?.includes(dateOf(day))
}

function placeOf({ original, people }: RepairQuestion, at: number): { day: number; away: number } {
  const { timeZone } = people[0]
  const { day, minutes } = wallClock(timeZone, at)
  return { day, away: Math.abs(minutes - wallClock(timeZone, original).minutes) }
}
