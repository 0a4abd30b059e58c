/**
 * What proves an assignment best, in whole numbers. Three layers, an earlier one always winning over a later one, so
 * that no huge "reward per pair" is needed:
 *
 * 1. *No more pairs are possible.* Every person carries 0, 1 or 2 half-units, every edge needs 2 half-units from its
 *    two ends; what is lacking is charged to the edge. Capacities times half-units plus the charges is twice the
 *    largest number of pairs, and the assignment reaches it.
 * 2. *No other assignment with as many pairs places more people.* Every person carries turns: -1 where only first
 *    partners are given, because somebody near has none yet; 1 where partners come from there; 0 elsewhere. Where the
 *    half-units are just enough, the turns of both ends must not be below zero; what is lacking is charged to the edge.
 *    Being placed counts one, each partner counts the person's turns, and the most that this can come to for everybody,
 *    plus the charges, is the number of people placed.
 * 3. *None of those scores more.* Every person carries a price (in points times `scale`). Where half-units and turns are
 *    just enough, prices have to cover the score of the edge, the rest is charged to the edge. Prices times partners
 *    plus charges is the total score, and the assignment reaches it.
 *
 * `verify-certificate.ts` checks this against every edge and shares no code with the solver.
 */
export interface Certificate {
  scale: number
  halfMentor: Uint8Array
  halfMentee: Uint8Array
  turnMentor: Int8Array
  turnMentee: Int8Array
  priceMentor: Float64Array
  priceMentee: Float64Array
}

export interface Assignment {
  /** Edges in use, ascending. */
  edges: Int32Array
  pairs: number
  /** How many of those who were alone have a partner now. */
  people: number
  score: number
  certificate: Certificate
}
