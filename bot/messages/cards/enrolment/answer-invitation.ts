import { z } from 'zod'
import { answer, invitationOf } from '../../../workflows/enrolment/invite.ts'
import { whereIs } from '../../../workflows/program/after-close.ts'
import { asItStands, cardAct } from '../../card-acts.ts'
import { id } from '../input.ts'
import { invitationCard } from './invitation.ts'

export const answerInvitation = cardAct({
  verb: 'answer-invitation',
  input: z.object({ invitationId: id, answer: z.literal('not-now') }),
  asks: 'answer-invitation',
  afterClose: (ports, { invitationId }) => whereIs.invitation(ports, invitationId),
  facts: async ({ store }, _, { invitationId }) => ({
    ownerId: (await store.invitations.get(invitationId))?.personId,
  }),
  async act(ports, who, { invitationId, answer: given }) {
    const answered = await answer(ports, invitationId, given, who)
    return asItStands(answered, () => invitationOf(ports, who, invitationId))
  },
  draw: invitationCard,
})
