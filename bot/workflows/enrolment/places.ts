/**
 * Places that are free, and who of the waiting list could have one. A place is somebody on the other side with room: it opens
 * when a partner leaves, is erased, or somebody takes on one more. Those who take part and have nobody come before the waiting
 * list, whoever an offer waits for keeps theirs, and nobody counts whom a rule keeps from everybody with room. What people
 * said privately of each other is left out: a place shown or not shown would tell of it.
 */
import { placesLeft } from '../../domain/enrolment/admission.ts'
import type { Participant } from '../../domain/enrolment/participant.ts'
import { inLine, type PlaceOffer, whoFits } from '../../domain/enrolment/place-offer.ts'
import type { PersonId } from '../../domain/organization/person.ts'
import { approvalUnderWay } from '../../domain/pairing/matching-run.ts'
import { isLive } from '../../domain/pairing/pairing.ts'
import { RunFailure } from '../../domain/pairing/run-failure.ts'
import type { CohortId } from '../../domain/program/program.ts'
import { mayBePaired } from '../../engine/pairing-rules.ts'
import type { MatchingInput } from '../../engine/person.ts'
import { buildRoster } from '../../engine/roster.ts'
import { loadMatching } from '../pairing/matching-input.ts'
import type { Ports } from '../ports.ts'
import { ExclusionsUnreadable } from '../program/read-exclusions.ts'
import { waitsForReviews } from './screen.ts'

type Needs = Pick<Ports, 'store' | 'clock'>

/** Two at once, or an answer meanwhile, wait their turn. */
export const lockPlaces = ({ store }: Pick<Ports, 'store'>, id: CohortId): Promise<void> =>
  store.lock(`places.${id}`)

export interface Places {
  /** In line, the first first; without those for whom an offer waits. */
  waiting: Participant[]
  open: PlaceOffer[]
  /** Of those in line, who has a place now; the first of them is the one to offer it to. */
  fitting: Participant[]
  /** Took a place and has nobody yet. */
  took: Participant[]
  /** Everybody, to look somebody up by id. */
  participants: Participant[]
  offers: PlaceOffer[]
  /** False: chart or exclusions cannot be read, so no place is known to be free. */
  isKnown: boolean
}

const stages: readonly string[] = ['matching', 'running']

export async function placesOf(ports: Needs, cohortId: CohortId): Promise<Places> {
  const { store } = ports
  const participants = await store.participants.list(cohortId)
  const offers = await store.placeOffers.list(cohortId)
  const byId = new Map(participants.map((one) => [one.id, one]))
  const open = offers.filter(
    ({ state, participantId }) => state === 'open' && byId.get(participantId)?.state === 'waitlisted',
  )
  const asked = new Set(open.map(({ participantId }) => participantId))
  const waiting = inLine(participants, offers).filter(({ id }) => !asked.has(id))
  const alone = await withoutPartner(ports, cohortId)
  const taken = new Set(
    offers.flatMap(({ state, participantId }) => (state === 'taken' ? [participantId] : [])),
  )
  const known = { waiting, open, participants, offers, isKnown: true }
  const took = participants.filter(
    ({ id, state, personId }) => taken.has(id) && state === 'approved' && alone(personId),
  )
  if (waiting.length === 0 || !(await isPlacing(ports, cohortId))) return { ...known, took, fitting: [] }
  try {
    const askedPeople = open.map(({ participantId }) => byId.get(participantId)!.personId)
    return {
      ...known,
      took,
      fitting: await whoHasAPlace(ports, cohortId, { participants, askedPeople, waiting }),
    }
  } catch (error) {
    if (!(error instanceof RunFailure || error instanceof ExclusionsUnreadable)) throw error
    return { ...known, took, fitting: [], isKnown: false }
  }
}

/** Whether what was offered to somebody is still there. @throws where that cannot be told */
export async function stillHasAPlace(ports: Needs, cohortId: CohortId, personId: PersonId): Promise<boolean> {
  const { store } = ports
  if (!(await isPlacing(ports, cohortId))) return false
  const participants = await store.participants.list(cohortId)
  const me = participants.find((one) => one.personId === personId)
  if (!me) return false
  const fitting = await whoHasAPlace(ports, cohortId, { participants, askedPeople: [], waiting: [me] })
  return fitting.length > 0
}

/** As with `tellUnplaced`: before every pair that is to be is approved, nobody knows who has room. */
async function isPlacing({ store }: Needs, cohortId: CohortId): Promise<boolean> {
  const cohort = await store.cohorts.get(cohortId)
  if (!cohort || !stages.includes(cohort.stage)) return false
  if (approvalUnderWay(await store.runs.latestDone(cohortId))) return false
  const pairings = await store.pairings.list(cohortId)
  return pairings.length > 0 && pairings.every(({ state }) => state !== 'proposed')
}

async function withoutPartner({ store }: Needs, cohortId: CohortId): Promise<(id: PersonId) => boolean> {
  const live = (await store.pairings.list(cohortId)).filter(isLive)
  const paired = new Set(live.flatMap(({ mentorId, menteeId }) => [mentorId, menteeId]))
  return (id) => !paired.has(id)
}

interface Line {
  participants: readonly Participant[]
  /** Whom an offer waits for. */
  askedPeople: readonly PersonId[]
  waiting: readonly Participant[]
}

async function whoHasAPlace(ports: Needs, cohortId: CohortId, line: Line): Promise<Participant[]> {
  const { participants, askedPeople } = line
  const waiting: Participant[] = []
  // While their application waits for its readers, an offer would decide it.
  for (const one of line.waiting) if (!(await waitsForReviews(ports, one))) waiting.push(one)
  const { input } = await loadMatching(ports, cohortId, { seed: 0, withWaiting: true })
  const approved = participants
    .filter(({ state }) => state === 'approved')
    .toSorted((a, b) => a.enrolledAt.getTime() - b.enrolledAt.getTime())
    .map(({ personId }) => personId)
  const seated = seatAll(input, approved, [...askedPeople, ...waiting.map(({ personId }) => personId)])
  const fitting = waiting.filter(({ personId }) => seated.has(personId))
  const { admission = {} } = (await ports.store.cohorts.get(cohortId))!
  const asked = participants.filter(({ personId }) => askedPeople.includes(personId))
  return (['mentor', 'mentee'] as const)
    .flatMap((side) => {
      const left = placesLeft(admission, participants, side) ?? fitting.length
      // A place that was offered and not answered yet is given to nobody else.
      const free = Math.max(0, left - asked.filter((one) => one.side === side).length)
      return fitting.filter((one) => one.side === side).slice(0, free)
    })
    .toSorted((one, other) => fitting.indexOf(one) - fitting.indexOf(other))
}

/** Only whoever takes part already has room to give; whoever a rule keeps from everybody is in no roster. */
function seatAll(
  input: MatchingInput,
  approved: readonly PersonId[],
  line: readonly PersonId[],
): Set<PersonId> {
  const { mentors, mentees, context } = buildRoster(input)
  const isIn = new Set(approved)
  const seated = new Set<PersonId>()
  for (const side of ['mentor', 'mentee'] as const) {
    const [mine, others] = side === 'mentor' ? [mentors, mentees] : [mentees, mentors]
    const me = new Map(mine.map((one) => [one.id, one]))
    const other = new Map(others.filter(({ id }) => isIn.has(id)).map((one) => [one.id, one]))
    const seats = [...other.values()].map(({ id, capacity }) => ({ id, room: capacity }))
    const order = [...approved, ...line].filter((id) => me.has(id) && !me.get(id)!.hasPartner)
    const fits = (personId: PersonId, seatId: PersonId) => {
      const [one, two] = [me.get(personId)!, other.get(seatId)!]
      const [mentor, mentee] = side === 'mentor' ? [one, two] : [two, one]
      return mayBePaired(mentor, mentee, context) === undefined
    }
    for (const id of whoFits(order, seats, fits)) seated.add(id)
  }
  return seated
}
