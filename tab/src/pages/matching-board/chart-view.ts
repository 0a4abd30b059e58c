/**
 * Which part of the organization chart is drawn: the whole, one unit, only the lines of people in a pair, with units
 * folded or open. An arc whose person is folded away ends at the nearest manager who is drawn, so no pair ever vanishes.
 */
import type { Out } from '../../../../bot/contract/index.ts'

export type Chart = Out<'chart'>
export type ChartArc = Chart['arcs'][number]

export interface ChartChoice {
  /** Place of the person on top of what is drawn; -1 for everybody. */
  unit: number
  /** Only people in a pair and those above them. */
  pairedOnly: boolean
  /** Places of people whose subtree is folded. */
  folded: ReadonlySet<number>
}

export interface ChartView {
  /** Places in the chart of those drawn, managers before their reports. */
  shown: number[]
  /** For each of `shown`: place of the manager within `shown`, or -1. */
  parents: number[]
  /** For each of `shown`: people of the chart folded away below. */
  hidden: number[]
  /** Arcs with at least one end in the chosen unit; ends are places within `shown`. */
  arcs: { arc: ChartArc; mentor: number; mentee: number }[]
}

export function chartView(chart: Chart, choice: ChartChoice): ChartView {
  const wanted = choice.pairedOnly ? linesOfPairs(chart) : undefined
  /** Place within `shown` that stands for each person: their own, or of the folded manager above. */
  const standsFor = new Int32Array(chart.nodes.length).fill(-1)
  const view: ChartView = { shown: [], parents: [], hidden: [], arcs: [] }
  for (const [i, node] of chart.nodes.entries()) {
    if (wanted && !wanted[i]) continue
    const above = i === choice.unit || node.parent < 0 ? -1 : standsFor[node.parent]!
    const isTop = choice.unit < 0 ? node.parent < 0 : i === choice.unit
    if (above < 0 && !isTop) continue
    const manager = above < 0 ? -1 : view.shown[above]!
    if (manager >= 0 && (choice.folded.has(manager) || manager !== node.parent)) {
      standsFor[i] = above
      view.hidden[above]! += 1
    } else {
      standsFor[i] = view.shown.push(i) - 1
      view.parents.push(above)
      view.hidden.push(0)
    }
  }
  for (const arc of chart.arcs) {
    const [mentor, mentee] = [standsFor[arc.mentor]!, standsFor[arc.mentee]!]
    if (mentor >= 0 && mentee >= 0) view.arcs.push({ arc, mentor, mentee })
  }
  return view
}

function linesOfPairs(chart: Chart): Uint8Array {
  const wanted = new Uint8Array(chart.nodes.length)
  for (const { mentor, mentee } of chart.arcs) {
    for (const end of [mentor, mentee]) {
      for (let at = end; at >= 0 && !wanted[at]; at = chart.nodes[at]!.parent) wanted[at] = 1
    }
  }
  return wanted
}

/** Everybody above somebody, nearest first, that person not included. */
export function lineAbove(chart: Chart, place: number): number[] {
  const line: number[] = []
  for (let at = chart.nodes[place]?.parent ?? -1; at >= 0; at = chart.nodes[at]!.parent) line.push(at)
  return line
}

export interface Meeting {
  /** Lowest person above (or equal to one of) both; absent when their lines never meet. */
  at?: number
  mentorSteps: number
  menteeSteps: number
}

/** Where the two reporting lines meet and how many steps each side is below that person. */
export function linesMeet(chart: Chart, mentor: number, mentee: number): Meeting {
  const up = [mentor, ...lineAbove(chart, mentor)]
  const other = [mentee, ...lineAbove(chart, mentee)]
  const stepsOf = new Map(other.map((place, steps) => [place, steps]))
  for (const [mentorSteps, place] of up.entries()) {
    const menteeSteps = stepsOf.get(place)
    if (menteeSteps !== undefined) return { at: place, mentorSteps, menteeSteps }
  }
  return { mentorSteps: up.length - 1, menteeSteps: other.length - 1 }
}

/**
 * What to fold at first so that a large company stays readable: whole rows from the bottom up until at most `most` people
 * are drawn. Nothing is folded in a chart that is small enough.
 */
export function foldedAtFirst(chart: Chart, most: number): Set<number> {
  if (chart.nodes.length <= most) return new Set()
  const rows = new Int32Array(chart.nodes.length)
  const perRow: number[] = []
  for (const [i, { parent }] of chart.nodes.entries()) {
    rows[i] = parent < 0 ? 0 : rows[parent]! + 1
    perRow[rows[i]!] = (perRow[rows[i]!] ?? 0) + 1
  }
  let lastRow = 0
  for (let drawn = perRow[0] ?? 0; lastRow + 1 < perRow.length; lastRow++) {
    drawn += perRow[lastRow + 1]!
    if (drawn > most) break
  }
  const folded = new Set<number>()
  for (const { parent } of chart.nodes) if (parent >= 0 && rows[parent] === lastRow) folded.add(parent)
  return folded
}

/** The units a person can choose: everybody up to two rows below the top who leads others, the largest first. */
export function unitsOf(chart: Chart, most = 40): number[] {
  const rows = new Int32Array(chart.nodes.length)
  const leads = new Uint8Array(chart.nodes.length)
  for (const [i, { parent }] of chart.nodes.entries()) {
    if (parent < 0) continue
    rows[i] = rows[parent]! + 1
    leads[parent] = 1
  }
  return chart.nodes
    .flatMap((_, i) => (leads[i] && rows[i]! > 0 && rows[i]! <= 2 ? [i] : []))
    .sort((a, b) => rows[a]! - rows[b]! || chart.nodes[b]!.below - chart.nodes[a]!.below)
    .slice(0, most)
}
