/**
 * What a set of choices brings, tried out on the people as they are: how many can be placed at most, what each rule
 * costs, and which parts of the score decide. Solves about a dozen times, so that a large Cohort is sampled, and says so.
 */
import { balanceByTopic, type RuleCost, type TopicBalance, whatRulesCost } from '../../engine/forecast.ts'
import { pairKey } from '../../engine/pairing-rules.ts'
import type { MatchingInput, MatchingParticipant, PartName, Side } from '../../engine/person.ts'
import { type ProposedPairing, propose } from '../../engine/propose.ts'

export interface Effect {
  sample?: { mentors: number; mentees: number }
  mentors: number
  mentees: number
  placedMentors: number
  placedMentees: number
  pairs: number
  score: number
  weakest: number | null
  parts: { part: PartName; points: number; percent: number }[]
  /** How many more pairs, people in them and points there would be without the rule. */
  costs: { setting: RuleCost['rule']; pairs: number; people: number; points: number }[]
  changedPairs: number
  topics: TopicBalance[]
}

/** More people than this are sampled. */
export const mostTried = 3000

/** @param saved the same people under the choices that hold now */
export function effectOf(wanted: MatchingInput, saved: MatchingInput, most = mostTried): Effect {
  const tried = sampled(wanted, most)
  const isSample = tried.participants.length < wanted.participants.length
  const now = { ...saved, participants: tried.participants, pins: tried.pins ?? [] }
  const { pairings, totals } = propose(tried)
  const before = new Set(propose(now).pairings.map(keyOf))
  const after = new Set(pairings.map(keyOf))
  const count = (side: Side) => tried.participants.filter((one) => one.side === side).length
  return {
    ...(isSample ? { sample: { mentors: count('mentor'), mentees: count('mentee') } } : {}),
    ...totals,
    weakest: pairings.length ? Math.min(...pairings.map(({ score }) => score)) : null,
    parts: sharesOf(pairings),
    costs: whatRulesCost(tried).map(({ rule: setting, ...cost }) => ({ setting, ...cost })),
    changedPairs: [...after].filter((key) => !before.has(key)).length,
    topics: balanceByTopic(wanted),
  }
}

const keyOf = ({ mentorId, menteeId }: ProposedPairing) => pairKey(mentorId, menteeId)

/** Points by part over all pairs, the weightiest first; percentages are rounded so that they add up to 100. */
export function sharesOf(pairings: readonly Pick<ProposedPairing, 'parts'>[]): Effect['parts'] {
  const sums = new Map<PartName, number>()
  for (const { parts } of pairings)
    for (const { part, points } of parts) sums.set(part, (sums.get(part) ?? 0) + points)
  const shares = [...sums].map(([part, points]) => ({ part, points })).sort((a, b) => b.points - a.points)
  const whole = shares.reduce((sum, { points }) => sum + Math.max(0, points), 0)
  let said = 0
  let exact = 0
  return shares.map(({ part, points }) => {
    exact += whole ? (Math.max(0, points) * 100) / whole : 0
    const percent = Math.round(exact) - said
    said += percent
    return { part, points, percent }
  })
}

/** The same share of both sides, spread evenly over the ids: no chance, so that the same question has the same answer. */
function sampled(input: MatchingInput, most: number): MatchingInput {
  const all = input.participants.length
  if (all <= most) return input
  const everyNth = (side: Side): MatchingParticipant[] => {
    const people = input.participants
      .filter((one) => one.side === side)
      .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
    const wanted = Math.max(1, Math.floor((people.length * most) / all))
    return people.filter(
      (_, at) =>
        Math.floor((at * wanted) / people.length) !== Math.floor(((at - 1) * wanted) / people.length),
    )
  }
  const participants = [...everyNth('mentor'), ...everyNth('mentee')]
  const inside = new Set(participants.map(({ id }) => id))
  const pins = input.pins?.filter(([mentor, mentee]) => inside.has(mentor) && inside.has(mentee))
  return { ...input, participants, ...(pins ? { pins } : {}) }
}
