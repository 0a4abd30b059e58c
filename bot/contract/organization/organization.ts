/** People, the organization chart and its faults. */
import { z } from 'zod'
import * as s from '../shapes.ts'

export const people = {
  input: z.object({
    cohort: s.id.optional(),
    text: z.string().max(100).optional(),
    state: s.participantState.or(z.enum(['enrolled', 'not-enrolled', 'everyone'])).optional(),
    side: s.side.optional(),
    after: z.string().max(300).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({
    people: z.array(
      z.object({
        person: s.face.extend({ managerName: z.string().optional() }),
        participant: z
          .object({
            id: s.id,
            side: s.side,
            state: s.participantState,
            topics: z.array(s.topicLevel),
            languages: z.array(z.string()),
            capacity: z.number().int(),
            load: z.number().int(),
            timeZone: z.string(),
          })
          .optional(),
        /** Asked to enroll in this Cohort, whatever became of it. */
        isInvited: z.literal(true).optional(),
      }),
    ),
    next: z.string().optional(),
    total: z.number().int(),
    counts: z.record(
      s.participantState.or(z.enum(['everyone', 'enrolled', 'mentors', 'mentees'])),
      z.number().int(),
    ),
    /** Offers and wishes among the approved, by topic. */
    balance: z.array(z.object({ topic: z.string(), offered: z.number().int(), wanted: z.number().int() })),
  }),
}

export const organization = {
  input: z.object({}),
  output: z.object({
    state: z.enum(['never', 'reading', 'fresh', 'failed']),
    people: z.number().int(),
    pages: z.number().int(),
    startedAt: s.instant.optional(),
    /** When a reading last came to its end: so old is the chart. */
    finishedAt: s.instant.optional(),
    /** When everybody was last compared with the directory. */
    wholeAt: s.instant.optional(),
    nextAt: s.instant.optional(),
    /** Graph tells when somebody changes: then changes are read within the hour, and otherwise at night. */
    isToldOfChanges: z.boolean(),
    failure: z.enum(['sign-in', 'refused', 'throttled', 'away', 'incomplete', 'other']).optional(),
    faults: z.array(
      z.object({
        person: s.face,
        kind: z.enum([
          'missing-manager',
          'self-manager',
          'cycle',
          'unknown-manager',
          'duplicate-id',
          'unreadable',
        ]),
        /** How many stand below, and are known towards each other only. */
        below: z.number().int(),
        detail: s.detail,
      }),
    ),
    /** All of them; the list shows the first thousands. */
    faultCount: z.number().int(),
    /** People below all of them, and the breaks' owners. */
    heldBack: z.number().int(),
    tops: z.array(z.object({ person: s.face, by: s.face, at: s.instant })),
  }),
}

const several = z.array(s.id).min(1).max(5000)

/** Nobody is above these people. */
export const confirmTops = {
  input: z.object({ personIds: several }),
  output: z.object({ confirmed: z.number().int() }),
}

export const withdrawTops = {
  input: z.object({ personIds: several }),
  output: z.object({ withdrawn: z.number().int() }),
}

export const readOrganization = { input: z.object({}), output: s.ok }
