/** A form on a card: every question at once, answered alone, sent with one press. The tab shows the same form. */
import {
  type FormName,
  type Question,
  type QuestionWords,
  questionsFor,
} from '../../../domain/meeting/form.ts'
import type { Notice } from '../../../domain/telling/notice.ts'
import { closedWordsIn } from '../../../words/closed-cards.ts'
import { type FormWordKey, formWords } from '../../../words/forms.ts'
import { apart, type Language, languageOf } from '../../../words/sentence.ts'
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
  const language = languageOf(reader.words.locale)
  const word = wordsOf(reader)
  return cardMessage(
    reader,
    word(`${form}.title`),
    [
      heading(word(`${form}.title`)),
      said(word(`${form}.lead`, { partner: partner.name }), { isSubtle: true }, { spacing: 'none' }),
      ...(notice.again ? [note(word('again'), { size: 'small' })] : []),
      ...(notice.questions ?? questionsFor(form, side)).flatMap((question) => [
        ...input(question, wordsIn(question, form, language), word, given[question.key]),
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

export function askClosedCard(reader: Reader): CardMessage {
  const word = closedWordsIn(reader.words.locale)
  return cardMessage(
    reader,
    word('ask.closed.title'),
    [heading(word('ask.closed.title')), note(word('ask.closed'), { spacing: 'none' })],
    [open(tabWord(reader), tab(reader))],
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
    table[key as FormWordKey].replace(/\{(\w+)\}/g, (gap, name: string) =>
      gaps[name] === undefined ? gap : apart(gaps[name], languageOf(words.locale)),
    )
}

const untilWord = (reader: Reader, key: 'until' | 'done.text', until: Date) =>
  wordsOf(reader)(key, { day: reader.words.day(until, 'UTC') })

const tab = ({ tabLink }: Reader) => tabLink('my-mentoring')
const tabWord = ({ words }: Reader) => words.text('open-tab')

/** As the Program put it, in the reader's language; else the words of the language file. */
function wordsIn(question: Question, form: FormName, language: Language): QuestionWords {
  const own = question.words?.[language] ?? question.words?.['en']
  if (own) return own
  const word = (key: string) => formWords[language][`${form}.${question.key}${key}` as FormWordKey]
  const text = word('')
  if (question.kind === 'line') return { text }
  if (question.kind === 'choice')
    return { text, options: question.options.map((key) => ({ key, text: word(`.${key}`) })) }
  return { text, low: word('.low'), high: word('.high') }
}

/**
 * A label, and a choice's title, may be read as Markdown, and a Program writes any sign. Where that would change what is read,
 * the question stands in a line of its own, which shows every sign as it is.
 */
function input(question: Question, words: QuestionWords, word: Word, value: unknown): Element[] {
  const { key } = question
  const isWritten = question.words !== undefined
  const label = isWritten ? plain(words.text) : words.text
  const before = value === undefined ? {} : { value: String(value) }
  const isChanged = label !== words.text
  const line = isChanged ? [said(words.text, {}, { spacing: 'medium' })] : []
  const spacing = isChanged ? 'small' : 'medium'
  if (question.kind === 'line') {
    const { most } = question
    return [
      ...line,
      {
        ...{ type: 'Input.Text', id: key, label, isMultiline: true, maxLength: most, spacing },
        ...{ placeholder: word('skip'), ...before },
      },
    ]
  }
  const titled =
    question.kind === 'choice'
      ? question.options.map((value) => ({
          title: words.options?.find((option) => option.key === value)?.text ?? value,
          value,
        }))
      : points(question).map((value) => ({ title: pointWord(question, words, value), value }))
  const choices = titled.map(({ title, value }) => ({ title: isWritten ? plain(title) : title, value }))
  const style = question.kind === 'choice' ? 'expanded' : 'compact'
  return [...line, { type: 'Input.ChoiceSet', id: key, label, style, choices, spacing, ...before }]
}

/** Signs that Markdown reads as more than themselves are left out, where nothing shows them as they are. */
const plain = (text: string): string =>
  text
    .replace(/[[\]()*_`<>#\\]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

const points = ({ from, to }: { from: number; to: number }): string[] =>
  Array.from({ length: to - from + 1 }, (_, k) => String(from + k))

/** "1: not at all": both ends say what they mean. */
function pointWord(
  { from, to }: Extract<Question, { kind: 'scale' }>,
  { low, high }: QuestionWords,
  option: string,
): string {
  if (option === String(from)) return `${option}: ${low}`
  return option === String(to) ? `${option}: ${high}` : option
}
