import { describe, expect, test } from '@jest/globals'
import {
  around,
  fitted,
  kept,
  moved,
  rowHeight,
  toScreen,
  zoomed,
} from '../../tab/src/pages/matching-board/chart-camera.ts'
import { layoutChart } from '../../tab/src/pages/matching-board/chart-layout.ts'
import { chartPaths } from '../../tab/src/pages/matching-board/chart-paths.ts'
import {
  type Chart,
  chartView,
  foldedAtFirst,
  linesMeet,
  unitsOf,
} from '../../tab/src/pages/matching-board/chart-view.ts'
import fc from '../support/properties.ts'
import { aChart, aFace } from './board-fixtures.ts'

/** `tree('a', 'a>b', 'b>c')`: names of people, manager before report. */
function tree(...lines: string[]): Chart {
  const names: string[] = []
  const nodes = lines.map((line): Chart['nodes'][number] => {
    const [manager, name] = line.includes('>') ? (line.split('>') as [string, string]) : [undefined, line]
    names.push(name)
    return { person: aFace(0, { id: name, name }), parent: manager ? names.indexOf(manager) : -1, below: 0 }
  })
  return { nodes, arcs: [] }
}

function paired(chart: Chart, mentor: string, mentee: string): Chart {
  const place = (name: string) => chart.nodes.findIndex(({ person }) => person.id === name)
  const arc = { pairingId: `${mentor}-${mentee}`, mentor: place(mentor), mentee: place(mentee) }
  return { ...chart, arcs: [...chart.arcs, { ...arc, state: 'proposed', insideLine: false }] }
}

const all = { unit: -1, pairedOnly: false, folded: new Set<number>() }
const company = paired(
  tree('top', 'top>east', 'top>west', 'east>ann', 'west>bob', 'west>cy', 'ann>dee'),
  'dee',
  'west',
)

describe('what the chart shows', () => {
  test('everybody, each below their manager, when nothing is chosen', () => {
    const view = chartView(company, all)
    expect(view.shown).toEqual([0, 1, 2, 3, 4, 5, 6])
    expect(view.parents).toEqual([-1, 0, 0, 1, 2, 2, 3])
  })

  test('a folded manager stands for everybody below, and says how many', () => {
    const view = chartView(company, { ...all, folded: new Set([1]) })
    expect(view.shown).toEqual([0, 1, 2, 4, 5])
    expect(view.hidden[1]).toBe(2)
    expect(view.arcs).toMatchObject([{ mentor: 1, mentee: 2 }])
  })

  test('a pair never vanishes, whatever is folded', () => {
    const chart = aChart({ people: 400, mentors: 60, mentees: 20, pairs: 20 })
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(chart.nodes.length - 1)), (folded) => {
        const view = chartView(chart, { ...all, folded: new Set(folded) })
        expect(view.arcs).toHaveLength(chart.arcs.length)
        const hidden = view.hidden.reduce((sum, count) => sum + count, 0)
        expect(view.shown.length + hidden).toBe(chart.nodes.length)
      }),
      { numRuns: 30 },
    )
  })

  test('only the people in pairs and those above them, on request', () => {
    const names = chartView(company, { ...all, pairedOnly: true }).shown.map(
      (i) => company.nodes[i]!.person.name,
    )
    expect(names).toEqual(['top', 'east', 'west', 'ann', 'dee'])
  })

  test('one unit alone, its head on top', () => {
    const view = chartView(company, { ...all, unit: 2 })
    expect(view.shown).toEqual([2, 4, 5])
    expect(view.parents).toEqual([-1, 0, 0])
    expect(view.arcs).toEqual([])
  })

  test('a large company starts with its lower rows folded, a small one open', () => {
    const chart = aChart({ people: 6000, mentors: 2500, mentees: 300, pairs: 300 })
    const folded = foldedAtFirst(chart, 500)
    expect(chartView(chart, { ...all, folded }).shown.length).toBeLessThanOrEqual(500)
    expect(foldedAtFirst(company, 500).size).toBe(0)
  })

  test('units are the leaders up to two rows below the top', () => {
    expect(unitsOf(company).map((i) => company.nodes[i]!.person.name)).toEqual(['east', 'west', 'ann'])
  })
})

describe('where two reporting lines meet', () => {
  const place = (name: string) => company.nodes.findIndex(({ person }) => person.id === name)

  test('names the lowest person above both and the steps on each side', () => {
    expect(linesMeet(company, place('dee'), place('bob'))).toEqual({ at: 0, mentorSteps: 3, menteeSteps: 2 })
  })

  test('is the leader themself when one is above the other', () => {
    expect(linesMeet(company, place('dee'), place('east'))).toEqual({
      at: place('east'),
      mentorSteps: 2,
      menteeSteps: 0,
    })
  })

  test('is nobody when the chart has two tops', () => {
    const two = tree('x', 'y', 'x>a', 'y>b')
    expect(linesMeet(two, 2, 3).at).toBeUndefined()
  })
})

describe('moving through the chart', () => {
  const sheet = { width: 240, rows: 7 }
  const frame = { width: 1100, height: 560 }

  test('the whole company fits into the frame at first', () => {
    const camera = fitted(sheet, frame)
    const row = rowHeight(camera, sheet, frame)
    const first = toScreen(camera, row, 0, 0)
    const last = toScreen(camera, row, sheet.width, sheet.rows - 1)
    for (const { x, y } of [first, last]) {
      expect(x).toBeGreaterThanOrEqual(0)
      expect(x).toBeLessThanOrEqual(frame.width)
      expect(y).toBeGreaterThanOrEqual(0)
      expect(y).toBeLessThanOrEqual(frame.height)
    }
  })

  test('zooming keeps what is under the pointer where it is', () => {
    const camera = zoomed(fitted(sheet, frame), 1, sheet, frame, { x: 400, y: 200 })
    const unit = (400 - fitted(sheet, frame).left) / fitted(sheet, frame).across
    expect(camera.left + unit * camera.across).toBeCloseTo(400, 6)
  })

  test('out and out again ends with the whole company, never smaller', () => {
    let camera = fitted(sheet, frame)
    for (let step = 0; step < 5; step++) camera = zoomed(camera, 1, sheet, frame)
    for (let step = 0; step < 9; step++) camera = zoomed(camera, -1, sheet, frame)
    expect(camera.across).toBeCloseTo(fitted(sheet, frame).across)
  })

  test('nobody can pull the company out of the frame', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e6, max: 1e6 }), fc.integer({ min: 0, max: 6 }), (by, steps) => {
        let camera = fitted(sheet, frame)
        for (let step = 0; step < steps; step++) camera = zoomed(camera, 1, sheet, frame)
        const { left, across } = kept(moved(camera, by, by), sheet, frame)
        expect(left).toBeLessThanOrEqual(frame.width / 2)
        expect(left + across * sheet.width).toBeGreaterThanOrEqual(frame.width / 2)
      }),
    )
  })

  test('a pair is brought into the frame as a whole', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 240, noNaN: true }),
        fc.double({ min: 0, max: 240, noNaN: true }),
        (a, b) => {
          const camera = around(
            [
              { x: a, row: 5 },
              { x: b, row: 2 },
            ],
            sheet,
            frame,
          )
          for (const x of [a, b]) {
            expect(camera.left + camera.across * x).toBeGreaterThanOrEqual(-1)
            expect(camera.left + camera.across * x).toBeLessThanOrEqual(frame.width + 1)
          }
        },
      ),
    )
  })
})

test('an arc inside a line is drawn apart from all others', () => {
  const broken: Chart = { ...company, arcs: company.arcs.map((arc) => ({ ...arc, insideLine: true })) }
  const view = chartView(broken, all)
  const paths = chartPaths(view, layoutChart(view.parents), () => undefined)
  expect(paths.insideLine).not.toBe('')
  expect(paths.proposed).toBe('')
})
