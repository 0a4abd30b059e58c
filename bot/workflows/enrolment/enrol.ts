import { placesLeft, refuseEntry } from '../../domain/enrolment/admission.ts'
import type {
  Enrolment,
  EnrolRefusal,
  Participant,
  ParticipantId,
} from '../../domain/enrolment/participant.ts'
import { leave, pause, resume } from '../../domain/enrolment/participant.ts'
import type { PersonId } from '../../domain/organization/person.ts'
import { partnerOf } from '../../domain/pairing/pairing.ts'
import type { Cohort, CohortId } from '../../domain/program/program.ts'
import { isRefused, type Refusal, refuse } from '../../domain/refusal.ts'
import { utcDate } from '../../domain/span.ts'
import { whilePausing } from '../../domain/telling/notice-life.ts'
import { eachAlone } from '../each-alone.ts'
import { endPairing } from '../pairing/end-pairing.ts'
import { partnerFace } from '../pairing/over.ts'
import { closeRequestsOf } from '../pairing/pair-requests.ts'
import type { Ports } from '../ports.ts'
import { mayChooseTopics } from '../program/own-topics.ts'
import { audit } from '../records/audit.ts'
import { deliverAgain } from '../telling/deliver-missed.ts'
import { tell } from '../telling/deliver-notice.ts'
import { askHowToGoOn } from './back-from-break.ts'

type Needs = Pick<Ports, 'store' | 'clock' | 'chance' | 'jobs'>

const openStages: Cohort['stage'][] = ['enrolling', 'matching', 'running']

/** A person enrols themself. Enrolling again changes what was said; after leaving it is a new application. */
export async function enrol(
  { store, clock, chance }: Needs,
  cohortId: CohortId,
  personId: PersonId,
  enrolment: Enrolment,
): Promise<Participant | Refusal<EnrolRefusal | 'not-found'>> {
  return store.transaction(async () => {
    await lockEnrolment(store, { cohortId, personId })
    const cohort = await store.cohorts.get(cohortId)
    const program = cohort && (await store.programs.get(cohort.programId))
    if (!cohort || !program) return refuse('not-found')
    if (!openStages.includes(cohort.stage)) return refuse('enrolment-closed', { stage: cohort.stage })
    const person = await store.people.get(personId)
    if (!person?.isEligible) return refuse('not-eligible')
    if (enrolment.acceptedGroundRules !== program.groundRules.version) {
      return refuse('old-ground-rules', { version: program.groundRules.version })
    }
    const at = clock.now()
    const known = await store.participants.of(cohortId, personId)
    const keeps = await mayChooseTopics({ store }, program.id, enrolment.topics, known?.topics)
    if (!keeps) return refuse('topic-not-offered', { field: 'topics' })
    const again = known && known.state !== 'left' && known.state !== 'declined'
    const { admission = {} } = cohort
    // Whoever is in stays in: they are asked about anew for another side alone.
    const isNewHere = !again || (known.state === 'applied' && known.side !== enrolment.side)
    const no = isNewHere ? refuseEntry(admission, person, enrolment.side) : undefined
    if (no) return { ...no, detail: { ...no.detail, field: 'side' } }
    const isFull =
      isNewHere && placesLeft(admission, await store.participants.list(cohortId), enrolment.side) === 0
    const participant: Participant = again
      ? {
          ...{ ...known, ...enrolment, side: known.state === 'applied' ? enrolment.side : known.side },
          ...(isFull ? { state: 'waitlisted' as const } : {}),
        }
      : {
          id: known?.id ?? chance.id(),
          cohortId,
          personId,
          state: isFull ? 'waitlisted' : 'applied',
          enrolledAt: at,
          ...enrolment,
        }
    await store.participants.save(participant)
    await store.participants.accept(participant.id, participant.acceptedGroundRules, at)
    await audit({ store, clock }, personId, again ? 'enrolment-changed' : 'enrolled', participant.id)
    return participant
  })
}

/** A double press, or an Organizer's decision at the same moment, waits its turn. */
export function lockEnrolment(
  store: Needs['store'],
  { cohortId, personId }: Pick<Participant, 'cohortId' | 'personId'>,
): Promise<void> {
  return store.lock(`enrolment.${cohortId}.${personId}`)
}

/** Only the person's own. */
async function mine(store: Needs['store'], id: ParticipantId, personId: PersonId) {
  const participant = await store.participants.get(id)
  return participant?.personId === personId ? participant : undefined
}

/** As it is once nobody else is changing it. */
async function mineLocked(store: Needs['store'], id: ParticipantId, personId: PersonId) {
  const participant = await mine(store, id, personId)
  if (participant) await lockEnrolment(store, participant)
  return participant && store.participants.get(id)
}

export async function updateEnrolment(
  ports: Needs,
  id: ParticipantId,
  personId: PersonId,
  enrolment: Enrolment,
): Promise<Participant | Refusal> {
  const participant = await mine(ports.store, id, personId)
  return participant ? enrol(ports, participant.cohortId, personId, enrolment) : refuse('not-found')
}

export async function pauseEnrolment(
  ports: Pick<Needs, 'store' | 'clock' | 'jobs'>,
  id: ParticipantId,
  personId: PersonId,
  until: string,
): Promise<Participant | Refusal> {
  const { store, clock } = ports
  return store.transaction(async () => {
    const participant = await mineLocked(store, id, personId)
    if (!participant) return refuse('not-found')
    if (until <= utcDate(clock.now())) return refuse('date-in-the-past', { field: 'until' })
    return pauseOne(ports, participant, until, personId)
  })
}

/** Joins an open transaction that has the enrollment locked. @param until an ISO date ahead */
export async function pauseOne(
  ports: Pick<Needs, 'store' | 'clock' | 'jobs'>,
  participant: Participant,
  until: string,
  actorId: PersonId,
): Promise<Participant | Refusal> {
  const { store, clock } = ports
  const paused = pause(participant, until)
  if (isRefused(paused)) return paused
  await store.participants.save(paused)
  await closeRequestsOf(ports, paused.cohortId, paused.personId)
  await tellPartners(ports, paused, until)
  await audit({ store, clock }, actorId, 'paused', paused.id)
  return paused
}

/** Whoever waits for an answer would take silence for a no: they hear that it is a break, and until when. */
async function tellPartners(
  { store, jobs }: Pick<Needs, 'store' | 'jobs'>,
  { cohortId, personId }: Participant,
  until: string,
): Promise<void> {
  for (const pairing of await store.pairings.ofPerson(personId)) {
    if (pairing.cohortId !== cohortId || pairing.state !== 'active') continue
    const partnerId = partnerOf(pairing, personId)
    await tell({ store, jobs }, `partner-pauses.${pairing.id}.${personId}.${until}`, partnerId, {
      ...{ kind: 'partner-pauses', pairingId: pairing.id, until },
      partner: await partnerFace(store, pairing, partnerId),
    })
  }
}

export async function resumeEnrolment(
  { store, clock, jobs }: Needs,
  id: ParticipantId,
  personId: PersonId,
): Promise<Participant | Refusal> {
  return store.transaction(async () => {
    const participant = await mineLocked(store, id, personId)
    if (!participant) return refuse('not-found')
    return resumeOne({ store, clock, jobs }, participant, personId)
  })
}

/** Joins an open transaction that has the enrollment locked. */
export async function resumeOne(
  { store, clock, jobs }: Pick<Needs, 'store' | 'clock' | 'jobs'>,
  participant: Participant,
  actorId: PersonId,
): Promise<Participant> {
  const resumed = resume(participant)
  await store.participants.save(resumed)
  await deliverAgain({ store, jobs }, participant.personId, [whilePausing])
  if (participant.state === 'paused') await askHowToGoOn({ store, clock, jobs }, participant)
  await audit({ store, clock }, actorId, 'resumed', participant.id)
  return resumed
}

/** Leaving ends the person's Pairings of that Cohort, with all that follows for the other side, and what they wished for. */
export async function leaveCohort(
  ports: Needs,
  id: ParticipantId,
  personId: PersonId,
): Promise<Participant | Refusal> {
  const { store, clock } = ports
  return store.transaction(async () => {
    const participant = await mineLocked(store, id, personId)
    if (!participant) return refuse('not-found')
    const left = leave(participant)
    await store.participants.save(left)
    await forgetWishes(ports, left)
    for (const pairing of await store.pairings.ofPerson(personId)) {
      const open = pairing.state === 'proposed' || pairing.state === 'approved' || pairing.state === 'active'
      if (pairing.cohortId === participant.cohortId && open) await endPairing(ports, pairing.id, personId)
    }
    await audit({ store, clock }, personId, 'left', id)
    return left
  })
}

/** Whoever enrols again says anew whom they would like; the Organizer's own pins stay for the Organizer to take back. */
async function forgetWishes(ports: Needs, { cohortId, personId }: Participant): Promise<void> {
  const { store, clock } = ports
  await store.rankings.replace(cohortId, personId, [], clock.now())
  for (const { mentorId, menteeId, by } of await store.wishes.list(cohortId)) {
    const isTheirs = by === 'both' && (mentorId === personId || menteeId === personId)
    if (isTheirs) await store.wishes.clear(cohortId, mentorId, menteeId)
  }
  await closeRequestsOf(ports, cohortId, personId)
}

/** Pauses that are over end by themselves. */
export async function resumePaused({ store, clock, jobs }: Omit<Needs, 'chance'>): Promise<void> {
  const today = utcDate(clock.now())
  await eachAlone(await store.participants.pausedUntil(today), (participant) =>
    store.transaction(async () => {
      await lockEnrolment(store, participant)
      const current = await store.participants.get(participant.id)
      if (!current) return
      await store.participants.save(resume(current))
      await deliverAgain({ store, jobs }, current.personId, [whilePausing])
      if (current.state === 'paused') await askHowToGoOn({ store, clock, jobs }, current)
    }),
  )
}
