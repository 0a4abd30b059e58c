import { minusMs, minuteMs } from '../../../domain/span.ts'
import type { Notice } from '../../../domain/telling/notice.ts'
import { type CardMessage, cardMessage, heading, note, open, press, type Reader, said } from '../card.ts'

/** To somebody on the waiting list: a place is free. "No thanks" costs nothing but this one. */
export function placeOfferedCard(
  { offerId, state, side, programName, until, timeZone }: Extract<Notice, { kind: 'place-offered' }>,
  reader: Reader,
): CardMessage {
  const { words } = reader
  const waits = state === 'open'
  const title = words.text(`place-title-${state}`)
  const answer = (text: string, value: 'take' | 'no-thanks') =>
    press(text, 'answer-place', { offerId, answer: value })
  // It ends at midnight: the day that people read is the last one on which they can answer.
  const day = words.day(minusMs(until, minuteMs), timeZone)
  return cardMessage(
    reader,
    title,
    [
      heading(title),
      said(programName, { size: 'medium', weight: 'bolder' }),
      said(words.text(waits ? `place-open-${side}` : `place-${state}`)),
      ...(waits ? [note(words.text('place-until', { day }), { spacing: 'medium' })] : []),
    ],
    [
      ...(waits
        ? [answer(words.text('place-take'), 'take'), answer(words.text('place-no-thanks'), 'no-thanks')]
        : []),
      open(words.text('open-tab'), reader.tabLink('my-mentoring')),
    ],
  )
}
