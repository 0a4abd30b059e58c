/**
 * Dulmage and Mendelsohn's split (Canad. J. Math. 10, 1958): what every largest matching has in common, so that the
 * highest score among the largest matchings needs no huge "reward per pair".
 *
 * From Mentors with room left, follow unused edges to Mentees and used edges back: whoever is met belongs to part OVER
 * (too many Mentors; every Mentee here is full in every largest matching). The same from Mentees with room left gives
 * part UNDER. The rest, SQUARE, is full on both sides. An edge from one part to another is either in every largest
 * matching (FORCED) or in none; only edges inside a part are open. In each part one side is full in every largest
 * matching: these are the *rows*, which must be filled; the others are *columns*, which may keep room.
 */

import type { Adjacency, Graph } from './bipartite.ts'
import type { LargestMatching } from './cardinality.ts'

export const SQUARE = 0
export const OVER = 1
export const UNDER = 2
/** Added to OVER or UNDER where only first partners are given (see `first-partners.ts`). */
export const FIRST = 4

export interface Split {
  mentorPart: Uint8Array
  menteePart: Uint8Array
}

export function split(
  graph: Graph,
  byMentor: Adjacency,
  byMentee: Adjacency,
  largest: LargestMatching,
  capMentor: Int32Array,
  capMentee: Int32Array,
): Split {
  const mentorPart = new Uint8Array(graph.mentors)
  const menteePart = new Uint8Array(graph.mentees)
  const { used, mentorLoad, menteeLoad } = largest
  spread(OVER, byMentor, byMentee, used, mentorPart, menteePart, mentorLoad, capMentor)
  spread(UNDER, byMentee, byMentor, used, menteePart, mentorPart, menteeLoad, capMentee)
  return { mentorPart, menteePart }
}

function spread(
  part: number,
  near: Adjacency,
  far: Adjacency,
  used: Uint8Array,
  nearPart: Uint8Array,
  farPart: Uint8Array,
  load: Int32Array,
  cap: Int32Array,
): void {
  const queue = new Int32Array(nearPart.length)
  let head = 0
  let tail = 0
  for (let i = 0; i < nearPart.length; i++) {
    if (load[i]! >= cap[i]!) continue
    nearPart[i] = part
    queue[tail++] = i
  }
  while (head < tail) {
    const i = queue[head++]!
    for (let p = near.from[i]!, end = near.from[i + 1]!; p < end; p++) {
      const j = near.to[p]!
      if (farPart[j] === part || used[near.edge[p]!]) continue
      farPart[j] = part
      for (let q = far.from[j]!, last = far.from[j + 1]!; q < last; q++) {
        const k = far.to[q]!
        if (nearPart[k] === part || !used[far.edge[q]!]) continue
        nearPart[k] = part
        queue[tail++] = k
      }
    }
  }
}
