/**
 * Who meets whom in which round of a speed meeting: nobody meets the same person twice, nobody meets whom a rule forbids
 * (such pairs are no edges), and as many meetings take place as the number of rounds allows. In this order:
 *
 *   most     the largest set of pairs with at most one meeting a round for everyone (`assign`, with a certificate)
 *   even     meetings wander along alternating paths from people with many to people with few until no such path is left.
 *            The degrees that one side can have among largest sets are the bases of a polymatroid, where this local end is
 *            the fairest share there is, and a path leaves the other side's degrees alone (Frank and Murota 2018)
 *   score    with everyone's share fixed, the pairs that score best (`assign` once more)
 *   rounds   König's colouring, one colour a round
 */

import { assign } from '../../engine/assign.ts'
import { type Adjacency, adjacency, type Graph } from '../../engine/solver/bipartite.ts'
import { colourEdges } from './edge-colouring.ts'

export interface Meeting {
  /** From 1. */
  round: number
  mentor: number
  mentee: number
}

/**
 * @param graph the allowed pairs with their scores; capacities are ignored
 * @param rounds how many there are at most; fewer are used when nobody has that many people to meet
 * @param seed another seed, another of the equally good plans
 */
export function speedRounds(graph: Graph, rounds: number, seed: number): Meeting[] {
  const { mentors, mentees, u, v, w } = shuffled(graph, seed)
  const everyRound = { capMentor: filled(mentors, rounds), capMentee: filled(mentees, rounds) }
  const most = assign({ mentors, mentees, u, v, w, ...everyRound })
  const { capMentor, capMentee } = evenShares({ mentors, mentees, u, v, w }, most.edges)
  const best = assign({ mentors, mentees, u, v, w, capMentor, capMentee })
  const pairs = Array.from(best.edges, (e): [number, number] => [u[e]!, mentors + v[e]!])
  return colourEdges(mentors + mentees, pairs).flatMap((partner, colour) =>
    Array.from({ length: mentors }, (_, mentor) => mentor)
      .filter((mentor) => partner[mentor]! >= 0)
      .map((mentor) => ({ round: colour + 1, mentor, mentee: partner[mentor]! - mentors })),
  )
}

const filled = (count: number, value: number) => new Int32Array(count).fill(value)

/** How many meetings each has in the fairest of the largest sets. */
function evenShares({ mentors, mentees, u, v }: Graph, chosen: Int32Array) {
  const used = new Uint8Array(u.length)
  const capMentor = new Int32Array(mentors)
  const capMentee = new Int32Array(mentees)
  for (const e of chosen) {
    used[e] = 1
    capMentor[u[e]!]!++
    capMentee[v[e]!]!++
  }
  const byMentor = adjacency(mentors, u, v)
  const byMentee = adjacency(mentees, v, u)
  evenOut(byMentor, byMentee, used, capMentor)
  evenOut(byMentee, byMentor, used, capMentee)
  return { capMentor, capMentee }
}

function evenOut(here: Adjacency, there: Adjacency, used: Uint8Array, degree: Int32Array): void {
  for (let moved = true; moved; ) {
    moved = false
    for (let from = 0; from < degree.length; from++) {
      const path = pathToFewer(here, there, used, degree, from)
      if (!path) continue
      for (const e of path) used[e] = used[e] ? 0 : 1
      moved = true
    }
  }
}

/**
 * Edges, used and unused by turns, from one person to another of the same side with at least two meetings fewer; the
 * degrees are moved with it. Nothing when everybody who can be reached has about as many.
 */
function pathToFewer(
  here: Adjacency,
  there: Adjacency,
  used: Uint8Array,
  degree: Int32Array,
  from: number,
): number[] | undefined {
  const before = new Map<number, { node: number; given: number; taken: number }>()
  const passed = new Set<number>()
  const queue = [from]
  for (const node of queue) {
    for (let p = here.from[node]!; p < here.from[node + 1]!; p++) {
      const middle = here.to[p]!
      if (!used[here.edge[p]!] || passed.has(middle)) continue
      passed.add(middle)
      for (let q = there.from[middle]!; q < there.from[middle + 1]!; q++) {
        const next = there.to[q]!
        if (used[there.edge[q]!] || next === from || before.has(next)) continue
        before.set(next, { node, given: here.edge[p]!, taken: there.edge[q]! })
        if (degree[next]! <= degree[from]! - 2) {
          degree[from]!--
          degree[next]!++
          return edgesTo(before, from, next)
        }
        queue.push(next)
      }
    }
  }
  return undefined
}

function edgesTo(
  before: Map<number, { node: number; given: number; taken: number }>,
  from: number,
  last: number,
): number[] {
  const edges: number[] = []
  for (let at = last; at !== from; ) {
    const { node, given, taken } = before.get(at)!
    edges.push(given, taken)
    at = node
  }
  return edges
}

/** The same edges in another order: which of several best plans comes out depends on it. */
function shuffled(graph: Graph, seed: number): Graph {
  const order = Int32Array.from(graph.u, (_, e) => e)
  const next = splitmix(seed)
  for (let at = order.length - 1; at > 0; at--) {
    const other = next() % (at + 1)
    const kept = order[at]!
    order[at] = order[other]!
    order[other] = kept
  }
  const pick = (list: Int32Array) => Int32Array.from(order, (e) => list[e]!)
  return { ...graph, u: pick(graph.u), v: pick(graph.v), w: pick(graph.w) }
}

/** SplitMix32: whole numbers from 0 to 2^32 - 1, the same for the same seed. */
function splitmix(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x9e3779b9) | 0
    let z = Math.imul(state ^ (state >>> 16), 0x21f0aaad)
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97)
    return (z ^ (z >>> 15)) >>> 0
  }
}
