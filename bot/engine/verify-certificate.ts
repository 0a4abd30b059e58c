/**
 * Checks an assignment and its certificate against every edge, in whole numbers, without a line of the solver. The idea
 * is LEDA's (McConnell, Mehlhorn, Naher, Schweitzer, "Certifying algorithms", 2011): whoever trusts these lines and
 * weak duality (Schrijver, Combinatorial Optimization, 2003, ch. 17) need not trust the solver.
 *
 * For any set of edges within the capacities, add up over its edges "half-units of both ends + charge >= 2": twice its
 * size is at most the bound, so nobody can make more pairs. A set that reaches the bound has only edges whose
 * half-units and charge come to exactly 2 and fills everyone who carries half-units. Over those edges add up "turns of
 * both ends + charge >= 0": the people it places are at most the second bound. A set that reaches that as well gives
 * everyone a number of partners that is best for their turns; over its edges add up "price of both ends + charge >=
 * score": its score is at most the third bound.
 */
import type { Assignment } from './certificate.ts'
import type { Graph } from './solver/bipartite.ts'

interface Bounds {
  halves: number
  people: number
  points: number
}

/** The first thing that is wrong, or undefined when pairs, people and score are proven best. */
export function verifyCertificate(
  graph: Graph,
  { edges, pairs, people, score, certificate }: Assignment,
): string | undefined {
  const { scale } = certificate
  const chosen = new Uint8Array(graph.u.length)
  const loadMentor = new Int32Array(graph.mentors)
  const loadMentee = new Int32Array(graph.mentees)
  let total = 0
  for (const e of edges) {
    if (!(e >= 0 && e < chosen.length) || chosen[e]) return `edge ${e} is used twice or does not exist`
    chosen[e] = 1
    loadMentor[graph.u[e]!]!++
    loadMentee[graph.v[e]!]!++
    total += graph.w[e]!
  }
  if (edges.length !== pairs || total !== score) return 'pairs or score do not add up'
  const placed = countPlaced(loadMentor, graph.aloneMentor) + countPlaced(loadMentee, graph.aloneMentee)
  if (placed !== people) return `${placed} people were placed, not ${people}`
  const bounds = { halves: 0, people: 0, points: 0 }
  const { halfMentor, turnMentor, priceMentor, halfMentee, turnMentee, priceMentee } = certificate
  const { capMentor, aloneMentor, capMentee, aloneMentee } = graph
  const mentorFault =
    capacityFault('Mentor', loadMentor, capMentor) ??
    addSide('Mentor', capMentor, aloneMentor, halfMentor, turnMentor, priceMentor, bounds)
  const menteeFault =
    capacityFault('Mentee', loadMentee, capMentee) ??
    addSide('Mentee', capMentee, aloneMentee, halfMentee, turnMentee, priceMentee, bounds)
  if (mentorFault ?? menteeFault) return mentorFault ?? menteeFault
  addEdges(graph, certificate, bounds)
  if (bounds.halves !== 2 * pairs)
    return `up to ${bounds.halves / 2} pairs are not ruled out, ${pairs} were made`
  if (bounds.people !== people) return `${bounds.people} people placed are not ruled out, ${people} were`
  if (bounds.points !== scale * score)
    return `a score of ${bounds.points / scale} is not ruled out, ${score} was reached`
  return undefined
}

function countPlaced(load: Int32Array, alone: Uint8Array | undefined): number {
  let placed = 0
  if (alone) for (let i = 0; i < load.length; i++) if (alone[i] && load[i]! > 0) placed++
  return placed
}

function capacityFault(side: string, load: Int32Array, capacity: Int32Array | undefined): string | undefined {
  for (let i = 0; i < load.length; i++) {
    const room = capacity ? capacity[i]! : 1
    if (load[i]! > room) return `${side} ${i} has ${load[i]} pairs and room for ${room}`
  }
  return undefined
}

/** What everybody of a side adds to the bounds: the most that any number of partners they might have comes to. */
function addSide(
  side: string,
  capacity: Int32Array | undefined,
  alone: Uint8Array | undefined,
  half: Uint8Array,
  turn: Int8Array,
  price: Float64Array,
  bounds: Bounds,
): string | undefined {
  for (let i = 0; i < half.length; i++) {
    const room = capacity ? capacity[i]! : 1
    if (half[i]! > 2) return `${side} ${i} carries ${half[i]} half-units`
    if (!Number.isSafeInteger(price[i])) return `the price of ${side} ${i} is not a whole number`
    bounds.halves += room * half[i]!
    addPerson(half[i]! > 0 ? room : 0, room, alone?.[i] === 1, turn[i]!, price[i]!, bounds)
  }
  return undefined
}

/** Both sums are straight between none, one and all places, so that no other number of partners comes to more. */
function addPerson(
  least: number,
  room: number,
  isAlone: boolean,
  turn: number,
  price: number,
  bounds: Bounds,
): void {
  let people = -Infinity
  let points = -Infinity
  for (let x = 0; x < 3; x++) {
    const partners = x === 0 ? least : x === 2 ? room : Math.min(room, Math.max(least, 1))
    const placed = (isAlone && partners > 0 ? 1 : 0) + turn * partners
    if (placed > people) points = price * partners
    else if (placed === people) points = Math.max(points, price * partners)
    people = Math.max(people, placed)
  }
  bounds.people += people
  bounds.points += points
}

function addEdges({ u, v, w }: Graph, certificate: Assignment['certificate'], bounds: Bounds): void {
  const { halfMentor, halfMentee, turnMentor, turnMentee, priceMentor, priceMentee, scale } = certificate
  for (let e = 0; e < u.length; e++) {
    const i = u[e]!
    const j = v[e]!
    const half = halfMentor[i]! + halfMentee[j]!
    const turns = turnMentor[i]! + turnMentee[j]!
    // Such an edge cannot be part of a set that reaches the first two bounds.
    if (half > 2 || (half === 2 && turns > 0)) continue
    const lack = scale * w[e]! - priceMentor[i]! - priceMentee[j]!
    const isForced = half < 2 || turns < 0
    bounds.halves += 2 - half
    bounds.people -= turns
    if (isForced || lack > 0) bounds.points += lack
  }
}
