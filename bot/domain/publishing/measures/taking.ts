/**
 * Measures over who takes part. Nobody answered anything for them, so they are counted when they are asked for; what of them may
 * be said is decided as for everything else (`disclosure.ts`).
 */
import type { Participant, Side } from '../../enrolment/participant.ts'
import type { Person, PersonId } from '../../organization/person.ts'
import { isLasting, type Pairing } from '../../pairing/pairing.ts'
import { type Part, type Shown, shownCount, shownShare } from '../disclosure.ts'
import { grouped } from '../grouped.ts'

export interface TakingFacts {
  participants: readonly Participant[]
  pairings: readonly Pairing[]
  /** As the directory knows them. */
  people: ReadonlyMap<PersonId, Pick<Person, 'department' | 'officeLocation' | 'city'>>
}

export const takingKeys = ['accepted-mentors', 'accepted-mentees', 'leader-coverage', 'acceptance'] as const
export type TakingKey = (typeof takingKeys)[number]

/** In words with the field's terms. */
export const takingFormulas: Record<TakingKey, string> = {
  'accepted-mentors': 'Mentors approved ÷ Mentors who asked to take part',
  'accepted-mentees': 'Mentees approved ÷ Mentees who asked to take part',
  'leader-coverage': 'Mentees with a Pairing ÷ Mentees approved',
  acceptance: 'Pairings that neither of the two declined ÷ Pairings the Organizer approved',
}

export interface TakingMeasure extends Shown {
  key: TakingKey
  unit: 'percent'
  why?: 'nothing-yet' | 'too-few'
}

interface Case {
  people: readonly PersonId[]
  counts: boolean
}

export function takingMeasures(facts: TakingFacts, threshold: number): TakingMeasure[] {
  const cases: Record<TakingKey, Case[]> = {
    'accepted-mentors': acceptedCases(facts, 'mentor'),
    'accepted-mentees': acceptedCases(facts, 'mentee'),
    'leader-coverage': coverageCases(facts),
    acceptance: acceptanceCases(facts),
  }
  return takingKeys.map((key) => {
    const shown = shareOf(cases[key], threshold)
    const why = cases[key].length === 0 ? 'nothing-yet' : 'too-few'
    return { key, unit: 'percent', ...shown, ...(shown.value === undefined ? { why } : {}) }
  })
}

/** Who has been accepted: whoever pauses was, too. */
const isIn = ({ state }: Participant) => state === 'approved' || state === 'paused'

function acceptedCases({ participants }: TakingFacts, side: Side): Case[] {
  return participants
    .filter((one) => one.side === side)
    .map((one) => ({ people: [one.personId], counts: isIn(one) }))
}

function coverageCases({ participants, pairings }: TakingFacts): Case[] {
  const paired = new Set(pairings.filter(isLasting).map(({ menteeId }) => menteeId))
  return participants
    .filter((one) => one.side === 'mentee' && isIn(one))
    .map(({ personId }) => ({ people: [personId], counts: paired.has(personId) }))
}

/** A proposal that was dropped was never put to the two. */
function acceptanceCases({ pairings }: TakingFacts): Case[] {
  return pairings.flatMap((one): Case[] => {
    const people = [one.mentorId, one.menteeId]
    if (one.state === 'declined') return one.endedAt ? [{ people, counts: false }] : []
    return one.state === 'proposed' ? [] : [{ people, counts: true }]
  })
}

function partOf(cases: readonly Case[]): Part {
  return { count: cases.length, people: new Set(cases.flatMap(({ people }) => people)) }
}

function shareOf(cases: readonly Case[], threshold: number): Shown {
  return shownShare(
    partOf(cases.filter(({ counts }) => counts)),
    partOf(cases.filter(({ counts }) => !counts)),
    threshold,
  )
}

export const placeKinds = ['unit', 'office'] as const
export type PlaceKind = (typeof placeKinds)[number]

/** Without a name: everybody else. */
export interface Coverage extends Shown {
  by: PlaceKind
  name?: string
}

/** So many are shown by name; a list of thousands tells nothing. */
const mostPlaces = 12

/**
 * Leaders with a partner, by unit and by office: the largest that may be shown, and everybody else together where that
 * may be shown. Shares to ten percent and people in bands, so that no place that is left out can be taken from the others.
 */
export function coverageByPlace(facts: TakingFacts, threshold: number): Coverage[] {
  const placeOf = {
    unit: (id: PersonId) => facts.people.get(id)?.department,
    office: (id: PersonId) => facts.people.get(id)?.officeLocation ?? facts.people.get(id)?.city,
  }
  return placeKinds.flatMap((by) => {
    const groups = [
      ...grouped(coverageCases(facts), ({ people: [id] }) => (id && placeOf[by](id)) || undefined),
    ]
    const sorted = groups.toSorted(
      ([a, one], [b, other]) => other.length - one.length || ((a ?? '') < (b ?? '') ? -1 : 1),
    )
    const shown = sorted.flatMap(([name, cases]) => {
      const share = shareOf(cases, threshold)
      return name === undefined || share.value === undefined ? [] : [{ by, name, ...share }]
    })
    const named = shown.slice(0, mostPlaces)
    if (named.length === 0) return []
    const names = new Set(named.map(({ name }) => name))
    const rest = shareOf(
      sorted.flatMap(([name, cases]) => (name !== undefined && names.has(name) ? [] : cases)),
      threshold,
    )
    return [...named, ...(rest.value === undefined ? [] : [{ by, ...rest }])]
  })
}

export interface TopicCount {
  topic: string
  offered: Shown
  wanted: Shown
}

/** Topics that enough people offer, or want, the most wanted first. */
export function topicCounts(
  { participants }: Pick<TakingFacts, 'participants'>,
  threshold: number,
): TopicCount[] {
  const named = participants
    .filter(isIn)
    .flatMap(({ personId, side, topics }) => topics.map(({ topic }) => ({ personId, side, topic })))
  const count = (all: readonly { personId: PersonId }[]) => {
    const people = new Set(all.map(({ personId }) => personId))
    return shownCount({ count: people.size, people }, threshold)
  }
  return [...grouped(named, ({ topic }) => topic)]
    .map(([topic, all]) => ({
      topic,
      offered: count(all.filter(({ side }) => side === 'mentor')),
      wanted: count(all.filter(({ side }) => side === 'mentee')),
    }))
    .filter(({ offered, wanted }) => offered.value !== undefined || wanted.value !== undefined)
    .toSorted(
      (a, b) =>
        (b.wanted.value ?? 0) - (a.wanted.value ?? 0) ||
        (b.offered.value ?? 0) - (a.offered.value ?? 0) ||
        (a.topic < b.topic ? -1 : 1),
    )
}
