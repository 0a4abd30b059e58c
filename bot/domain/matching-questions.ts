/** What is asked of the engine besides a whole run. Each takes as long as a run or several: answered in a thread of its own. */

import type { MatchingInput } from './matching/person.ts'
import { type Effect, effectOf } from './matching-effect.ts'

export interface EffectQuestion {
  ask: 'effect'
  wanted: MatchingInput
  saved: MatchingInput
}

export type Question = EffectQuestion
export type AnswerTo<Q extends Question> = Q extends EffectQuestion ? Effect : never

export function answer<Q extends Question>(question: Q): AnswerTo<Q> {
  return effectOf(question.wanted, question.saved) as AnswerTo<Q>
}
