/** Numbers, dates and times as the reader writes them, in the reader's time zone. Pure: `now` arrives as an argument. */

import { dayMs, minuteMs } from '../../../bot/domain/span.ts'
import { apart, languageOf } from '../../../bot/words/sentence.ts'
import { formatLocale } from './language.ts'

export interface Format {
  number(value: number, options?: Intl.NumberFormatOptions): string
  /** 0.83 is 83 %. */
  percent(share: number): string
  /** "Tuesday, 3 March" */
  day(instant: string | Date): string
  /** "3 Mar" */
  shortDay(instant: string | Date): string
  /** "3 March 2026"; an ISO date stays the same day in every zone. */
  date(isoDate: string): string
  time(instant: string | Date): string
  /** "10:00 – 10:50" */
  timeRange(from: string | Date, to: string | Date): string
  /** The reader's zone (IANA); undefined: the one of the device. */
  timeZone: string | undefined
  /** The reader's zone at that instant: "GMT+1" */
  zone(instant: string | Date): string
  /** "Central European Time", where this device's clock shows something else at that instant. */
  zoneNotHere(instant: string | Date): string | undefined
  /** "Tue 14:00" in another zone; undefined where the clocks there show what they show here. */
  timeElsewhere(instant: string | Date, timeZone: string): string | undefined
  /** "in 3 days", "yesterday" */
  relative(instant: string | Date, now: Date): string
  list(items: string[]): string
  /** "Tuesday, 3 March, 10:00": one after the other, with the reader's comma. */
  beside(...parts: string[]): string
  /** "Spanish" for `es`. */
  languageName(tag: string): string
  /** "Spain" for `ES`. */
  countryName(code: string): string
  /** 1 is Monday. */
  weekday(isoWeekday: number, width?: 'long' | 'short' | 'narrow'): string
}

const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365 * 1440],
  ['month', 30 * 1440],
  ['week', 7 * 1440],
  ['day', 1440],
  ['hour', 60],
  ['minute', 1],
]

export function formatFor(locale: string, timeZone?: string): Format {
  const tag = formatLocale(locale)
  const language = languageOf(locale)
  const zone = timeZone ? { timeZone } : {}
  const dates = (options: Intl.DateTimeFormatOptions) => cached(tag, { ...zone, ...options })
  const names = new Intl.DisplayNames([tag], { type: 'language', fallback: 'code' })
  const numbers = new Intl.NumberFormat(tag)
  return {
    number: (value, options) =>
      options ? new Intl.NumberFormat(tag, options).format(value) : numbers.format(value),
    percent: (share) =>
      new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 0 }).format(share),
    day: (at) => dates({ weekday: 'long', day: 'numeric', month: 'long' }).format(new Date(at)),
    shortDay: (at) => dates({ day: 'numeric', month: 'short' }).format(new Date(at)),
    date: (iso) =>
      cached(tag, { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' }).format(
        new Date(`${iso.slice(0, 10)}T00:00:00Z`),
      ),
    time: (at) => dates({ hour: 'numeric', minute: '2-digit' }).format(new Date(at)),
    timeRange: (from, to) =>
      dates({ hour: 'numeric', minute: '2-digit' }).formatRange(new Date(from), new Date(to)),
    timeZone,
    zone: (at) =>
      dates({ timeZoneName: 'short' })
        .formatToParts(new Date(at))
        .find(({ type }) => type === 'timeZoneName')?.value ?? '',
    zoneNotHere: (at) => {
      const clock = { weekday: 'short', hour: 'numeric', minute: '2-digit' } as const
      const moment = new Date(at)
      if (cached(tag, clock).format(moment) === dates(clock).format(moment)) return undefined
      return dates({ timeZoneName: 'longGeneric' })
        .formatToParts(moment)
        .find(({ type }) => type === 'timeZoneName')?.value
    },
    timeElsewhere: (at, elsewhere) => {
      const clock = { weekday: 'short', hour: 'numeric', minute: '2-digit' } as const
      const there = cached(tag, { ...clock, timeZone: elsewhere }).format(new Date(at))
      return there === dates(clock).format(new Date(at)) ? undefined : there
    },
    relative: (at, now) => relative(tag, new Date(at), now, timeZone),
    list: (items) =>
      new Intl.ListFormat(tag, { type: 'conjunction' }).format(items.map((one) => apart(one, language))),
    beside: (...parts) => parts.join(language === 'ar' ? '، ' : ', '),
    languageName: (code) => displayName(names, code),
    countryName: (code) =>
      displayName(new Intl.DisplayNames([tag], { type: 'region', fallback: 'code' }), code),
    weekday: (day, width = 'long') =>
      cached(tag, { timeZone: 'UTC', weekday: width }).format(new Date(Date.UTC(2024, 0, day))),
  }
}

/** Making a DateTimeFormat is slow, and a list of thousands asks for the same few. */
const formats = new Map<string, Intl.DateTimeFormat>()
function cached(tag: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = tag + JSON.stringify(options)
  let format = formats.get(key)
  if (!format) {
    format = new Intl.DateTimeFormat(tag, options)
    formats.set(key, format)
  }
  return format
}

/** Days are counted by the calendar: 23:00 today and 01:00 tomorrow are a day apart. */
function relative(tag: string, at: Date, now: Date, timeZone?: string): string {
  const words = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' })
  const minutes = Math.round((at.getTime() - now.getTime()) / minuteMs)
  const days = dayNumber(at, timeZone) - dayNumber(now, timeZone)
  if (days === 0 || Math.abs(minutes) < 60) {
    return Math.abs(minutes) < 60
      ? words.format(minutes, 'minute')
      : words.format(Math.round(minutes / 60), 'hour')
  }
  if (Math.abs(days) < 14) return words.format(days, 'day')
  const [unit, size] = units.find(([, length]) => Math.abs(days) * 1440 >= length)!
  return words.format(Math.round((days * 1440) / size), unit)
}

function dayNumber(at: Date, timeZone?: string): number {
  const [year, month, day] = cached('en-CA', {
    ...(timeZone ? { timeZone } : {}),
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
    .format(at)
    .split('-')
    .map(Number)
  return Date.UTC(year!, month! - 1, day!) / dayMs
}

function displayName(names: Intl.DisplayNames, code: string): string {
  try {
    const name = names.of(code) ?? code
    return name.charAt(0).toUpperCase() + name.slice(1)
  } catch {
    return code
  }
}
