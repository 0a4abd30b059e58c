/** Asking people to enroll: by name or as a list, and the answer of whoever was asked. */
import { z } from 'zod'
import { mostInvitedAtOnce, mostListBytes } from '../limits.ts'
import * as s from '../shapes.ts'

const notInvited = z.enum(['not-eligible', 'not-admitted', 'takes-part', 'invited', 'two-sides', 'twice'])

/** Numbers alone, and of few people not even how many looked or said "not now": it would tell who. */
export const invitations = {
  input: z.object({ id: s.id }),
  output: z.object({
    /** Whether anybody can be invited now. */
    isOpen: z.boolean(),
    invited: z.number().int(),
    /** Their card has not gone out yet. */
    unsent: z.number().int(),
    opened: z.number().int().optional(),
    /** Of the invited. */
    enrolled: z.number().int(),
    declined: z.number().int().optional(),
  }),
}

/** A card to each, once in a Cohort; whoever is not to be asked comes back with why. */
export const invite = {
  input: z.object({
    id: s.id,
    people: z
      .array(z.object({ personId: s.id, side: s.side }))
      .min(1)
      .max(mostInvitedAtOnce),
  }),
  output: z.object({
    invited: z.number().int(),
    aside: z.array(z.object({ person: s.face, why: notInvited })),
  }),
}

/**
 * A table with the columns person and side. Without `apply` it is only looked at, and nobody is asked. The bytes as they are, in
 * base64.
 */
export const inviteFromList = {
  input: z.object({ id: s.id, apply: z.boolean(), file: z.base64().max(Math.ceil(mostListBytes / 3) * 4) }),
  output: z.object({
    /** Who is invited by it, or would be. */
    ready: z.number().int(),
    mentors: z.number().int(),
    mentees: z.number().int(),
    /** All lines that invite nobody; the first thousand are shown. */
    asideCount: z.number().int(),
    aside: z.array(
      z.object({
        line: z.number().int(),
        why: z.enum([
          ...notInvited.options,
          ...(['cells-missing', 'cells-too-many', 'unknown-side', 'unknown-person'] as const),
          ...(['open-quote', 'not-json'] as const),
        ]),
        /** What stands there, or whose line it is. */
        value: z.string().optional(),
      }),
    ),
  }),
}

/** By whoever was invited. `look`: they have seen it in the tab. */
export const answerInvitation = {
  input: z.object({ invitationId: s.id, answer: z.enum(['look', 'not-now']) }),
  output: z.object({ state: z.enum(['open', 'declined']) }),
}
