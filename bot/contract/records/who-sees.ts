/** Who can read what is known of the person who asks, from the table of who may do what. */
import { z } from 'zod'
import * as s from '../shapes.ts'

/** In the order in which they are told. */
export const datum = z.enum([
  ...([
    'profile',
    'contact',
    'part',
    'time-zone',
    'reporting-line',
    'enrolment',
    'shared-topics',
    'goal',
    'training',
    'nomination',
    'application',
    'review',
    'ranking',
  ] as const),
  ...(['request', 'mutual-wish', 'avoided', 'declared-conflict', 'speed-meetings', 'speed-ratings'] as const),
  ...([
    'pairing',
    'agreement',
    'actions',
    'idea',
    'shared-idea',
    'session-notes',
    'private-notes',
    'certificate',
    'growth',
    'talk',
    'free-times',
    'session-times',
    'session-changes',
    'check-in-answers',
  ] as const),
  ...(['pair-health', 'follow-up', 'figures', 'out-of-reach'] as const),
])

export const reader = z.enum([
  ...(['oneself', 'one-of-the-two', 'assistant-of-the-mentee', 'whoever-was-asked', 'takes-part'] as const),
  ...([
    'organizer',
    'sponsor',
    'stand-in',
    'sponsor-it-was-sent-to',
    'communications',
    'analyst',
    'it-admin',
  ] as const),
  'reviewer',
  'the-contact-they-asked',
  'one-of-the-organization',
])

/** What else must be so. */
export const limit = z.enum(['outside-the-pair', 'outside-the-line', 'with-its-code', 'shared-with-names'])

export const whoSees = {
  input: z.object({ cohort: s.id.optional() }),
  output: z.object({
    /** What the independent contact is shown of anybody; nothing, unless the table changes. */
    contactSees: z.array(datum),
    data: z.array(
      z.object({
        datum,
        readers: z.array(
          z.object({
            who: reader,
            only: z.array(limit),
            /** Who that is, where it is one known person. */
            person: s.face.pick({ id: true, name: true }).optional(),
          }),
        ),
      }),
    ),
  }),
}
