/** Free places: who has one offered, who would be next, and one's own answer. */
import { may } from '../../../auth/access.ts'
import type { Out } from '../../../contract/index.ts'
import { isRefused, refuse } from '../../../domain/refusal.ts'
import { answerPlace, offerPlace } from '../../../workflows/enrolment/offer-place.ts'
import { placesOf } from '../../../workflows/enrolment/places.ts'
import { chartOf } from '../../../workflows/organization/chart.ts'
import type { Ports } from '../../../workflows/ports.ts'
import { type Asker, asks, type Handlers, inCohort } from '../../handler.ts'
import { faceFrom, iso } from '../views.ts'

export function placeRoutes(ports: Ports): Pick<Handlers, 'places' | 'offerPlace' | 'answerPlace'> {
  const { store } = ports
  const ofWaiting = async (asker: Asker, { participantId }: { participantId: string }) => {
    const participant = await store.participants.get(participantId)
    const { mayBeAbove: isAbove } = await chartOf(ports)
    return { roles: await asker.rolesFor(participant?.cohortId), ownerId: participant?.personId, isAbove }
  }
  return {
    places: asks('read-people', inCohort, (asker, { id }) => placesView(ports, id, asker)),
    offerPlace: asks(
      'offer-place',
      ofWaiting,
      async ({ personId }, { participantId }) => {
        const offer = await offerPlace(ports, participantId, personId)
        return isRefused(offer) ? offer : { until: iso(offer.until) }
      },
      ({ roles, ownerId }) => refuse(roles.includes('organizer') && !ownerId ? 'not-found' : 'not-allowed'),
    ),
    answerPlace: asks(
      'answer-place',
      async (_, { offerId }) => {
        const offer = await store.placeOffers.get(offerId)
        return { ownerId: offer && (await store.participants.get(offer.participantId))?.personId }
      },
      async ({ personId }, { offerId, answer }) => {
        const answered = await answerPlace(ports, offerId, answer, personId)
        return isRefused(answered) ? answered : { state: answered.state }
      },
      ({ ownerId }) => refuse(ownerId ? 'not-yours' : 'not-found'),
    ),
  }
}

async function placesView(ports: Ports, id: string, asker: Asker): Promise<Out<'places'>> {
  const { waiting, open, fitting, took, participants, isKnown } = await placesOf(ports, id)
  const personOf = new Map(participants.map((one) => [one.id, one.personId]))
  const offered = open.map(({ participantId, until }) => ({ personId: personOf.get(participantId)!, until }))
  const [next] = fitting
  const people = await ports.store.people.many([
    ...[...offered, ...took].map(({ personId }) => personId),
    ...(next ? [next.personId] : []),
  ])
  return {
    ...{ waiting: waiting.length, free: fitting.length, isKnown },
    ...(next ? { next: await nextView() } : {}),
    offered: offered.map(({ personId, until }) => ({
      person: faceFrom(people, personId),
      until: iso(until),
    })),
    took: took.map(({ personId }) => faceFrom(people, personId)),
  }

  async function nextView() {
    const { id: participantId, personId: ownerId, side } = next!
    const { mayBeAbove: isAbove } = await chartOf(ports)
    const mayOffer = may('offer-place', asker, { roles: await asker.rolesFor(id), ownerId, isAbove })
    return { participantId, person: faceFrom(people, ownerId), side, mayOffer }
  }
}
