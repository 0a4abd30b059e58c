/** Blocking pairs: candidates who would both rather have each other than what they got. The price of the best total. */
import type { Edges } from './edges.ts'
import type { Field } from './field.ts'

/**
 * By node (Mentors, then Mentees): the score a new partner has to beat, -1 for somebody with room. Infinity stands for
 * people without any place.
 */
export function scoreFloors(
  field: Field,
  made: readonly (readonly [mentor: number, mentee: number])[],
  scores: readonly number[],
): Float64Array {
  const mentors = field.mentors.people.length
  const room = new Int32Array(mentors + field.mentees.people.length)
  room.set(field.mentors.capacity)
  room.set(field.mentees.capacity, mentors)
  const floor = new Float64Array(room.length).fill(Infinity)
  made.forEach(([i, j], x) => {
    for (const node of [i, mentors + j]) {
      room[node]!--
      floor[node] = Math.min(floor[node]!, scores[x]!)
    }
  })
  for (let node = 0; node < room.length; node++) if (room[node]! > 0) floor[node] = -1
  return floor
}

export function countBlocking(
  field: Field,
  { u, v, w, count }: Edges,
  made: readonly (readonly [mentor: number, mentee: number])[],
  scores: readonly number[],
): number {
  const [mentors, width] = [field.mentors.people.length, field.mentees.people.length]
  const floor = scoreFloors(field, made, scores)
  const keys = new Set(made.map(([i, j]) => i * width + j))
  let blocking = 0
  for (let e = 0; e < count; e++) {
    if (w[e]! <= floor[u[e]!]! || w[e]! <= floor[mentors + v[e]!]!) continue
    if (!keys.has(u[e]! * width + v[e]!)) blocking++
  }
  return blocking
}
