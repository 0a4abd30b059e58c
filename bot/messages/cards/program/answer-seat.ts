import { z } from 'zod'
import { answerSeat as answer, seatAskedOf } from '../../../workflows/program/hand-over.ts'
import { asItStands, cardAct, noLongerOpen } from '../../card-acts.ts'
import { id } from '../input.ts'
import { seatAskedCard } from './seat.ts'

export const answerSeat = cardAct({
  verb: 'answer-seat',
  input: z.object({ handoverId: id, answer: z.enum(['accepted', 'declined']) }),
  asks: 'answer-handover',
  afterClose: 'the-program',
  facts: async ({ store }, _, { handoverId }) => ({ toId: (await store.handovers.get(handoverId))?.toId }),
  async act(ports, who, { handoverId, answer: said }) {
    // Teams does not say what app roles somebody has: an Organizer accepts in the tab, which does.
    const answered = await answer(ports, handoverId, said, who, { holdsRole: false })
    return asItStands(answered, () => seatAskedOf(ports, who, handoverId), noLongerOpen)
  },
  draw: seatAskedCard,
})
