/** What Outlook's pane asks: which Session of mine is the appointment that I look at. */
import { z } from 'zod'
import * as s from '../shapes.ts'

export const appointment = {
  input: z.object({
    /** By the id that Outlook gives its add-ins, in the form that Graph reads (`convertToRestId`). */
    item: z
      .string()
      .max(1000)
      .regex(/^[\w=-]+$/),
    /** Which of a series, where Outlook names the series alone, as on a Mac. */
    startsAt: s.instant.optional(),
  }),
  /** Null for everything that is no Session of mine, whatever it is. */
  output: z.object({
    session: z.object({ id: s.id, pairingId: s.id, cohortId: s.id }).nullable(),
  }),
}
