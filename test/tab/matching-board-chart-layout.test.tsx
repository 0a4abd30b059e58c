import { describe, expect, test } from '@jest/globals'
import { layoutChart } from '../../tab/src/pages/matching-board/chart-layout.ts'
import fc from '../support/properties.ts'

/** Random forests of up to 300 people, a manager always before the reports. */
const forests = fc
  .array(fc.nat(), { maxLength: 300 })
  .map((picks) => picks.map((pick, i) => (i === 0 || pick % 17 === 0 ? -1 : pick % i)))

function childrenOf(parents: number[], of: number): number[] {
  return parents.flatMap((parent, i) => (parent === of ? [i] : []))
}

describe('the layout of the organization chart', () => {
  test('keeps any two people of one row at least one unit apart', () => {
    fc.assert(
      fc.property(forests, (parents) => {
        const { x, row } = layoutChart(parents)
        const places = new Map<number, number[]>()
        for (let i = 0; i < parents.length; i++) {
          places.set(row[i]!, [...(places.get(row[i]!) ?? []), x[i]!])
        }
        for (const across of places.values()) {
          across.sort((a, b) => a - b)
          for (let i = 1; i < across.length; i++) {
            expect(across[i]! - across[i - 1]!).toBeGreaterThanOrEqual(1 - 1e-9)
          }
        }
      }),
    )
  })

  test('puts every manager in the middle between the first and the last report', () => {
    fc.assert(
      fc.property(forests, (parents) => {
        const { x } = layoutChart(parents)
        for (let i = 0; i < parents.length; i++) {
          const reports = childrenOf(parents, i)
          if (reports.length === 0) continue
          expect((x[reports[0]!]! + x[reports.at(-1)!]!) / 2).toBeCloseTo(x[i]!, 6)
        }
      }),
    )
  })

  test('puts everybody one row below their manager, and everything on the sheet', () => {
    fc.assert(
      fc.property(forests, (parents) => {
        const { x, row, rows, width } = layoutChart(parents)
        for (const [i, parent] of parents.entries()) {
          expect(row[i]).toBe(parent < 0 ? 0 : row[parent]! + 1)
          expect(row[i]).toBeLessThan(rows)
          expect(x[i]).toBeGreaterThanOrEqual(0)
          expect(x[i]).toBeLessThanOrEqual(width)
        }
      }),
    )
  })

  test('draws two equal units equally, wherever they stand', () => {
    const unit = (top: number) => [top, top, top + 1]
    const parents = [-1, 0, ...unit(1), 0, ...unit(5)]
    const { x } = layoutChart(parents)
    const shape = (top: number) => [1, 2, 3].map((step) => x[top + step]! - x[top]!)
    expect(shape(5)).toEqual(shape(1))
  })

  test('keeps the order of the reports', () => {
    const { x } = layoutChart([-1, 0, 0, 0, 2, 2])
    expect(x[1]).toBeLessThan(x[2]!)
    expect(x[2]).toBeLessThan(x[3]!)
  })

  test('draws a company that is one long chain straight down', () => {
    const { x, rows, width } = layoutChart(Array.from({ length: 5000 }, (_, i) => i - 1))
    expect(new Set(x)).toEqual(new Set([0]))
    expect([rows, width]).toEqual([5000, 0])
  })

  test('says which row comes before its manager instead of drawing nonsense', () => {
    expect(() => layoutChart([-1, 2, 0])).toThrow('Chart row 1 comes before its manager in row 2.')
  })

  test('an empty chart is an empty sheet', () => {
    expect(layoutChart([])).toMatchObject({ width: 0, rows: 0 })
  })
})
