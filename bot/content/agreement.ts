/** The sentences that stand in every agreement of the Program. */
import { z } from 'zod'
import { standingTerms } from '../domain/pairing/agreement.ts'
import { agreementWords } from '../words/agreement.ts'
import { kind, text } from './kind.ts'

export const agreementContent = kind({
  schema: z.strictObject({ sentences: z.array(text(600)).min(1).max(30) }),
  keys: ['standing'],
  defaults: (_, language) => ({
    sentences: standingTerms.map((term) => agreementWords[language][`term.${term}`]),
  }),
  shown: 'agreement',
  gaps: ['mentor', 'mentee', 'count', 'minutes', 'weeks'],
})
