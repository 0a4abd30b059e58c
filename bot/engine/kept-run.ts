/**
 * What stays of a run between changes: the solved problem as `solver/standing.ts` keeps it, what has been checked of its
 * certificate, and the asks against which every pair outside the list was found wanting. A change gives the next
 * version; the earlier one stays as it was, so that several changes can be tried from the same point.
 */
import type { Field } from './field.ts'
import { isWhole, type Optimum, type Task } from './optimum.ts'
import { type Lookout, missingPairs, newLookout } from './price-person.ts'
import {
  appendEdges,
  buildStanding,
  CLOSED,
  certificateOf,
  copyStanding,
  edgeBetween,
  type Standing,
  USED,
} from './solver/kept-optimum.ts'
import {
  closeEdge,
  coverEdges,
  newSearch,
  type Search,
  setAlone,
  setCapacity,
  settle,
} from './solver/reoptimize.ts'
import { type Checked, checkChange, checkClaim } from './verify-change.ts'

export interface Live {
  standing: Standing
  checked: Checked
  /** Undefined when every allowed pair is in the list. */
  covered: Float64Array | undefined
  /** Pairs out of reach, as mentor * mentees + mentee. */
  taken: ReadonlySet<number>
  tools: { search: Search; lookout: Lookout | undefined }
}

/** One change in numbers: pairs to put out of reach, and the places of people from now on. */
export interface Edit {
  close: (readonly [mentor: number, mentee: number])[]
  /** By node: Mentors, then Mentees. */
  places: Map<number, number>
  /** Whether people have no partner from elsewhere, as a pin is one. */
  alone: Map<number, boolean>
}

/** So many people priced anew, or pairs found missing, and solving anew is no slower. */
const MANY_PEOPLE = 3000
const MANY_MISSING = 20_000
const MOST_ROUNDS = 60

/** Undefined when there is no full proof to build on. */
export function enliven(
  task: Task,
  { edges, assignment, proof }: Optimum,
  whole = isWhole(task.field),
): Live | undefined {
  if (proof.certificate !== 'verified' || proof.gapPercent > 0) return undefined
  const standing = buildStanding(edges, assignment, task)
  const checked = checkStanding(standing)
  if (!checked) return undefined
  const width = task.field.mentees.people.length
  return {
    standing,
    checked,
    covered: whole ? undefined : standing.ask.slice(),
    taken: new Set(task.taken.map(([i, j]) => i * width + j)),
    tools: { search: newSearch(standing.nodes), lookout: whole ? undefined : newLookout(task.field) },
  }
}

/** The best set of pairs after the change, proven; undefined when so much changed that it is better sought anew. */
export function changeLive(live: Live, field: Field, { close, places, alone }: Edit): Live | undefined {
  const standing = copyStanding(live.standing)
  const { search } = live.tools
  const width = field.mentees.people.length
  const taken = new Set(live.taken)
  const covered = live.covered?.slice()
  const toSettle: number[] = []
  for (const [i, j] of close) {
    taken.add(i * width + j)
    const e = edgeBetween(standing, i, standing.mentors + j)
    if (e >= 0) toSettle.push(...closeEdge(standing, e))
  }
  for (const [node, count] of places) {
    // Nobody looked at the pairs of somebody without a place.
    if (covered && standing.cap[node] === 0 && count > 0) covered[node] = Infinity
    toSettle.push(...setCapacity(standing, node, count))
  }
  for (const [node, isAlone] of alone) toSettle.push(...setAlone(standing, node, isAlone))
  for (const node of toSettle) tilt(covered, standing, settle(standing, search, node))
  const next = { ...live, standing, taken, covered }
  if (covered && !coverOutside(next, field)) return undefined
  const checked = checkStanding(standing, live.checked)
  return checked && { ...next, covered: covered && standing.ask.slice(), checked }
}

/** Brings in pairs from outside the list until none could improve the result; false when there are too many. */
function coverOutside({ standing, covered, taken, tools }: Live, field: Field): boolean {
  let known = covered!
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { ask, cap, nodes } = standing
    const cheaper: number[] = []
    for (let x = 0; x < nodes; x++) if (ask[x]! < known[x]! && cap[x]! > 0) cheaper.push(x)
    if (cheaper.length > MANY_PEOPLE) return false
    known = ask.slice()
    const found = new Map<number, { i: number; j: number; score: number }>()
    const short: number[] = []
    for (const node of cheaper) {
      const missing = missingPairs(tools.lookout!, field, standing, taken, node)
      for (const pair of missing) found.set(pair.i * nodes + pair.j, pair)
      if (missing.length > 0) short.push(node)
      if (found.size > MANY_MISSING) return false
    }
    if (found.size === 0) return true
    appendEdges(standing, [...found.values()])
    const toSettle = short.flatMap((node) => coverEdges(standing, node))
    for (const node of toSettle) tilt(known, standing, settle(standing, tools.search, node))
  }
  return false
}

/** When everybody's asks moved alike, what is known of sums is known of the moved asks as well. */
function tilt(covered: Float64Array | undefined, { mentors, nodes }: Standing, shift: number): void {
  if (!covered || shift === 0) return
  for (let x = 0; x < nodes; x++) covered[x]! += x < mentors ? shift : -shift
}

function checkStanding(standing: Standing, before?: Checked): Checked | undefined {
  const certificate = certificateOf(standing)
  if (!certificate) return undefined
  const { mentors, u, v, w, count, state, cap, alone } = standing
  const claim = { mentors, u, v, w, count, state, cap, alone, certificate }
  const checked = before ? checkChange(before, claim) : checkClaim(claim)
  return typeof checked === 'string' ? undefined : checked
}

/** The same as files, explanations and later runs read it. The list of pairs is put together when it is asked for. */
export function optimumOf({ standing, checked }: Live): Optimum {
  const { pairs, people, score, claim } = checked
  const { state, count } = standing
  let kept: Int32Array | undefined
  const open = () => {
    kept ??= Int32Array.from({ length: count }, (_, e) => e).filter((e) => state[e] !== CLOSED)
    return kept
  }
  return {
    get edges() {
      const pick = (list: Int32Array) => open().map((e) => list[e]!)
      return { u: pick(standing.u), v: pick(standing.v), w: pick(standing.w), count: open().length }
    },
    assignment: {
      ...{ pairs, people, score, certificate: claim.certificate },
      get edges() {
        return Int32Array.from(open().keys()).filter((place) => state[open()[place]!] === USED)
      },
    },
    proof: { certificate: 'verified', scope: 'all-allowed-pairs', bound: score, gapPercent: 0 },
  }
}
