/** What a run is busy with, in its order: kept with the run, so it is a key; the board has words for each in every language. */
export const phases = [
  'reading',
  'every-pair',
  'candidates',
  'best-set',
  'checking-some',
  'checking-all',
  'reasons',
] as const

export type Phase = (typeof phases)[number]
