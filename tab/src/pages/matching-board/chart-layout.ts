/**
 * A layered tidy tree after Reingold and Tilford ("Tidier Drawings of Trees", 1981): every level of the organization is
 * one row, a manager sits in the middle above the direct reports, equal subtrees are drawn equally, and two people of one
 * row never come closer than one unit. Subtrees are moved together as whole outlines (leftmost and rightmost place on each
 * row), so that time grows with the number of people and not with its square.
 */

export interface ChartLayout {
  /** Place across, in units: neighbours below one manager are 1 apart. */
  x: Float64Array
  /** Row, 0 at the top. */
  row: Int32Array
  /** From the leftmost to the rightmost person, in units. */
  width: number
  rows: number
}

/** Between people with the same manager, and between people with different ones. */
const siblingGap = 1
const cousinGap = 1.6

/** The outline of a subtree: how far it reaches on each row, seen from its top person. */
interface Outline {
  left: number[]
  right: number[]
}

/**
 * Lays out a forest. `parents[i]` is the place of i's manager in the list, always before i itself, or -1 at the top.
 * @throws RangeError when a parent does not come before its child.
 */
export function layoutChart(parents: ArrayLike<number>): ChartLayout {
  const count = parents.length
  const below = childrenOf(parents)
  const offset = new Float64Array(count)
  const outlines = new Array<Outline | undefined>(count)
  for (let i = count - 1; i >= 0; i--) {
    outlines[i] = joinOutlines(below.children[i]!, outlines, offset)
  }
  joinOutlines(below.tops, outlines, offset)
  return place(parents, offset)
}

function childrenOf(parents: ArrayLike<number>): { children: number[][]; tops: number[] } {
  const children: number[][] = Array.from(parents, () => [])
  const tops: number[] = []
  for (let i = 0; i < parents.length; i++) {
    const parent = parents[i]!
    if (parent >= i) throw new RangeError(`Chart row ${i} comes before its manager in row ${parent}.`)
    if (parent < 0) tops.push(i)
    else children[parent]!.push(i)
  }
  return { children, tops }
}

/** Sets the offsets of `children` from the middle above them and answers the outline of the whole. */
function joinOutlines(
  children: readonly number[],
  outlines: (Outline | undefined)[],
  offset: Float64Array,
): Outline {
  if (children.length === 0) return { left: [0], right: [0] }
  let joined: Outline | undefined
  for (const child of children) {
    const outline = outlines[child]!
    outlines[child] = undefined
    offset[child] = joined ? distanceTo(joined, outline) : 0
    joined = joined ? merge(joined, outline, offset[child]!) : shifted(outline, 0)
  }
  const middle = (offset[children[0]!]! + offset[children.at(-1)!]!) / 2
  for (const child of children) offset[child]! -= middle
  const whole = shifted(joined!, -middle)
  whole.left.unshift(0)
  whole.right.unshift(0)
  return whole
}

/** How far to the right the next subtree must stand so that no row touches. */
function distanceTo(joined: Outline, next: Outline): number {
  const rows = Math.min(joined.right.length, next.left.length)
  let distance = Number.NEGATIVE_INFINITY
  for (let row = 0; row < rows; row++) {
    const gap = row === 0 ? siblingGap : cousinGap
    distance = Math.max(distance, joined.right[row]! - next.left[row]! + gap)
  }
  return distance
}

function merge(joined: Outline, next: Outline, distance: number): Outline {
  const rows = Math.max(joined.left.length, next.left.length)
  for (let row = 0; row < rows; row++) {
    if (row < next.left.length) {
      joined.left[row] = Math.min(joined.left[row] ?? Number.POSITIVE_INFINITY, next.left[row]! + distance)
      joined.right[row] = Math.max(joined.right[row] ?? Number.NEGATIVE_INFINITY, next.right[row]! + distance)
    }
  }
  return joined
}

function shifted(outline: Outline, by: number): Outline {
  return { left: outline.left.map((x) => x + by), right: outline.right.map((x) => x + by) }
}

/** Offsets from the manager become places on the sheet, the leftmost at 0. */
function place(parents: ArrayLike<number>, offset: Float64Array): ChartLayout {
  const count = parents.length
  const x = new Float64Array(count)
  const row = new Int32Array(count)
  let least = Number.POSITIVE_INFINITY
  let most = Number.NEGATIVE_INFINITY
  let rows = 0
  for (let i = 0; i < count; i++) {
    const parent = parents[i]!
    x[i] = (parent < 0 ? 0 : x[parent]!) + offset[i]!
    row[i] = parent < 0 ? 0 : row[parent]! + 1
    least = Math.min(least, x[i]!)
    most = Math.max(most, x[i]!)
    rows = Math.max(rows, row[i]! + 1)
  }
  for (let i = 0; i < count; i++) x[i]! -= least
  return { x, row, width: count === 0 ? 0 : most - least, rows }
}
