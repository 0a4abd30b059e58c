import type { Notice } from '../../../domain/telling/notice.ts'
import { type CardMessage, cardMessage, heading, note, open, type Reader, said } from '../card.ts'

/** To both: their Cohort has closed, and they have come to the end together. */
export function pairingCompletedCard(
  { partner }: Extract<Notice, { kind: 'pairing-completed' }>,
  reader: Reader,
): CardMessage {
  const { words } = reader
  const title = words.text('pairing-completed-title')
  return cardMessage(
    reader,
    title,
    [
      heading(title),
      said(words.text('pairing-completed-text', { partner: partner.name })),
      note(words.text('pairing-completed-next'), { spacing: 'medium' }),
    ],
    [open(words.text('open-tab'), reader.tabLink('my-mentoring'))],
  )
}
