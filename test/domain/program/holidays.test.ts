/** Which country somebody is in, when it is off, and that nothing is sought for two people on a day that either has off. */
import { describe, expect, it } from '@jest/globals'
import { Temporal } from 'temporal-polyfill'
import { holidayDates } from '../../../bot/domain/program/holiday-dates.ts'
import {
  areHolidaysKnown,
  countryOf,
  daysOff,
  lastHolidayYear,
  publicHolidays,
} from '../../../bot/domain/program/holidays.ts'
import { usualScheduling } from '../../../bot/domain/program/scheduling-policy.ts'
import type { PersonTime, SlotQuestion } from '../../../bot/domain/scheduling/common-slot.ts'
import { findSlots } from '../../../bot/domain/scheduling/common-slot.ts'
import { planAt, rankArcs } from '../../../bot/domain/scheduling/plan.ts'
import { repairSlots } from '../../../bot/domain/scheduling/repair/repair-slots.ts'
import fc from '../../support/properties.ts'

const places = [
  ['GB', 'Europe/London'],
  ['DE', 'Europe/Berlin'],
  ['JP', 'Asia/Tokyo'],
  ['US', 'America/New_York'],
  ['AE', 'Asia/Dubai'],
  ['NZ', 'Pacific/Auckland'],
] as const
const always = { days: [1, 2, 3, 4, 5, 6, 7], start: '00:00', end: '00:00' }

function someone(side: 'mentor' | 'mentee', [country, timeZone]: readonly [string, string], own: string[]) {
  const policy = { ...usualScheduling, holidays: own }
  const time: PersonTime = {
    side,
    timeZone,
    workingHours: always,
    busy: [],
    daysOff: daysOff(policy, { country }),
  }
  return time
}

const localDate = (at: number, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString()

/** Begins or ends on a day that one of the two has off, by their own clock. */
function faultsAt(at: number, minutes: number, people: readonly PersonTime[]): string[] {
  return people.flatMap(({ timeZone, daysOff: off }) =>
    [at, at + minutes * 60_000 - 1]
      .map((one) => localDate(one, timeZone))
      .filter((day) => off?.includes(day)),
  )
}

describe('the country of somebody', () => {
  it('is read from a code or a name in any of many languages', () => {
    const found = [
      'gb',
      'UK',
      'United Kingdom',
      'Deutschland',
      'alemania',
      'U.S.A.',
      'México',
      'الإمارات العربية المتحدة',
    ]
    expect(found.map((country) => countryOf({ country }))).toEqual([
      'GB',
      'GB',
      'GB',
      'DE',
      'DE',
      'US',
      'MX',
      'AE',
    ])
  })

  it('is not guessed: nothing, something else and a country that is not kept are unknown', () => {
    for (const country of [
      undefined,
      '',
      '  ',
      'EMEA',
      'constructor',
      '__proto__',
      'Atlantis',
      'QA',
      'x'.repeat(5000),
    ])
      expect(countryOf(country === undefined ? {} : { country })).toBeUndefined()
    const policy = { ...usualScheduling, holidays: ['2027-01-04'] }
    expect(daysOff(policy, { country: 'Atlantis' })).toEqual(['2027-01-04'])
    expect(daysOff(policy, { country: 'Germany' })).toEqual(
      expect.arrayContaining(['2027-01-04', '2026-12-25']),
    )
  })
})

describe('the kept days', () => {
  it('are days that exist, some for every country and year', () => {
    for (const [country, years] of Object.entries(holidayDates)) {
      expect(Object.keys(years).map(Number)).toEqual([2026, 2027, 2028, 2029, 2030, 2031])
      for (const day of publicHolidays(country, '2026-01-01', '2031-12-31'))
        expect(Temporal.PlainDate.from(day, { overflow: 'reject' }).toString()).toBe(day)
      for (const days of Object.values(years)) expect(days.length).toBeGreaterThan(3)
    }
  })

  it('agree with days that governments have announced', () => {
    // gov.uk/bank-holidays, opm.gov (federal holidays), bundesweite Feiertage
    expect(publicHolidays('GB', '2026-12-01', '2027-03-31')).toEqual(
      expect.arrayContaining(['2026-12-25', '2026-12-28', '2027-01-01', '2027-03-26', '2027-03-29']),
    )
    expect(publicHolidays('US', '2027-11-25', '2027-11-25')).toEqual(['2027-11-25'])
    expect(publicHolidays('DE', '2027-05-01', '2027-05-31')).toEqual(
      expect.arrayContaining(['2027-05-01', '2027-05-06', '2027-05-17']),
    )
  })

  it('count as known only while they are kept and for everybody', () => {
    const until = (endsOn: string, holidays: string[] = []) => ({
      endsOn,
      scheduling: { ...usualScheduling, holidays },
    })
    const [german, nobody] = [{ country: 'Germany' }, {}]
    expect(areHolidaysKnown(until(`${lastHolidayYear}-12-31`), [german])).toBe(true)
    expect(areHolidaysKnown(until(`${lastHolidayYear + 1}-01-01`), [german])).toBe(false)
    expect(areHolidaysKnown(until('2027-06-01'), [german, nobody])).toBe(false)
    expect(areHolidaysKnown(until('2027-06-01', ['2027-01-01']), [german, nobody])).toBe(true)
  })
})

describe('a time for two', () => {
  const asked = fc.record({
    from: fc.date({ min: new Date('2026-11-01'), max: new Date('2031-01-01'), noInvalidDate: true }),
    first: fc.constantFrom(...places),
    second: fc.constantFrom(...places),
    own: fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 6 }),
    occurrences: fc.integer({ min: 2, max: 8 }),
    everyWeeks: fc.integer({ min: 1, max: 4 }),
  })
  const dayAfter = (from: Date, days: number) =>
    new Date(from.getTime() + days * 86_400_000).toISOString().slice(0, 10)

  it('never lies on a day that either has off, where they are', () => {
    let seen = 0
    fc.assert(
      fc.property(asked, ({ from, first, second, own, occurrences, everyWeeks }) => {
        const days = own.map((n) => dayAfter(from, n))
        const question: SlotQuestion = {
          from: dayAfter(from, 0),
          ...{ occurrences, everyWeeks, minutes: 60, organizerZone: first[1] },
          ...{ first: someone('mentor', first, days), second: someone('mentee', second, days), limit: 20 },
        }
        const people = [question.first, question.second]
        const slots = findSlots(question)
        const starts = [
          ...('refused' in slots ? [] : slots.flatMap((one) => one.starts)),
          ...rankArcs(question).flatMap(({ sessions }) => sessions.map(({ start }) => start)),
        ]
        seen += starts.length
        expect(starts.flatMap((at) => faultsAt(at, 60, people))).toEqual([])
      }),
      { numRuns: 150 },
    )
    expect(seen).toBeGreaterThan(1000)
  })

  it('is not offered on one instead of a session that falls out', () => {
    let seen = 0
    fc.assert(
      fc.property(asked, ({ from, first, second, own }) => {
        const days = own.map((n) => dayAfter(from, n % 8))
        const people = [someone('mentor', first, days), someone('mentee', second, days)] as const
        const original = Math.floor(from.getTime() / 900_000) * 900_000
        const instead = { start: original, end: original + 3_600_000 }
        const found = repairSlots({ original, minutes: 60, now: original, people, instead, limit: 20 })
        seen += found.length
        expect(found.flatMap(({ start }) => faultsAt(start, 60, people))).toEqual([])
      }),
      { numRuns: 150 },
    )
    expect(seen).toBeGreaterThan(500)
  })

  it('cannot be chosen on one either, not even outside of working hours', () => {
    const [london, berlin] = [places[0], places[1]]
    const question: SlotQuestion = {
      from: '2027-03-25',
      ...{ occurrences: 2, everyWeeks: 1, minutes: 60, organizerZone: 'Europe/London' },
      ...{ first: someone('mentor', london, []), second: someone('mentee', berlin, ['2027-04-02']) },
    }
    const chosen = planAt(question, { firstDate: '2027-03-26', time: '10:00' }, { outsideHours: true })
    expect(chosen).toMatchObject({ refused: 'slot-not-free', detail: { why: 'clashes' } })
  })
})
