/** A leader's assistant: named by the leader, sees when, never with whom or about what. */
import { z } from 'zod'
import * as s from '../shapes.ts'

/** Enough to choose the right colleague by; at least three letters, at most eight people. */
export const findColleague = {
  input: z.object({ text: z.string().trim().min(3).max(100) }),
  output: z.object({ people: z.array(s.face.omit({ location: true })).max(8) }),
}

export const myDelegate = {
  input: z.object({}),
  output: z.object({ delegate: s.face.omit({ location: true }).nullable() }),
}
export const nameDelegate = { input: z.object({ personId: s.id.nullable() }), output: s.ok }

/** Strict: what is not listed here is not the assistant's to see, and a route that sent more would fail its own contract. */
export const assisted = {
  input: z.object({}),
  output: z.strictObject({
    now: s.instant,
    leaders: z.array(
      z.strictObject({
        leader: z.strictObject({ id: s.id, name: z.string() }),
        sessions: z.array(
          z.strictObject({
            id: s.id,
            startsAt: s.instant,
            endsAt: s.instant,
            state: z.enum(['planned', 'cancelled']),
            /** Other times that are offered for it. */
            repair: z
              .strictObject({
                id: s.id,
                state: z.enum(['looking', 'open', 'booking', 'booked', 'kept', 'expired', 'none']),
                options: z.array(
                  z.strictObject({ option: z.number().int(), startsAt: s.instant, endsAt: s.instant }),
                ),
              })
              .optional(),
          }),
        ),
      }),
    ),
  }),
}
