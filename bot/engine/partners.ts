/**
 * Everybody who may be paired with one person, the best first: the rules and the score of the engine, but without what
 * people said privately of each other, so that the order gives none of it away, and without the Cohorts somebody waited.
 */
import { buildField, type Field } from './field.ts'
import { enter, scorePartners, scratchFor } from './pair-scores.ts'
import type { MatchingInput, ScorePart, Side } from './person.ts'
import { buildRoster } from './roster.ts'
import { commonTopics, scoreParts } from './score.ts'
import { effectiveWeights } from './weights.ts'

export interface Partners {
  /** Best first; whoever a rule keeps apart from this person is simply not there. */
  ids: string[]
  /** @param id one of `ids` */
  describe(id: string): { topics: string[]; parts: ScorePart[] }
}

const nobody: Partners = {
  ids: [],
  describe: () => ({ topics: [], parts: [] }),
}

/** Give an `input` with this person alone on their side: then it takes one look at everybody on the other. */
export function partnersOf(input: MatchingInput, personId: string, rosterOf = buildRoster): Partners {
  const roster = rosterOf({ ...input, ratings: [], rankings: [] })
  const side = (['mentor', 'mentee'] as const).find((one) => placeOn(roster, one, personId) >= 0)
  if (!side) return nobody
  const field = buildField(roster.mentors, roster.mentees, roster.context, {
    weights: { ...effectiveWeights(input.weights), waiting: 0 },
  })
  const me = placeOn(roster, side, personId)
  const others = side === 'mentor' ? roster.mentees : roster.mentors
  const scores = scoresOf(field, side, me)
  const places = others
    .map((_, at) => at)
    .filter((at) => scores[at]! > 0)
    .sort((a, b) => scores[b]! - scores[a]! || (others[a]!.id < others[b]!.id ? -1 : 1))
  const placeOf = new Map(places.map((at) => [others[at]!.id, at]))
  const scratch = scratchFor(field, 'mentors')
  return {
    ids: [...placeOf.keys()],
    describe(id) {
      const other = placeOf.get(id)!
      const [i, j] = side === 'mentor' ? [me, other] : [other, me]
      return {
        topics: commonTopics(roster.mentors[i]!, roster.mentees[j]!).map(({ topic }) => topic),
        parts: scoreParts(field, scratch, i, j),
      }
    },
  }
}

function placeOn(roster: Record<'mentors' | 'mentees', { id: string }[]>, side: Side, id: string): number {
  return roster[`${side}s`].findIndex((one) => one.id === id)
}

function scoresOf(field: Field, side: Side, me: number): Int32Array {
  const others = field[side === 'mentor' ? 'mentees' : 'mentors'].people.length
  const scores = new Int32Array(others)
  const scratch = scratchFor(field, `${side}s`)
  enter(scratch, field[`${side}s`], me)
  const everyone = Int32Array.from(scores.keys())
  scorePartners(field, scratch, side === 'mentor' ? 1 : -1, everyone, others, scores)
  return scores
}
