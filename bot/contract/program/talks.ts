/** "I would like someone to talk to": between whoever asks and one independent contact. */
import { z } from 'zod'
import * as s from '../shapes.ts'

const contact = s.face.extend({ signInName: z.string().optional() })
const asked = { id: s.id, line: z.string().optional(), askedAt: s.instant, answerOn: s.date }

/** As whoever asks sees it. */
export const talk = {
  input: z.object({ id: s.id }),
  output: z.object({
    /** Whom they can ask; absent for whoever takes no part. */
    contacts: z.array(s.face).optional(),
    /** The one they asked last. */
    mine: z
      .object({
        ...asked,
        contact,
        /** False: whoever was asked may not be their contact by now, and reads nothing of it. */
        stands: z.boolean(),
        answeredAt: s.instant.optional(),
        /** Its day is over. */
        isLate: z.boolean(),
      })
      .nullable(),
  }),
}

export const askForTalk = {
  input: z.object({ id: s.id, contactId: s.id, line: z.string().trim().max(300).optional() }),
  output: z.object({ id: s.id }),
}
export const takeTalkBack = { input: z.object({ id: s.id }), output: s.ok }

/** As a contact sees those that wait for them. */
export const talksForMe = {
  input: z.object({}),
  output: z.object({
    isContact: z.boolean(),
    talks: z.array(z.object({ ...asked, person: contact, programName: z.string(), isLate: z.boolean() })),
  }),
}
export const answerTalk = { input: z.object({ id: s.id }), output: s.ok }
