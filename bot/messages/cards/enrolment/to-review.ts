import type { Notice } from '../../../domain/telling/notice.ts'
import { type ScreeningWordKey, screeningWords } from '../../../words/screening.ts'
import { languageOf } from '../../../words/sentence.ts'
import { type CardMessage, cardMessage, heading, note, open, quiet, type Reader, said } from '../card.ts'

/** That there is something to read. Whose it is stands on the page alone. */
export function toReviewCard(
  { programName }: Extract<Notice, { kind: 'to-review' }>,
  reader: Reader,
): CardMessage {
  const words = screeningWords[languageOf(reader.words.locale)]
  const word = (key: ScreeningWordKey) => words[key]
  return cardMessage(
    reader,
    word('card.title'),
    [
      heading(word('card.title')),
      said(programName, { isSubtle: true }, { spacing: 'none' }),
      note(word('card.text')),
      quiet(word('card.alone')),
    ],
    [open(word('card.open'), reader.tabLink('applications'))],
  )
}
