import { z } from 'zod'
import { answerPlace as answer, placeOfferedOf } from '../../../workflows/enrolment/offer-place.ts'
import { whereIs } from '../../../workflows/program/after-close.ts'
import { asItStands, cardAct, noLongerOpen } from '../../card-acts.ts'
import { id } from '../input.ts'
import { placeOfferedCard } from './place.ts'

export const answerPlace = cardAct({
  verb: 'answer-place',
  input: z.object({ offerId: id, answer: z.enum(['take', 'no-thanks']) }),
  asks: 'answer-place',
  afterClose: (ports, { offerId }) => whereIs.offer(ports, offerId),
  facts: async ({ store }, _, { offerId }) => {
    const offer = await store.placeOffers.get(offerId)
    return { ownerId: offer && (await store.participants.get(offer.participantId))?.personId }
  },
  async act(ports, who, { offerId, answer: said }) {
    const answered = await answer(ports, offerId, said, who)
    return asItStands(answered, () => placeOfferedOf(ports, who, offerId), noLongerOpen)
  },
  draw: placeOfferedCard,
})
