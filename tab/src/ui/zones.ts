/**
 * Time zones by the names people have for them: city, country, the name of the time and its abbreviations, in the reader's
 * language as the browser knows them (CLDR). What is kept stays the name of the IANA table.
 */
import { dayMs, plusMs } from '../../../bot/domain/span.ts'
import { languageOf } from '../../../bot/words/sentence.ts'
import { formatLocale } from './language.ts'
import { cityIn } from './zone-cities.ts'

export interface Zone {
  id: string
  /** "London" */
  city: string
  /** "United Kingdom"; absent for zones of no country, and where the browser does not say. */
  country?: string | undefined
  /** "Greenwich Mean Time" and the like, without winter and summer. */
  time: string
  /** "GMT+0", at the moment that was asked about. */
  offset: string
}

/** Browsers list some cities by names that are not used any more; these are found by both. */
const renamed: Record<string, string> = {
  Calcutta: 'Kolkata',
  Katmandu: 'Kathmandu',
  Kiev: 'Kyiv',
  Rangoon: 'Yangon',
  Saigon: 'Ho Chi Minh City',
  Godthab: 'Nuuk',
  Faeroe: 'Faroe',
  Asmera: 'Asmara',
  Ponape: 'Pohnpei',
  Truk: 'Chuuk',
  Enderbury: 'Kanton',
  Coral_Harbour: 'Atikokan',
}

export function zoneNamed(id: string, locale: string, at: Date): Zone {
  const tag = formatLocale(locale)
  const last = id.split('/').at(-1) ?? id
  const city = renamed[last] ?? last.replaceAll('_', ' ')
  const code = countryOf(id)
  return {
    id,
    city: cityIn(languageOf(locale), id) ?? city,
    country: code ? new Intl.DisplayNames([tag], { type: 'region', fallback: 'none' }).of(code) : undefined,
    time: nameOf(tag, id, 'longGeneric', at),
    offset: nameOf(tag, id, 'shortOffset', at),
  }
}

function nameOf(
  tag: string,
  timeZone: string,
  timeZoneName: NonNullable<Intl.DateTimeFormatOptions['timeZoneName']>,
  at: Date,
): string {
  const parts = new Intl.DateTimeFormat(tag, { timeZone, timeZoneName }).formatToParts(at)
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? ''
}

/** Only where the browser can list a country's zones; elsewhere the name of the time has to do. */
let countries: Map<string, string> | undefined
function countryOf(id: string): string | undefined {
  countries ??= readCountries()
  return countries.get(id)
}

function readCountries(): Map<string, string> {
  const found = new Map<string, string>()
  for (const code of twoLetters('A'.charCodeAt(0))) {
    const place: Intl.Locale & { timeZones?: string[]; getTimeZones?: () => string[] } = new Intl.Locale(
      `und-${code}`,
    )
    // Codes of countries that are no more stand for one that is.
    if (place.region !== code) continue
    for (const zone of place.getTimeZones?.() ?? place.timeZones ?? []) found.set(zone, code)
  }
  return found
}

/** Every code of two letters from AA, or aa, to ZZ. */
export function* twoLetters(first: number): Generator<string> {
  for (let one = 0; one < 26; one += 1) {
    for (let two = 0; two < 26; two += 1) yield String.fromCharCode(first + one, first + two)
  }
}

/** What people type: any case, with or without accents. */
export const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()

interface Listed {
  zone: Zone
  text: string
}

/** Reading the names of 400 zones takes a tenth of a second: once for each language and day. */
const lists = new Map<string, Listed[]>()
function listed(locale: string, at: Date): Listed[] {
  const key = `${locale} ${at.toISOString().slice(0, 10)}`
  const known = lists.get(key)
  if (known) return known
  const half = plusMs(at, 182 * dayMs)
  const tag = formatLocale(locale)
  const all = [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])].map((id) => {
    const zone = zoneNamed(id, locale, at)
    const english = zoneNamed(id, 'en', at)
    const words = [
      ...[id.replaceAll('_', ' '), zone.city, zone.country, zone.time, zone.offset],
      ...[english.city, english.country, english.time, nameOf(tag, id, 'shortGeneric', at)],
      // Winter and summer: whoever looks for CEST in winter means the same clock as whoever looks for CET.
      ...['en-US', 'en-GB', 'en-AU'].flatMap((english) =>
        [at, half].map((moment) => nameOf(english, id, 'short', moment)),
      ),
    ]
    return { zone, text: plain(words.filter(Boolean).join(' \n')) }
  })
  lists.set(key, all)
  return all
}

/** Zones that have every word of `query`, cities that begin with it first. */
export function findZones(query: string, locale: string, at: Date, most: number): Zone[] {
  const words = plain(query).split(/\s+/)
  const rank = ({ zone, text }: Listed) =>
    plain(zone.city).startsWith(plain(query)) ? 0 : text.includes(`\n${words[0]}`) ? 1 : 2
  return listed(locale, at)
    .filter(({ text }) => words.every((word) => text.includes(word)))
    .sort((one, other) => rank(one) - rank(other) || one.zone.city.localeCompare(other.zone.city, locale))
    .slice(0, most)
    .map(({ zone }) => zone)
}
