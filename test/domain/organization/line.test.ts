/** A line by itself against the whole chart: it may know less, and never claims more. */
import { describe, expect, it } from '@jest/globals'
import { lineOf, mayStandAbove } from '../../../bot/domain/organization/line.ts'
import { buildOrganization } from '../../../bot/domain/organization/organization.ts'
import fc from '../../support/properties.ts'

type Rows = Record<string, string | undefined>
const mapOf = (rows: Rows) => new Map(Object.entries(rows).map(([id, managerId]) => [id, { managerId }]))
const above = (rows: Rows, a: string, b: string, tops: string[] = []) => {
  const people = mapOf(rows)
  return mayStandAbove([a, lineOf(a, people)], [b, lineOf(b, people)], new Set(tops))
}

describe('one line', () => {
  const rows = { ceo: undefined, mia: 'ceo', ana: 'mia', ben: 'ceo', cut: 'nobody-knows', low: 'cut' }
  it('is known where both end with the same person', () => {
    expect(above(rows, 'mia', 'ana')).toBe(true)
    expect(above(rows, 'ceo', 'ana')).toBe(true)
    expect(above(rows, 'ana', 'mia')).toBe(false)
    expect(above(rows, 'ben', 'ana')).toBe(false)
  })
  it('may be anybody’s where a link is missing, unless both ends are confirmed tops', () => {
    expect(above(rows, 'ben', 'low')).toBe(true)
    expect(above(rows, 'low', 'ben')).toBe(true)
    expect(above(rows, 'ben', 'low', ['ceo'])).toBe(true)
    expect(above(rows, 'ben', 'low', ['ceo', 'cut'])).toBe(false)
  })
  it('in a circle, of itself, or of nobody who is known, is no proof', () => {
    expect(above({ a: 'b', b: 'a', c: 'a' }, 'c', 'a')).toBe(true)
    expect(above({ a: 'a', b: 'a' }, 'a', 'b')).toBe(true)
    expect(above({ a: undefined }, 'a', 'stranger')).toBe(true)
    expect(above({ a: undefined }, 'stranger', 'a')).toBe(true)
  })

  it('never says "not above" where the chart would not', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')
    const charts = fc.record({
      links: fc.array(fc.tuple(id, fc.option(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'x'))), {
        maxLength: 6,
      }),
      tops: fc.array(id, { maxLength: 2 }),
    })
    fc.assert(
      fc.property(charts, id, id, ({ links, tops }, one, other) => {
        const rows: Rows = Object.fromEntries(
          links.map(([person, manager]) => [person, manager ?? undefined]),
        )
        const chart = buildOrganization(
          Object.entries(rows).map(([person, managerId]) => ({ id: person, managerId })),
          tops,
        )
        if (one !== other && chart.mayBeAbove(one, other)) {
          const named = tops.filter((top) => chart.tops.includes(top))
          expect(above(rows, one, other, named)).toBe(true)
        }
      }),
      { numRuns: 2000 },
    )
  })
})
