/** Putting colleagues forward; what became of it is the Organizer's alone to read. */
import { z } from 'zod'
import * as s from '../shapes.ts'

export const nominate = {
  input: z.object({
    id: s.id,
    personId: s.id,
    side: s.side,
    line: z.string().trim().min(3).max(200),
    /** Whether they may read by whom. */
    isNamed: z.boolean(),
  }),
  output: s.ok,
}

const said = { side: s.side, line: z.string(), isNamed: z.boolean(), saidAt: s.instant }

/** Strict: what became of it is not theirs to see, and a route that sent more would fail its own contract. */
export const myNominations = {
  input: z.object({ id: s.id }),
  output: z.strictObject({
    /** Whether I can put somebody forward now. */
    isOpen: z.boolean(),
    given: z.array(
      z.strictObject({ nominationId: s.id, person: s.face.omit({ location: true }).strict(), ...said }),
    ),
  }),
}
export const takeNominationBack = { input: z.object({ nominationId: s.id }), output: s.ok }

/** Each person once, with everybody who spoke for them: those that wait first. The first of them are shown. */
export const nominations = {
  input: z.object({ id: s.id }),
  output: z.object({
    /** Whether anybody can be invited now. */
    isOpen: z.boolean(),
    waiting: z.number().int(),
    total: z.number().int(),
    nominations: z.array(
      z.object({
        person: s.face,
        /** As what most of them see this person. */
        side: s.side,
        state: z.enum(['waiting', 'set-aside', 'invited', 'enrolled', 'left']),
        voices: z.array(z.object({ by: s.face, ...said })),
      }),
    ),
  }),
}
export const setNominationAside = { input: z.object({ id: s.id, personId: s.id }), output: s.ok }
