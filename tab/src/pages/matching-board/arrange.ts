/** Which pairs the list shows and in which order. Pure, so that 5,000 pairs are arranged once for each change of mind. */
import type { Out } from '../../../../bot/contract/index.ts'
import { isFoundIn } from '../../ui/plain-text.ts'

export type BoardPairing = Out<'board'>['pairings'][number]

export const shows = ['all', 'proposed', 'approved', 'pinned', 'weak'] as const
export type Show = (typeof shows)[number]
export const sorts = ['score', 'weak', 'name', 'unit'] as const
export type Sort = (typeof sorts)[number]

export interface Arrangement {
  text: string
  show: Show
  sort: Sort
}

/** Approved, and not ended before its time. */
function isAgreed({ state }: Pick<BoardPairing, 'state'>): boolean {
  return state === 'approved' || state === 'active' || state === 'completed'
}

export function isPlaced({ state }: Pick<BoardPairing, 'state'>): boolean {
  return state === 'proposed' || isAgreed({ state })
}

export function arrange(
  pairings: readonly BoardPairing[],
  { text, show, sort }: Arrangement,
  locale: string,
): BoardPairing[] {
  const weakest = show === 'weak' ? weakestTenth(pairings) : 0
  const shown = pairings.filter(
    (pairing) => isShown(pairing, show, weakest) && isFoundIn(haystack(pairing), text),
  )
  const { compare } = new Intl.Collator(locale)
  const orders: Record<Sort, (a: BoardPairing, b: BoardPairing) => number> = {
    score: (a, b) => b.score - a.score,
    weak: (a, b) => a.score - b.score,
    name: (a, b) => compare(a.mentor.name, b.mentor.name),
    unit: (a, b) => compare(a.mentee.department ?? '', b.mentee.department ?? '') || b.score - a.score,
  }
  return shown.sort(orders[sort])
}

function isShown(pairing: BoardPairing, show: Show, weakest: number): boolean {
  if (show === 'pinned') return pairing.pinned
  if (show === 'proposed') return pairing.state === 'proposed'
  if (show === 'approved') return isAgreed(pairing)
  if (show === 'weak') return isPlaced(pairing) && pairing.score <= weakest
  return true
}

/** The score below which, or at which, the weakest tenth of the pairs lies. */
function weakestTenth(pairings: readonly BoardPairing[]): number {
  const scores = pairings.filter(isPlaced).map((pairing) => pairing.score)
  scores.sort((a, b) => a - b)
  return scores[Math.max(0, Math.ceil(scores.length / 10) - 1)] ?? 0
}

function haystack({ mentor, mentee }: BoardPairing): string {
  const about = [mentor, mentee].flatMap((face) => [face.name, face.jobTitle, face.department, face.location])
  return about.filter(Boolean).join(' ')
}

/** How well a pair fits, of the strongest on the board: 1. Nothing is less than nothing. */
export function shareOf(score: number, most: number): number {
  return most <= 0 ? 0 : Math.min(1, Math.max(0, score / most))
}

/** The strongest score on the board, which the others are read against. */
export function strongestOf(pairings: readonly BoardPairing[]): number {
  return pairings.reduce((most, { score }) => Math.max(most, score), 0)
}

export interface Spread {
  least: number
  middle: number
  most: number
}

/** Lowest, middle and highest score among the pairs, for the line about fairness. */
export function spreadOf(pairings: readonly BoardPairing[]): Spread | undefined {
  const scores = pairings.filter(isPlaced).map((pairing) => pairing.score)
  if (scores.length === 0) return undefined
  scores.sort((a, b) => a - b)
  return { least: scores[0]!, middle: scores[Math.floor(scores.length / 2)]!, most: scores.at(-1)! }
}
