import { describe, expect, it } from '@jest/globals'
import {
  type Interval,
  intersect,
  lengthOf,
  overlaps,
  subtract,
  union,
} from '../../../bot/domain/scheduling/interval.ts'
import fc from '../../support/properties.ts'

const spans = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 12 })).map(([start, length]) => ({
    start,
    end: start + length,
  })),
  { maxLength: 12 },
)

/** The same question asked of single minutes, the slow and obvious way. */
const covers = (list: readonly Interval[], at: number) =>
  list.some(({ start, end }) => start <= at && at < end)
const minutes = Array.from({ length: 80 }, (_, at) => at)
const isTidy = (list: Interval[]) =>
  list.every((span, i) => span.start < span.end && (i === 0 || list[i - 1]!.end < span.start))

describe('spans of time', () => {
  it('are together what either covers', () => {
    fc.assert(
      fc.property(spans, spans, (a, b) => {
        const both = union(a, b)
        expect(isTidy(both)).toBe(true)
        for (const at of minutes) expect(covers(both, at)).toBe(covers(a, at) || covers(b, at))
      }),
    )
  })

  it('share what both cover', () => {
    fc.assert(
      fc.property(spans, spans, (a, b) => {
        const shared = intersect(a, b)
        expect(isTidy(shared)).toBe(true)
        for (const at of minutes) expect(covers(shared, at)).toBe(covers(a, at) && covers(b, at))
      }),
    )
  })

  it('keep, when some are taken away, what the others do not cover', () => {
    fc.assert(
      fc.property(spans, spans, (a, b) => {
        const left = subtract(a, b)
        expect(isTidy(left)).toBe(true)
        for (const at of minutes) expect(covers(left, at)).toBe(covers(a, at) && !covers(b, at))
      }),
    )
  })

  it('are as long as what is left plus what was taken', () => {
    fc.assert(
      fc.property(spans, spans, (a, b) => {
        expect(lengthOf(subtract(a, b)) + lengthOf(intersect(a, b))).toBe(lengthOf(a))
      }),
    )
  })

  it('do not change what they were made from', () => {
    const given = [
      { start: 5, end: 9 },
      { start: 0, end: 6 },
    ]
    union(given)
    intersect(given, given)
    subtract(given, [{ start: 1, end: 2 }])
    expect(given).toEqual([
      { start: 5, end: 9 },
      { start: 0, end: 6 },
    ])
  })

  it('that only touch do not overlap', () => {
    expect(overlaps({ start: 0, end: 5 }, { start: 5, end: 9 })).toBe(false)
    expect(overlaps({ start: 0, end: 6 }, { start: 5, end: 9 })).toBe(true)
  })
})
