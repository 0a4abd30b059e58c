/** The end of a pair as one of the two sees it, and certificates as whoever checks them reads them. */
import { z } from 'zod'
import * as s from '../shapes.ts'

const language = z.enum(['en', 'es', 'ar']).default('en')
const code = z.string().max(60)
const topic = z.string().max(60)

const rating = z.number().int().min(1).max(5)
const growth = z.object({ goal: z.string(), start: rating, end: rating })

export const pairEnd = {
  input: z.object({ id: s.id }),
  output: z.object({
    /** The pair is over, or both are asked how it was. */
    isAtEnd: z.boolean(),
    /** That I reported as held; without any there is no certificate. */
    sessions: z.number().int(),
    /** Of my certificate, once I have taken it. */
    code: code.optional(),
    /** What the Mentee confirmed of the Mentor. */
    confirmed: z.array(topic),
    /** For the Mentee: what they may confirm. */
    options: z.array(topic).optional(),
    /** Once both have answered at the end, and an agreement of both stands: from where to where, on 1 to 5. */
    growth: z.object({ mine: growth, theirs: growth }).optional(),
    /** What the two chose for afterwards; never whose answer it was. */
    choice: z.enum(['over', 'keep-in-touch', 'continue', 'swap']).optional(),
    /** Both want to go on, and it is not said yet for how long. */
    mayGoOn: z.boolean(),
    /** What was said. */
    more: z.object({ months: z.number().int(), sessions: z.number().int() }).optional(),
  }),
}

/** For how long two go on who both want to; the times are sought afterwards. */
export const goOnTogether = {
  input: z.object({ id: s.id, months: z.number().int().min(1).max(6) }),
  output: z.object({ sessions: z.number().int() }),
}

/** All of them at once. */
export const confirmSkills = {
  input: z.object({ id: s.id, skills: z.array(topic).max(60) }),
  output: s.ok,
}

export const takeCertificate = {
  input: z.object({ id: s.id, language }),
  /** The file in base64. */
  output: z.object({ code, pdf: z.base64() }),
}

export const checkCertificate = {
  input: z.object({ code, language }),
  output: z.object({
    code,
    name: z.string(),
    side: s.side,
    programName: z.string(),
    sessions: z.number().int(),
    minutes: z.number().int(),
    from: s.date,
    to: s.date,
    /** In words. */
    topics: z.array(z.string()),
    skills: z.array(z.string()),
    issuedAt: s.instant,
  }),
}
