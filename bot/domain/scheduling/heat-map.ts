/** How much of an arc each half hour of the week is free: what somebody looks at who chooses another slot. */

import { dayMs } from '../span.ts'
import { firstDay, prepare, type SlotQuestion, startOf } from './slot-search.ts'
import { both, has, startsOf } from './time-mask.ts'
import { dayOf, timeOf, weekdayOf } from './zone-offset.ts'

export interface HeatCell {
  /** ISO weekday in the organizer's zone. */
  weekday: number
  /** Wall-clock HH:MM in the organizer's zone at which a Session would begin. */
  time: string
  /** How many of the occurrences are free and within working hours, for each and for both. */
  mentor: number
  mentee: number
  both: number
}

const HALF_HOUR = 30

/** Seven days of 48 half hours, Monday midnight first. Occurrences are counted from the first such weekday on. */
export function heatMap(question: SlotQuestion): HeatCell[] {
  const search = prepare(question)
  const { first, second } = question
  const one = startsOf(search.free[0], question.minutes)
  const other = startsOf(search.free[1], question.minutes)
  const shared = both(one, other)
  const [mentor, mentee] = first.side === 'mentor' ? [one, other] : [other, one]
  if (first.side === second.side) throw new RangeError('A heat map is of one Mentor and one Mentee.')
  const cells: HeatCell[] = []
  for (let day = dayOf(question.from); cells.length < 7 * 48; day += dayMs) {
    const days = firstDay(search, day)
    const usable = days.days.map(
      (date) => !search.avoidWeekdays.has(weekdayOf(date)) && !search.avoidDates.has(date),
    )
    for (let minutes = 0; minutes < 1440; minutes += HALF_HOUR) {
      const cell: HeatCell = { weekday: weekdayOf(day), time: timeOf(minutes), mentor: 0, mentee: 0, both: 0 }
      for (const [k, may] of usable.entries()) {
        if (!may) continue
        const at = startOf(search, days, k, minutes)
        if (at < (question.now ?? Number.NEGATIVE_INFINITY)) continue
        if (has(mentor, at)) cell.mentor += 1
        if (has(mentee, at)) cell.mentee += 1
        if (has(shared, at)) cell.both += 1
      }
      cells.push(cell)
    }
  }
  return cells.sort((a, b) => a.weekday - b.weekday || (a.time < b.time ? -1 : 1))
}
