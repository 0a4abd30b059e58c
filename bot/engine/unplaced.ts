/** Why somebody is left over, and the smallest change that would give them a partner. */

import type { Edges } from './edges.ts'
import type { Field, FieldSide } from './field.ts'
import { type RuleContext, rulesAgainst, wordsOfRule } from './pairing-rules.ts'
import type { MatchingParticipant, Side } from './person.ts'
import { remedyForLine } from './roster.ts'
import type { RuleName } from './rule-names.ts'

/** A rule's name where rules leave no partner at all, else one of the words here. */
export type UnplacedCause = RuleName | 'nobody-on-the-other-side' | 'no-allowed-partner' | 'partners-taken'

export interface Unplaced {
  personId: string
  side: Side
  cause: UnplacedCause
  detail?: Record<string, string | number>
  smallestChange: string
}

/** The strongest candidate of each place on one side, as places on the other side and scores; -1 without any. */
export interface BestCandidates {
  partner: Int32Array
  score: Int32Array
}

export interface BestCandidate {
  partner: number
  score: number
}

/** How much somebody is worth asking: partners who could take one more come first, those who left not at all. */
export function appeal(theirs: FieldSide, partner: number, score: number): number {
  const places = theirs.capacity[partner]!
  return places === 0 ? -1 : score + (places < MOST_PLACES ? EXTENDABLE : 0)
}

/** Reads the candidates once for everybody. */
export function bestCandidates(field: Field, side: Side, { u, v, w, count }: Edges): BestCandidates {
  const mine = side === 'mentor' ? field.mentors : field.mentees
  const theirs = side === 'mentor' ? field.mentees : field.mentors
  const [here, there] = side === 'mentor' ? [u, v] : [v, u]
  const rank = new Int32Array(mine.people.length).fill(-1)
  const partner = new Int32Array(mine.people.length).fill(-1)
  const score = new Int32Array(mine.people.length)
  for (let e = 0; e < count; e++) {
    const x = here[e]!
    const y = there[e]!
    const own = appeal(theirs, y, w[e]!)
    if (own <= rank[x]!) continue
    rank[x] = own
    partner[x] = y
    score[x] = w[e]!
  }
  return { partner, score }
}

const MOST_PLACES = 4
const EXTENDABLE = 1 << 26

/**
 * `place` is the person's place on their side of the field, `best` their strongest candidate, if there is any; `isPassedOver`
 * says by the place on the other side who is no reason, whatever the rules say.
 */
export function explainUnplaced(
  field: Field,
  side: Side,
  place: number,
  best: BestCandidate | undefined,
  context: RuleContext,
  isPassedOver: (place: number) => boolean = () => false,
): Unplaced {
  const mine = side === 'mentor' ? field.mentors : field.mentees
  const theirs = side === 'mentor' ? field.mentees : field.mentors
  const person = mine.people[place]!
  const result = { personId: person.id, side }
  const other = side === 'mentor' ? 'Mentee' : 'Mentor'
  if (theirs.people.length === 0) {
    return { ...result, cause: 'nobody-on-the-other-side', smallestChange: `Enrol at least one ${other}.` }
  }
  if (!best) return { ...result, ...blockingRule(person, theirs.people, side, context, isPassedOver) }
  const partner = theirs.people[best.partner]!
  return { ...result, ...takenBy(person, partner, { bestPartner: partner.id, score: best.score }) }
}

function takenBy(
  person: MatchingParticipant,
  partner: MatchingParticipant,
  detail: Record<string, string | number>,
): Pick<Unplaced, 'cause' | 'detail' | 'smallestChange'> {
  const { id, capacity } = partner
  const other = person.side === 'mentor' ? 'Mentee' : 'Mentor'
  const smallestChange =
    capacity < MOST_PLACES
      ? `Raise the capacity of ${id} from ${capacity} to ${capacity + 1}.`
      : `Recruit one more ${other}${topicHint(person)}.`
  return { cause: 'partners-taken', detail, smallestChange }
}

function topicHint(person: MatchingParticipant): string {
  const topic = [...person.topics].sort((a, b) => b.level - a.level)[0]
  if (!topic) return ''
  return person.side === 'mentee' ? ` who offers ${topic.topic}` : ` who wants ${topic.topic}`
}

type Facts = Record<string, string | number>

const remedies: Partial<Record<RuleName, string>> = {
  'same-manager': 'Allow people with the same manager',
  'dotted-line': 'Allow pairs in a dotted line',
  'former-manager': 'Shorten the time since somebody managed the other',
  'earlier-pair': 'Allow people who were a pair before',
  forbidden: 'Lift the Organizer’s ban',
  'seniority-gap': 'Lower the minimum gap in grades',
  'common-language': 'Add a language both speak',
  'working-hours': 'Lower the minimum overlap of working hours',
  'zone-distance': 'Allow time zones further apart',
  location: 'Allow other locations',
}

/**
 * Nobody is allowed. Looks for one rule whose relaxing alone would open a partner; rules that protect people (lines,
 * blocks, conflicts) are named but never offered for relaxing.
 */
function blockingRule(
  person: MatchingParticipant,
  others: readonly MatchingParticipant[],
  side: Side,
  context: RuleContext,
  isPassedOver: (place: number) => boolean,
): Pick<Unplaced, 'cause' | 'detail' | 'smallestChange'> {
  const alone = new Map<RuleName, { count: number; example: MatchingParticipant; facts: Facts }>()
  const all = new Map<RuleName, number>()
  for (const [place, other] of others.entries()) {
    // Only somebody who left after the run has no place.
    if (other.capacity === 0) continue
    const against =
      side === 'mentor' ? rulesAgainst(person, other, context) : rulesAgainst(other, person, context)
    if (against.length === 0 && isPassedOver(place)) continue
    // Allowed, only never among the candidates: whoever it is has better pairs.
    if (against.length === 0) return takenBy(person, other, { bestPartner: other.id })
    for (const { refused } of against) all.set(refused, (all.get(refused) ?? 0) + 1)
    if (against.length !== 1) continue
    const { refused: rule, detail } = against[0]!
    const known = alone.get(rule)
    if (known) known.count++
    else alone.set(rule, { count: 1, example: other, facts: detail ?? {} })
  }
  const byCount = [...alone].sort((a, b) => b[1].count - a[1].count)
  const open = byCount.find(([rule]) => remedies[rule] || rule === 'line-unknown')
  if (open) {
    const [cause, { count, example, facts }] = open
    const detail = { partnersItWouldOpen: count, example: example.id }
    if (cause === 'line-unknown') {
      const correct = String(facts['correct'])
      return { cause, detail: { ...detail, correct }, smallestChange: remedyForLine(correct) }
    }
    return { cause, detail, smallestChange: `${remedies[cause]}: ${example.id} would be possible.` }
  }
  const cause = [...all].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'no-allowed-partner'
  const other = side === 'mentor' ? 'Mentee' : 'Mentor'
  const rule = cause === 'no-allowed-partner' ? '' : ` ${wordsOfRule(cause)}`
  return {
    cause,
    detail: { possiblePartners: others.length },
    smallestChange: `Recruit a ${other}${topicHint(person)} outside these limits.${rule}`,
  }
}
