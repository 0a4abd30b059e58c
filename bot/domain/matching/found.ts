/** What one Mentor's row of pairs held that could improve the result: the worst few, and how many there were. */

/** New candidates per Mentor and round. */
const ADD_PER_MENTOR = 16

export interface Found {
  count: number
  lack: Float64Array
  partner: Int32Array
  score: Int32Array
  violations: number
  /** Of these, pairs that could raise the number of pairs, and of people placed. */
  pairs: number
  people: number
  worst: number
  /** Not every pair that would allow one more pair or person was looked at. */
  cut: boolean
}

export function newFound(): Found {
  return {
    count: 0,
    lack: new Float64Array(ADD_PER_MENTOR),
    partner: new Int32Array(ADD_PER_MENTOR),
    score: new Int32Array(ADD_PER_MENTOR),
    violations: 0,
    pairs: 0,
    people: 0,
    worst: 0,
    cut: false,
  }
}

export function reset(found: Found): void {
  found.count = 0
  found.violations = 0
  found.pairs = 0
  found.people = 0
  found.worst = 0
  found.cut = false
}

export function failing({ count, lack }: Found): number {
  let failing = 0
  for (let x = 0; x < count; x++) if (lack[x]! > 0) failing++
  return failing
}

export function keepWorst(found: Found, lack: number, j: number, score: number): void {
  let at = found.count
  if (at === ADD_PER_MENTOR) {
    at = 0
    for (let x = 1; x < ADD_PER_MENTOR; x++) if (found.lack[x]! < found.lack[at]!) at = x
    if (lack <= found.lack[at]!) return
  } else found.count++
  found.lack[at] = lack
  found.partner[at] = j
  found.score[at] = score
}
