/** Whom Teams did not reach, and why. */
import { z } from 'zod'
import * as s from '../shapes.ts'

/** Whom Teams took no card for, of those who take part; never what a card said. */
export const unreached = {
  input: z.object({ id: s.id }),
  output: z.object({
    people: z.array(
      z.object({
        person: s.face,
        /** blocked: by themselves or by an administrator. */
        why: z.enum(['not-installed', 'blocked', 'teams-unavailable']),
        since: s.date,
      }),
    ),
  }),
}
