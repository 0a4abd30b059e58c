/**
 * Weights in plain words. A word says how much of the most that a pair can reach a part may bring, whatever its unit is: thirteen
 * numbers in units of their own cannot be compared. What a part really brought is "What decides", once the effect is shown. Pure.
 */
import type { Draft, Matching } from './what-counts-draft.ts'

export const weightWords = ['off', 'some', 'much', 'most'] as const
export type WeightWord = (typeof weightWords)[number]

/** From which share on a word holds, and the share that choosing it aims at. */
const shares: Record<Exclude<WeightWord, 'off'>, { from: number; aim: number }> = {
  some: { from: 0, aim: 0.05 },
  much: { from: 0.1, aim: 0.15 },
  most: { from: 0.3, aim: 0.4 },
}

type Weights = Matching['weights']

const pointsOf = (draft: Draft, part: string) => Math.max(0, Number(draft.weights[part]) || 0)

/** Most points that a part can bring a pair, and all of them together. */
export function reachOf(weights: Weights, draft: Draft, part: string): { own: number; all: number } {
  const reach = ({ part: one, units }: Weights[number]) => pointsOf(draft, one) * units
  const own = weights.find((one) => one.part === part)
  return { own: own ? reach(own) : 0, all: weights.reduce((sum, one) => sum + reach(one), 0) }
}

export function wordOf(weights: Weights, draft: Draft, part: string): WeightWord {
  const { own, all } = reachOf(weights, draft, part)
  if (own === 0) return 'off'
  const share = own / all
  if (share >= shares.most.from) return 'most'
  return share >= shares.much.from ? 'much' : 'some'
}

/** Points with which a part is as weighty as the word says while the others stay, within what it may be. */
export function pointsFor(weights: Weights, draft: Draft, part: string, word: WeightWord): number {
  const { units, least, most, usual } = weights.find((one) => one.part === part)!
  if (word === 'off') return least
  const { own, all } = reachOf(weights, draft, part)
  const others = all - own
  const { aim } = shares[word]
  const points = others > 0 ? (aim / (1 - aim)) * (others / units) : usual
  return Math.min(most, Math.max(least, 1, Math.round(points)))
}
