/**
 * What proves an assignment best, in whole numbers. Two layers, the first always winning over the second, so that no
 * huge "reward per pair" is needed:
 *
 * 1. *No more pairs are possible.* Every person carries 0, 1 or 2 half-units, every edge needs 2 half-units from its
 *    two ends; what is lacking is charged to the edge. Capacities times half-units plus the charges is twice the
 *    largest number of pairs, and the assignment reaches it.
 * 2. *No other assignment with as many pairs scores more.* Every person carries a price (in points times `scale`).
 *    Where the half-units are just enough, prices have to cover the score of the edge, the rest is charged to the
 *    edge. Capacities times prices plus charges is the total score, and the assignment reaches it.
 *
 * `verify-certificate.ts` checks this against every edge and shares no code with the solver.
 */
export interface Certificate {
  scale: number
  halfMentor: Uint8Array
  halfMentee: Uint8Array
  priceMentor: Float64Array
  priceMentee: Float64Array
}

export interface Assignment {
  /** Edges in use, ascending. */
  edges: Int32Array
  pairs: number
  score: number
  certificate: Certificate
}
