/** Candidates as the solver wants them: one list of pairs with their score, grown as better pairs are found. */
import type { Field } from './field.ts'
import { enter, scorePartners, scratchFor } from './pair-scores.ts'

export interface Edges {
  u: Int32Array
  v: Int32Array
  w: Int32Array
  count: number
}

export function newEdges(room = 1024): Edges {
  return { u: new Int32Array(room), v: new Int32Array(room), w: new Int32Array(room), count: 0 }
}

export function addEdge(edges: Edges, i: number, j: number, score: number): void {
  if (edges.count === edges.u.length) grow(edges)
  edges.u[edges.count] = i
  edges.v[edges.count] = j
  edges.w[edges.count++] = score
}

function grow(edges: Edges): void {
  const room = Math.max(1024, Math.ceil(edges.count * 1.6))
  for (const list of ['u', 'v', 'w'] as const) {
    const larger = new Int32Array(room)
    larger.set(edges[list])
    edges[list] = larger
  }
}

export function trimmed({ u, v, w, count }: Edges): Pick<Edges, 'u' | 'v' | 'w'> {
  return { u: u.subarray(0, count), v: v.subarray(0, count), w: w.subarray(0, count) }
}

/** Every allowed pair. */
export function allPairs(field: Field, onRow?: (row: number) => void): Edges {
  const count = field.mentees.people.length
  const everyone = Int32Array.from({ length: count }, (_, j) => j)
  const scores = new Int32Array(count)
  const scratch = scratchFor(field, 'mentors')
  const edges = newEdges()
  for (let i = 0; i < field.mentors.people.length; i++) {
    onRow?.(i)
    enter(scratch, field.mentors, i)
    scorePartners(field, scratch, 1, everyone, count, scores)
    for (let j = 0; j < count; j++) if (scores[j]! > 0) addEdge(edges, i, j, scores[j]!)
  }
  return edges
}
