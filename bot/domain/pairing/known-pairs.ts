/**
 * Pairs that somebody knows already are brought as a list and pinned: each by the rules that hold for every pair, or left out
 * with the reason. What is not known about two people keeps them out, as it does everywhere.
 */
import type { Participant } from '../enrolment/participant.ts'
import type { PersonId } from '../organization/person.ts'

export interface KnownPair {
  line: number
  mentorId: PersonId
  menteeId: PersonId
}

export type NotPinned =
  | 'same-person'
  | 'twice'
  | 'not-enrolled'
  | 'other-side'
  | 'not-approved'
  | 'already-paired'
  | 'already-pinned'
  | 'no-place'
  | 'rule'

export type PairAside<Rule extends string> = KnownPair &
  ({ why: Exclude<NotPinned, 'rule'>; personId?: PersonId } | { why: 'rule'; rule: Rule })

interface Known<Rule extends string> {
  /** By person, of everybody who enrolled in the Cohort. */
  participants: ReadonlyMap<PersonId, Pick<Participant, 'side' | 'state'>>
  /** Places that neither a Pairing nor a pin has. */
  placesOf(id: PersonId): number
  isPaired(mentorId: PersonId, menteeId: PersonId): boolean
  isPinned(mentorId: PersonId, menteeId: PersonId): boolean
  /** The first rule that forbids the two. */
  forbids(mentorId: PersonId, menteeId: PersonId): Rule | undefined
}

/** In the order of the list: of two that want the same last place the first has it. */
export function sortKnownPairs<Rule extends string>(
  pairs: readonly KnownPair[],
  known: Known<Rule>,
): { ready: KnownPair[]; aside: PairAside<Rule>[] } {
  const seen = new Set<string>()
  const taken = new Map<PersonId, number>()
  const ready: KnownPair[] = []
  const aside: PairAside<Rule>[] = []
  for (const pair of pairs) {
    const why = whyNot(pair, known, seen, taken)
    seen.add(`${pair.mentorId} ${pair.menteeId}`)
    if (why) {
      aside.push({ ...pair, ...why })
      continue
    }
    ready.push(pair)
    for (const id of [pair.mentorId, pair.menteeId]) taken.set(id, (taken.get(id) ?? 0) + 1)
  }
  return { ready, aside }
}

type Why<Rule> =
  | { why: Exclude<NotPinned, 'rule'>; personId?: PersonId }
  | { why: 'rule'; rule: Rule }
  | undefined

function whyNot<Rule extends string>(
  { mentorId, menteeId }: KnownPair,
  { participants, placesOf, isPaired, isPinned, forbids }: Known<Rule>,
  seen: ReadonlySet<string>,
  taken: ReadonlyMap<PersonId, number>,
): Why<Rule> {
  if (mentorId === menteeId) return { why: 'same-person' }
  if (seen.has(`${mentorId} ${menteeId}`)) return { why: 'twice' }
  for (const [personId, side] of [
    [mentorId, 'mentor'],
    [menteeId, 'mentee'],
  ] as const) {
    const participant = participants.get(personId)
    if (!participant || participant.state === 'left') return { why: 'not-enrolled', personId }
    if (participant.side !== side) return { why: 'other-side', personId }
    if (participant.state !== 'approved') return { why: 'not-approved', personId }
  }
  if (isPaired(mentorId, menteeId)) return { why: 'already-paired' }
  // Said before what follows from it: a pin of their own has the place that the two would need.
  if (isPinned(mentorId, menteeId)) return { why: 'already-pinned' }
  for (const personId of [mentorId, menteeId])
    if (placesOf(personId) - (taken.get(personId) ?? 0) <= 0) return { why: 'no-place', personId }
  const rule = forbids(mentorId, menteeId)
  return rule === undefined ? undefined : { why: 'rule', rule }
}
