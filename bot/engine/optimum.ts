/**
 * The best set of pairs over every allowed pair of a field, with what proves it. Small fields are given to the solver
 * whole. Large ones start from a list of likely candidates; prices from its solution then show which of all the other
 * pairs could do better, those join the list, and so on until none is left.
 */
import { type Assignment, assign, type WarmStart } from './assign.ts'
import { pointsAbove } from './bound.ts'
import type { Certificate } from './certificate.ts'
import { allPairs, type Edges, trimmed } from './edges.ts'
import type { Field } from './field.ts'
import type { Phase } from './phases.ts'
import { newPricer, priceAllPairs, slicesOf } from './pricing.ts'
import type { Graph } from './solver/bipartite.ts'
import { startList } from './start-list.ts'
import { verifyCertificate } from './verify-certificate.ts'

export interface Proof {
  certificate: 'verified' | 'failed'
  scope: 'all-allowed-pairs' | 'candidate-list'
  /** No set of allowed pairs with as many pairs and people placed scores more than this. */
  bound: number
  gapPercent: number
}

export interface Optimum {
  edges: Edges
  assignment: Assignment
  proof: Proof
}

export interface Watch {
  onProgress?: (phase: Phase, done: number, of: number) => void
  cancelled?: () => boolean
}

/** Thrown when the caller no longer wants the answer. */
export class Cancelled extends Error {
  readonly code = 'cancelled'
  constructor() {
    super('The run was cancelled.')
  }
}

export type Pair = readonly [mentor: number, mentee: number]

export interface Task {
  field: Field
  /** Places left after the pins. */
  capMentor: Int32Array
  capMentee: Int32Array
  /** 1 for whoever has no partner yet: placing them comes before points. */
  aloneMentor: Uint8Array
  aloneMentee: Uint8Array
  /** Pairs out of reach: the pins, and what was forbidden since the field was built. */
  taken: readonly Pair[]
  seed: number
  /** Only pairs with at least this score; 1 where left out. */
  floor?: number
}

/** Up to here every allowed pair goes straight to the solver. */
const WHOLE = 300_000
/** Pairs priced before a very large field is answered with a bound instead of a full proof. */
const PAIRS_TO_PRICE = 3e10

/** One in so many candidates new: the list is solved from the beginning. */
const MANY_ADDED = 8

/** Whether every allowed pair of the field goes to the solver. */
export function isWhole({ mentors, mentees }: Field, whole = WHOLE): boolean {
  return mentors.people.length * mentees.people.length <= whole
}

/** With so many slices of Mentees, samples come first: they cost little and make the prices good enough for a full look. */
const MANY_SLICES = 4
const SAMPLES = 2

type Step = (phase: Phase, done: number, of: number) => void

export function stepper(watch: Watch): Step {
  return (phase, done, of) => {
    if (watch.cancelled?.()) throw new Cancelled()
    watch.onProgress?.(phase, done, of)
  }
}

/** `whole` is the largest number of possible pairs that is given to the solver without a candidate list. */
export function findOptimum(task: Task, watch: Watch = {}, whole = WHOLE): Optimum {
  const { field } = task
  const mentors = field.mentors.people.length
  const step = stepper(watch)
  if (!isWhole(field, whole)) return growList(task, step)
  const onRow = (row: number) => row % 64 === 0 && step('every-pair', row, mentors)
  const edges = admissible(allPairs(field, onRow), task)
  step('best-set', 0, 1)
  const { assignment, verified } = solve(task, edges)
  return { edges, assignment, proof: proofOf(assignment, verified) }
}

function growList(task: Task, step: Step): Optimum {
  const { field, seed } = task
  const both = field.mentors.people.length + field.mentees.people.length
  let listed = 0
  const onListed = () => ++listed % 256 === 0 && step('candidates', listed, both)
  const edges = admissible(startList(field, seed, onListed), task)
  step('best-set', 0, 1)
  const { assignment, verified } = solve(task, edges)
  return priceUntilProven(task, edges, assignment, verified, undefined, step)
}

/**
 * Solves again from an earlier optimum of the same field after capacities or forbidden pairs changed. `reopened` are
 * Mentors who had no place before.
 */
export function resumeOptimum(
  task: Task,
  earlier: Optimum,
  reopened: readonly number[] = [],
  watch: Watch = {},
  whole = WHOLE,
): Optimum {
  const step = stepper(watch)
  const kept = keepAdmissible(earlier, task)
  const { assignment, verified } = solve(task, kept.edges, kept)
  const { mentors, mentees } = task.field
  if (mentors.people.length * mentees.people.length <= whole) {
    return { edges: kept.edges, assignment, proof: proofOf(assignment, verified) }
  }
  const proven = earlier.proof.gapPercent === 0 ? earlier.assignment.certificate : undefined
  return priceUntilProven(task, kept.edges, assignment, verified, proven, step, reopened)
}

/** `proven` are prices against which every pair outside the list was already found not to improve anything. */
function priceUntilProven(
  task: Task,
  edges: Edges,
  first: Assignment,
  firstVerified: boolean,
  proven: Certificate | undefined,
  step: Step,
  reopened: readonly number[] = [],
): Optimum {
  const { field, taken, capMentor, floor = 1 } = task
  const mentors = field.mentors.people.length
  const size = mentors * field.mentees.people.length
  const pricer = newPricer(field, taken, floor)
  for (const i of reopened) pricer.unfinished[i] = 1
  let assignment = first
  let verified = firstVerified
  let before = proven
  const samples = proven || slicesOf(pricer) < MANY_SLICES ? 0 : SAMPLES
  for (let turn = 0, priced = size; ; turn++) {
    const given = edges.count
    const sample = turn < samples ? turn : undefined
    const phase = sample === undefined ? 'checking-all' : 'checking-some'
    const onRow = (row: number) => row % 256 === 0 && step(phase, row, mentors)
    const { certificate } = assignment
    const round = priceAllPairs(pricer, certificate, edges, capMentor, { before, sample, onRow })
    if (sample === undefined) {
      if (round.violations === 0 || priced + size > PAIRS_TO_PRICE) {
        edges.count = given
        return {
          edges,
          assignment,
          proof: proofOf(assignment, verified, pointsAbove(round, certificate, field.weights)),
        }
      }
      priced += size
      before = certificate
    }
    step('best-set', 0, 1)
    // After very many additions the earlier pairs are a poorer start than none.
    const next = solve(
      task,
      edges,
      MANY_ADDED * round.added > edges.count ? undefined : { edges, assignment },
    )
    assignment = next.assignment
    verified = next.verified
  }
}

function solve(
  { field, capMentor, capMentee, aloneMentor, aloneMentee }: Task,
  edges: Edges,
  earlier?: Pick<Optimum, 'edges' | 'assignment'>,
) {
  const [mentors, mentees] = [field.mentors.people.length, field.mentees.people.length]
  const people = { capMentor, capMentee, aloneMentor, aloneMentee }
  const graph: Graph = { mentors, mentees, ...trimmed(edges), ...people }
  const assignment = assign(graph, earlier && warmStart(earlier.assignment, edges.count))
  return { assignment, verified: verifyCertificate(graph, assignment) === undefined }
}

function warmStart({ edges, certificate }: Assignment, count: number): WarmStart {
  const used = new Uint8Array(count)
  for (const e of edges) used[e] = 1
  return { used, certificate }
}

/** The earlier list and result without pairs that are out of reach now. */
function keepAdmissible({ edges, assignment }: Optimum, task: Task): Pick<Optimum, 'edges' | 'assignment'> {
  const copy: Edges = { u: edges.u.slice(), v: edges.v.slice(), w: edges.w.slice(), count: edges.count }
  const kept = new Int32Array(edges.count).fill(-1)
  admissible(copy, task, (from, to) => {
    kept[from] = to
  })
  const still = assignment.edges.map((e) => kept[e]!).filter((e) => e >= 0)
  return { edges: copy, assignment: { ...assignment, edges: still } }
}

function proofOf(assignment: Assignment, verified: boolean, points = 0): Proof {
  const above = Math.ceil(points)
  return {
    certificate: verified ? 'verified' : 'failed',
    scope: 'all-allowed-pairs',
    bound: assignment.score + above,
    gapPercent: assignment.score > 0 ? Math.ceil((1e5 * above) / assignment.score) / 1e3 : 0,
  }
}

/** Leaves out pairs that are taken or score too little; `onKept` hears which entry went where. */
function admissible(edges: Edges, task: Task, onKept?: (from: number, to: number) => void): Edges {
  const { taken, floor = 1, field } = task
  const width = field.mentees.people.length
  const keys = new Set(taken.map(([i, j]) => i * width + j))
  let kept = 0
  for (let e = 0; e < edges.count; e++) {
    if (edges.w[e]! < floor || (keys.size > 0 && keys.has(edges.u[e]! * width + edges.v[e]!))) continue
    onKept?.(e, kept)
    edges.u[kept] = edges.u[e]!
    edges.v[kept] = edges.v[e]!
    edges.w[kept++] = edges.w[e]!
  }
  edges.count = kept
  return edges
}
