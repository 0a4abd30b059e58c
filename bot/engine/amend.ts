/**
 * A proposal after a change: pairs that stay keep their entry, and only what the change touched is described anew -
 * pairs that came, people who are left over now, blocking pairs at people whose partners changed.
 */
import { scoreFloors } from './blocking.ts'
import type { Field } from './field.ts'
import type { Live } from './kept-run.ts'
import type { Pair } from './optimum.ts'
import type { ProposedPairing, WorkedProposal } from './propose.ts'
import { barredOf, describeAll, enteredOn, inOrder } from './propose.ts'
import type { Roster } from './roster.ts'
import { differingEdges, edgesOf, OPEN, otherEnd, type Standing, USED } from './solver/kept-optimum.ts'
import { appeal, type BestCandidate, explainUnplaced, type Unplaced } from './unplaced.ts'

/** Pairings by rising key, which is mentor * mentees + mentee. */
interface Rows {
  keys: Float64Array
  pairings: readonly ProposedPairing[]
}

interface Row {
  key: number
  pairing: ProposedPairing
}

/** The lists of a proposal by the numbers of its people. */
export interface Book {
  pinned: Rows
  chosen: Rows
  /** Pins by node. */
  pinsAt: Int32Array
  /** See `blocking.ts`. */
  floor: Float64Array
  blocking: number
  /** Why people are left over, by node. */
  why: ReadonlyMap<number, Unplaced>
}

export function openBook({ proposal, field, pins, optimum }: WorkedProposal, standing: Standing): Book {
  const { edges, assignment } = optimum
  const width = field.mentees.people.length
  const places = inOrder(pins)
  const chosen = inOrder(Array.from(assignment.edges, (e): [number, number] => [edges.u[e]!, edges.v[e]!]))
  const made = [...places, ...chosen]
  const keys = Float64Array.from(made, ([i, j]) => i * width + j)
  const rows = (from: number, end: number): Rows => ({
    keys: keys.slice(from, end),
    pairings: proposal.pairings.slice(from, end),
  })
  const scores = proposal.pairings.map((p) => p.score)
  const known = new Map(proposal.unplaced.map((entry) => [entry.personId, entry]))
  const why = new Map<number, Unplaced>()
  for (let node = 0; node < standing.nodes; node++) {
    const entry = known.get(personAt(field, node).id)
    if (entry) why.set(node, entry)
  }
  return {
    pinned: rows(0, places.length),
    chosen: rows(places.length, made.length),
    pinsAt: countPins(standing, pins),
    floor: scoreFloors(field, made, scores),
    blocking: proposal.blockingPairs ?? 0,
    why,
  }
}

function countPins({ mentors, nodes }: Standing, pins: readonly Pair[]): Int32Array {
  const pinsAt = new Int32Array(nodes)
  for (const [i, j] of pins) {
    pinsAt[i]!++
    pinsAt[mentors + j]!++
  }
  return pinsAt
}

function personAt({ mentors, mentees }: Field, node: number) {
  const count = mentors.people.length
  return node < count ? mentors.people[node]! : mentees.people[node - count]!
}

type Frame = Pick<WorkedProposal, 'field' | 'roster' | 'pins'>

export interface Amended {
  book: Book
  made: ProposedPairing[]
  undone: ProposedPairing[]
}

/** `nodes` are the people the change is about: what others are told about them is written anew. */
export function amend(
  book: Book,
  before: Standing,
  { standing }: Live,
  frame: Frame,
  nodes: ReadonlySet<number>,
): Amended {
  const { field, roster, pins } = frame
  const width = field.mentees.people.length
  const edges = differingEdges(before, standing)
  const keyOf = (e: number) => standing.u[e]! * width + standing.v[e]!
  const left = new Set(edges.filter((e) => before.state[e] === USED).map(keyOf))
  const came = edges.filter((e) => standing.state[e] === USED && before.state[e] !== USED).map(keyOf)
  const pinKeys = new Set(pins.map(([i, j]) => i * width + j))
  const wasPinned = new Set(book.pinned.keys)
  const gone = [
    ...rowsOf(book.pinned, (key) => !pinKeys.has(key)),
    ...rowsOf(book.chosen, (key) => left.has(key)),
  ]
  const known = new Map(gone.map(({ key, pairing }) => [key, pairing]))
  const describe = (keys: number[], pinned: boolean): Row[] =>
    keys.map((key) => {
      const earlier = known.get(key)
      const pair: Pair = [Math.floor(key / width), key % width]
      const pairing = earlier ? { ...earlier, pinned } : describeAll(field, roster, [pair], pinned)[0]!
      return { key, pairing }
    })
  const toPin = [...pinKeys].filter((key) => !wasPinned.has(key))
  const freshPins = describe(toPin, true)
  const fresh = describe(came, false)
  const all = new Set([...freshPins, ...fresh].map(({ key }) => key))
  const next: Book = {
    ...book,
    pinned: merge(book.pinned, (key) => pinKeys.has(key), freshPins),
    chosen: merge(book.chosen, (key) => !left.has(key), fresh),
    pinsAt: countPins(standing, pins),
  }
  const touched = new Set(nodes)
  for (const e of edges)
    for (const node of [standing.u[e]!, standing.mentors + standing.v[e]!]) touched.add(node)
  countAgain(next, before, standing, field, touched, edges)
  next.why = explainAgain(next, standing, field, roster, nodes)
  return {
    book: next,
    made: [...freshPins, ...fresh].filter(({ key }) => !known.has(key)).map(({ pairing }) => pairing),
    undone: gone.filter(({ key }) => !all.has(key)).map(({ pairing }) => pairing),
  }
}

function rowsOf({ keys, pairings }: Rows, isMeant: (key: number) => boolean): Row[] {
  const rows: Row[] = []
  for (let x = 0; x < keys.length; x++)
    if (isMeant(keys[x]!)) rows.push({ key: keys[x]!, pairing: pairings[x]! })
  return rows
}

function merge(rows: Rows, stays: (key: number) => boolean, fresh: Row[]): Rows {
  fresh.sort((a, b) => a.key - b.key)
  const keys = new Float64Array(rows.keys.length + fresh.length)
  const pairings: ProposedPairing[] = []
  const add = (key: number, pairing: ProposedPairing) => {
    keys[pairings.length] = key
    pairings.push(pairing)
  }
  let next = 0
  for (let x = 0; x < rows.keys.length; x++) {
    const key = rows.keys[x]!
    for (; next < fresh.length && fresh[next]!.key < key; next++) add(fresh[next]!.key, fresh[next]!.pairing)
    if (stays(key)) add(key, rows.pairings[x]!)
  }
  for (; next < fresh.length; next++) add(fresh[next]!.key, fresh[next]!.pairing)
  return { keys: keys.subarray(0, pairings.length), pairings }
}

/** Floors of the people touched, and the blocking pairs among edges at them. */
function countAgain(
  book: Book,
  before: Standing,
  now: Standing,
  field: Field,
  touched: ReadonlySet<number>,
  edges: readonly number[],
): void {
  const floor = book.floor.slice()
  const recount = new Set(edges)
  for (let e = before.count; e < now.count; e++) recount.add(e)
  for (const node of touched) {
    floor[node] = floorAt(book, now, field, node)
    if (floor[node] !== book.floor[node]) for (const e of edgesOf(now, node)) recount.add(e)
  }
  for (const e of recount) {
    if (e < before.count && blocks(before, book.floor, e)) book.blocking--
    if (blocks(now, floor, e)) book.blocking++
  }
  book.floor = floor
}

function blocks({ state, u, v, w, mentors }: Standing, floor: Float64Array, e: number): boolean {
  return state[e] === OPEN && w[e]! > floor[u[e]!]! && w[e]! > floor[mentors + v[e]!]!
}

function floorAt({ pinned, pinsAt }: Book, standing: Standing, field: Field, node: number): number {
  const { mentors, state, load, w } = standing
  const isMentor = node < mentors
  const place = isMentor ? node : node - mentors
  const places = isMentor ? field.mentors.capacity[place]! : field.mentees.capacity[place]!
  if (places > load[node]! + pinsAt[node]!) return -1
  let floor = Infinity
  for (const e of edgesOf(standing, node)) if (state[e] === USED) floor = Math.min(floor, w[e]!)
  if (pinsAt[node] === 0) return floor
  const width = field.mentees.people.length
  pinned.keys.forEach((key, x) => {
    if ((isMentor ? Math.floor(key / width) : key % width) === place)
      floor = Math.min(floor, pinned.pairings[x]!.score)
  })
  return floor
}

/**
 * Reasons stay, except of people who found a partner, and of those whose reason may name somebody who changed. Whom rules
 * leave nobody at all keeps the count of the run: it takes a look at everybody, and one person more or less hardly moves it.
 */
function explainAgain(
  { why, pinsAt }: Book,
  standing: Standing,
  field: Field,
  roster: Roster,
  changed: ReadonlySet<number>,
): Map<number, Unplaced> {
  const ids = new Set([...changed].map((node) => personAt(field, node).id))
  const stale = new Set(changed)
  for (const node of changed) for (const e of edgesOf(standing, node)) stale.add(otherEnd(standing, e, node))
  const again = new Map<number, Unplaced>()
  const { load, nodes, mentors } = standing
  for (let node = 0; node < nodes; node++) {
    const isMentor = node < mentors
    const side = isMentor ? field.mentors : field.mentees
    const place = isMentor ? node : node - mentors
    if (load[node]! + pinsAt[node]! > 0 || side.capacity[place] === 0) continue
    const known = why.get(node)
    const named = known?.detail?.['bestPartner'] ?? known?.detail?.['example']
    if (known && !stale.has(node) && !ids.has(String(named))) again.set(node, known)
    else {
      const best = bestOf(standing, field, node)
      again.set(node, explainUnplaced(field, isMentor ? 'mentor' : 'mentee', place, best, roster.context))
    }
  }
  return again
}

function bestOf(standing: Standing, field: Field, node: number): BestCandidate | undefined {
  const isMentor = node < standing.mentors
  const theirs = isMentor ? field.mentees : field.mentors
  let rank = -1
  let best: BestCandidate | undefined
  for (const e of edgesOf(standing, node)) {
    if (standing.state[e] !== OPEN) continue
    const other = otherEnd(standing, e, node)
    const partner = isMentor ? other - standing.mentors : other
    const own = appeal(theirs, partner, standing.w[e]!)
    if (own <= rank) continue
    rank = own
    best = { partner, score: standing.w[e]! }
  }
  return best
}

/** The proposal as everybody reads it. */
export function proposalOf(book: Book, live: Live, roster: Roster): WorkedProposal['proposal'] {
  const pairings = [...book.pinned.pairings, ...book.chosen.pairings]
  const { standing, checked } = live
  const pinnedScore = book.pinned.pairings.reduce((sum, { score }) => sum + score, 0)
  const score = checked.score + pinnedScore
  let [placedMentors, placedMentees] = [0, 0]
  for (let node = 0; node < standing.nodes; node++) {
    if (standing.load[node]! + book.pinsAt[node]! === 0) continue
    if (node < standing.mentors) placedMentors++
    else placedMentees++
  }
  return {
    pairings,
    unplaced: [...barredOf(roster), ...book.why.values()],
    notTakingPart: roster.notTakingPart,
    totals: {
      mentors: enteredOn(roster, 'mentor'),
      mentees: enteredOn(roster, 'mentee'),
      placedMentors,
      placedMentees,
      pairs: pairings.length,
      score,
    },
    proof: { certificate: 'verified', scope: 'all-allowed-pairs', bound: score, gapPercent: 0 },
    candidates: openEdges(standing),
    blockingPairs: book.blocking,
    setAside: roster.setAside,
  }
}

function openEdges({ state, count }: Standing): number {
  let open = 0
  for (let e = 0; e < count; e++) if (state[e] !== 2) open++
  return open
}
