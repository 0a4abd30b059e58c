/**
 * Working days on the 24-hour clock of UTC, where a day that starts in the evening runs past midnight and two days can
 * overlap twice. Offsets are those of the given date: a Cohort is paired with the hours of today.
 */
import type { MatchingPerson } from './person.ts'

/** `start` 0..1439, `length` 1..1440, in minutes. */
export interface MinuteSpan {
  start: number
  length: number
}

const DAY = 1440
const USUAL_DAY = { start: 9 * 60, length: 8 * 60 }
/** By date, then by zone. */
const offsets = new Map<string, Map<string, number | undefined>>()

/** Minutes that `timeZone` is ahead of UTC at noon of `date`, or undefined for a zone nobody knows. */
export function zoneOffsetMinutes(timeZone: string | undefined, date: string): number | undefined {
  if (!timeZone) return undefined
  const day = date.length === 10 ? date : date.slice(0, 10)
  const known = offsets.get(day) ?? new Map<string, number | undefined>()
  if (known.size === 0) offsets.set(day, known)
  const offset = known.get(timeZone)
  if (offset !== undefined || known.has(timeZone)) return offset
  const fresh = readOffset(timeZone, date)
  known.set(timeZone, fresh)
  return fresh
}

function readOffset(timeZone: string, date: string): number | undefined {
  const noon = new Date(`${date.slice(0, 10)}T12:00:00Z`)
  try {
    const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' })
    const name = format.formatToParts(noon).find((part) => part.type === 'timeZoneName')?.value ?? ''
    const [, sign, hours, minutes] = /GMT(?:([+-])(\d\d):(\d\d))?/.exec(name) ?? []
    return sign ? (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) : 0
  } catch {
    return undefined
  }
}

/** The person's working day, from their own hours, else nine to five in their zone; undefined when neither is known. */
export function workMinutesUtc(person: MatchingPerson, date: string): MinuteSpan | undefined {
  if (person.workMinutesUtc) return person.workMinutesUtc
  const offset = zoneOffsetMinutes(person.timeZone, date)
  if (offset === undefined) return undefined
  return { start: (((USUAL_DAY.start - offset) % DAY) + DAY) % DAY, length: USUAL_DAY.length }
}

/** Minutes of the day in which both work. */
export function sharedMinutes(a: MinuteSpan, b: MinuteSpan): number {
  let shared = 0
  for (const shift of [-DAY, 0, DAY]) {
    const from = Math.max(a.start, b.start + shift)
    const to = Math.min(a.start + a.length, b.start + shift + b.length)
    if (to > from) shared += to - from
  }
  return shared
}
