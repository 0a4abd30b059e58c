/**
 * On which days somebody is off: those of the Cohort for everybody, and the public holidays of the country that the directory
 * states. A country that nobody states, or that the kept list does not know, is not guessed: the Cohort's own days apply alone.
 */
import type { Person } from '../organization/person.ts'
import { holidayDates } from './holiday-dates.ts'
import type { Cohort } from './program.ts'
import type { SchedulingPolicy } from './scheduling-policy.ts'

/** ISO 3166-1 alpha-2, one whose holidays are kept. */
export type Country = string

/** The last year whose holidays are kept; about later ones nothing is said. */
export const lastHolidayYear = Math.min(
  ...Object.values(holidayDates).map((years) => Math.max(...Object.keys(years).map(Number))),
)

/** How directories write countries that Unicode names otherwise. */
const otherNames: Record<string, Country> = {
  uk: 'GB',
  'great britain': 'GB',
  england: 'GB',
  scotland: 'GB',
  wales: 'GB',
  'northern ireland': 'GB',
  usa: 'US',
  'united states of america': 'US',
  'the netherlands': 'NL',
  holland: 'NL',
  'czech republic': 'CZ',
  turkey: 'TR',
  korea: 'KR',
  'republic of korea': 'KR',
  'hong kong': 'HK',
  uae: 'AE',
  'viet nam': 'VN',
}

/** The languages in which a directory is likely to name a country. */
const namedIn = 'en es ar de fr it pt nl pl sv da nb fi cs tr ja ko zh'.split(' ')

const plain = (name: string) =>
  name
    .normalize('NFKD')
    .replace(/[\p{M}.]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()

const byName = new Map<string, Country>(Object.entries(otherNames))
for (const language of namedIn) {
  const names = new Intl.DisplayNames([language], { type: 'region' })
  for (const code of Object.keys(holidayDates)) byName.set(plain(names.of(code) ?? code), code)
}

/** Entra keeps a country as free text: a code or a name. */
export function countryOf({ country }: Pick<Person, 'country'>): Country | undefined {
  const said = plain(country ?? '')
  const code = said.toUpperCase()
  return Object.hasOwn(holidayDates, code) ? code : byName.get(said)
}

/** ISO dates in order, both days included. */
export function publicHolidays(country: Country, from: string, to: string): string[] {
  const years = holidayDates[country] ?? {}
  return Object.entries(years)
    .flatMap(([year, days]) => days.split(' ').map((day) => `${year}-${day.slice(0, 2)}-${day.slice(2)}`))
    .filter((day) => from <= day && day <= to)
    .sort()
}

const everyDay = new Map<Country, string[]>()

/** Everything that is known, whenever it is. */
export function daysOff(
  { holidays }: Pick<SchedulingPolicy, 'holidays'>,
  person: Pick<Person, 'country'>,
): string[] {
  const country = countryOf(person)
  if (!country) return holidays
  const days = everyDay.get(country) ?? publicHolidays(country, '0000', '9999')
  everyDay.set(country, days)
  return [...new Set([...holidays, ...days])]
}

/** Days of the Cohort's own are entered, or the public holidays of everybody's country are kept until its end. */
export function areHolidaysKnown(
  { scheduling, endsOn }: Pick<Cohort, 'scheduling' | 'endsOn'>,
  people: readonly Pick<Person, 'country'>[],
): boolean {
  if (scheduling.holidays.length > 0) return true
  return Number(endsOn.slice(0, 4)) <= lastHolidayYear && people.every((person) => countryOf(person))
}
