/** Who has which part in a Program: asking, giving, taking back, leaving. */
import { z } from 'zod'
import * as s from '../shapes.ts'

export const programRole = z.enum([
  'co-organizer',
  'reviewer',
  'independent-contact',
  'stand-in',
  'communications',
])
export const part = z.enum(['sponsor', 'organizer', ...programRole.options])

const contact = s.face.extend({
  /** By which Teams knows them in a link to a chat; absent where the directory does not say. */
  signInName: z.string().optional(),
})

/** What everybody who takes part sees; more for whoever runs it. */
export const whoRuns = {
  input: z.object({ id: s.id }),
  output: z.object({
    /** The one in the seat first. */
    organizers: z.array(s.face),
    sponsor: s.face.nullable(),
    /** Of those there are, whoever is not above the reader in the chart as far as it can tell. */
    contacts: z.array(contact),
    /** For Organizers, the Sponsor and IT. */
    roles: z
      .array(
        z.object({
          role: programRole,
          person: s.face,
          since: s.instant,
          /** Of a stand-in: the last day on which they decide. */
          decidesUntil: s.date.optional(),
          /** Of an independent contact: false when they stand in the Program's line by now, and are shown to nobody. */
          isIndependent: z.boolean().optional(),
        }),
      )
      .optional(),
    asked: z.array(z.object({ id: s.id, role: programRole, person: s.face, askedAt: s.instant })).optional(),
    may: z.object({ give: z.boolean(), lend: z.boolean(), leaveSeat: z.boolean() }),
  }),
}

export const askForRole = {
  input: z.object({ id: s.id, personId: s.id, role: programRole }),
  output: s.ok,
}

export const takeRoleBack = {
  input: z.object({ id: s.id, personId: s.id, role: programRole }),
  output: s.ok,
}

/** By whoever has it: a role, or the Organizer's seat where another is there to follow. */
export const leavePart = {
  input: z.object({ id: s.id, part: z.enum(['organizer', ...programRole.options]) }),
  output: s.ok,
}

/** The Sponsor says until which day the stand-in decides; null: not any more. */
export const lendSeat = { input: z.object({ id: s.id, until: s.date.nullable() }), output: s.ok }
