/**
 * The fairest objective: as many pairs and people placed as possible, then the weakest pair as strong as possible, then the total. A
 * bottleneck search (Gabow and Tarjan 1988): the highest floor under which as many pairs are still possible, found among
 * the candidates first and then proven against every allowed pair by trying the next floor.
 */

import { mostPlaced } from './assign.ts'
import { type Edges, trimmed } from './edges.ts'
import { findOptimum, type Optimum, type Task, type Watch } from './optimum.ts'

interface Placed {
  pairs: number
  people: number
}

export function findFairest(task: Task, watch: Watch = {}, whole?: number): Optimum {
  let best = findOptimum(task, watch, whole)
  const { pairs, people } = best.assignment
  if (pairs === 0) return best
  let floor = highestFloor(best.edges, task, { pairs, people })
  for (;;) {
    const raised = findOptimum({ ...task, floor }, watch, whole)
    if (!isSame(raised.assignment, { pairs, people })) return best
    best = raised
    floor = lowestScore(raised) + 1
  }
}

function isSame(a: Placed, b: Placed): boolean {
  return a.pairs === b.pairs && a.people === b.people
}

/** The highest score at or above which the candidates still allow so many pairs and people placed. */
function highestFloor(edges: Edges, task: Task, placed: Placed): number {
  const scores = Array.from(new Set(trimmed(edges).w)).sort((a, b) => a - b)
  let low = 0
  let high = scores.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (isSame(mostAbove(edges, task, scores[middle]!), placed)) low = middle
    else high = middle - 1
  }
  return scores[low]!
}

function mostAbove(edges: Edges, task: Task, floor: number): Placed {
  const { u, v, w } = trimmed(edges)
  const { field, capMentor, capMentee, aloneMentor, aloneMentee } = task
  const kept = Int32Array.from(w.keys()).filter((e) => w[e]! >= floor)
  return mostPlaced({
    mentors: field.mentors.people.length,
    mentees: field.mentees.people.length,
    ...{ capMentor, capMentee, aloneMentor, aloneMentee },
    u: kept.map((e) => u[e]!),
    v: kept.map((e) => v[e]!),
    w: kept.map((e) => w[e]!),
  })
}

function lowestScore({ edges, assignment }: Optimum): number {
  let lowest = Infinity
  for (const e of assignment.edges) lowest = Math.min(lowest, edges.w[e]!)
  return lowest
}
