import { describe, expect, it } from '@jest/globals'
import { type Moment, scoreSlot, total } from '../../../bot/domain/scheduling/slot-score.ts'
import fc from '../../support/properties.ts'

const at = (time: number, more: Partial<Moment> = {}): Moment => ({
  start: time * 60,
  end: time * 60 + 60,
  opens: 9 * 60,
  closes: 17 * 60,
  ...more,
})
const moment = fc
  .record({
    start: fc.integer({ min: -720, max: 2160 }),
    length: fc.integer({ min: 5, max: 180 }),
    opens: fc.integer({ min: 0, max: 1439 }),
    closes: fc.integer({ min: 0, max: 1439 }),
  })
  .map(({ start, length, opens, closes }) => ({ start, end: start + length, opens, closes }))

describe('the score of a slot', () => {
  it('lies between 0 and 100, in each of its parts too, and is the same whoever is named first', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20 }), moment, moment, (days, a, b) => {
        const parts = scoreSlot(days, 21, a, b)
        for (const part of Object.values(parts)) expect(part).toBeGreaterThanOrEqual(0)
        expect(total(parts)).toBeLessThanOrEqual(100 + 1e-9)
        expect(total(scoreSlot(days, 21, b, a))).toBeCloseTo(total(parts), 9)
      }),
    )
  })

  it('falls with every day one has to wait', () => {
    const scores = [0, 3, 7, 13].map((days) => total(scoreSlot(days, 14, at(14), at(14))))
    expect(scores).toEqual([...scores].sort((a, b) => b - a))
  })

  it('takes lunch from whoever’s it is', () => {
    expect(scoreSlot(0, 14, at(12), at(15)).noLunch).toBe(5)
    expect(scoreSlot(0, 14, at(12), at(12)).noLunch).toBe(0)
    expect(scoreSlot(0, 14, at(11), at(13)).noLunch).toBe(10)
  })

  it('prefers that both are a little uncomfortable to one of them very', () => {
    const shared = total(scoreSlot(0, 14, at(15), at(10)))
    const unfair = total(scoreSlot(0, 14, at(13.5), at(16)))
    expect(shared).toBeGreaterThan(unfair)
  })

  it('finds the middle of a night shift in the night', () => {
    const night = { opens: 22 * 60, closes: 6 * 60 }
    expect(scoreSlot(0, 14, at(1.5, night), at(1.5, night)).comfort).toBeCloseTo(30, 9)
  })

  it('gives each of the two half of what the program prefers, and nobody less where it prefers nothing', () => {
    const preferred = { from: 14 * 60, to: 16 * 60 }
    expect(scoreSlot(0, 14, at(14, { preferred }), at(15, { preferred })).preferred).toBe(20)
    expect(scoreSlot(0, 14, at(14, { preferred }), at(15.5, { preferred })).preferred).toBe(10)
    expect(scoreSlot(0, 14, at(9, { preferred }), at(10, { preferred })).preferred).toBe(0)
    expect(scoreSlot(0, 14, at(9), at(10)).preferred).toBe(20)
  })
})
