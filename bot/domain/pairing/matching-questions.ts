/** What is asked of the engine besides a whole run. Each computes for long: answered in a thread of its own. */

import { partnersOf } from '../../engine/partners.ts'
import type { MatchingInput, ScorePart } from '../../engine/person.ts'
import { buildRoster, type Roster } from '../../engine/roster.ts'
import { type Effect, effectOf } from './matching-effect.ts'
import { type RunOf, type Weighing, weighPair } from './pair-weighing.ts'

export interface EffectQuestion {
  ask: 'effect'
  wanted: MatchingInput
  saved: MatchingInput
}

export interface PairQuestion {
  ask: 'pair'
  input: MatchingInput
  mentorId: string
  menteeId: string
}

/** Whom one person may be paired with, the best first. */
export interface PartnersQuestion {
  ask: 'partners'
  /** With this person alone on their side. */
  input: MatchingInput
  personId: string
  /** Only these are wanted, of whoever may be paired with them. */
  only?: readonly string[]
  /** Of so many of the best it is said why. */
  described: number
}

export interface FoundPartners {
  ids: string[]
  described: { id: string; topics: string[]; parts: ScorePart[] }[]
}

export type Question = EffectQuestion | PairQuestion | PartnersQuestion
export type AnswerTo<Q extends Question> = Q extends EffectQuestion
  ? Effect
  : Q extends PairQuestion
    ? Weighing
    : FoundPartners

/** Parts of an answer that whoever keeps them between questions need not work out again. */
export interface Kept {
  /** The best set of pairs of an input. */
  runOf?: RunOf
  /** The people of an input, sorted. */
  rosterOf?: (input: MatchingInput) => Roster
}

export function answer<Q extends Question>(question: Q, kept?: Kept): AnswerTo<Q>
export function answer(question: Question, { runOf, rosterOf = buildRoster }: Kept = {}) {
  if (question.ask === 'effect') return effectOf(question.wanted, question.saved)
  if (question.ask === 'pair') return weighPair(question.input, question, undefined, runOf)
  return findPartners(question, rosterOf)
}

function findPartners(
  { input, personId, only, described }: PartnersQuestion,
  rosterOf: (input: MatchingInput) => Roster,
): FoundPartners {
  const partners = partnersOf(input, personId, rosterOf)
  const wanted = only && new Set(only)
  const ids = wanted ? partners.ids.filter((id) => wanted.has(id)) : partners.ids
  return { ids, described: ids.slice(0, described).map((id) => ({ id, ...partners.describe(id) })) }
}
