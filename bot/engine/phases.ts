/** What a run is busy with, in its order; the board has words for each in every language. */
export const phases = [
  'Reading people and reporting lines',
  'Looking at every allowed pair',
  'Looking for candidates',
  'Finding the best set of pairs',
  'Checking a part of the pairs',
  'Checking every allowed pair',
  'Writing down the reasons',
] as const

export type Phase = (typeof phases)[number]
