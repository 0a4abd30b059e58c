/** Answers about two people, one person, or a whole Cohort, in the words and numbers of the engine itself. */

import type { Refusal } from '../domain/refusal.ts'
import { buildField } from './field.ts'
import { scratchFor } from './pair-scores.ts'
import { mayBePaired } from './pairing-rules.ts'
import type { MatchingInput, ScorePart } from './person.ts'
import { reasonInWords } from './reason.ts'
import { buildRoster, type Roster, whyNotAtAll } from './roster.ts'
import type { RuleName } from './rule-names.ts'
import { scoreParts } from './score.ts'

export interface ExplainedPair {
  mentorId: string
  menteeId: string
  score: number
  parts: ScorePart[]
  reason: string
}

export type ExplainRefusal = RuleName | 'not-enrolled'

const rosters = new WeakMap<MatchingInput, Roster>()

/** The roster of an input, built once: screens ask about many pairs of one Cohort. */
export function rosterOf(input: MatchingInput): Roster {
  const known = rosters.get(input)
  if (known) return known
  const roster = buildRoster(input)
  rosters.set(input, roster)
  return roster
}

/** The rule that forbids the two, or the score they would have with its parts and the reason in words. */
export function explainPair(
  input: MatchingInput,
  mentorId: string,
  menteeId: string,
): Refusal<ExplainRefusal> | ExplainedPair {
  const roster = rosterOf(input)
  const mentor = input.participants.find((p) => p.id === mentorId && p.side === 'mentor')
  const mentee = input.participants.find((p) => p.id === menteeId && p.side === 'mentee')
  const absent = mentor ? (mentee ? undefined : menteeId) : mentorId
  if (!mentor || !mentee) return { refused: 'not-enrolled', detail: { personId: absent! } }
  const refusal = mayBePaired(mentor, mentee, roster.context)
  if (refusal) return refusal
  for (const person of [mentor, mentee]) {
    const barred = whyNotAtAll(person, roster.context)
    if (barred) return { refused: barred.rule, detail: { personId: person.id, ...barred.detail } }
  }
  const field = buildField([mentor], [mentee], roster.context, {
    ratings: roster.ratings.filter(({ from, to }) => from === mentorId || to === mentorId),
    rankings: roster.rankings.filter(({ from, to }) => from === mentorId || to === mentorId),
    ...(input.weights ? { weights: input.weights } : {}),
  })
  const parts = scoreParts(field, scratchFor(field, 'mentors'), 0, 0)
  const score = parts.reduce((sum, part) => sum + part.points, 0)
  return { mentorId, menteeId, score, parts, reason: reasonInWords(parts) }
}
