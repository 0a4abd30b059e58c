import { describe, expect, it } from '@jest/globals'
import type { WorkingHours } from '../../../bot/domain/enrolment/participant.ts'
import { type Interval, intersect, subtract } from '../../../bot/domain/scheduling/interval.ts'
import {
  both,
  GRID,
  has,
  hasRun,
  startsOf,
  type TimeMask,
  without,
  workingMask,
} from '../../../bot/domain/scheduling/time-mask.ts'
import { workingIntervals } from '../../../bot/domain/scheduling/working-hours.ts'
import fc from '../../support/properties.ts'

const origin = Date.UTC(2027, 2, 25)
const horizon = { origin, days: 8 }
const day = 86_400_000
const hours = fc.constantFrom<WorkingHours[]>(
  { days: [1, 2, 3, 4, 5], start: '09:00', end: '17:30' },
  { days: [7, 1, 2], start: '22:00', end: '06:00' },
  { days: [1, 3, 6], start: '08:07', end: '11:59' },
)
const zone = fc.constantFrom('Europe/Berlin', 'Asia/Kolkata', 'America/New_York', 'Pacific/Auckland')
const busy: fc.Arbitrary<Interval[]> = fc.array(
  fc
    .tuple(fc.integer({ min: -100, max: 8 * 1440 }), fc.integer({ min: 0, max: 300 }))
    .map(([start, length]) => ({ start: origin + start * 60_000, end: origin + (start + length) * 60_000 })),
  { maxLength: 20 },
)

const moments = Array.from({ length: (horizon.days * day) / GRID }, (_, i) => origin + i * GRID)
const within = (spans: Interval[], from: number, to: number) =>
  spans.some(({ start, end }) => start <= from && to <= end)
const setBits = (mask: TimeMask) => moments.filter((at) => has(mask, at))

describe('time as bits', () => {
  it('never claims a minute that the spans do not have, and misses none of the whole five minutes they have', () => {
    fc.assert(
      fc.property(zone, hours, busy, (timeZone, workingHours, taken) => {
        const atWork = workingIntervals({ timeZone, workingHours }, origin, origin + horizon.days * day)
        const free = subtract(atWork, taken)
        const mask = without(workingMask(timeZone, workingHours, horizon), taken)
        expect(setBits(mask)).toEqual(moments.filter((at) => within(free, at, at + GRID)))
      }),
      { numRuns: 30 },
    )
  })

  it('begins a meeting exactly where it fits, for two people as for one', () => {
    fc.assert(
      fc.property(
        zone,
        zone,
        hours,
        busy,
        fc.integer({ min: 5, max: 200 }),
        (a, b, workingHours, taken, minutes) => {
          const spansOf = (timeZone: string) =>
            workingIntervals({ timeZone, workingHours }, origin, origin + horizon.days * day)
          const grid = (spans: Interval[]) =>
            spans.map(({ start, end }) => ({
              start: Math.ceil(start / GRID) * GRID,
              end: Math.floor(end / GRID) * GRID,
            }))
          const free = grid(subtract(intersect(grid(spansOf(a)), grid(spansOf(b))), taken))
          const mask = both(
            without(workingMask(a, workingHours, horizon), taken),
            workingMask(b, workingHours, horizon),
          )
          const needed = Math.ceil((minutes * 60_000) / GRID) * GRID
          expect(setBits(startsOf(mask, minutes))).toEqual(
            moments.filter((at) => within(free, at, at + needed)),
          )
          expect(moments.filter((at) => hasRun(mask, at, minutes))).toEqual(setBits(startsOf(mask, minutes)))
        },
      ),
      { numRuns: 30 },
    )
  })

  it('knows nothing of moments before, after or between its bits', () => {
    const mask = workingMask('UTC', { days: [1, 2, 3, 4, 5, 6, 7], start: '00:00', end: '23:59' }, horizon)
    expect(has(mask, origin)).toBe(true)
    for (const at of [origin - GRID, origin + 9 * day, origin + 1]) expect(has(mask, at)).toBe(false)
  })
})
