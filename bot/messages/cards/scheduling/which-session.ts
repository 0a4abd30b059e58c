/** Before anything is called into question: which date is meant, by name; and what was noted, with the way back. */

import { slipWordsIn } from '../../../words/slips.ts'
import type { RepairNotice } from '../../../workflows/scheduling/repair/repair-context.ts'
import type { WhichSession } from '../../../workflows/scheduling/repair/which-session.ts'
import { type CardMessage, cardMessage, heading, note, open, press, type Reader } from '../card.ts'

export function whichSessionCard({ about, ahead, timeZone }: WhichSession, reader: Reader): CardMessage {
  const { words, tabLink } = reader
  const slip = slipWordsIn(words.locale)
  const gapsOf = ({ number, start, end }: { number: number; start: Date; end: Date }) => ({
    number: words.number(number),
    when: words.span(start, end, timeZone),
  })
  return cardMessage(
    reader,
    slip('which.title'),
    [
      heading(slip('which.title')),
      ...(about ? [note(slip(`which.${about.why}`, gapsOf(about)))] : []),
      note(slip(ahead.length > 0 ? 'which.text' : 'which.none')),
      ...ahead.map((session) => ({
        type: 'ActionSet',
        spacing: 'small',
        actions: [
          press(slip('which.this', gapsOf(session)), 'cannot-make-it', {
            ...{ sessionId: session.sessionId, at: session.start.toISOString(), isAnswer: true },
          }),
        ],
      })),
    ],
    [open(words.text('open-tab'), tabLink('my-mentoring'))],
  )
}

export function notedCard({ repairId, number, stands, timeZone, mayWithdraw }: RepairNotice, reader: Reader) {
  const { words, tabLink } = reader
  const slip = slipWordsIn(words.locale)
  const title = slip('which.done.title', { number: words.number(number) })
  return cardMessage(
    reader,
    title,
    [heading(title), note(slip('which.done', { when: words.span(stands.start, stands.end, timeZone) }))],
    [
      ...(mayWithdraw ? [press(slip('keep'), 'withdraw-repair', { repairId })] : []),
      open(words.text('open-tab'), tabLink('my-mentoring')),
    ],
  )
}
