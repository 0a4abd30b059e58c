/** Closing a Cohort, and the thanks at its end. */
import { z } from 'zod'
import * as s from '../shapes.ts'

const running = z.enum(['end', 'run-on'])
const text = z.string().trim().min(1).max(1500)
const words = z.object({ en: text, es: text, ar: text })
const count = z.number().int()

/** What is open, what follows, and who is told; of a closed Cohort, how it was closed. */
export const beforeClose = {
  input: z.object({ id: s.id }),
  output: z.object({
    stage: s.stage,
    open: z.object({
      /** Absent where so few people were asked that a number would tell of somebody. */
      lastWords: count.optional(),
      answers: count.optional(),
      meeting: count,
      meetingUntil: s.date.optional(),
      proposed: count,
      untold: count,
      summaries: count,
      undecided: count,
    }),
    ending: count,
    challenge: s.challenge,
    endReading: z.object({ value: z.number(), by: s.face, at: s.instant }).optional(),
    thanked: z.object({ 'took-part': count, left: count, 'left-out': count, nobody: count }),
    thanks: z.object({ version: count, words, agreedAt: s.instant.optional() }),
    /** The Sponsor, if they have agreed to these words; else they go out in the Program's name. */
    speaker: s.face.nullable(),
    hasSponsor: z.boolean(),
    /** For whom a Summary is drafted from the figures. */
    writer: s.face.nullable(),
    /** What people said is gone from then on. */
    forgottenOn: s.date,
    closed: z.object({ by: s.face, at: s.instant, running, isMeasured: z.boolean() }).optional(),
    may: z.object({ close: z.boolean(), agree: z.boolean() }),
  }),
}

export const closeCohort = {
  input: z.object({
    id: s.id,
    endReading: z.union([
      z.object({ value: z.number().finite().min(-1e12).max(1e12) }),
      z.enum(['as-entered', 'not-measured']),
    ]),
    running,
    /** Of the thanks that were read. */
    thanksVersion: count.min(0),
  }),
  /** Not new: somebody had closed it before, in their way. */
  output: z.object({ isNew: z.boolean() }),
}

export const writeThanks = {
  /** `seen`: the version that was changed. */
  input: z.object({ id: s.id, words, seen: count.min(0) }),
  output: z.object({ version: count }),
}

export const askForThanks = { input: z.object({ id: s.id }), output: z.object({ isNew: z.boolean() }) }

export const agreeToThanks = { input: z.object({ id: s.id, version: count.min(0) }), output: s.ok }
