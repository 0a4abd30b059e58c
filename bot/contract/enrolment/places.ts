/** Free places, and the waiting list in its order. */
import { z } from 'zod'
import * as s from '../shapes.ts'

export const places = {
  input: z.object({ id: s.id }),
  output: z.object({
    /** In line, without those for whom an offer waits. */
    waiting: z.number().int(),
    /** How many of them have a place now. */
    free: z.number().int(),
    /** False where chart or exclusions cannot be read: then no place is known to be free. */
    isKnown: z.boolean(),
    /** Whoever has waited longest and could have one. `mayOffer`: the asker is in no line with them. */
    next: z.object({ participantId: s.id, person: s.face, side: s.side, mayOffer: z.boolean() }).optional(),
    offered: z.array(z.object({ person: s.face, until: s.instant })),
    /** Took a place and has nobody yet. */
    took: z.array(s.face),
  }),
}

/** A card to them; pressed twice it is the same offer. Refused for anybody but the first in line. */
export const offerPlace = { input: z.object({ participantId: s.id }), output: z.object({ until: s.instant }) }

/** By the one it was offered to; `withdrawn`: nobody has room any more. */
export const answerPlace = {
  input: z.object({ offerId: s.id, answer: z.enum(['take', 'no-thanks']) }),
  output: z.object({ state: z.enum(['open', 'taken', 'declined', 'lapsed', 'withdrawn']) }),
}
