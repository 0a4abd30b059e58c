/**
 * Everything the engine decides by, loaded in one place: a proposal, a swap and an approval all ask the same question of
 * the same facts. If any source of exclusions cannot be read this throws, and nobody is paired.
 *
 * `loadMatching` leaves out what people said in private, and every question is answered from it; `loadForEngine` has it, for
 * whatever brings people together. An answer from that one would tell of it.
 */

import type { Participant } from '../../domain/enrolment/participant.ts'
import type { Person, PersonId } from '../../domain/organization/person.ts'
import { liveStates } from '../../domain/pairing/pairing.ts'
import { RunFailure } from '../../domain/pairing/run-failure.ts'
import { type MatchingSettings, withoutPrivateWeights } from '../../domain/program/matching-settings.ts'
import type { CohortId } from '../../domain/program/program.ts'
import { effectiveWays } from '../../domain/program/ways-to-match.ts'
import { instantOf } from '../../domain/scheduling/zone-offset.ts'
import { minuteMs, utcDate } from '../../domain/span.ts'
import type { MatchingInput, MatchingParticipant, MatchingPerson } from '../../engine/person.ts'
import type { Ports } from '../ports.ts'
import { type Exclusions, readExclusionSources } from '../program/read-exclusions.ts'

type Needs = Pick<Ports, 'store' | 'clock'>

export interface CohortMatching {
  input: MatchingInput
  /** Who waits outside, and why: not approved, or no room left. */
  outside: { personId: PersonId; why: string }[]
}

/** What to run: without an objective or settings those of the Cohort hold. */
export interface RunChoice {
  seed: number
  objective?: 'best-total' | 'fairest' | undefined
  settings?: MatchingSettings | undefined
  /**
   * Seen by one person alone, who may still wait to be approved: themself and everybody on the other side. Places that a
   * pin holds count as taken. Whom they do not want to meet is left out; who does not want to meet them is there, because
   * whoever looked before would notice.
   */
  around?: PersonId | undefined
  /** As if everybody on the waiting list had been approved: whom a free place would suit. */
  withWaiting?: true | undefined
}

type Blocked = Exclusions['blocked']

/** @throws ExclusionsUnreadable, with the name of the source */
export function loadMatching(needs: Needs, cohortId: CohortId, choice: RunChoice): Promise<CohortMatching> {
  const { around } = choice
  const own = (blocked: Blocked) => new Map([...blocked].filter(([personId]) => personId === around))
  return load(needs, cohortId, choice, own)
}

/** With what people said in private. @throws ExclusionsUnreadable, with the name of the source */
export async function loadForEngine(
  needs: Needs,
  cohortId: CohortId,
  choice: RunChoice,
): Promise<CohortMatching> {
  const { store } = needs
  const { outside, input } = await load(needs, cohortId, choice, (blocked) => blocked)
  const cohort = await store.cohorts.get(cohortId)
  const { ranking } = effectiveWays(choice.settings?.ways ?? cohort?.matching.ways)
  const ratings = await store.speed.ratingsOf(cohortId)
  return {
    outside,
    input: { ...input, ratings, rankings: ranking ? await store.rankings.list(cohortId) : [] },
  }
}

async function load(
  { store, clock }: Needs,
  cohortId: CohortId,
  { seed, objective, settings, around, withWaiting }: RunChoice,
  heard: (blocked: Blocked) => Blocked,
): Promise<CohortMatching> {
  const people = await store.people.all()
  if (people.length === 0)
    throw new RunFailure(
      'chart-not-read',
      'The organization chart was not read yet: nobody can be paired without it.',
    )
  const tops = await store.organization.tops()
  const known = await readExclusionSources(store, cohortId)
  const exclusions = { ...known, blocked: heard(known.blocked) }
  const byId = new Map(people.map((person) => [person.id, person]))
  const listed = await store.participants.list(cohortId)
  const everybody = withWaiting ? listed.map(asApproved) : listed
  const participants = around === undefined ? everybody : seenBy(around, everybody)
  const paired = await store.pairings.list(cohortId, [...liveStates])
  const load = loadOf(around === undefined ? paired : [...paired, ...pinsOf(exclusions, everybody, paired)])
  const today = utcDate(clock.now())
  const cohort = await store.cohorts.get(cohortId)
  const chosen = withoutPrivateWeights(settings ?? cohort?.matching ?? {})
  const waited = await store.participants.waited(cohortId)

  const inside: MatchingParticipant[] = []
  const outside: CohortMatching['outside'] = []
  for (const participant of participants) {
    const why = whyOutside(participant, byId.get(participant.personId), load)
    if (why) outside.push({ personId: participant.personId, why })
    else {
      const person = byId.get(participant.personId)!
      const waitedCohorts = cohortsWaited(person.id, waited, load)
      inside.push({ ...toMatching(participant, person, load, exclusions, today), waitedCohorts })
    }
  }
  const { wishes, earlierPairs, partedPairs, conflicts, formerManagers } = exclusions
  const pairsOf = (kind: 'pin' | 'forbid') =>
    wishes.flatMap((wish): [string, string][] => (wish.kind === kind ? [[wish.mentorId, wish.menteeId]] : []))
  const taking = new Set(inside.map((one) => one.id))
  return {
    outside,
    input: {
      organization: organizationOf(people),
      participants: inside,
      // A pin of somebody who does not take part waits until they do.
      pins: pairsOf('pin').filter(([mentor, mentee]) => taking.has(mentor) && taking.has(mentee)),
      forbidden: pairsOf('forbid'),
      ...{ earlierPairs, partedPairs, conflicts, formerManagers },
      rules: { ...chosen.rules, tops: tops.map(({ personId }) => personId) },
      ...(chosen.weights ? { weights: chosen.weights } : {}),
      objective: objective ?? chosen.objective ?? 'best-total',
      ...{ seed, today },
    },
  }
}

/** The one who looks counts as approved already; of their own side nobody else is there. */
function seenBy(personId: PersonId, participants: Participant[]): Participant[] {
  const me = participants.find((one) => one.personId === personId)
  if (!me) return []
  const state = me.state === 'applied' ? 'approved' : me.state
  return [{ ...me, state }, ...participants.filter(({ side }) => side !== me.side)]
}

const asApproved = (one: Participant): Participant =>
  one.state === 'waitlisted' ? { ...one, state: 'approved' } : one

/** Pairs that a pin keeps together and that are not approved yet: both ends still take part. */
export function pinsOf(
  { wishes }: Pick<Exclusions, 'wishes'>,
  participants: Pick<Participant, 'personId' | 'state'>[],
  paired: { mentorId: PersonId; menteeId: PersonId }[],
): { mentorId: PersonId; menteeId: PersonId }[] {
  const here = new Set(
    participants.flatMap(({ personId, state }) => (state === 'approved' ? [personId] : [])),
  )
  const made = new Set(paired.map(({ mentorId, menteeId }) => `${mentorId} ${menteeId}`))
  return wishes.filter(
    ({ kind, mentorId, menteeId }) =>
      kind === 'pin' && here.has(mentorId) && here.has(menteeId) && !made.has(`${mentorId} ${menteeId}`),
  )
}

/** Earlier Cohorts without a partner, and this one when others have theirs already. At most three count. */
function cohortsWaited(
  personId: PersonId,
  waited: ReadonlyMap<PersonId, number>,
  load: ReadonlyMap<PersonId, number>,
): number {
  return (waited.get(personId) ?? 0) + (load.size > 0 && !load.has(personId) ? 1 : 0)
}

function whyOutside(participant: Participant, person: Person | undefined, load: Map<PersonId, number>) {
  if (!person?.isEligible) return 'person-left'
  if (participant.state !== 'approved') return participant.state
  if ((load.get(participant.personId) ?? 0) >= participant.capacity) return 'already-paired'
  return undefined
}

export function loadOf(pairings: { mentorId: PersonId; menteeId: PersonId }[]): Map<PersonId, number> {
  const load = new Map<PersonId, number>()
  for (const { mentorId, menteeId } of pairings) {
    load.set(mentorId, (load.get(mentorId) ?? 0) + 1)
    load.set(menteeId, (load.get(menteeId) ?? 0) + 1)
  }
  return load
}

/** Made once for each list, so that whoever has it already sees that it is the same. */
const organizations = new WeakMap<readonly Person[], MatchingPerson[]>()

function organizationOf(people: readonly Person[]): MatchingPerson[] {
  const known = organizations.get(people)
  if (known) return known
  const made = people.map(toMatchingPerson)
  organizations.set(people, made)
  return made
}

/**
 * Where somebody works, as far as it matters to two people: the city. An office is "London, Floor 2" as often as "London", and
 * two floors are no two sites.
 */
function siteOf({ city, officeLocation }: Person): string | undefined {
  return city ?? (officeLocation?.split(',')[0]?.trim() || undefined)
}

function toMatchingPerson(person: Person): MatchingPerson {
  const site = siteOf(person)
  return {
    id: person.id,
    ...(person.managerId ? { managerId: person.managerId } : {}),
    ...(person.department ? { department: person.department } : {}),
    ...(site ? { site } : {}),
    ...(person.country ? { country: person.country } : {}),
    ...(person.grade ? { grade: person.grade } : {}),
    ...(person.hiredOn ? { hiredOn: person.hiredOn } : {}),
  }
}

function toMatching(
  participant: Participant,
  person: Person,
  load: Map<PersonId, number>,
  { blocked, dottedManagers }: Pick<Exclusions, 'blocked' | 'dottedManagers'>,
  today: string,
): MatchingParticipant {
  const mine = blocked.get(person.id)
  const dotted = dottedManagers.get(person.id)
  return {
    ...toMatchingPerson(person),
    side: participant.side,
    capacity: participant.capacity - (load.get(person.id) ?? 0),
    ...(load.has(person.id) ? { hasPartner: true } : {}),
    topics: participant.topics,
    languages: participant.languages,
    interests: participant.interests,
    timeZone: participant.timeZone,
    workMinutesUtc: workMinutes(participant, today),
    ...(mine ? { blocked: mine } : {}),
    ...(dotted ? { dottedManagerIds: dotted } : {}),
  }
}

/** The working day on UTC's clock, as it is today. */
function workMinutes(
  { workingHours, timeZone }: Participant,
  today: string,
): { start: number; length: number } {
  const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
  const day = Date.parse(`${today}T00:00:00Z`)
  const start = instantOf(timeZone, day, minutes(workingHours.start))
  const length = minutes(workingHours.end) - minutes(workingHours.start)
  return { start: ((((start - day) / minuteMs) % 1440) + 1440) % 1440, length }
}
