/**
 * How far above a solved list the best set of all pairs can be, as long as pairs outside the list still fail the prices.
 * Weak duality in points: a half-unit is made worth three *steps* and a turn one, a step being more than any two prices
 * and any score together. The certificate then proves the list best in one sum of steps and points, and a pair outside
 * that fails is charged what it lacks, at most once for each place of its Mentor.
 */
import type { Certificate } from './certificate.ts'
import type { Weights } from './person.ts'
import { highestScore } from './weights.ts'

/**
 * Points by which a set of allowed pairs can score more than the solved list with as many pairs and people placed.
 * `round` looked at every pair outside the list.
 */
export function pointsAbove(
  round: { pointsAbove: number; stepsAbove: number },
  { priceMentor, priceMentee, scale }: Certificate,
  weights: Required<Weights>,
): number {
  if (round.stepsAbove === 0) return round.pointsAbove
  let dearest = 0
  for (const prices of [priceMentor, priceMentee])
    for (let x = 0; x < prices.length; x++) dearest = Math.max(dearest, Math.abs(prices[x]!))
  return round.pointsAbove + round.stepsAbove * (highestScore(weights) + (2 * dearest) / scale)
}

/** Most steps that a pair of a Mentor with so many half-units can lack: two half-units, two turns, and one for the points. */
export function stepsLacking(half: number): number {
  return 3 * (2 - half) + 3
}
