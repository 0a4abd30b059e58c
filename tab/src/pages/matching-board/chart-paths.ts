/** The picture as a handful of path texts, in units and rows: thousands of people cost the page a few elements. */
import type { ChartLayout } from './chart-layout.ts'
import type { ChartView } from './chart-view.ts'

export interface ChartPaths {
  lines: string
  others: string
  mentors: string
  mentees: string
  proposed: string
  agreed: string
  insideLine: string
}

const round = (value: number) => Math.round(value * 1e3) / 1e3

/** A line of no length: with round or square ends it is drawn as a dot of the stroke's width at any zoom. */
function dot(layout: ChartLayout, place: number): string {
  return `M${round(layout.x[place]!)} ${layout.row[place]!}h0`
}

/** From a manager down to a report: straight down at both ends, curved between. */
export function lineBetween(layout: ChartLayout, above: number, below: number): string {
  const [x1, y1] = [round(layout.x[above]!), layout.row[above]!]
  const [x2, y2] = [round(layout.x[below]!), layout.row[below]!]
  const middle = (y1 + y2) / 2
  return `M${x1} ${y1}C${x1} ${middle} ${x2} ${middle} ${x2} ${y2}`
}

/** From the Mentor up, over the chart and down to the Mentee; the further apart, the higher. */
export function arcBetween(layout: ChartLayout, mentor: number, mentee: number): string {
  const [x1, y1] = [layout.x[mentor]!, layout.row[mentor]!]
  const [x2, y2] = [layout.x[mentee]!, layout.row[mentee]!]
  const apart = layout.width === 0 ? 0 : Math.abs(x2 - x1) / layout.width
  const top = Math.min(y1, y2) - 0.4 - 1.3 * Math.sqrt(apart)
  const lean = (x2 - x1) * 0.12
  return `M${round(x1)} ${y1}C${round(x1 + lean)} ${round(top)} ${round(x2 - lean)} ${round(top)} ${round(x2)} ${y2}`
}

export function chartPaths(
  view: ChartView,
  layout: ChartLayout,
  sideOf: (shown: number) => 'mentor' | 'mentee' | undefined,
): ChartPaths {
  const parts = {
    lines: [] as string[],
    others: [] as string[],
    mentors: [] as string[],
    mentees: [] as string[],
  }
  for (const [place, parent] of view.parents.entries()) {
    if (parent >= 0) parts.lines.push(lineBetween(layout, parent, place))
    const side = sideOf(place)
    parts[side === 'mentor' ? 'mentors' : side === 'mentee' ? 'mentees' : 'others'].push(dot(layout, place))
  }
  const arcs = { proposed: [] as string[], agreed: [] as string[], insideLine: [] as string[] }
  for (const { arc, mentor, mentee } of view.arcs) {
    const kind = arc.insideLine ? 'insideLine' : arc.state === 'proposed' ? 'proposed' : 'agreed'
    arcs[kind].push(arcBetween(layout, mentor, mentee))
  }
  return {
    lines: parts.lines.join(''),
    others: parts.others.join(''),
    mentors: parts.mentors.join(''),
    mentees: parts.mentees.join(''),
    proposed: arcs.proposed.join(''),
    agreed: arcs.agreed.join(''),
    insideLine: arcs.insideLine.join(''),
  }
}

/** The way from somebody up to the top of what is drawn. */
export function lineUp(
  view: ChartView,
  layout: ChartLayout,
  place: number,
): { path: string; places: number[] } {
  const places = [place]
  let path = ''
  for (let at = place; view.parents[at]! >= 0; at = view.parents[at]!) {
    path += lineBetween(layout, view.parents[at]!, at)
    places.push(view.parents[at]!)
  }
  return { path, places }
}
