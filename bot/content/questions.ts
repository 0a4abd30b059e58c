/** What a form asks of the two of a pair. */
import { z } from 'zod'
import { type FormName, formNames, forms, type Question } from '../domain/meeting/form.ts'
import { brokenIn, inWordsOf, isKeyOf, neededIn } from '../domain/meeting/written-form.ts'
import { refuse } from '../domain/refusal.ts'
import { type FormWordKey, formWords } from '../words/forms.ts'
import type { Language } from '../words/sentence.ts'
import { kind, text } from './kind.ts'

// All of it stands on one card, and Teams takes cards of up to 28 KB, of which Arabic letters take two bytes each
// (learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages).
const name = z.string().regex(/^[a-z][a-z0-9-]{1,30}$/)
const basis = { key: name, text: text(200), side: z.enum(['both', 'mentor', 'mentee']) }
const ends = { low: text(40), high: text(40) }
const point = (least: number, most: number) => z.number().int().min(least).max(most)

const question = z.discriminatedUnion('kind', [
  z.strictObject({ ...basis, kind: z.literal('scale'), from: point(0, 1), to: point(2, 10), ...ends }),
  z.strictObject({
    ...{ ...basis, kind: z.literal('choice') },
    options: z
      .array(z.strictObject({ key: name, text: text(60) }))
      .min(2)
      .max(6)
      .refine(eachOnce),
  }),
  z.strictObject({ ...basis, kind: z.literal('line') }),
  z.strictObject({ ...basis, kind: z.literal('goal'), ...ends }),
])
type Written = z.infer<typeof question>

function eachOnce(all: { key: string }[]) {
  return new Set(all.map(({ key }) => key)).size === all.length
}

export const questionsContent = kind({
  schema: z.strictObject({ questions: z.array(question).min(1).max(12).refine(eachOnce) }),
  keys: formNames,
  defaults: (form, language) => ({
    questions: (forms[form as FormName].questions as readonly Question[]).map((one) =>
      usual(form as FormName, one, language),
    ),
  }),
  shown: 'forms',
  needed: (form) => neededIn(form as FormName),
  merge: (lead, own) => ({ questions: inWordsOf(lead.questions, own.questions) }),
  mayFollow(form, _, { questions }) {
    const broken = brokenIn(form as FormName, questions)
    if (broken) return refuse('needed-by-figures', { field: broken })
    return questions.every(({ key }) => isKeyOf(form as FormName, key))
      ? undefined
      : refuse('text-does-not-fit', { field: 'key', why: 'other' })
  },
})

function usual(form: FormName, one: Question, language: Language): Written {
  const word = (key: string) => formWords[language][`${form}.${one.key}${key}` as FormWordKey]
  const all = { key: one.key, text: word(''), side: one.side ?? 'both' } as const
  if (one.kind === 'line') return { ...all, kind: 'line' }
  if (one.kind === 'choice')
    return {
      ...all,
      kind: 'choice',
      options: one.options.map((key) => ({ key, text: word(`.${key}`) })),
    }
  const said = { low: word('.low'), high: word('.high') }
  return one.key === 'goal'
    ? { ...all, kind: 'goal', ...said }
    : { ...all, kind: 'scale', from: one.from, to: one.to, ...said }
}
