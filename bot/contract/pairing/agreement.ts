/** What the two of a pair agree on, as one of them sees it. */
import { z } from 'zod'
import * as s from '../shapes.ts'

const mostWords = 300
const version = z.number().int().min(1)
const language = z.enum(['en', 'es', 'ar']).default('en')
const goal = z.string().trim().max(mostWords)
const goalStart = z.number().int().min(1).max(5)

export const terms = z.object({
  books: z.enum(['mentor', 'mentee', 'assistant']),
  place: z.enum(['online', 'neutral', 'walk', 'mentors-place']),
  reply: z.literal([24, 48, 72]),
  notice: z.literal([12, 24, 48]),
  offLimits: z.string().trim().max(mostWords),
  own: z.string().trim().max(mostWords),
})

export const agreementView = z.object({
  version,
  state: z.enum(['open', 'signed-by-one', 'in-force']),
  terms,
  /** What stands in every agreement, as it stood when this one was written: with gaps, in the reader's language. */
  template: version,
  sentences: z.array(z.string()),
  /** Against the version before, for whoever signed that one; absent in the first. */
  changed: z
    .object({
      since: version,
      /** What was chosen otherwise, and how it was. */
      terms: z.array(z.enum(['books', 'place', 'reply', 'notice', 'offLimits', 'own'])),
      was: terms,
      added: z.array(z.string()),
      dropped: z.array(z.string()),
    })
    .optional(),
  /** My signature, or what stands in the form before I sign. */
  mine: z.object({ goal: z.string(), goalStart: z.number().int(), signedAt: s.instant.optional() }),
  /** What my partner signed; their goal is mine to read from then on. */
  partner: z.object({ goal: z.string(), goalStart: z.number().int(), signedAt: s.instant }).optional(),
})

export const agreement = { input: z.object({ id: s.id, language }), output: agreementView }
/** `version`: the one on the screen; refused as `changed-meanwhile` when there is another by now. */
export const changeAgreement = {
  input: z.object({ id: s.id, version, terms, language }),
  output: agreementView,
}
export const signAgreement = {
  input: z.object({ id: s.id, version, template: version, goal, goalStart, language }),
  output: agreementView,
}
