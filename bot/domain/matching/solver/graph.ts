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
  const m = here.length
  const from = new Int32Array(count + 1)
  for (let e = 0; e < m; e++) from[here[e]! + 1]!++
  for (let i = 0; i < count; i++) from[i + 1]! += from[i]!
  const next = from.slice(0, count)
  const to = new Int32Array(m)
  const edge = new Int32Array(m)
  for (let e = 0; e < m; e++) {
    const p = next[here[e]!]!++
    to[p] = there[e]!
    edge[p] = e
  }
  return { from, to, edge }
}

export function ones(count: number): Int32Array {
  return new Int32Array(count).fill(1)
}
