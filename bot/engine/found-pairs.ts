/** What was found in each Mentor's row of pairs that could improve the result: the worst few, and how many there were. */

/** New candidates per Mentor and round. */
const ADD_PER_MENTOR = 16

/** By row; the pairs kept of row r stand from `r * ADD_PER_MENTOR`, `count[r]` of them. */
export interface Found {
  count: Uint8Array
  lack: Float64Array
  partner: Int32Array
  score: Int32Array
  violations: Int32Array
  /** Of these, pairs that could raise the number of pairs or of people placed. */
  placeable: Int32Array
  worst: Float64Array
  /** 1 where not every pair that would allow one more pair or person was looked at. */
  cut: Uint8Array
}

export function newFound(rows: number): Found {
  const list = (each = 1) => new Int32Array(rows * each)
  return {
    count: new Uint8Array(rows),
    lack: new Float64Array(rows * ADD_PER_MENTOR),
    partner: list(ADD_PER_MENTOR),
    score: list(ADD_PER_MENTOR),
    violations: list(),
    placeable: list(),
    worst: new Float64Array(rows),
    cut: new Uint8Array(rows),
  }
}

export function keepWorst(found: Found, r: number, lack: number, j: number, score: number): void {
  const first = r * ADD_PER_MENTOR
  const end = first + ADD_PER_MENTOR
  let at = first + found.count[r]!
  if (at === end) {
    at = first
    for (let x = first + 1; x < end; x++) if (found.lack[x]! < found.lack[at]!) at = x
    if (lack <= found.lack[at]!) return
  } else found.count[r]!++
  found.lack[at] = lack
  found.partner[at] = j
  found.score[at] = score
}

/** Whether more pairs of the row failed than were kept or looked at. */
export function isUnfinished({ cut, count, lack, violations }: Found, r: number): boolean {
  const first = r * ADD_PER_MENTOR
  let failing = 0
  for (let x = first; x < first + count[r]!; x++) if (lack[x]! > 0) failing++
  return cut[r] === 1 || failing < violations[r]!
}

export function forEachKept(
  { count, partner, score }: Found,
  r: number,
  use: (j: number, score: number) => void,
) {
  const first = r * ADD_PER_MENTOR
  for (let x = first; x < first + count[r]!; x++) use(partner[x]!, score[x]!)
}
