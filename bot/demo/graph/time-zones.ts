import { Temporal } from 'temporal-polyfill'
import { findIana } from 'windows-iana'
import { siteOfCity } from '../company/sites.ts'
import type { DemoPerson } from '../company.ts'
import { minuteMs } from '../span.ts'
import { badRequest } from './exchange.ts'

export const CUSTOM_ZONE = 'tzone://Microsoft/Custom'

const known = new Map<string, string | undefined>()

/** The IANA zone behind a Windows or IANA name; nothing when no such zone exists. */
export function ianaOf(name: string): string | undefined {
  if (!known.has(name)) known.set(name, findIana(name as never)[0] ?? (isZone(name) ? name : undefined))
  return known.get(name)
}

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return !/^[+-]/.test(name)
  } catch {
    return false
  }
}

export function requireZone(name: unknown): string {
  const zone = typeof name === 'string' ? ianaOf(name) : undefined
  if (zone) return zone
  throw badRequest(
    `A valid TimeZone value must be specified. The following TimeZone value is not supported: '${String(name)}'.`,
    'TimeZoneNotSupportedException',
  )
}

/** Where a mailbox is, even when it states a legacy custom zone. */
export function mailboxZone(person: DemoPerson): string {
  return ianaOf(person.mailboxTimeZone) ?? siteOfCity(person.city)?.iana ?? 'UTC'
}

/** Milliseconds of a wall time (`YYYY-MM-DDTHH:MM[:SS]`) in a zone; in a gap later, in an overlap the earlier. */
export function instantOf(wall: string, zone: string): number {
  if (zone === 'UTC') return Date.parse(`${wall.slice(0, 19)}Z`)
  return Temporal.PlainDateTime.from(wall.slice(0, 19)).toZonedDateTime(zone).epochMilliseconds
}

/** Wall time of an instant in a zone, to the second. */
export function wallOf(instant: number, zone: string): string {
  if (zone === 'UTC') return new Date(instant).toISOString().slice(0, 19)
  return Temporal.Instant.fromEpochMilliseconds(instant)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'second' })
}

const offsets = new Map<string, number>()

/** Minutes east of UTC at local noon: what working-hour arithmetic needs, cached per zone and date. */
export function noonOffset(zone: string, date: string): number {
  const key = `${zone}|${date}`
  const cached = offsets.get(key)
  if (cached !== undefined) return cached
  const offset = (Date.parse(`${date}T12:00:00Z`) - instantOf(`${date}T12:00:00`, zone)) / minuteMs
  if (offsets.size > 50_000) offsets.clear()
  offsets.set(key, offset)
  return offset
}

/** A stated time: `dateTime` without offset in `timeZone`, or with one, which then counts. */
export function readDateTime(
  value: unknown,
  what: string,
): { wall: string; zone: string; zoneName: string; instant: number } {
  const given = value as { dateTime?: unknown; timeZone?: unknown } | undefined
  const text = typeof given?.dateTime === 'string' ? given.dateTime : ''
  const found = /^(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?)(?:\.\d+)?(Z|[+-]\d\d:\d\d)?$/.exec(text)
  if (!found) throw badRequest(`The ${what} '${text}' is not a valid dateTime.`, 'ErrorInvalidRequest')
  const zoneName = typeof given?.timeZone === 'string' && given.timeZone ? given.timeZone : 'UTC'
  const zone = requireZone(zoneName)
  const wall = found[1]!.length === 16 ? `${found[1]}:00` : found[1]!
  if (!found[2]) return { wall, zone, zoneName, instant: instantOf(wall, zone) }
  const instant = Date.parse(`${wall}${found[2]}`)
  return { wall: wallOf(instant, zone), zone, zoneName, instant }
}

export function stamp(
  instant: number,
  zone: string,
  zoneName: string,
): { dateTime: string; timeZone: string } {
  return { dateTime: `${wallOf(instant, zone)}.0000000`, timeZone: zoneName }
}

/** Bounds of a view: an offset counts, without one UTC is meant. */
export function readBound(text: string | null): number {
  const instant = text
    ? Date.parse(
        /(Z|[+-]\d\d:?\d\d)$/i.test(text)
          ? text
          : `${text.length === 10 ? `${text}T00:00:00` : text.replace(/\.\d+$/, '')}Z`,
      )
    : Number.NaN
  if (Number.isNaN(instant))
    throw badRequest(
      'This request requires a time window specified by the query string parameters StartDateTime and EndDateTime.',
      'ErrorInvalidParameter',
    )
  return instant
}
