import { z } from 'zod'
import {
  acceptRequest,
  requestToMe,
  setRequestAside,
} from '../../../workflows/preferences/request-pairing.ts'
import { whereIs } from '../../../workflows/program/after-close.ts'
import { asItStands, cardAct, noLongerOpen } from '../../card-acts.ts'
import { id } from '../input.ts'
import { pairRequestCard } from './requests.ts'

export const answerRequest = cardAct({
  verb: 'answer-request',
  input: z.object({ requestId: id, answer: z.enum(['accept', 'not-now']) }),
  asks: 'answer-request',
  afterClose: (ports, { requestId }) => whereIs.request(ports, requestId),
  facts: async ({ store }, _, { requestId }) => ({ toId: (await store.requests.get(requestId))?.toId }),
  async act(ports, who, { requestId, answer }) {
    const step = answer === 'accept' ? acceptRequest : setRequestAside
    const answered = await step(ports, requestId, who)
    return asItStands(answered, () => requestToMe(ports, who, requestId), noLongerOpen)
  },
  draw: pairRequestCard,
})
