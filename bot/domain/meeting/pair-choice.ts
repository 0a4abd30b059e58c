/**
 * What two chose for after the end, and what follows: they part, keep in touch, go on for some months, or go over to ordinary
 * mentoring. It is theirs once both have answered or the time is over, and never says whose answer it was: where the two said
 * different things, it is `over` or what both would do.
 */

import type { Pairing, PairingId } from '../pairing/pairing.ts'
import type { CohortId } from '../program/program.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { Ask } from './ask.ts'
import { closingWishes } from './form.ts'

export type PairChoice = 'over' | 'keep-in-touch' | 'continue' | 'swap'

export interface PairEnding {
  pairingId: PairingId
  cohortId: CohortId
  choice: PairChoice
  at: Date
  /** Sessions beyond those of the plan, and for how many months they were wanted. */
  more?: { months: number; sessions: number; at: Date }
}

/** Undefined without any answer. Going on takes two who want it; one of them may have meant ordinary mentoring. */
export function choiceOf(asks: readonly Pick<Ask, 'answers'>[]): PairChoice | undefined {
  const said = asks.flatMap(({ answers }) => answers?.['next'] ?? [])
  if (said.length === 0) return undefined
  const [one, other] = said
  const [end, keep, goOn, swap] = closingWishes
  if (said.length < 2 || one === end || other === end) return 'over'
  if (one === other) return one === keep ? 'keep-in-touch' : one === swap ? 'swap' : 'continue'
  const wantsMore = (wish: unknown) => wish === goOn || wish === swap
  return wantsMore(one) && wantsMore(other) ? 'continue' : 'over'
}

export const mostMonths = 6

export type GoOnRefusal = 'not-both' | 'already-ended' | 'already-chosen'

/** So many months in the rhythm that the two had; at least once more. */
export function goOn(
  ending: PairEnding | undefined,
  pairing: Pick<Pairing, 'state'>,
  { months, cadenceWeeks, at }: { months: number; cadenceWeeks: number; at: Date },
): PairEnding | Refusal<GoOnRefusal> {
  if (ending?.choice !== 'continue') return refuse('not-both')
  if (pairing.state !== 'active') return refuse('already-ended')
  if (ending.more) return refuse('already-chosen')
  const weeks = (months * 52) / 12
  return { ...ending, more: { months, at, sessions: Math.max(1, Math.round(weeks / cadenceWeeks)) } }
}
