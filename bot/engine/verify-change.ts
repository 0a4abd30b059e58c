/**
 * The check of `verify-certificate.ts` for a result that differs from a checked one in a few places. It finds the
 * differences itself, by comparing every person and every edge with what was checked before, and adds up anew only the
 * edges that a difference touches. So it says about the whole list what checking the whole list would say, and like
 * that check it shares no line with the solver.
 */
import type { Certificate } from './certificate.ts'

/** Nodes are Mentors, then Mentees. The lists are not to be changed after they were checked. */
export interface Claim {
  mentors: number
  u: Int32Array
  v: Int32Array
  w: Int32Array
  count: number
  /** 0 open, 1 in use, 2 out of reach; one per edge, padded with zeros to a multiple of 4. */
  state: Uint8Array
  cap: Int32Array
  /** 1 for whoever has no partner but those of edges in use. */
  alone: Uint8Array
  certificate: Certificate
}

export interface Checked {
  claim: Claim
  pairs: number
  people: number
  score: number
  /** What the certificate adds up to: twice the most pairs, the most people placed, the highest score times `scale`. */
  halves: number
  placeable: number
  points: number
  load: Int32Array
  /** Edges by node, for the edges there were when the first claim was checked. */
  from: Int32Array
  edges: Int32Array
  listed: number
}

/** One person in so many differs: adding up everything takes no longer. */
const MANY = 8

const USED = 1
const CLOSED = 2

/** Checks everything. A string says what is wrong. */
export function checkClaim(claim: Claim): Checked | string {
  return checkWhole(claim, { ...byNode(claim), listed: claim.count })
}

function checkWhole(claim: Claim, lists: Pick<Checked, 'from' | 'edges' | 'listed'>): Checked | string {
  const nodes = claim.cap.length
  const load = new Int32Array(nodes)
  const nothing = { pairs: 0, people: 0, score: 0, halves: 0, placeable: 0, points: 0 }
  const checked: Checked = { ...lists, ...nothing, claim, load }
  for (let e = 0; e < claim.count; e++) addEdge(checked, claim, e, 1)
  for (let x = 0; x < nodes; x++) {
    const fault = addNode(checked, claim, x, 1)
    if (fault) return fault
  }
  return verdict(checked, claim)
}

/** Checks `claim` by its differences from what `before` found right. A string says what is wrong. */
export function checkChange(before: Checked, claim: Claim): Checked | string {
  const was = before.claim
  if (!isContinued(was, claim)) return checkClaim(claim)
  const nodes = differingNodes(was, claim)
  if (MANY * nodes.length > claim.cap.length) return checkWhole(claim, before)
  const edges = touchedEdges(before, claim, nodes)
  const checked: Checked = { ...before, claim, load: before.load.slice() }
  const ends = new Set(nodes)
  for (const e of edges) {
    for (const node of [claim.u[e]!, claim.mentors + claim.v[e]!]) ends.add(node)
  }
  for (const x of ends) addNode(checked, was, x, -1)
  for (const e of edges) {
    if (e < was.count) addEdge(checked, was, e, -1)
    addEdge(checked, claim, e, 1)
  }
  for (const x of ends) {
    const fault = addNode(checked, claim, x, 1)
    if (fault) return fault
  }
  return verdict(checked, claim)
}

function byNode({ u, v, mentors, count, cap }: Claim) {
  const from = new Int32Array(cap.length + 1)
  for (let e = 0; e < count; e++) {
    from[u[e]! + 1]!++
    from[mentors + v[e]! + 1]!++
  }
  for (let x = 0; x < cap.length; x++) from[x + 1]! += from[x]!
  const next = from.slice(0, cap.length)
  const edges = new Int32Array(2 * count)
  for (let e = 0; e < count; e++) {
    edges[next[u[e]!]!++] = e
    edges[next[mentors + v[e]!]!++] = e
  }
  return { from, edges }
}

/** Whether the claim is about the same people and begins with the same edges. */
function isContinued(was: Claim, claim: Claim): boolean {
  if (was.mentors !== claim.mentors || was.cap.length !== claim.cap.length) return false
  if (was.certificate.scale !== claim.certificate.scale || claim.count < was.count) return false
  for (const list of ['u', 'v', 'w'] as const) {
    if (was[list] === claim[list]) continue
    for (let e = 0; e < was.count; e++) if (was[list][e] !== claim[list][e]) return false
  }
  return true
}

function differingNodes(was: Claim, claim: Claim): number[] {
  const nodes: number[] = []
  const { mentors, cap, alone } = claim
  const [a, b] = [was.certificate, claim.certificate]
  const isSame = {
    mentor: (i: number) =>
      a.priceMentor[i] === b.priceMentor[i] &&
      a.turnMentor[i] === b.turnMentor[i] &&
      a.halfMentor[i] === b.halfMentor[i],
    mentee: (j: number) =>
      a.priceMentee[j] === b.priceMentee[j] &&
      a.turnMentee[j] === b.turnMentee[j] &&
      a.halfMentee[j] === b.halfMentee[j],
  }
  for (let x = 0; x < cap.length; x++) {
    const same = x < mentors ? isSame.mentor(x) : isSame.mentee(x - mentors)
    if (!same || was.cap[x] !== cap[x] || was.alone[x] !== alone[x]) nodes.push(x)
  }
  return nodes
}

/** Edges at a differing person, in another state than before, or new. */
function touchedEdges(
  { claim: was, from, edges, listed }: Checked,
  claim: Claim,
  nodes: number[],
): Set<number> {
  const touched = new Set<number>()
  for (const x of nodes) for (let k = from[x]!; k < from[x + 1]!; k++) touched.add(edges[k]!)
  for (let e = listed; e < claim.count; e++) touched.add(e)
  const [before, now] = [inFours(was.state), inFours(claim.state)]
  for (let four = 0; 4 * four < listed; four++) {
    if (before[four] === now[four]) continue
    for (let e = 4 * four; e < Math.min(listed, 4 * four + 4); e++)
      if (was.state[e] !== claim.state[e]) touched.add(e)
  }
  return touched
}

function inFours({ buffer, byteOffset, length }: Uint8Array): Int32Array {
  return new Int32Array(buffer, byteOffset, length >> 2)
}

function addEdge(checked: Checked, claim: Claim, e: number, sign: 1 | -1): void {
  const { certificate, mentors } = claim
  const state = claim.state[e]!
  if (state === CLOSED) return
  const i = claim.u[e]!
  const j = claim.v[e]!
  if (state === USED) {
    checked.pairs += sign
    checked.score += sign * claim.w[e]!
    checked.load[i]! += sign
    checked.load[mentors + j]! += sign
  }
  const half = certificate.halfMentor[i]! + certificate.halfMentee[j]!
  const turns = certificate.turnMentor[i]! + certificate.turnMentee[j]!
  if (half > 2 || (half === 2 && turns > 0)) return
  const lack = certificate.scale * claim.w[e]! - certificate.priceMentor[i]! - certificate.priceMentee[j]!
  checked.halves += sign * (2 - half)
  checked.placeable -= sign * turns
  if (half < 2 || turns < 0 || lack > 0) checked.points += sign * lack
}

function addNode(checked: Checked, { certificate, cap, alone, mentors }: Claim, x: number, sign: 1 | -1) {
  const own = x < mentors ? mentorIn(certificate, x) : menteeIn(certificate, x - mentors)
  const { half, turn, price } = own
  const places = cap[x]!
  const isAlone = alone[x] === 1
  if (isAlone && checked.load[x]! > 0) checked.people += sign
  checked.halves += sign * places * half
  const least = half > 0 ? places : 0
  const one = Math.min(places, Math.max(least, 1))
  const placed = (partners: number) => (isAlone && partners > 0 ? 1 : 0) + turn * partners
  // Whatever number of partners counts for most people; among those numbers, the one that the price makes dearest.
  const most = Math.max(placed(least), placed(one), placed(places))
  const points = (partners: number) => (placed(partners) === most ? price * partners : -Infinity)
  checked.placeable += sign * most
  checked.points += sign * Math.max(points(least), points(one), points(places))
  if (sign < 0) return undefined
  if (checked.load[x]! > places) return `person ${x} has ${checked.load[x]} pairs and room for ${places}`
  if (half > 2) return `person ${x} carries ${half} half-units`
  return Number.isSafeInteger(price) ? undefined : `the price of person ${x} is not a whole number`
}

function mentorIn({ halfMentor, turnMentor, priceMentor }: Certificate, i: number) {
  return { half: halfMentor[i]!, turn: turnMentor[i]!, price: priceMentor[i]! }
}

function menteeIn({ halfMentee, turnMentee, priceMentee }: Certificate, j: number) {
  return { half: halfMentee[j]!, turn: turnMentee[j]!, price: priceMentee[j]! }
}

function verdict(checked: Checked, { certificate: { scale } }: Claim): Checked | string {
  const { halves, placeable, points, pairs, people, score } = checked
  if (halves !== 2 * pairs) return `up to ${halves / 2} pairs are not ruled out, ${pairs} were made`
  if (placeable !== people) return `${placeable} people placed are not ruled out, ${people} were`
  if (points !== scale * score) return `a score of ${points / scale} is not ruled out, ${score} was reached`
  return checked
}
