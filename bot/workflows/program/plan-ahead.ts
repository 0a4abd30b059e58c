/** What the holidays of a company's countries mean for a plan, while it is made. */
import { type Country, countryOf, lastHolidayYear } from '../../domain/program/holidays.ts'
import { holidaysAhead, sessionWeeks } from '../../domain/program/plan-ahead.ts'
import type { Cohort } from '../../domain/program/program.ts'
import type { Ports } from '../ports.ts'

export interface PlanAhead {
  /** Countries of the directory's people with a holiday in a week of Sessions, most people first. */
  countries: { country: Country; people: number; days: string[] }[]
  directory: {
    units: { name: string; people: number }[]
    countries: { country: Country; people: number }[]
    people: number
    withGrade: number
  }
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
  const units = new Map<string, number>()
  let [people, withGrade] = [0, 0]
  for (const { country = '', department, grade, isEligible } of await store.people.all()) {
    if (!isEligible) continue
    people++
    if (grade !== undefined) withGrade++
    written.set(country, (written.get(country) ?? 0) + 1)
    if (department) units.set(department, (units.get(department) ?? 0) + 1)
  }
  const counts = new Map<Country, number>()
  let unknown = 0
  for (const [text, people] of written) {
    const country = countryOf({ country: text })
    if (country) counts.set(country, (counts.get(country) ?? 0) + people)
    else unknown += people
  }
  const goesBeyond = Number(sessionWeeks(plan).at(-1)![1].slice(0, 4)) > lastHolidayYear
  return {
    directory: {
      units: mostFirst(units).map(([name, count]) => ({ name, people: count })),
      countries: mostFirst(counts).map(([country, count]) => ({ country, people: count })),
      ...{ people, withGrade },
    },
    countries: mostFirst(counts)
      .map(([country, count]) => ({ country, people: count, days: holidaysAhead(plan, country) }))
      .filter(({ days }) => days.length > 0),
    unknown,
    ...(goesBeyond ? { knownUntil: lastHolidayYear } : {}),
  }
}

const mostFirst = (counts: ReadonlyMap<string, number>): [string, number][] =>
  [...counts].sort(([one, few], [other, many]) => many - few || (one < other ? -1 : 1))
