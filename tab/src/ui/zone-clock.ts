/** What a `datetime-local` field holds, on the clocks of a time zone, and the instant it means there; times with their zone. */
import type { Format } from './format.ts'

const fields = {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
} as const

/** "2026-12-03T14:00" */
export function clockIn(timeZone: string, at: Date): string {
  const format = new Intl.DateTimeFormat('en', { ...fields, timeZone, hourCycle: 'h23', calendar: 'gregory' })
  const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]))
  return `${part['year']}-${part['month']}-${part['day']}T${part['hour']}:${part['minute']}`
}

/** A time that a clock change skips moves on by what it skips. NaN for what is no date. */
export function instantIn(timeZone: string, local: string): Date {
  const wall = Date.parse(`${local}Z`)
  if (Number.isNaN(wall)) return new Date(wall)
  const aheadAt = (at: number) => Date.parse(`${clockIn(timeZone, new Date(at))}Z`) - at
  const first = wall - aheadAt(wall)
  const second = wall - aheadAt(first)
  return new Date(clockIn(timeZone, new Date(second)) === local ? second : Math.max(first, second))
}

/** "10:00 – 10:50 GMT+1" */
export function rangeInZone(format: Format, from: string | Date, to: string | Date): string {
  return `${format.timeRange(from, to)} ${format.zone(from)}`
}

/** "10:00 GMT+1" */
export function timeInZone(format: Format, at: string | Date): string {
  return `${format.time(at)} ${format.zone(at)}`
}

/** "Central European Time" */
export function zoneName(language: string, timeZone: string, at: Date): string {
  const named = (timeZoneName: 'longGeneric' | 'long') =>
    new Intl.DateTimeFormat(language, { timeZone, timeZoneName })
      .formatToParts(at)
      .find(({ type }) => type === 'timeZoneName')?.value ?? ''
  const generic = named('longGeneric')
  // A zone without a name of its own all year has its offset there; at one instant it has a name.
  return /\d/.test(generic) ? named('long') : generic
}

export const zoneOf = ({ timeZone }: Format): string =>
  timeZone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone
