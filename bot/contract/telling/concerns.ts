/** What the Organizer should look at. */
import { z } from 'zod'
import * as s from '../shapes.ts'

export const concern = z.object({
  key: z.string(),
  kind: z.enum([
    'person-left',
    'inside-line',
    'same-manager',
    'line-unknown',
    'dotted-line',
    'former-manager',
    'conflict',
    'forbidden',
    'series-deleted',
    'series-declined',
    'series-shortened',
    'mailbox-gone',
    'no-teams-link',
    'no-repair-time',
    'stalled',
    'fit-in-doubt',
    'change-wanted',
  ]),
  /** Facts of the sentence: `rule`, `personId`, `sessions`, `session`. */
  detail: s.detail,
  pairing: z.object({ id: s.id, mentor: s.face, mentee: s.face }).optional(),
  raisedAt: s.instant,
  closedAt: s.instant.optional(),
  /** Absent with `closedAt`: it closed by itself. */
  closedBy: s.face.optional(),
})

export const concerns = {
  input: z.object({ id: s.id, closed: z.enum(['true', 'false']).default('false') }),
  output: z.object({ open: z.number().int(), concerns: z.array(concern) }),
}

export const closeConcern = { input: z.object({ key: z.string().min(1).max(300) }), output: s.ok }
