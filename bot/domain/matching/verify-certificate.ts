/**
 * Checks an assignment and its certificate against every edge, in whole numbers, without a line of the solver. The idea
 * is LEDA's (McConnell, Mehlhorn, Naher, Schweitzer, "Certifying algorithms", 2011): whoever trusts these lines and
 * weak duality (Schrijver, Combinatorial Optimization, 2003, ch. 17) need not trust the solver.
 *
 * For any set of edges within the capacities, add up over its edges "half-units of both ends + charge >= 2": twice its
 * size is at most the bound, so nobody can place more pairs. A set that reaches the bound has only edges whose
 * half-units and charge come to exactly 2 and fills everyone who carries half-units; over those edges add up "price of
 * both ends + charge >= score": its score is at most the second bound.
 */
import type { Assignment } from './certificate.ts'
import type { Graph } from './solver/graph.ts'

/** The first thing that is wrong, or undefined when pairs and score are proven best. */
export function verifyCertificate(
  graph: Graph,
  { edges, pairs, score, certificate }: Assignment,
): string | undefined {
  const { halfMentor, halfMentee, priceMentor, priceMentee, scale } = certificate
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
  const bounds = { halves: 0, points: 0 }
  const mentorFault = addSide('Mentor', loadMentor, graph.capMentor, halfMentor, priceMentor, bounds)
  const menteeFault = addSide('Mentee', loadMentee, graph.capMentee, halfMentee, priceMentee, bounds)
  if (mentorFault ?? menteeFault) return mentorFault ?? menteeFault
  for (let e = 0; e < chosen.length; e++) {
    const half = halfMentor[graph.u[e]!]! + halfMentee[graph.v[e]!]!
    const lack = scale * graph.w[e]! - priceMentor[graph.u[e]!]! - priceMentee[graph.v[e]!]!
    if (half > 2) continue
    if (half < 2) bounds.halves += 2 - half
    if (half < 2 || lack > 0) bounds.points += lack
  }
  if (bounds.halves !== 2 * pairs)
    return `up to ${bounds.halves / 2} pairs are not ruled out, ${pairs} were made`
  if (bounds.points !== scale * score)
    return `a score of ${bounds.points / scale} is not ruled out, ${score} was reached`
  return undefined
}

function addSide(
  side: string,
  load: Int32Array,
  capacity: Int32Array | undefined,
  half: Uint8Array,
  price: Float64Array,
  bounds: { halves: number; points: number },
): string | undefined {
  for (let i = 0; i < load.length; i++) {
    const room = capacity ? capacity[i]! : 1
    if (load[i]! > room) return `${side} ${i} has ${load[i]} pairs and room for ${room}`
    if (half[i]! > 2) return `${side} ${i} carries ${half[i]} half-units`
    if (!Number.isSafeInteger(price[i])) return `the price of ${side} ${i} is not a whole number`
    if (half[i] === 0 && price[i]! < 0) return `the price of ${side} ${i} is below zero`
    bounds.halves += room * half[i]!
    bounds.points += room * price[i]!
  }
  return undefined
}
