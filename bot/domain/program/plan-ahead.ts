/** What a plan meets before anybody takes part in it: public holidays in the weeks in which its pairs are to meet. */
import { addDays } from '../calendar-date.ts'
import { type Country, publicHolidays } from './holidays.ts'
import type { Cohort } from './program.ts'

type Plan = Pick<Cohort, 'startsOn' | 'sessions' | 'cadenceWeeks'>

/** The first after a week to get going; each from its first day to its last. ISO dates. */
export const sessionWeeks = ({ startsOn, sessions, cadenceWeeks }: Plan): [from: string, to: string][] =>
  Array.from({ length: sessions }, (_, nth) => {
    const from = addDays(startsOn, 7 * (1 + nth * cadenceWeeks))
    return [from, addDays(from, 6)]
  })

/** ISO dates in order. */
export const holidaysAhead = (plan: Plan, country: Country): string[] =>
  sessionWeeks(plan).flatMap(([from, to]) => publicHolidays(country, from, to))
