/** To both, once the break of either is over: what is planned next, and that it can be changed. Never why there was one. */
import type { Notice } from '../../../domain/telling/notice.ts'
import { cannotMakeItButton } from '../cannot-make-it-button.ts'
import { type CardMessage, cardMessage, fact, heading, note, open, type Reader, said } from '../card.ts'

export function breakOverCard(
  { partner, isReader, next, timeZone, pairingId }: Extract<Notice, { kind: 'break-over' }>,
  reader: Reader,
): CardMessage {
  const { words } = reader
  const title = words.text(isReader ? 'break-over-title-mine' : 'break-over-title')
  return cardMessage(
    reader,
    title,
    [
      heading(title),
      said(words.text(isReader ? 'break-over-text-mine' : 'break-over-text', { partner: partner.name })),
      ...(next ? fact(words.text('next-title'), words.span(next.start, next.end, timeZone)) : []),
      note(words.text(next ? 'break-over-next' : 'break-over-none'), { spacing: 'medium' }),
    ],
    [
      open(words.text('open-tab'), reader.tabLink('my-mentoring')),
      ...(next ? [cannotMakeItButton(reader, { pairingId, ...next })] : []),
    ],
  )
}
