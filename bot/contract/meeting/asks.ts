/** A form put to one person about their Pairing. */
import { z } from 'zod'
import * as s from '../shapes.ts'

export const formName = z.enum(['fit', 'midpoint', 'closing'])

const words = z.object({
  text: z.string(),
  /** The two ends of a scale. */
  low: z.string().optional(),
  high: z.string().optional(),
  options: z.array(z.object({ key: z.string(), text: z.string() })).optional(),
})

const basis = {
  key: z.string(),
  reader: z.enum(['own', 'pooled', 'two', 'pair']),
  /** As the Program put it, by language; without them, those of `bot/words/forms.ts`. */
  words: z.record(z.string(), words).optional(),
}

const question = z.discriminatedUnion('kind', [
  z.object({ ...basis, kind: z.literal('scale'), from: z.number().int(), to: z.number().int() }),
  z.object({ ...basis, kind: z.literal('choice'), options: z.array(z.string()) }),
  z.object({ ...basis, kind: z.literal('line'), most: z.number().int() }),
])

const answers = z.record(z.string().max(40), z.union([z.number(), z.string().max(300)]))

export const ask = z.object({
  key: s.id,
  form: formName,
  pairingId: s.id,
  partner: s.face,
  /** Answered ones may be changed until both have answered. */
  state: z.enum(['asked', 'answered']),
  until: s.instant,
  questions: z.array(question),
  /** What I answered; nobody else reads it here. */
  answers: answers.optional(),
})

export const answerAsk = {
  input: z.object({ key: s.id, answers }),
  output: z.object({ state: z.literal('answered') }),
}
