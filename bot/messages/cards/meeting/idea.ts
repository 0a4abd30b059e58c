/** An idea on its way: that the other asks whether to share one, and what became of it. What it is stands in the tab alone. */
import type { Notice } from '../../../domain/telling/notice.ts'
import { ideaWords } from '../../../words/ideas.ts'
import { languageOf } from '../../../words/sentence.ts'
import { type CardMessage, cardMessage, heading, note, open, quiet, type Reader } from '../card.ts'

export function ideaCard({ state }: Extract<Notice, { kind: 'idea' }>, reader: Reader): CardMessage {
  const words = ideaWords[languageOf(reader.words.locale)]
  const isAsked = state === 'asked'
  const title = words[isAsked ? 'card.asked' : state === 'done' ? 'card.done' : 'card.decided']
  return cardMessage(
    reader,
    title,
    [
      heading(title),
      note(words[isAsked ? 'card.asked.text' : 'card.told'], { spacing: 'none' }),
      ...(isAsked ? [quiet(words['card.asked.alone'])] : []),
    ],
    [open(reader.words.text('open-tab'), reader.tabLink('my-mentoring'))],
  )
}
