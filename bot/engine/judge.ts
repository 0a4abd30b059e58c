/**
 * Judges single pairs by the same rules and the same score as a whole run: what a pin, a swap, an approval and "why not
 * these two?" ask. Build it once for as many questions as there are.
 */

import { type Refusal, refuse } from '../domain/refusal.ts'
import { buildField } from './field.ts'
import { scratchFor } from './pair-scores.ts'
import { mayBePaired } from './pairing-rules.ts'
import type { MatchingInput, MatchingParticipant, ScorePart } from './person.ts'
import { reasonInWords } from './reason.ts'
import { buildRoster } from './roster.ts'
import { scoreParts } from './score.ts'

export interface Judgement {
  score: number
  parts: ScorePart[]
  reason: string
}

export type Judge = (mentorId: string, menteeId: string) => Judgement | Refusal

/** The answer names the first rule that forbids the pair, or says what the pair is worth. */
export function judgeOf(input: MatchingInput): Judge {
  const roster = buildRoster(input)
  const field = buildField(roster.mentors, roster.mentees, roster.context, {
    ratings: roster.ratings,
    rankings: roster.rankings,
    ...(input.weights ? { weights: input.weights } : {}),
  })
  const scratch = scratchFor(field, 'mentors')
  const placeOf = (people: readonly MatchingParticipant[]) => new Map(people.map((one, i) => [one.id, i]))
  const [mentors, mentees] = [placeOf(roster.mentors), placeOf(roster.mentees)]
  const barred = new Map(roster.barred.map((one) => [one.person.id, one]))

  return (mentorId, menteeId) => {
    for (const personId of [mentorId, menteeId]) {
      const alone = barred.get(personId)
      if (alone) return refuse(alone.rule, { personId, ...alone.detail })
    }
    const i = mentors.get(mentorId)
    const j = mentees.get(menteeId)
    if (i === undefined || j === undefined) {
      return refuse('not-taking-part', { personId: i === undefined ? mentorId : menteeId })
    }
    const forbidden = mayBePaired(roster.mentors[i]!, roster.mentees[j]!, roster.context)
    if (forbidden) return forbidden
    const parts = scoreParts(field, scratch, i, j)
    return { score: parts.reduce((sum, part) => sum + part.points, 0), parts, reason: reasonInWords(parts) }
  }
}
