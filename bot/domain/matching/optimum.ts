/** The best set of pairs over every allowed pair of a field, with what proves it. */
import { type Assignment, assign } from './assign.ts'
import { allPairs, type Edges, trimmed } from './edges.ts'
import type { Field } from './field.ts'
import type { Graph } from './solver/graph.ts'
import { verifyCertificate } from './verify-certificate.ts'

export interface Proof {
  certificate: 'verified' | 'failed'
  scope: 'all-allowed-pairs' | 'candidate-list'
  /** No set of allowed pairs with as many pairs scores more than this. */
  bound: number
  gapPercent: number
}

export interface Optimum {
  edges: Edges
  assignment: Assignment
  proof: Proof
}

export interface Watch {
  onProgress?: (phase: string, done: number, of: number) => void
  cancelled?: () => boolean
}

/** Thrown when the caller no longer wants the answer. */
export class Cancelled extends Error {
  readonly code = 'cancelled'
  constructor() {
    super('The run was cancelled.')
  }
}

/** `taken` pairs (pins) are out of reach; the capacities are what they leave. */
export function findOptimum(
  field: Field,
  capMentor: Int32Array,
  capMentee: Int32Array,
  taken: readonly (readonly [number, number])[],
  watch: Watch = {},
): Optimum {
  const step = (phase: string, done: number, of: number) => {
    if (watch.cancelled?.()) throw new Cancelled()
    watch.onProgress?.(phase, done, of)
  }
  const mentors = field.mentors.people.length
  const edges = withoutPairs(
    allPairs(field, (row) => row % 64 === 0 && step('Looking at every allowed pair', row, mentors)),
    taken,
    field.mentees.people.length,
  )
  step('Finding the best set of pairs', 0, 1)
  const graph: Graph = {
    mentors,
    mentees: field.mentees.people.length,
    ...trimmed(edges),
    capMentor,
    capMentee,
  }
  const assignment = assign(graph)
  step('Checking the proof', 0, 1)
  const fault = verifyCertificate(graph, assignment)
  const proof: Proof = {
    certificate: fault ? 'failed' : 'verified',
    scope: 'all-allowed-pairs',
    bound: assignment.score,
    gapPercent: 0,
  }
  return { edges, assignment, proof }
}

function withoutPairs(edges: Edges, taken: readonly (readonly [number, number])[], width: number): Edges {
  if (taken.length === 0) return edges
  const keys = new Set(taken.map(([i, j]) => i * width + j))
  let kept = 0
  for (let e = 0; e < edges.count; e++) {
    if (keys.has(edges.u[e]! * width + edges.v[e]!)) continue
    edges.u[kept] = edges.u[e]!
    edges.v[kept] = edges.v[e]!
    edges.w[kept++] = edges.w[e]!
  }
  edges.count = kept
  return edges
}
