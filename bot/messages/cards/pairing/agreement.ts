/** There is something to read and sign. What stands in it is read in the tab, not in a chat. */
import type { Notice } from '../../../domain/telling/notice.ts'
import { type AgreementWordKey, agreementWords } from '../../../words/agreement.ts'
import { fill, languageOf } from '../../../words/sentence.ts'
import { type CardMessage, cardMessage, heading, open, type Reader, said } from '../card.ts'

export function agreementCard(
  { why, partner }: Extract<Notice, { kind: 'agreement' }>,
  reader: Reader,
): CardMessage {
  const { words, tabLink } = reader
  const language = languageOf(words.locale)
  const word = (key: AgreementWordKey) =>
    fill(agreementWords[language][key], { partner: partner.name }, language)
  const title = word(`card.${why}.title`)
  return cardMessage(
    reader,
    title,
    [heading(title), said(word(`card.${why}.text`))],
    [open(word('card.open'), tabLink('my-mentoring'))],
  )
}
