/** Who else a person could be with, and the least the total would lose: read off the prices, without solving again. */
import type { FieldSide } from './field.ts'
import { enter, scorePartners, scratchFor } from './pair-scores.ts'
import type { ScorePart, Side } from './person.ts'
import type { WorkedProposal } from './propose.ts'
import { reasonInWords } from './reason.ts'
import { scoreParts } from './score.ts'

export interface Alternative {
  mentorId: string
  menteeId: string
  score: number
  parts: ScorePart[]
  reason: string
  /** Whether the two are a pair in the proposal. */
  chosen: boolean
  /** With whom the other person is in the proposal. */
  otherIsWith: string[]
  /**
   * The total falls by at least so many points if the two are put together; undefined when that would cost a pair, or
   * leave somebody without a partner.
   */
  costsAtLeast?: number
}

/** The best allowed partners of somebody, chosen ones included, highest score first; empty for people not in the run. */
export function alternativesFor(worked: WorkedProposal, personId: string, most = 5): Alternative[] {
  const { field, proposal } = worked
  for (const side of ['mentor', 'mentee'] as const) {
    const mine = side === 'mentor' ? field.mentors : field.mentees
    const theirs = side === 'mentor' ? field.mentees : field.mentors
    const x = mine.people.findIndex((p) => p.id === personId)
    if (x < 0) continue
    const partners = bestPartners(worked, side, mine, theirs, x)
    const scratch = scratchFor(field, 'mentors')
    const withWhom = (id: string) =>
      proposal.pairings.flatMap((p) =>
        p.mentorId === id ? [p.menteeId] : p.menteeId === id ? [p.mentorId] : [],
      )
    const chosen = new Set(withWhom(personId))
    return partners.slice(0, most + chosen.size).map(({ y, score }) => {
      const [i, j] = side === 'mentor' ? [x, y] : [y, x]
      const other = theirs.people[y]!.id
      const parts = scoreParts(field, scratch, i, j)
      const cost = chosen.has(other) ? 0 : leastCost(worked, i, j, score)
      return {
        mentorId: field.mentors.people[i]!.id,
        menteeId: field.mentees.people[j]!.id,
        score,
        parts,
        reason: reasonInWords(parts),
        chosen: chosen.has(other),
        otherIsWith: withWhom(other),
        ...(cost === undefined ? {} : { costsAtLeast: cost }),
      }
    })
  }
  return []
}

function bestPartners({ field }: WorkedProposal, side: Side, mine: FieldSide, theirs: FieldSide, x: number) {
  const everyone = Int32Array.from(theirs.people.keys())
  const scores = new Int32Array(everyone.length)
  const scratch = scratchFor(field, side === 'mentor' ? 'mentors' : 'mentees')
  enter(scratch, mine, x)
  scorePartners(field, scratch, side === 'mentor' ? 1 : -1, everyone, everyone.length, scores)
  return Array.from(everyone, (y) => ({ y, score: scores[y]! }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.y - b.y)
}

/**
 * What both ends are worth elsewhere, less what the pair scores; a pair with too many half-units would cost a pair, one
 * with turns to spare a person placed.
 */
function leastCost({ optimum }: WorkedProposal, i: number, j: number, score: number): number | undefined {
  const { certificate } = optimum.assignment
  const { halfMentor, halfMentee, turnMentor, turnMentee, priceMentor, priceMentee, scale } = certificate
  const halves = halfMentor[i]! + halfMentee[j]!
  if (halves > 2 || (halves === 2 && turnMentor[i]! + turnMentee[j]! > 0)) return undefined
  return Math.max(0, Math.ceil((priceMentor[i]! + priceMentee[j]!) / scale - score))
}
