/** Applications of those who want to teach, and what reviewers think of them. */
import { z } from 'zod'
import * as s from '../shapes.ts'

const answer = z.string().trim().max(1000)
const answers = z.object({ motive: answer, dismissed: answer, report: answer, cancels: answer })
const points = z.number().int().min(1).max(4)
const scores = z.object({
  ...{ patience: points, subject: points, motive: points },
  ...{ courage: points, discretion: points },
})
const criterion = z.enum(['patience', 'subject', 'motive', 'courage', 'discretion'])
const verdict = z.enum(['yes', 'unsure', 'no'])

/** One's own. `isAsked`: the Program has applications read, and this person still waits on the side that teaches. */
export const application = {
  input: z.object({ id: s.id }),
  output: z.object({
    isAsked: z.boolean(),
    /** Nobody has read it yet. */
    isOpen: z.boolean(),
    sent: z.object({ answers, at: s.instant }).optional(),
  }),
}

export const sendApplication = {
  input: z.object({ id: s.id, answers }),
  output: z.object({ at: s.instant }),
}

export const applications = {
  input: z.object({ id: s.id }),
  output: z.object({
    isScreened: z.boolean(),
    mayDecide: z.boolean(),
    /** So many wait that are in a line with the reader, for whom they are not. */
    others: z.number().int(),
    /** How many this reader has yet to say something about. */
    toRead: z.number().int(),
    /** So many wait behind those that are shown. */
    more: z.number().int(),
    applications: z.array(
      z.object({
        participantId: s.id,
        person: s.face,
        state: s.participantState,
        topics: z.array(s.topicLevel),
        sent: z.object({ answers, at: s.instant }).optional(),
        /** How many have said what they think. */
        count: z.number().int(),
        mayReview: z.boolean(),
        mine: z.object({ scores, verdict, note: z.string() }).optional(),
        /** Once the reader has said their own, or decides. */
        reviews: z.array(z.object({ by: s.face, scores, verdict, note: z.string() })),
        standing: z.enum(['waiting', 'alike', 'differ']),
        apart: z.array(criterion),
      }),
    ),
  }),
}

export const reviewApplication = {
  input: z.object({ id: s.id, scores, verdict, note: z.string().trim().max(300).default('') }),
  output: s.ok,
}
