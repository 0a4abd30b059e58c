/** What a pair is worth to everybody: what putting the two together would cost, and who else each of them could have. */
import { type Alternative, alternativesFor } from '../../engine/alternatives.ts'
import type { MatchingInput } from '../../engine/person.ts'
import { proposeWithWorking, type WorkedProposal } from '../../engine/propose.ts'
import { revise } from '../../engine/revise.ts'
import { isRefused, type Refusal } from '../refusal.ts'

type Two = { mentorId: string; menteeId: string }

export interface Weighing {
  /** The engine itself would pair them. */
  together: boolean
  /** The rule or fact that stands against the pair; otherwise what it costs. */
  refused?: Refusal
  cost?: { pairs: number; people: number; points: number; made: Two[]; undone: Two[] }
  /** The best others for each, whom they are with, and the least the total would lose. */
  instead: { mentor: Alternative[]; mentee: Alternative[] }
}

export type RunOf = (input: MatchingInput) => WorkedProposal

/** Against the best set of pairs as things are now, which `runOf` may know already; revised for the one pair. */
export function weighPair(
  input: MatchingInput,
  { mentorId, menteeId }: Two,
  most = 3,
  runOf: RunOf = proposeWithWorking,
): Weighing {
  const worked = runOf(input)
  const isThis = (one: Two) => one.mentorId === mentorId && one.menteeId === menteeId
  const together = worked.proposal.pairings.some(isThis)
  const others = (personId: string) =>
    alternativesFor(worked, personId, most + 1)
      .filter((one) => !isThis(one) && !one.chosen)
      .slice(0, most)
  const instead = { mentor: others(mentorId), mentee: others(menteeId) }
  if (together) return { together, instead }
  const revised = revise(worked, { kind: 'pin', mentorId, menteeId })
  if (isRefused(revised)) return { together, instead, refused: revised }
  const { costInPairs: pairs, costInPeople: people, costInPoints: points } = revised
  const two = ({ mentorId: mentor, menteeId: mentee }: Two): Two => ({ mentorId: mentor, menteeId: mentee })
  return {
    together,
    instead,
    cost: { pairs, people, points, made: revised.made.map(two), undone: revised.undone.map(two) },
  }
}
