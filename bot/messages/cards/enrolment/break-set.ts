/** To whoever an Organizer let pause, or whose break an Organizer ended: who did it, until when, and that it is theirs to change. */
import type { Notice } from '../../../domain/telling/notice.ts'
import { type BreakSetWordKey, breakSetWords } from '../../../words/break-set.ts'
import { fill, languageOf } from '../../../words/sentence.ts'
import { type CardMessage, cardMessage, heading, note, open, type Reader, said } from '../card.ts'
import { dateOnly } from './pause.ts'

export function breakSetCard(
  { programName: program, byName: organizer, until }: Extract<Notice, { kind: 'break-set' }>,
  reader: Reader,
): CardMessage {
  const { words } = reader
  const language = languageOf(words.locale)
  const day = until ? dateOnly(until, words) : ''
  const word = (key: BreakSetWordKey) =>
    fill(breakSetWords[language][key], { program, organizer, day }, language)
  const state = until ? 'paused' : 'over'
  const title = word(`${state}.title`)
  return cardMessage(
    reader,
    title,
    [heading(title), said(word(`${state}.text`)), note(word(`${state}.own`), { spacing: 'medium' })],
    [open(words.text('open-tab'), reader.tabLink('my-mentoring'))],
  )
}
