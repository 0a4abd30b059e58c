/** A seat of a Program, Sponsor's or Organizer's, changes hands: the question, and what became of it. */
import { isRole } from '../../../domain/program/part.ts'
import type { Notice } from '../../../domain/telling/notice.ts'
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
import { roleAskedCard, roleNewsCard } from './part.ts'

type Of<K extends Notice['kind']> = Extract<Notice, { kind: K }>

/** The Organizer's seat needs an app role that only the tab can tell, so there it is accepted. */
export function seatAskedCard(notice: Of<'seat-asked'>, reader: Reader): CardMessage {
  const { words, tabLink } = reader
  const { seat, state, handoverId, programName, statement, askedByName, fromName } = notice
  if (isRole(seat)) return roleAskedCard({ ...notice, seat }, reader)
  const waits = state === 'open'
  const title = words.text(waits ? `seat-${seat}-title` : `seat-${seat}-title-${state}`)
  const answer = (text: string, value: 'accepted' | 'declined') =>
    press(text, 'answer-seat', { handoverId, answer: value })
  return cardMessage(
    reader,
    waits ? words.text(`seat-${seat}-summary`, { who: askedByName, program: programName }) : title,
    [
      heading(title),
      said(programName, { size: 'medium', weight: 'bolder' }),
      ...(waits
        ? [
            said(words.text(`seat-${seat}-summary`, { who: askedByName, program: programName })),
            panel([said(statement)]),
            ...(fromName ? fact(words.text(`seat-${seat}-now`), fromName) : []),
          ]
        : []),
      note(words.text(`seat-${seat}-${state}`), { spacing: 'medium' }),
    ],
    [
      ...(waits && seat === 'sponsor' ? [answer(words.text('seat-accept'), 'accepted')] : []),
      ...(waits && seat === 'organizer' ? [open(words.text('seat-open'), tabLink('my-mentoring'))] : []),
      ...(waits ? [answer(words.text('seat-decline'), 'declined')] : []),
      ...(state === 'accepted' ? [open(words.text('seat-program'), tabLink('program'))] : []),
    ],
  )
}

/** To whoever has the seat, or asked. */
export function seatNewsCard(news: Of<'seat-news'>, reader: Reader): CardMessage {
  const { seat, state, programName, personName, reader: who } = news
  if (isRole(seat)) return roleNewsCard({ ...news, seat }, reader)
  const { words, tabLink } = reader
  const title = words.text(`news-${seat}-title-${state}`)
  // Whoever gave the seat away opens the page no more.
  const mayOpen = !(who === 'holder' && state === 'accepted')
  return cardMessage(
    reader,
    `${title} · ${programName}`,
    [
      heading(title),
      said(programName, { isSubtle: true }, { spacing: 'none' }),
      said(words.text(`news-${state}`, { person: personName }), {}, { spacing: 'medium' }),
      quiet(words.text(`news-${who}-${state}`), { spacing: 'medium' }),
      ...(seat === 'sponsor' && !mayOpen ? [quiet(words.text('news-sponsor-kept'))] : []),
    ],
    mayOpen ? [open(words.text('seat-program'), tabLink('program'))] : [],
  )
}

export function listTriedCard({ source, byName }: Of<'list-tried'>, reader: Reader): CardMessage {
  const { words, tabLink } = reader
  const title = words.text('list-tried-title')
  return cardMessage(
    reader,
    title,
    [
      heading(title),
      said(source, { size: 'medium', weight: 'bolder' }),
      said(words.text('list-tried-text', { who: byName })),
      quiet(words.text('list-tried-next'), { spacing: 'medium' }),
    ],
    [open(words.text('open-matching'), tabLink('matching'))],
  )
}
