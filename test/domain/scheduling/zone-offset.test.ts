import { describe, expect, it } from '@jest/globals'
import { Temporal } from 'temporal-polyfill'
import {
  dateOf,
  dayOf,
  instantOf,
  minutesOf,
  offsetAt,
  timeOf,
  wallClock,
  weekdayOf,
} from '../../../bot/domain/scheduling/zone-offset.ts'
import fc from '../../support/properties.ts'

const zones = fc.constantFrom(
  'Europe/Berlin',
  'Europe/London',
  'America/New_York',
  'America/Sao_Paulo',
  'America/St_Johns',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Sydney',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'Africa/Casablanca',
  'Asia/Tehran',
  'UTC',
)
const days = fc.integer({ min: 0, max: 365 * 12 }).map((n) => Date.UTC(2020, 0, 1) + n * 86_400_000)
const minuteOfDay = fc.integer({ min: 0, max: 1439 })

describe('the wall clock of a zone', () => {
  it('names the same instant as Temporal, on the days of both clock changes too', () => {
    fc.assert(
      fc.property(zones, days, minuteOfDay, (zone, day, minutes) => {
        const expected = Temporal.PlainDateTime.from(`${dateOf(day)}T${timeOf(minutes)}`)
          .toZonedDateTime(zone)
          .toInstant().epochMilliseconds
        expect(instantOf(zone, day, minutes)).toBe(expected)
      }),
      { numRuns: 800 },
    )
  })

  it('shows what Temporal says it shows', () => {
    fc.assert(
      fc.property(zones, days, minuteOfDay, (zone, day, minutes) => {
        const at = day + minutes * 60_000
        const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
        expect(offsetAt(zone, at)).toBe(local.offsetNanoseconds / 1e6)
        const shown = wallClock(zone, at)
        expect(dateOf(shown.day)).toBe(local.toPlainDate().toString())
        expect(timeOf(shown.minutes)).toBe(local.toPlainTime().toString().slice(0, 5))
        expect(weekdayOf(shown.day)).toBe(local.dayOfWeek)
      }),
      { numRuns: 400 },
    )
  })

  it('moves a time that the clock change skips forward, and takes the first of a time that comes twice', () => {
    expect(new Date(instantOf('Europe/Berlin', dayOf('2027-03-28'), 150)).toISOString()).toBe(
      '2027-03-28T01:30:00.000Z',
    )
    expect(new Date(instantOf('Europe/Berlin', dayOf('2027-10-31'), 150)).toISOString()).toBe(
      '2027-10-31T00:30:00.000Z',
    )
  })

  it('says what is wrong with a date or a time it cannot read', () => {
    expect(() => dayOf('30.11.2026')).toThrow('Cannot read "30.11.2026" as a date')
    expect(() => minutesOf('three')).toThrow('Cannot read "three" as a time of day')
    expect(() => offsetAt('Mars/Olympus', 0)).toThrow(RangeError)
  })
})
