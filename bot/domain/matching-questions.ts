/** What is asked of the engine besides a whole run. Each takes as long as a run or several: answered in a thread of its own. */
import type { MatchingInput } from './matching/person.ts'
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

export type Question = EffectQuestion | PairQuestion
export type AnswerTo<Q extends Question> = Q extends EffectQuestion ? Effect : Weighing

/** `runOf` gives the best set of pairs of an input, for whoever keeps it between questions. */
export function answer<Q extends Question>(question: Q, runOf?: RunOf): AnswerTo<Q>
export function answer(question: Question, runOf?: RunOf): Effect | Weighing {
  return question.ask === 'effect'
    ? effectOf(question.wanted, question.saved)
    : weighPair(question.input, question, undefined, runOf)
}
