/** What the holidays of a company's countries mean for a plan, while it is made. */
import { type Country, countryOf, lastHolidayYear } from '../../domain/program/holidays.ts'
import { holidaysAhead, sessionWeeks } from '../../domain/program/plan-ahead.ts'
import type { Cohort } from '../../domain/program/program.ts'
import type { Ports } from '../ports.ts'

export interface PlanAhead {
  /** Countries of the directory's people with a holiday in a week of Sessions, most people first. */
  countries: { country: Country; people: number; days: string[] }[]
  /** Of whom no country is known whose holidays are kept. */
  unknown: number
  /** The year after which no holidays are kept, where the plan goes beyond it. */
  knownUntil?: number
}

export async function planAhead(
  { store }: Pick<Ports, 'store'>,
  plan: Pick<Cohort, 'startsOn' | 'sessions' | 'cadenceWeeks'>,
): Promise<PlanAhead> {
  // As the directory writes it first: there are few ways, and many people.
  const written = new Map<string, number>()
  for (const { country = '', isEligible } of await store.people.all())
    if (isEligible) written.set(country, (written.get(country) ?? 0) + 1)
  const counts = new Map<Country, number>()
  let unknown = 0
  for (const [text, people] of written) {
    const country = countryOf({ country: text })
    if (country) counts.set(country, (counts.get(country) ?? 0) + people)
    else unknown += people
  }
  const goesBeyond = Number(sessionWeeks(plan).at(-1)![1].slice(0, 4)) > lastHolidayYear
  return {
    countries: [...counts]
      .map(([country, people]) => ({ country, people, days: holidaysAhead(plan, country) }))
      .filter(({ days }) => days.length > 0)
      .sort((one, other) => other.people - one.people || (one.country < other.country ? -1 : 1)),
    unknown,
    ...(goesBeyond ? { knownUntil: lastHolidayYear } : {}),
  }
}
