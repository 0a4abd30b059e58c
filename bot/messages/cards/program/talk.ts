/** Someone to talk to: for whoever wants it, and for the contact who was asked. */
import type { Notice } from '../../../domain/telling/notice.ts'
import { languageOf } from '../../../words/sentence.ts'
import { talkWords } from '../../../words/talks.ts'
import {
  type CardMessage,
  cardMessage,
  fact,
  heading,
  note,
  open,
  quiet,
  type Reader,
  said,
} from '../card.ts'

/** To whoever wrote that they want someone to talk to: whom they can ask, or that there is nobody. Nothing is asked yet. */
export function someoneToTalkToCard(names: readonly string[], reader: Reader): CardMessage {
  const words = talkWords[languageOf(reader.words.locale)]
  const title = words['ask.title']
  return cardMessage(
    reader,
    title,
    [
      heading(title),
      note(words[names.length > 0 ? 'ask.in-tab' : 'ask.nobody'], { spacing: 'none' }),
      ...names.map((name) => said(name)),
    ],
    names.length > 0 ? [open(reader.words.text('open-tab'), reader.tabLink('my-mentoring'))] : [],
  )
}

/** To an independent contact. A card shows on whatever screen is on: who asked, and why, stands on their page alone. */
export function talkAskedCard(
  { programName, answerOn, again }: Extract<Notice, { kind: 'talk-asked' }>,
  reader: Reader,
): CardMessage {
  const words = talkWords[languageOf(reader.words.locale)]
  const title = words[again ? 'card.again' : 'card.title']
  const day = reader.words.day(new Date(`${answerOn}T12:00:00Z`), 'UTC')
  return cardMessage(
    reader,
    title,
    [
      heading(title),
      said(programName, { isSubtle: true }, { spacing: 'none' }),
      note(words['card.text']),
      ...fact(words['card.by'], day),
      quiet(words['card.alone']),
    ],
    [open(words['card.open'], reader.tabLink('my-mentoring'))],
  )
}
