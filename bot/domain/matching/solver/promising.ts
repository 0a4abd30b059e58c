/**
 * Dense lists are solved on a small part of themselves (Volgenant 1996): the best edges of every row and column first,
 * then whatever prices show to be missing. The prices of the last round cover every edge of the full list, so the
 * certificate is one for the full list.
 */
import type { Assignment } from '../certificate.ts'
import type { Graph } from './graph.ts'

const BEST_OF_MENTOR = 20
const BEST_OF_MENTEE = 6
/** From so many edges a person on, the detour pays. */
export const DENSE = 60

/** 1 for every edge among the best of its Mentor or its Mentee. */
export function promisingEdges(graph: Graph): Uint8Array {
  const chosen = new Uint8Array(graph.u.length)
  chooseBest(graph.mentors, graph.u, graph.w, BEST_OF_MENTOR, chosen)
  chooseBest(graph.mentees, graph.v, graph.w, BEST_OF_MENTEE, chosen)
  return chosen
}

/** The best `keep` edges of each node in one sweep over the list, each node's kept ones in rising order. */
function chooseBest(nodes: number, node: Int32Array, w: Int32Array, keep: number, chosen: Uint8Array): void {
  const score = new Int32Array(nodes * keep)
  const edge = new Int32Array(nodes * keep).fill(-1)
  for (let e = 0; e < w.length; e++) {
    const first = node[e]! * keep
    if (w[e]! <= score[first]!) continue
    let at = first
    const last = first + keep - 1
    while (at < last && score[at + 1]! < w[e]!) {
      score[at] = score[at + 1]!
      edge[at] = edge[at + 1]!
      at++
    }
    score[at] = w[e]!
    edge[at] = e
  }
  for (let x = 0; x < edge.length; x++) if (edge[x]! >= 0) chosen[edge[x]!] = 1
}

/** Adds edges outside `chosen` that the prices do not cover, at most `most` a Mentor; how many there were. */
export function addUncovered(
  graph: Graph,
  { certificate }: Assignment,
  chosen: Uint8Array,
  most: number,
): number {
  const { u, v, w } = graph
  const { halfMentor, halfMentee, turnMentor, turnMentee, priceMentor, priceMentee, scale } = certificate
  const added = new Int32Array(graph.mentors)
  let uncovered = 0
  for (let e = 0; e < w.length; e++) {
    const i = u[e]!
    const j = v[e]!
    const lack = scale * w[e]! - priceMentor[i]! - priceMentee[j]!
    const halves = halfMentor[i]! + halfMentee[j]!
    if (halves > 2 || chosen[e] !== 0) continue
    const turns = turnMentor[i]! + turnMentee[j]!
    if (halves === 2 && (turns > 0 || (turns === 0 && lack <= 0))) continue
    uncovered++
    if (added[i]! >= most) continue
    added[i]!++
    chosen[e] = 1
  }
  return uncovered
}

export interface Part {
  graph: Graph
  /** Number of each edge in the full list. */
  edgeOf: Int32Array
}

export function partOf(graph: Graph, chosen: Uint8Array): Part {
  let count = 0
  for (let e = 0; e < chosen.length; e++) count += chosen[e]!
  const edgeOf = new Int32Array(count)
  let next = 0
  for (let e = 0; e < chosen.length; e++) if (chosen[e]) edgeOf[next++] = e
  return {
    edgeOf,
    graph: {
      ...graph,
      u: edgeOf.map((e) => graph.u[e]!),
      v: edgeOf.map((e) => graph.v[e]!),
      w: edgeOf.map((e) => graph.w[e]!),
    },
  }
}
