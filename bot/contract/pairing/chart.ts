/** The chart below the board. */
import { z } from 'zod'
import * as s from '../shapes.ts'

/**
 * The chart as the board draws it: everybody enrolled and everybody above them, parents before children.
 * `parent` is an index into `nodes`, -1 at the top.
 */
export const chart = {
  input: z.object({ id: s.id }),
  output: z.object({
    nodes: z.array(
      z.object({
        person: s.face,
        parent: z.number().int(),
        /** Everyone below, enrolled or not. */
        below: z.number().int(),
        side: s.side.optional(),
      }),
    ),
    arcs: z.array(
      z.object({
        pairingId: s.id,
        mentor: z.number().int(),
        mentee: z.number().int(),
        state: z.enum(['proposed', 'approved', 'active', 'completed']),
        /** True would be a broken rule; drawn red so that nobody can miss it. */
        insideLine: z.boolean(),
      }),
    ),
  }),
}
