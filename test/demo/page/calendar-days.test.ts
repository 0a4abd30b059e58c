import { describe, expect, it } from '@jest/globals'
import { Temporal } from 'temporal-polyfill'
import {
  boundsOf,
  hoursShown,
  monthOf,
  placeInDay,
  weekOf,
  zoneOf,
} from '../../../bot/demo/page/src/calendar-days.ts'
import type { CalendarItem } from '../../../bot/demo/page/src/tenant-api.ts'
import fc from '../../support/properties.ts'

const day = (iso: string) => Temporal.PlainDate.from(iso)
const meeting = (start: string, end: string) => ({ id: start, start, end }) as CalendarItem

describe('the calendar of the demo page', () => {
  it('understands a mailbox zone in Windows or IANA words, and falls back to UTC', () => {
    expect(zoneOf('E. South America Standard Time')).toBe('America/Sao_Paulo')
    expect(zoneOf('Europe/Oslo')).toBe('Europe/Oslo')
    expect(zoneOf('tzone://Microsoft/Custom')).toBe('UTC')
  })

  it('shows weeks from Monday, and every day of a month exactly once', () => {
    expect(weekOf(day('2026-11-22')).map(String)[0]).toBe('2026-11-16')
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 2000, max: 2100 }), (month, year) => {
        const shown = monthOf(Temporal.PlainDate.from({ year, month, day: 15 })).flat()
        const inMonth = shown.filter((one) => one.month === month)
        expect(inMonth).toHaveLength(inMonth[0]!.daysInMonth)
        expect(new Set(shown.map(String)).size).toBe(shown.length)
      }),
    )
  })

  it('bounds a day of 23 hours by its own midnights', () => {
    expect(boundsOf([day('2026-03-29')], 'Europe/Oslo')).toEqual({
      from: '2026-03-28T23:00:00Z',
      to: '2026-03-29T22:00:00Z',
    })
  })

  it('places a meeting at the hour of its reader', () => {
    const [placed] = placeInDay(
      [meeting('2026-07-01T14:00:00Z', '2026-07-01T14:50:00Z')],
      day('2026-07-01'),
      'America/Sao_Paulo',
    )
    expect(placed).toMatchObject({ start: 11 * 60, end: 11 * 60 + 50, lane: 0, lanes: 1 })
  })

  it('cuts what runs past midnight at midnight', () => {
    const late = [meeting('2026-07-01T22:00:00Z', '2026-07-02T02:00:00Z')]
    expect(placeInDay(late, day('2026-07-01'), 'UTC')).toMatchObject([{ start: 22 * 60, end: 24 * 60 }])
    expect(placeInDay(late, day('2026-07-02'), 'UTC')).toMatchObject([{ start: 0, end: 120 }])
  })

  it('shows the working day of a week with a holiday, and the evening of one with an evening meeting', () => {
    const holiday = placeInDay([meeting('2026-07-01T00:00Z', '2026-07-02T00:00Z')], day('2026-07-01'), 'UTC')
    expect(holiday).toMatchObject([{ start: 0, end: 1440 }])
    expect(hoursShown([holiday])).toEqual({ first: 8, last: 18 })
    const evening = placeInDay([meeting('2026-07-02T20:00Z', '2026-07-02T21:00Z')], day('2026-07-02'), 'UTC')
    expect(hoursShown([holiday, evening])).toEqual({ first: 8, last: 21 })
  })

  it('never draws two meetings over each other', () => {
    const anyMeeting = fc
      .tuple(fc.integer({ min: 0, max: 1300 }), fc.integer({ min: 15, max: 120 }))
      .map(([start, length]) => {
        const at = (minute: number) => new Date(Date.UTC(2026, 6, 1) + minute * 60_000).toISOString()
        return meeting(at(start), at(start + length))
      })
    fc.assert(
      fc.property(fc.array(anyMeeting, { maxLength: 12 }), (items) => {
        const placed = placeInDay(items, day('2026-07-01'), 'UTC')
        expect(placed).toHaveLength(items.length)
        for (const [at, one] of placed.entries()) {
          expect(one.lane).toBeLessThan(one.lanes)
          for (const other of placed.slice(at + 1)) {
            const overlaps = one.start < other.end && other.start < one.end
            if (!overlaps) continue
            expect(other.lanes).toBe(one.lanes)
            expect(other.lane).not.toBe(one.lane)
          }
        }
        const { first, last } = hoursShown([placed])
        expect(placed.every(({ start, end }) => start >= first * 60 && end <= last * 60)).toBe(true)
      }),
    )
  })
})
