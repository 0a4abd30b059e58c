/**
 * The best set of pairs over every allowed pair of a field, with what proves it. Small fields are given to the solver
 * whole. Large ones start from a list of likely candidates; prices from its solution then show which of all the other
 * pairs could do better, those join the list, and so on until none is left.
 */
import { type Assignment, assign, type WarmStart } from './assign.ts'
import { allPairs, type Edges, trimmed } from './edges.ts'
import type { Field } from './field.ts'
import { newPricer, type PricingRound, priceAllPairs } from './pricing.ts'
import type { Graph } from './solver/graph.ts'
import { startList } from './start-list.ts'
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

type Pair = readonly [mentor: number, mentee: number]

export interface Task {
  field: Field
  /** Places left after the pins. */
  capMentor: Int32Array
  capMentee: Int32Array
  /** Pairs out of reach: the pins. */
  taken: readonly Pair[]
  seed: number
}

/** Up to here every allowed pair goes straight to the solver. */
const WHOLE = 300_000
/** Pairs priced before a very large field is answered with a bound instead of a full proof. */
const PAIRS_TO_PRICE = 4e10

export function findOptimum(task: Task, watch: Watch = {}): Optimum {
  const { field } = task
  const mentors = field.mentors.people.length
  const size = mentors * field.mentees.people.length
  const step = (phase: string, done: number, of: number) => {
    if (watch.cancelled?.()) throw new Cancelled()
    watch.onProgress?.(phase, done, of)
  }
  if (size <= WHOLE) {
    const onRow = (row: number) => row % 64 === 0 && step('Looking at every allowed pair', row, mentors)
    const edges = withoutPairs(allPairs(field, onRow), task.taken, field.mentees.people.length)
    step('Finding the best set of pairs', 0, 1)
    const { assignment, certificate } = solve(task, edges)
    return { edges, assignment, proof: proofOf(assignment, certificate) }
  }
  return growList(task, size, step)
}

function growList(
  task: Task,
  size: number,
  step: (phase: string, done: number, of: number) => void,
): Optimum {
  const { field, taken, seed, capMentor } = task
  const mentors = field.mentors.people.length
  const width = field.mentees.people.length
  const both = mentors + width
  let listed = 0
  const onListed = () => ++listed % 256 === 0 && step('Looking for candidates', listed, both)
  const edges = withoutPairs(startList(field, seed, onListed), taken, width)
  const pricer = newPricer(field, taken)
  let before: Assignment | undefined
  for (let priced = size; ; priced += size) {
    step('Finding the best set of pairs', 0, 1)
    const { assignment, certificate } = solve(task, edges, before)
    const given = edges.count
    const onRow = (row: number) => row % 256 === 0 && step('Checking every allowed pair', row, mentors)
    const round = priceAllPairs(pricer, assignment.certificate, edges, capMentor, before?.certificate, onRow)
    before = assignment
    if (round.violations > 0 && priced + size <= PAIRS_TO_PRICE) continue
    edges.count = given
    return { edges, assignment, proof: proofOf(assignment, certificate, round, highestScore(edges)) }
  }
}

function solve({ field, capMentor, capMentee }: Task, edges: Edges, before?: Assignment) {
  const [mentors, mentees] = [field.mentors.people.length, field.mentees.people.length]
  const graph: Graph = { mentors, mentees, ...trimmed(edges), capMentor, capMentee }
  const assignment = assign(graph, before && warmStart(before, edges.count))
  return { assignment, certificate: verifyCertificate(graph, assignment) === undefined }
}

function warmStart({ edges, certificate }: Assignment, count: number): WarmStart {
  const used = new Uint8Array(count)
  for (const e of edges) used[e] = 1
  return { used, certificate }
}

function proofOf(assignment: Assignment, verified: boolean, round?: PricingRound, highest = 0): Proof {
  const above = round ? Math.ceil(round.pointsAbove + round.pairsAbove * highest) : 0
  return {
    certificate: verified ? 'verified' : 'failed',
    scope: 'all-allowed-pairs',
    bound: assignment.score + above,
    gapPercent: assignment.score > 0 ? Math.ceil((1e5 * above) / assignment.score) / 1e3 : 0,
  }
}

function highestScore({ w, count }: Edges): number {
  let highest = 0
  for (let e = 0; e < count; e++) if (w[e]! > highest) highest = w[e]!
  return highest
}

function withoutPairs(edges: Edges, taken: readonly Pair[], width: number): Edges {
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
