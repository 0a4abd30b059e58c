/**
 * Questions of a form as a Program writes them. Figures and what follows for a pair are made of some of them: these keep their
 * key, their kind and what can be answered, and change their words alone.
 */
import type { Side } from '../enrolment/participant.ts'
import { type FormName, forms, type Question, type QuestionWords } from './form.ts'

interface WrittenBasis {
  key: string
  side: Side | 'both'
  text: string
}
export type WrittenQuestion = WrittenBasis &
  (
    | { kind: 'scale'; from: number; to: number; low: string; high: string }
    /** Where somebody stands on their own goal, on the scale of the start. */
    | { kind: 'goal'; low: string; high: string }
    | { kind: 'choice'; options: { key: string; text: string }[] }
    | { kind: 'line' }
  )

const goalScale = { from: 1, to: 5 }
const longestLine = 300

const known = (form: FormName): readonly Question[] => forms[form].questions

/** What figures are made of, or what decides something for the pair. */
export function neededIn(form: FormName): string[] {
  return known(form)
    .filter(({ reader }) => reader !== 'own')
    .map(({ key }) => key)
}

/** A question of ours keeps its key; every other is the Program's own. */
export const isKeyOf = (form: FormName, key: string) =>
  key.startsWith('own-') || known(form).some((one) => one.key === key)

/** The key of what is needed and gone, or can be answered otherwise than before. */
export function brokenIn(form: FormName, written: readonly WrittenQuestion[]): string | undefined {
  return known(form).find((question) => {
    if (question.reader === 'own') return false
    const next = written.find(({ key }) => key === question.key)
    return !next || !isAnsweredAlike(question, next)
  })?.key
}

function isAnsweredAlike(question: Question, written: WrittenQuestion): boolean {
  if (written.side !== (question.side ?? 'both')) return false
  if (question.kind === 'choice')
    return (
      written.kind === 'choice' &&
      written.options.length === question.options.length &&
      question.options.every((option) => written.options.some(({ key }) => key === option))
    )
  if (question.kind !== 'scale') return written.kind === question.kind
  const scale = written.kind === 'goal' ? goalScale : written.kind === 'scale' ? written : undefined
  return scale !== undefined && scale.from === question.from && scale.to === question.to
}

/** As they are put to people. What somebody writes themselves is theirs alone to read; anything else is pooled. */
export function toQuestions(
  form: FormName,
  written: readonly WrittenQuestion[],
  words: (key: string) => Record<string, QuestionWords>,
): Question[] {
  return written.map((one) => {
    const reader = known(form).find(({ key }) => key === one.key)?.reader
    return {
      ...answeredBy(one),
      ...{ key: one.key, words: words(one.key) },
      reader: reader ?? (one.kind === 'line' ? 'own' : 'pooled'),
      ...(one.side === 'both' ? {} : { side: one.side }),
    }
  })
}

function answeredBy(one: WrittenQuestion) {
  switch (one.kind) {
    case 'line':
      return { kind: 'line' as const, most: longestLine }
    case 'choice':
      return { kind: 'choice' as const, options: one.options.map(({ key }) => key) }
    case 'goal':
      return { kind: 'scale' as const, ...goalScale }
    case 'scale':
      return { kind: 'scale' as const, from: one.from, to: one.to }
  }
}

export function wordsOfQuestion(one: WrittenQuestion): QuestionWords {
  const { text } = one
  if (one.kind === 'choice') return { text, options: one.options }
  return one.kind === 'line' ? { text } : { text, low: one.low, high: one.high }
}

/** The questions written last, said in the words of one language as far as it has them. */
export function inWordsOf(
  lead: readonly WrittenQuestion[],
  own: readonly WrittenQuestion[],
): WrittenQuestion[] {
  return lead.map((one) => {
    const mine = own.find(({ key, kind }) => key === one.key && kind === one.kind)
    if (!mine) return one
    const { text } = mine
    if (one.kind === 'choice' && mine.kind === 'choice')
      return {
        ...{ ...one, text },
        options: one.options.map((option) => mine.options.find(({ key }) => key === option.key) ?? option),
      }
    if ('low' in one && 'low' in mine) return { ...one, text, low: mine.low, high: mine.high }
    return { ...one, text }
  })
}
