/** There is something to read and sign. What stands in it is read in the tab, not in a chat. */
import type { Notice } from '../../../domain/telling/notice.ts'
import { type AgreementWordKey, agreementWords } from '../../../words/agreement.ts'
import { type CardMessage, cardMessage, heading, open, type Reader, said } from '../card.ts'

export function agreementCard(
  { why, partner }: Extract<Notice, { kind: 'agreement' }>,
  reader: Reader,
): CardMessage {
  const { words, tabLink } = reader
  const table = agreementWords[words.locale.split('-')[0] as keyof typeof agreementWords] ?? agreementWords.en
  const word = (key: AgreementWordKey) => table[key].replace('{partner}', partner.name)
  const title = word(`card.${why}.title`)
  return cardMessage(
    reader,
    title,
    [heading(title), said(word(`card.${why}.text`))],
    [open(word('card.open'), tabLink('my-mentoring'))],
  )
}
