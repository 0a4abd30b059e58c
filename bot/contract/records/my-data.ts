/** What the product knows of the person who asks. */
import { z } from 'zod'
import * as s from '../shapes.ts'

/** One document with plain keys (docs/personal-data.md); the version rises when a key changes its meaning or goes. */
export const exportMyData = {
  input: z.object({}),
  output: z.object({
    schemaVersion: z.literal(1),
    exportedAt: z.iso.datetime(),
    person: z.object({ id: s.id, name: z.string() }),
    data: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))),
  }),
}

/** What is kept of people, group by group, for how long, and what erasing does with it; from the register. */
export const whatIsKept = {
  input: z.object({}),
  output: z.object({
    groups: z.array(
      z.object({
        group: z.enum([
          ...(['directory', 'taking-part', 'wishes', 'pairs', 'sessions', 'check-ins'] as const),
          ...(['speed-meetings', 'charge', 'summaries', 'cards', 'deeds'] as const),
        ]),
        kept: z.array(z.enum(['directory', 'cohort', 'person', 'program', 'log', 'days'])),
        erased: z.array(z.enum(['deleted', 'nameless', 'kept'])),
      }),
    ),
    /** After a Cohort's close. */
    retentionMonths: z.number().int(),
    /** It was asked for, and waits until the calendars are clear. */
    isBeingErased: z.boolean(),
  }),
}

/** Everything of mine: pairs end, times are released. It cannot be taken back. */
export const eraseMe = { input: z.object({ confirmed: z.literal(true) }), output: s.ok }

/** Of somebody whom the directory holds no longer. */
export const erasePerson = { input: z.object({ id: s.id }), output: s.ok }
