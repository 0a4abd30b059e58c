/** To whoever applied: it has arrived, who reads it, and what comes next. */
import type { Notice } from '../../../domain/telling/notice.ts'
import { type ScreeningWordKey, screeningWords } from '../../../words/screening.ts'
import { fill, languageOf } from '../../../words/sentence.ts'
import { type CardMessage, cardMessage, heading, note, open, type Reader, said } from '../card.ts'

export function applicationReceivedCard(
  { programName }: Extract<Notice, { kind: 'application-received' }>,
  reader: Reader,
): CardMessage {
  const language = languageOf(reader.words.locale)
  const word = (key: ScreeningWordKey) =>
    fill(screeningWords[language][key], { program: programName }, language)
  const title = word('card.received.title')
  return cardMessage(
    reader,
    title,
    [
      heading(title),
      said(word('card.received.text')),
      note(word('card.received.next'), { spacing: 'medium' }),
    ],
    [open(reader.words.text('open-tab'), reader.tabLink('my-mentoring'))],
  )
}
