import type { Notice } from '../../../domain/telling/notice.ts'
import { type CardMessage, cardMessage, heading, note, open, type Reader, said } from '../card.ts'

/** To whoever takes part and has nobody this time. Says nothing of why: that is seldom about them, and never for a card. */
export function noPartnerCard(
  { side, programName }: Extract<Notice, { kind: 'no-partner' }>,
  reader: Reader,
): CardMessage {
  const { words } = reader
  const title = words.text('no-partner-title')
  return cardMessage(
    reader,
    title,
    [
      heading(title),
      said(words.text(`no-partner-${side}`, { program: programName })),
      note(words.text('no-partner-next'), { spacing: 'medium' }),
    ],
    [open(words.text('open-tab'), reader.tabLink('my-mentoring'))],
  )
}
