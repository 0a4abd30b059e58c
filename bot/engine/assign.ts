/**
 * The best set of pairs on a list of edges: most pairs first, then most people placed, then the highest total score;
 * capacities on both sides, an edge at most once. Exact, with a certificate. Six steps, each in its own file:
 *
 *   cardinality     the most pairs possible
 *   split           which edges are open at all among the largest sets; the rest is decided
 *   first-partners  the most people placed, and which edges are still open among those sets
 *   core            the open edges as rows to fill and columns with room
 *   paths           exact filling along cheapest paths
 *   certificate     prices that prove it
 */
import type { Assignment, Certificate } from './certificate.ts'
import { auction, tighten } from './solver/auction.ts'
import { adjacency, type Graph, ones, pick } from './solver/bipartite.ts'
import { largestMatching } from './solver/cardinality.ts'
import { certify } from './solver/certify.ts'
import { buildCore, type Core, type Places, placePeople, type Room } from './solver/core.ts'
import { FIRST, OVER, type Split, split, UNDER } from './solver/dulmage-mendelsohn.ts'
import { giveFirstPartners } from './solver/first-partners.ts'
import { emptyColumns, fillRows } from './solver/paths.ts'
import { DENSE, marked, promisingPart, widen } from './solver/promising-edges.ts'

export type { Assignment, Certificate } from './certificate.ts'
export type { Graph } from './solver/bipartite.ts'

/** Where an earlier, similar problem ended: edges in use and prices, by the numbers of the present graph. */
export interface WarmStart {
  used: Uint8Array
  certificate: Certificate
}

/**
 * `warm` makes small changes cheap, and lists with more than `dense` edges a person are solved on a part of them first;
 * the answer is exact either way.
 */
export function assign(graph: Graph, warm?: WarmStart, dense = DENSE): Assignment {
  const isDense = graph.u.length > dense * (graph.mentors + graph.mentees)
  return isDense && !warm ? assignDense(graph) : assignWhole(graph, warm)
}

/** Solves a promising part of the edges and lets prices say which others are missing, until none is. */
function assignDense(graph: Graph): Assignment {
  let part = promisingPart(graph)
  let warm: WarmStart | undefined
  for (;;) {
    const answer = assignWhole(part.graph, warm)
    const edges = pick(part.edgeOf, answer.edges)
    const wider = widen(graph, part, answer)
    if (!wider) return { ...answer, edges }
    warm = { used: marked(wider, edges), certificate: answer.certificate }
    part = wider
  }
}

/** How many pairs, and people placed, the best sets have; scores do not matter. */
export function mostPlaced(graph: Graph): Pick<Assignment, 'pairs' | 'people'> {
  const { largest } = largestSet(graph)
  const edges = Int32Array.from(graph.u.keys()).filter((e) => largest.used[e] === 1)
  return { pairs: edges.length, people: countPeople(graph, edges) }
}

/** One of the sets with most pairs and people placed, and what all of these have in common. */
function largestSet(graph: Graph, start?: Uint8Array) {
  const capMentor = graph.capMentor ?? ones(graph.mentors)
  const capMentee = graph.capMentee ?? ones(graph.mentees)
  const byMentor = adjacency(graph.mentors, graph.u, graph.v)
  const byMentee = adjacency(graph.mentees, graph.v, graph.u)
  const largest = largestMatching(graph, byMentor, byMentee, capMentor, capMentee, start)
  const parts = split(graph, byMentor, byMentee, largest, capMentor, capMentee)
  giveFirstPartners(graph, byMentor, byMentee, largest, parts)
  return { byMentor, byMentee, largest, parts, capMentor, capMentee }
}

function assignWhole(graph: Graph, warm?: WarmStart): Assignment {
  const { largest, parts, capMentor, capMentee, ...neighbors } = largestSet(graph, warm?.used)
  const chosen = new Uint8Array(graph.u.length)
  const open = openRoom(graph, parts, capMentor, capMentee)
  takeForced(graph, parts, largest.used, chosen, open)
  const places = placePeople(graph, parts)
  const core = buildCore(graph, parts, neighbors, places, open)
  solveCore(core, places, warm)
  takeUsed(core, chosen)
  return conclude(graph, chosen, largest.pairs, certify(graph, core, places, parts, open))
}

function takeUsed({ used, edge }: Core, chosen: Uint8Array): void {
  for (let p = 0; p < used.length; p++) if (used[p]) chosen[edge[p]!] = 1
}

/** Everybody's places, one where only first partners are given, and who needs a first partner. */
function openRoom(graph: Graph, parts: Split, capMentor: Int32Array, capMentee: Int32Array): Room {
  const { aloneMentor, aloneMentee } = graph
  const mentors = roomOnSide(OVER, parts.mentorPart, capMentor, aloneMentor)
  const mentees = roomOnSide(UNDER, parts.menteePart, capMentee, aloneMentee)
  return {
    roomMentor: mentors.room,
    roomMentee: mentees.room,
    mustMentor: mentors.must,
    mustMentee: mentees.must,
  }
}

/** People of this side are columns in `part` only. */
function roomOnSide(part: number, partOf: Uint8Array, cap: Int32Array, alone: Uint8Array | undefined) {
  const room = cap.slice()
  const must = new Uint8Array(cap.length)
  if (!alone) return { room, must }
  for (let x = 0; x < cap.length; x++) {
    if (partOf[x] === part) must[x] = alone[x]!
    else if (partOf[x] === (part | FIRST)) room[x] = alone[x]!
  }
  return { room, must }
}

/** Used edges between parts are in every best set: they are taken and their places given away. */
function takeForced(
  { u, v }: Graph,
  { mentorPart, menteePart }: Split,
  used: Uint8Array,
  chosen: Uint8Array,
  { roomMentor, roomMentee, mustMentor, mustMentee }: Room,
): void {
  for (let e = 0; e < used.length; e++) {
    if (!used[e] || mentorPart[u[e]!] === menteePart[v[e]!]) continue
    chosen[e] = 1
    roomMentor[u[e]!]!--
    roomMentee[v[e]!]!--
    mustMentor[u[e]!] = 0
    mustMentee[v[e]!] = 0
  }
}

function solveCore(core: Core, places: Places, warm: WarmStart | undefined): void {
  const counts = { rowSearches: 0, columnSearches: 0, bids: 0, returns: 0 }
  if (warm) resume(core, places, warm)
  else auction(core, counts)
  fillRows(core, counts)
  emptyColumns(core, counts)
}

/** Takes over the columns' prices and whatever edges still agree with them; the path searches do the rest. */
function resume(core: Core, { ofMentor, ofMentee }: Places, { used, certificate }: WarmStart): void {
  const { priceMentor, priceMentee, scale } = certificate
  const factor = core.scale / scale
  const take = (at: Int32Array, prices: Float64Array) => {
    for (let x = 0; x < at.length; x++) if (at[x]! < 0) core.price[~at[x]!] = prices[x]! * factor
  }
  take(ofMentor, priceMentor)
  take(ofMentee, priceMentee)
  for (let j = 0; j < core.columns; j++) if (!core.must[j] && core.price[j]! < 0) core.price[j] = 0
  const columnLoad = new Int32Array(core.columns)
  const rowLoad = new Int32Array(core.rows)
  for (let p = 0; p < core.arcs; p++) {
    const i = core.row[p]!
    const j = core.column[p]!
    if (!used[core.edge[p]!] || columnLoad[j]! >= core.room[j]! || rowLoad[i]! >= core.need[i]!) continue
    core.used[p] = 1
    columnLoad[j]!++
    rowLoad[i]!++
  }
  tighten(core)
}

function conclude(graph: Graph, chosen: Uint8Array, pairs: number, certificate: Certificate): Assignment {
  const edges = new Int32Array(pairs)
  const score = listChosen(chosen, graph.w, edges)
  return { edges, pairs, people: countPeople(graph, edges), score, certificate }
}

/** Their total score. */
function listChosen(chosen: Uint8Array, w: Int32Array, edges: Int32Array): number {
  let score = 0
  let next = 0
  for (let e = 0; e < chosen.length; e++) {
    if (!chosen[e]) continue
    edges[next++] = e
    score += w[e]!
  }
  return score
}

function countPeople({ u, v, aloneMentor, aloneMentee }: Graph, edges: Int32Array): number {
  return countPlaced(edges, u, aloneMentor) + countPlaced(edges, v, aloneMentee)
}

function countPlaced(edges: Int32Array, end: Int32Array, alone: Uint8Array | undefined): number {
  if (!alone) return 0
  const still = alone.slice()
  let placed = 0
  for (const e of edges) {
    placed += still[end[e]!]!
    still[end[e]!] = 0
  }
  return placed
}
