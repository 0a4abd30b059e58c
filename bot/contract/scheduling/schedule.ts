/** The Holds of a Cohort, as its Organizer follows them. */
import { z } from 'zod'
import { figure } from '../figure.ts'
import * as s from '../shapes.ts'

export const schedule = {
  input: z.object({ id: s.id }),
  output: z.object({
    totals: z.object({
      pairs: z.number().int(),
      booked: z.number().int(),
      requested: z.number().int(),
      failed: z.number().int(),
      released: z.number().int(),
    }),
    /** Nothing new is booked while this is so. */
    paused: z.boolean(),
    /** The lead figure as Insights shows it; without a value while it is hidden. */
    holdKept: figure,
    holds: z.array(
      z.object({
        id: s.id,
        pairingId: s.id,
        mentor: s.face,
        mentee: s.face,
        state: z.enum(['requested', 'booked', 'released', 'failed']),
        /** A code, and more closely why: keys, for the reader's own words. */
        failure: z
          .object({
            code: z.string(),
            why: z.string().optional(),
            fits: z.number().int().optional(),
            of: z.number().int().optional(),
            /** What Outlook said, as it said it. */
            outlook: z.string().optional(),
          })
          .optional(),
        /** Requested, its time chosen: Outlook's limits make it wait, and it goes on by itself. */
        waitsForOutlook: z.boolean().optional(),
        time: z.string().optional(),
        timeZone: z.string().optional(),
        everyWeeks: z.number().int().optional(),
        /** Where each of the two keeps their hours, where that is not the same. */
        zones: z.object({ mentor: z.string(), mentee: z.string() }).optional(),
        /** What is unusual about it: something moved, dates of their own, no Teams link, another time on its way. */
        facts: z.array(z.enum(['moved', 'single-dates', 'no-link', 'changing'])),
        /** The asker is one of the two, or above one of them: what became of their Sessions is not theirs to see. */
        withheld: z.literal(true).optional(),
        sessions: z.array(
          z.object({
            id: s.id,
            number: z.number().int(),
            startsAt: s.instant,
            endsAt: s.instant,
            /** As the last snapshot tells it; not confirmed: nobody says that it took place. */
            state: z.enum(['planned', 'held', 'not-confirmed', 'cancelled']),
            /** Where it was agreed first, when it moved since. */
            movedFrom: s.instant.optional(),
            movedBy: s.side.or(z.literal('other')).optional(),
            declinedBy: s.side.or(z.literal('other')).optional(),
            repair: z.enum(['looking', 'open', 'booking', 'booked', 'kept', 'expired', 'none']).optional(),
          }),
        ),
      }),
    ),
  }),
}

export const bookAll = { input: z.object({ id: s.id }), output: z.object({ requested: z.number().int() }) }

export const retryHold = { input: z.object({ id: s.id }), output: s.ok }
