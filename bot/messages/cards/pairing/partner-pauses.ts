/** To the other of the two, or to both where the pair pauses as such: until when, and that nothing is asked of them. Never why. */
import type { Notice } from '../../../domain/telling/notice.ts'
import { type CardMessage, cardMessage, heading, note, open, type Reader, said } from '../card.ts'
import { dateOnly } from '../enrolment/pause.ts'

export function partnerPausesCard(
  { partner, until, isOfBoth }: Extract<Notice, { kind: 'partner-pauses' }>,
  reader: Reader,
): CardMessage {
  const { words } = reader
  const pauses = isOfBoth ? 'pair-pauses' : 'partner-pauses'
  const title = words.text(`${pauses}-title`)
  return cardMessage(
    reader,
    title,
    [
      heading(title),
      said(words.text(`${pauses}-text`, { partner: partner.name, day: dateOnly(until, words) })),
      note(words.text('partner-pauses-next'), { spacing: 'medium' }),
    ],
    [open(words.text('open-tab'), reader.tabLink('my-mentoring'))],
  )
}
