/** How long a Cohort usually is: real lengths, from its start to its end, that a plan can begin with. Without anything but dates. */
import { dayMs, utcDate, weekMs } from '../../../../bot/domain/span.ts'

/**
 * By practice a Session every three or four weeks, half an arc on either side of the Midpoint; a pilot is 8 to 12 weeks. With a
 * week to get going and a week to close they come to 9, 27 and 51 weeks.
 */
export const templates = {
  pilot: { sessions: 4, cadenceWeeks: 2, sessionMinutes: 50 },
  six: { sessions: 7, cadenceWeeks: 4, sessionMinutes: 50 },
  twelve: { sessions: 13, cadenceWeeks: 4, sessionMinutes: 50 },
} as const
export type Template = keyof typeof templates

const enrolMs = 4 * weekMs

/**
 * Where a template begins: on the date that was chosen, as long as it is not over; else on the first Monday that leaves
 * enrollment its four weeks. ISO dates, what was chosen as it was typed.
 */
export function startFor(chosen: string, today: string): string {
  if (!Number.isNaN(Date.parse(chosen)) && chosen >= today) return chosen
  const soonest = Date.parse(today) + enrolMs
  const sinceMonday = (new Date(soonest).getUTCDay() + 6) % 7
  return utcDate(new Date(soonest + ((7 - sinceMonday) % 7) * dayMs))
}
