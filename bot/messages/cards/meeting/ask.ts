/** A form on a card: every question at once, answered alone, sent with one press. The tab shows the same form. */
import { type Question, questionsFor } from '../../../domain/meeting/form.ts'
import type { Notice } from '../../../domain/telling/notice.ts'
import { type FormWordKey, formWords } from '../../../words/forms.ts'
import {
  type CardMessage,
  cardMessage,
  type Element,
  heading,
  note,
  open,
  press,
  quiet,
  type Reader,
  said,
} from '../card.ts'

export type AskNotice = Extract<Notice, { kind: 'ask' }>
type OutcomeNotice = Extract<Notice, { kind: 'pair-outcome' }>

/** @param missing the question that a press before left out. */
export function askCard(
  notice: AskNotice,
  reader: Reader,
  given: Readonly<Record<string, unknown>> = {},
  missing?: string,
): CardMessage {
  const { askKey, form, side, partner } = notice
  const word = wordsOf(reader)
  return cardMessage(
    reader,
    word(`${form}.title`),
    [
      heading(word(`${form}.title`)),
      said(word(`${form}.lead`, { partner: partner.name }), { isSubtle: true }, { spacing: 'none' }),
      ...questionsFor(form, side).flatMap((question) => [
        input(question, form, word, given[question.key]),
        ...(question.key === missing ? [note(word('missing'), { color: 'attention', size: 'small' })] : []),
        quiet(word(`reader.${question.reader}`), { spacing: 'none' }),
      ]),
      quiet(untilWord(reader, 'until', notice.until), { spacing: 'medium' }),
    ],
    [
      press(word('send'), 'answer-ask', { askKey }, { style: 'positive' }),
      open(tabWord(reader), tab(reader)),
    ],
  )
}

/** What was answered is not repeated: a chat has more than one pair of eyes at times. */
export function askDoneCard({ askKey, until }: AskNotice, reader: Reader): CardMessage {
  const word = wordsOf(reader)
  return cardMessage(
    reader,
    word('done.title'),
    [heading(word('done.title')), note(untilWord(reader, 'done.text', until), { spacing: 'none' })],
    [open(tabWord(reader), tab(reader)), press(word('change'), 'change-ask', { askKey })],
  )
}

/** What the two said together; the same to both. */
export function pairOutcomeCard({ form, result, partner }: OutcomeNotice, reader: Reader): CardMessage {
  const word = wordsOf(reader)
  const title = word(`outcome.${form}.${result}.title`)
  return cardMessage(
    reader,
    title,
    [heading(title), said(word(`outcome.${form}.${result}.text`, { partner: partner.name }))],
    [open(tabWord(reader), tab(reader))],
  )
}

type Word = (key: string, gaps?: Record<string, string>) => string

/** @throws for a key that no language has: a form without words must not reach anybody. */
function wordsOf({ words }: Reader): Word {
  const table = formWords[words.locale.split('-')[0] as keyof typeof formWords] ?? formWords.en
  return (key, gaps = {}) =>
    table[key as FormWordKey].replace(/\{(\w+)\}/g, (gap, name: string) => gaps[name] ?? gap)
}

const untilWord = (reader: Reader, key: 'until' | 'done.text', until: Date) =>
  wordsOf(reader)(key, { day: reader.words.day(until, 'UTC') })

const tab = ({ tabLink }: Reader) => tabLink('my-mentoring')
const tabWord = ({ words }: Reader) => words.text('open-tab')

function input(question: Question, form: AskNotice['form'], word: Word, value: unknown): Element {
  const { key } = question
  const label = word(`${form}.${key}`)
  const before = value === undefined ? {} : { value: String(value) }
  if (question.kind === 'line') {
    const { most } = question
    return {
      ...{ type: 'Input.Text', id: key, label, isMultiline: true, maxLength: most, spacing: 'medium' },
      ...{ placeholder: word('skip'), ...before },
    }
  }
  const options = question.kind === 'choice' ? question.options : points(question)
  const choices = options.map((option) => ({
    title:
      question.kind === 'choice' ? word(`${form}.${key}.${option}`) : pointWord(question, form, word, option),
    value: option,
  }))
  const style = question.kind === 'choice' ? 'expanded' : 'compact'
  return { type: 'Input.ChoiceSet', id: key, label, style, choices, spacing: 'medium', ...before }
}

const points = ({ from, to }: { from: number; to: number }): string[] =>
  Array.from({ length: to - from + 1 }, (_, k) => String(from + k))

/** "1: not at all": both ends say what they mean. */
function pointWord(
  { key, from, to }: Extract<Question, { kind: 'scale' }>,
  form: AskNotice['form'],
  word: Word,
  option: string,
): string {
  if (option === String(from)) return `${option}: ${word(`${form}.${key}.low`)}`
  return option === String(to) ? `${option}: ${word(`${form}.${key}.high`)}` : option
}
