/** Until when somebody may answer what does not hurry: working days are counted on their own clock, with their own days off. */
import type { Participant } from '../enrolment/participant.ts'
import { dayMs } from '../span.ts'
import { dateOf, instantOf, wallClock, weekdayOf } from './zone-offset.ts'

/** Working days for an answer about a place. */
export const placeWorkingDays = 3
/** Whoever works on no day at all is not asked for longer. */
const mostDays = 21

/** The end of so many working days after today. */
export function endOfWorkingDays(
  { timeZone, workingHours }: Pick<Participant, 'timeZone' | 'workingHours'>,
  daysOff: readonly string[],
  now: Date,
  days: number,
): Date {
  const off = new Set(daysOff)
  let { day } = wallClock(timeZone, now.getTime())
  let left = days
  for (let passed = 0; left > 0 && passed < mostDays; passed++) {
    day += dayMs
    if (workingHours.days.includes(weekdayOf(day)) && !off.has(dateOf(day))) left--
  }
  return new Date(instantOf(timeZone, day + dayMs, 0))
}
