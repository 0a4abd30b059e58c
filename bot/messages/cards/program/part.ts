/** A role in a Program: the question, what became of it, and how it ends. */
import type { Part, ProgramRole } from '../../../domain/program/part.ts'
import type { Notice } from '../../../domain/telling/notice.ts'
import { partWords } from '../../../words/parts.ts'
import { languageOf } from '../../../words/sentence.ts'
import {
  type CardMessage,
  cardMessage,
  fact,
  heading,
  note,
  open,
  panel,
  press,
  quiet,
  type Reader,
  said,
} from '../card.ts'

type Of<K extends Notice['kind']> = Extract<Notice, { kind: K }>
type OfRole<K extends 'seat-asked' | 'seat-news'> = Of<K> & { seat: ProgramRole }

const wordsOf = ({ words }: Reader) => partWords[languageOf(words.locale)]
const nameOf = (part: Part, reader: Reader) => wordsOf(reader)[`name.${part}`]

/** An Organizer accepts in the tab, which knows the app roles. */
export function roleAskedCard(notice: OfRole<'seat-asked'>, reader: Reader): CardMessage {
  const { words, tabLink } = reader
  const { seat: role, state, handoverId, programName, statement, askedByName, fromName } = notice
  const waits = state === 'open'
  const title = words.text(waits ? 'role-title' : `role-title-${state}`)
  const part = nameOf(role, reader)
  const summary = words.text('role-summary', { who: askedByName, program: programName, part })
  const answer = (text: string, value: 'accepted' | 'declined') =>
    press(text, 'answer-seat', { handoverId, answer: value })
  return cardMessage(
    reader,
    waits ? summary : title,
    [
      heading(title),
      said(programName, { size: 'medium', weight: 'bolder' }),
      ...(waits
        ? [
            said(summary),
            panel([said(statement)]),
            ...(fromName ? fact(words.text('role-now'), fromName) : []),
            note(wordsOf(reader)[`does.${role}`], { spacing: 'medium' }),
          ]
        : [said(part), note(words.text(`role-${state}`), { spacing: 'medium' })]),
    ],
    [
      ...(waits && role !== 'co-organizer' ? [answer(words.text('seat-accept'), 'accepted')] : []),
      ...(waits && role === 'co-organizer' ? [open(words.text('seat-open'), tabLink('my-mentoring'))] : []),
      ...(waits ? [answer(words.text('seat-decline'), 'declined')] : []),
      ...(state === 'accepted' ? [open(words.text('open-tab'), tabLink('my-mentoring'))] : []),
    ],
  )
}

/** To whoever asked, and to the stand-in whom somebody follows. */
export function roleNewsCard(
  { seat: role, state, programName, personName, reader: who }: OfRole<'seat-news'>,
  reader: Reader,
): CardMessage {
  const { words, tabLink } = reader
  const title = words.text(`role-news-title-${state}`)
  return cardMessage(
    reader,
    `${title} · ${programName}`,
    [
      heading(title),
      said(programName, { isSubtle: true }, { spacing: 'none' }),
      said(nameOf(role, reader), {}, { spacing: 'medium' }),
      said(words.text(state === 'open' ? 'role-news-open' : `news-${state}`, { person: personName })),
      quiet(words.text(`news-${who}-${state}`), { spacing: 'medium' }),
    ],
    who === 'asker' ? [open(words.text('seat-program'), tabLink('program'))] : [],
  )
}

export function partNewsCard(
  { part, what, programName, personName, isReader, until }: Of<'part-news'>,
  reader: Reader,
): CardMessage {
  const { words, tabLink } = reader
  const title = words.text(`part-title-${what}`)
  const gaps = {
    ...{ person: personName, part: nameOf(part, reader) },
    date: until ? words.day(new Date(`${until}T12:00:00Z`), 'UTC') : '—',
  }
  const text =
    what === 'follows' && isReader
      ? words.text('part-text-follows-you')
      : words.text(`part-text-${what}`, gaps)
  return cardMessage(
    reader,
    `${title} · ${programName}`,
    [
      heading(title),
      said(programName, { isSubtle: true }, { spacing: 'none' }),
      said(text, {}, { spacing: 'medium' }),
    ],
    placeOf(what, reader, tabLink),
  )
}

function placeOf(what: Of<'part-news'>['what'], { words }: Reader, tabLink: Reader['tabLink']) {
  if (what === 'taken-back' || what === 'decides-no-more') return []
  return what === 'decides'
    ? [open(words.text('open-publish'), tabLink('publish'))]
    : [open(words.text('seat-program'), tabLink('program'))]
}
