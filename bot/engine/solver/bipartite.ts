/**
 * Numbers in, numbers out: the solver knows Mentors and Mentees only as two ranges of whole numbers and edges between
 * them. `u[e]`, `v[e]`, `w[e]` are the Mentor, the Mentee and the score of edge `e`.
 */
export interface Graph {
  mentors: number
  mentees: number
  u: Int32Array
  v: Int32Array
  /** Whole numbers from 1 to 2^24. */
  w: Int32Array
  /** Places each can fill, 1 where left out. */
  capMentor?: Int32Array
  capMentee?: Int32Array
  /**
   * 1 for whoever is without a partner so far: among as many pairs, those are best that place most of them. Left out:
   * only pairs and score count.
   */
  aloneMentor?: Uint8Array
  aloneMentee?: Uint8Array
}

/** Edges grouped by one side: those of node i are `edge[from[i]]` to `edge[from[i + 1] - 1]`, leading to `to[...]`. */
export interface Adjacency {
  from: Int32Array
  to: Int32Array
  edge: Int32Array
}

export function adjacency(count: number, here: Int32Array, there: Int32Array): Adjacency {
  const from = new Int32Array(count + 1)
  tally(here, from)
  addUp(from)
  const to = new Int32Array(here.length)
  const edge = new Int32Array(here.length)
  group(here, there, from.slice(0, count), to, edge)
  return { from, to, edge }
}

// One loop a function: V8 compiles a running loop together with all that follows it in the function, and throws the
// work away when it gets there.

function tally(here: Int32Array, from: Int32Array): void {
  for (let e = 0; e < here.length; e++) from[here[e]! + 1]!++
}

/** Counts, one place late, into the place where each begins. */
export function addUp(from: Int32Array): void {
  for (let i = 1; i < from.length; i++) from[i]! += from[i - 1]!
}

function group(
  here: Int32Array,
  there: Int32Array,
  next: Int32Array,
  to: Int32Array,
  edge: Int32Array,
): void {
  for (let e = 0; e < here.length; e++) {
    const p = next[here[e]!]!++
    to[p] = there[e]!
    edge[p] = e
  }
}

/** `list[at[0]]`, `list[at[1]]`, ... */
export function pick(list: Int32Array, at: Int32Array): Int32Array {
  const picked = new Int32Array(at.length)
  for (let x = 0; x < at.length; x++) picked[x] = list[at[x]!]!
  return picked
}

export function ones(count: number): Int32Array {
  return new Int32Array(count).fill(1)
}
