/**
 * Questions beside the check-in: one kind of form for whatever a Program asks the two of a pair. A form has a version, and
 * each question says who may read its answer:
 *
 * own: whoever gave it, nobody else · pooled: nobody's alone, only among enough others · two: both of the pair once both have
 * given theirs, and pooled besides · pair: it decides something for both,
 * and what is decided never says whose answer it was.
 *
 * The check-in stays apart: it decides whether a Session took place.
 */
import type { Side } from '../enrolment/participant.ts'
import { type Refusal, refuse } from '../refusal.ts'

export type AnswerReader = 'own' | 'pooled' | 'two' | 'pair'

interface QuestionBasis {
  /** Where it has no words of its own, they stand in `bot/words/forms.ts` under `<form>.<key>`. */
  key: string
  reader: AnswerReader
  /** Asked of one side only. */
  side?: Side
  /** As the Program put it, by language. */
  words?: Record<string, QuestionWords>
}

export interface QuestionWords {
  text: string
  /** The two ends of a scale. */
  low?: string
  high?: string
  options?: { key: string; text: string }[]
}

export type Question = QuestionBasis &
  (
    | { kind: 'scale'; from: number; to: number }
    | { kind: 'choice'; options: readonly string[] }
    /** Somebody's own words; may stay empty. */
    | { kind: 'line'; most: number }
  )

export interface Form {
  version: number
  questions: readonly Question[]
}

const scale = (key: string, more: Partial<QuestionBasis> = {}): Question => ({
  ...{ key, kind: 'scale', from: 1, to: 5, reader: 'pooled' },
  ...more,
})

const line = (key: string): Question => ({ key, kind: 'line', most: 300, reader: 'own' })

/** What the two may want at half time, from going on to parting: the later in the list, the more has to change. */
export const midpointWishes = ['continue', 'adjust', 'change', 'close'] as const
export type MidpointWish = (typeof midpointWishes)[number]

/** What may follow the last Session. */
export const closingWishes = ['end', 'keep-in-touch', 'continue', 'swap'] as const
export type ClosingWish = (typeof closingWishes)[number]

export const forms = {
  /** After the first Session, of both sides alike. */
  fit: {
    version: 1,
    questions: [
      scale('free'),
      { key: 'fit', kind: 'choice', options: ['good', 'unsure', 'no'], reader: 'pair' },
    ],
  },
  midpoint: {
    version: 1,
    questions: [
      scale('satisfied'),
      scale('as-agreed'),
      /** The same scale as the start rating of one's goal. */
      scale('goal'),
      scale('disagree', { side: 'mentor' }),
      scale('used', { side: 'mentee' }),
      { key: 'agenda', kind: 'choice', options: ['mentor', 'mentee', 'both', 'nobody'], reader: 'pooled' },
      line('change'),
      { key: 'wish', kind: 'choice', options: midpointWishes, reader: 'pair' },
    ],
  },
  closing: {
    version: 1,
    questions: [
      scale('worth'),
      { key: 'recommend', kind: 'scale', from: 0, to: 10, reader: 'pooled' },
      /** What the two were to reach, each read the other's when they agreed. */
      scale('goal', { reader: 'two' }),
      scale('disagree', { side: 'mentor' }),
      scale('used', { side: 'mentee' }),
      { key: 'again', kind: 'choice', options: ['yes', 'no'], reader: 'pooled' },
      line('keep'),
      { key: 'next', kind: 'choice', options: closingWishes, reader: 'pair' },
    ],
  },
} as const satisfies Record<string, Form>

export type FormName = keyof typeof forms
export const formNames = Object.keys(forms) as FormName[]

/** What somebody answered, by question. A scale is a number, a choice or a line is text. */
export type Answers = Record<string, number | string>

/** As the product has them, where the Program has not written its own. */
export function questionsFor(
  form: FormName,
  side: Side,
  all: readonly Question[] = forms[form].questions,
): Question[] {
  return all.filter((question) => question.side === undefined || question.side === side)
}

export type AnswerRefusal = 'answer-missing' | 'answer-out-of-range'

/** The answers as they are kept: every one of these questions, nothing else. Lines may stay empty. */
export function readAnswers(
  questions: readonly Question[],
  given: Readonly<Record<string, unknown>>,
): Answers | Refusal<AnswerRefusal> {
  const answers: Answers = {}
  for (const question of questions) {
    const value = readValue(question, given[question.key])
    if (value === 'missing') return refuse('answer-missing', { field: question.key })
    if (value === 'wrong') return refuse('answer-out-of-range', { field: question.key })
    if (value.kept !== '') answers[question.key] = value.kept
  }
  return answers
}

/** Cards send text where a form sends numbers. */
function readValue(question: Question, value: unknown): { kept: number | string } | 'missing' | 'wrong' {
  const isAbsent = value === undefined || value === null || value === ''
  if (question.kind === 'line') {
    if (isAbsent) return { kept: '' }
    return typeof value === 'string' && value.length <= question.most ? { kept: value.trim() } : 'wrong'
  }
  if (isAbsent) return 'missing'
  if (question.kind === 'choice')
    return typeof value === 'string' && question.options.includes(value) ? { kept: value } : 'wrong'
  const number = typeof value === 'string' ? Number(value) : value
  const isOnScale =
    typeof number === 'number' && Number.isInteger(number) && number >= question.from && number <= question.to
  return isOnScale ? { kept: number } : 'wrong'
}
