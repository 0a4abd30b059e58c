/**
 * The best set of pairs on a list of edges: most pairs first, then the highest total score; capacities on both sides,
 * an edge at most once. Exact, with a certificate. Five steps, each in its own file:
 *
 *   cardinality  the most pairs possible
 *   split        which edges are open at all among the largest sets; the rest is decided
 *   core         the open edges as rows to fill and columns with room
 *   paths        exact filling along cheapest paths
 *   certificate  prices that prove it
 */
import type { Assignment, Certificate } from './certificate.ts'
import { auction } from './solver/auction.ts'
import { largestMatching } from './solver/cardinality.ts'
import { certify } from './solver/certify.ts'
import { buildCore, type Core, placePeople } from './solver/core.ts'
import { adjacency, type Graph, ones } from './solver/graph.ts'
import { emptyColumns, fillRows } from './solver/paths.ts'
import { type Split, split } from './solver/split.ts'

export type { Assignment, Certificate } from './certificate.ts'
export type { Graph } from './solver/graph.ts'

export function assign(graph: Graph): Assignment {
  const capMentor = graph.capMentor ?? ones(graph.mentors)
  const capMentee = graph.capMentee ?? ones(graph.mentees)
  const byMentor = adjacency(graph.mentors, graph.u, graph.v)
  const byMentee = adjacency(graph.mentees, graph.v, graph.u)
  const largest = largestMatching(graph, byMentor, byMentee, capMentor, capMentee)
  const parts = split(graph, byMentor, byMentee, largest, capMentor, capMentee)
  const chosen = new Uint8Array(graph.u.length)
  const roomMentor = capMentor.slice()
  const roomMentee = capMentee.slice()
  takeForced(graph, parts, largest.used, chosen, roomMentor, roomMentee)
  const places = placePeople(graph, parts)
  const core = buildCore(graph, parts, places, roomMentor, roomMentee)
  solveCore(core)
  for (let p = 0; p < core.arcs; p++) if (core.used[p]) chosen[core.edge[p]!] = 1
  return conclude(graph, chosen, certify(graph, core, places, parts, roomMentor, roomMentee))
}

/** Used edges between parts are in every largest set: they are taken and their places given away. */
function takeForced(
  { u, v }: Graph,
  { mentorPart, menteePart }: Split,
  used: Uint8Array,
  chosen: Uint8Array,
  roomMentor: Int32Array,
  roomMentee: Int32Array,
): void {
  for (let e = 0; e < used.length; e++) {
    if (!used[e] || mentorPart[u[e]!] === menteePart[v[e]!]) continue
    chosen[e] = 1
    roomMentor[u[e]!]!--
    roomMentee[v[e]!]!--
  }
}

function solveCore(core: Core): void {
  const counts = { rowSearches: 0, columnSearches: 0, bids: 0, returns: 0 }
  auction(core, counts)
  fillRows(core, counts)
  emptyColumns(core, counts)
}

function conclude(graph: Graph, chosen: Uint8Array, certificate: Certificate): Assignment {
  let pairs = 0
  for (let e = 0; e < chosen.length; e++) pairs += chosen[e]!
  const edges = new Int32Array(pairs)
  let score = 0
  let next = 0
  for (let e = 0; e < chosen.length; e++) {
    if (!chosen[e]) continue
    edges[next++] = e
    score += graph.w[e]!
  }
  return { edges, pairs, score, certificate }
}
