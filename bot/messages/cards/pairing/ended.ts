/** A pair is no more, before its first Session or later. */
import type { Notice } from '../../../domain/telling/notice.ts'
import { type CardMessage, cardMessage, heading, note, open, type Reader, said } from '../card.ts'

/** To both the same, whoever it was. */
export function pairingOffCard(
  { partner }: Extract<Notice, { kind: 'pairing-off' }>,
  reader: Reader,
): CardMessage {
  const { words } = reader
  const title = words.text('pairing-off-title')
  return cardMessage(
    reader,
    title,
    [
      heading(title),
      said(words.text('pairing-off-text', { partner: partner.name })),
      note(words.text('pairing-off-next'), { spacing: 'medium' }),
    ],
    [open(words.text('open-tab'), reader.tabLink('my-mentoring'))],
  )
}

/** The same words whoever ended it, and for whatever reason. */
export function pairingEndedCard(
  { partner }: Extract<Notice, { kind: 'pairing-ended' }>,
  reader: Reader,
): CardMessage {
  const { words } = reader
  const title = words.text('pairing-ended-title')
  return cardMessage(
    reader,
    title,
    [
      heading(title),
      said(words.text('pairing-ended-text', { partner: partner.name })),
      note(words.text('pairing-ended-next'), { spacing: 'medium' }),
    ],
    [open(words.text('open-tab'), reader.tabLink('my-mentoring'))],
  )
}
