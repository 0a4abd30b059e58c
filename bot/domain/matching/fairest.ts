/**
 * The fairest objective: as many pairs as possible, then the weakest pair as strong as possible, then the total. A
 * bottleneck search (Gabow and Tarjan 1988): the highest floor under which as many pairs are still possible, found among
 * the candidates first and then proven against every allowed pair by trying the next floor.
 */

import { type Edges, trimmed } from './edges.ts'
import { findOptimum, type Optimum, type Task, type Watch } from './optimum.ts'
import { largestMatching } from './solver/cardinality.ts'
import { adjacency } from './solver/graph.ts'

export function findFairest(task: Task, watch: Watch = {}, whole?: number): Optimum {
  let best = findOptimum(task, watch, whole)
  const pairs = best.assignment.pairs
  if (pairs === 0) return best
  let floor = highestFloor(best.edges, task, pairs)
  for (;;) {
    const raised = findOptimum({ ...task, floor }, watch, whole)
    if (raised.assignment.pairs < pairs) return best
    best = raised
    floor = lowestScore(raised) + 1
  }
}

/** The highest score at or above which the candidates still allow so many pairs. */
function highestFloor(edges: Edges, task: Task, pairs: number): number {
  const scores = Array.from(new Set(trimmed(edges).w)).sort((a, b) => a - b)
  let low = 0
  let high = scores.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (mostPairs(edges, task, scores[middle]!) === pairs) low = middle
    else high = middle - 1
  }
  return scores[low]!
}

function mostPairs(edges: Edges, { field, capMentor, capMentee }: Task, floor: number): number {
  const { u, v, w } = trimmed(edges)
  const kept = Int32Array.from(w.keys()).filter((e) => w[e]! >= floor)
  const graph = {
    mentors: field.mentors.people.length,
    mentees: field.mentees.people.length,
    u: kept.map((e) => u[e]!),
    v: kept.map((e) => v[e]!),
    w: kept.map((e) => w[e]!),
  }
  const byMentor = adjacency(graph.mentors, graph.u, graph.v)
  const byMentee = adjacency(graph.mentees, graph.v, graph.u)
  return largestMatching(graph, byMentor, byMentee, capMentor, capMentee).pairs
}

function lowestScore({ edges, assignment }: Optimum): number {
  let lowest = Infinity
  for (const e of assignment.edges) lowest = Math.min(lowest, edges.w[e]!)
  return lowest
}
