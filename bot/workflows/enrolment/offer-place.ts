/**
 * A free place is offered to whoever has waited longest and could have it, at the Organizer's word. They have three working
 * days; what they let go is offered to the next by itself, once to each of them. Taking it is what being approved is.
 */
import { decide, type Participant, type ParticipantId } from '../../domain/enrolment/participant.ts'
import {
  endOffer,
  letGoAt,
  type PlaceAnswer,
  type PlaceOffer,
  type PlaceOfferId,
  type PlaceOfferState,
  waitsToBePassedOn,
} from '../../domain/enrolment/place-offer.ts'
import type { PersonId } from '../../domain/organization/person.ts'
import { daysOff } from '../../domain/program/holidays.ts'
import type { CohortId } from '../../domain/program/program.ts'
import { isRefused, type Refusal, refuse } from '../../domain/refusal.ts'
import { endOfWorkingDays, placeWorkingDays } from '../../domain/scheduling/answer-until.ts'
import type { Notice } from '../../domain/telling/notice.ts'
import { eachAlone } from '../each-alone.ts'
import type { Ports } from '../ports.ts'
import { audit } from '../records/audit.ts'
import { tellOrReplace } from '../telling/replace-notice.ts'
import { lockEnrolment } from './enrol.ts'
import { lockPlaces, placesOf, stillHasAPlace } from './places.ts'

type Needs = Pick<Ports, 'store' | 'clock' | 'chance' | 'jobs'>
export type PlaceOffered = Extract<Notice, { kind: 'place-offered' }>

/** To the one whom the Organizer saw as the first in line, and to nobody else. Pressed twice it is the same offer. */
export function offerPlace(
  ports: Needs,
  participantId: ParticipantId,
  by: PersonId,
): Promise<PlaceOffer | Refusal> {
  const { store } = ports
  return store.transaction(async () => {
    const known = await store.participants.get(participantId)
    if (!known) return refuse('not-found')
    await lockPlaces(ports, known.cohortId)
    const waiting = await store.placeOffers.openOf(participantId)
    if (waiting) return waiting
    const { fitting, isKnown } = await placesOf(ports, known.cohortId)
    if (!isKnown || fitting.length === 0) return refuse('no-place-free')
    if (fitting[0]!.id !== participantId) return refuse('not-first-in-line')
    return offerTo(ports, fitting[0]!, by)
  })
}

async function offerTo(
  ports: Needs,
  participant: Participant,
  byId: PersonId | 'system',
): Promise<PlaceOffer> {
  const { store, clock, chance } = ports
  const { id: participantId, cohortId, personId } = participant
  const now = clock.now()
  const cohort = (await store.cohorts.get(cohortId))!
  const off = daysOff(cohort.scheduling, (await store.people.get(personId)) ?? {})
  const until = endOfWorkingDays(participant, off, now, placeWorkingDays)
  const offer: PlaceOffer = {
    ...{ id: chance.id(), cohortId, participantId, byId, state: 'open', offeredAt: now, until },
  }
  await store.placeOffers.save(offer)
  await show(ports, offer, participant)
  await audit(ports, byId, 'place-offered', participantId)
  return offer
}

/** By the one it was offered to. What is gone meanwhile is said, and costs them no turn. */
export function answerPlace(
  ports: Needs,
  id: PlaceOfferId,
  answer: PlaceAnswer,
  by: PersonId,
): Promise<PlaceOffer | Refusal> {
  const { store, clock } = ports
  return store.transaction(async () => {
    const known = await store.placeOffers.get(id)
    const theirs = known && (await store.participants.get(known.participantId))
    if (!known || theirs?.personId !== by) return refuse('not-yours')
    await lockPlaces(ports, known.cohortId)
    await lockEnrolment(store, theirs)
    const offer = (await store.placeOffers.get(id))!
    const participant = (await store.participants.get(known.participantId))!
    const wanted = answer === 'take' ? 'taken' : 'declined'
    if (offer.state === wanted) return offer
    if (offer.state !== 'open') return refuse('no-longer-open')
    if (offer.until <= clock.now()) return close(ports, offer, 'lapsed', participant)
    if (participant.state !== 'waitlisted') return close(ports, offer, 'withdrawn', participant)
    if (answer === 'no-thanks') return close(ports, offer, 'declined', participant, by)
    if (!(await stillHasAPlace(ports, offer.cohortId, by)))
      return close(ports, offer, 'withdrawn', participant)
    const approved = decide(participant, 'approve')
    if (isRefused(approved)) return approved
    await store.participants.save(approved)
    return close(ports, offer, 'taken', participant, by)
  })
}

async function close(
  ports: Needs,
  offer: PlaceOffer,
  state: Exclude<PlaceOfferState, 'open'>,
  participant: Participant,
  by: PersonId | 'system' = 'system',
): Promise<PlaceOffer | Refusal> {
  const { store, clock } = ports
  const ended = endOffer(offer, state, clock.now())
  if (isRefused(ended)) return ended
  await store.placeOffers.save(ended)
  await show(ports, ended, participant)
  await audit(ports, by, `place-${state}`, participant.id)
  return ended
}

/** Every minute: what nobody answered lapses, what there is no use for is taken back, and what was let go goes on. */
export async function movePlacesOn(ports: Needs): Promise<void> {
  await eachAlone(await ports.store.placeOffers.cohortsInPlay(), (id) => movePlacesOnIn(ports, id))
}

function movePlacesOnIn(ports: Needs, cohortId: CohortId): Promise<void> {
  const { store, clock } = ports
  return store.transaction(async () => {
    await lockPlaces(ports, cohortId)
    for (const offer of await store.placeOffers.list(cohortId)) {
      if (offer.state !== 'open') continue
      const participant = await store.participants.get(offer.participantId)
      if (!participant) continue
      if (participant.state !== 'waitlisted') await close(ports, offer, 'withdrawn', participant)
      else if (offer.until <= clock.now()) await close(ports, offer, 'lapsed', participant)
    }
    await passOn(ports, cohortId)
  })
}

/** One place for each that was let go, and only to people who were not asked yet: whoever said no is not asked in a circle. */
async function passOn(ports: Needs, cohortId: CohortId): Promise<void> {
  const { store, clock } = ports
  for (const offer of (await store.placeOffers.list(cohortId)).filter(waitsToBePassedOn)) {
    const { fitting, offers, isKnown } = await placesOf(ports, cohortId)
    // It stays until chart and exclusions can be read again.
    if (!isKnown) return
    const next = fitting.find((one) => letGoAt(one, offers) === undefined)
    if (next) await offerTo(ports, next, 'system')
    await store.placeOffers.save({ ...offer, passedOnAt: clock.now() })
  }
}

/** The card as it stands by the record, sent at first and replaced after that. */
async function show(ports: Needs, offer: PlaceOffer, participant: Participant): Promise<void> {
  const notice = await placeNotice(ports.store, offer, participant)
  await tellOrReplace(ports, `place.${offer.id}`, participant.personId, notice)
}

async function placeNotice(
  store: Ports['store'],
  { id: offerId, cohortId, state, until }: PlaceOffer,
  { side, timeZone }: Participant,
): Promise<PlaceOffered> {
  const cohort = await store.cohorts.get(cohortId)
  const program = cohort && (await store.programs.get(cohort.programId))
  const programName = program?.name ?? '—'
  return { kind: 'place-offered', offerId, state, side, programName, until, timeZone }
}

/** As its card says it now; for the one it was offered to. */
export async function placeOfferedOf(
  { store }: Pick<Ports, 'store'>,
  personId: PersonId,
  id: PlaceOfferId,
): Promise<PlaceOffered | Refusal> {
  const offer = await store.placeOffers.get(id)
  const participant = offer && (await store.participants.get(offer.participantId))
  return participant?.personId === personId ? placeNotice(store, offer!, participant) : refuse('not-yours')
}
