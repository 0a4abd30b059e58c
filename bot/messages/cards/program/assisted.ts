/** For an assistant: a leader's Session needs another time. When, and whose calendar; never with whom or about what. */
import type { Notice } from '../../../domain/telling/notice.ts'
import {
  type CardMessage,
  cardMessage,
  heading,
  note,
  open,
  panel,
  press,
  quiet,
  type Reader,
  said,
} from '../card.ts'

export type AssistedNotice = Extract<Notice, { kind: 'assisted-repair' }>

export function assistedRepairCard(notice: AssistedNotice, reader: Reader): CardMessage {
  const { words, tabLink } = reader
  const { state, options, chosen, timeZone, repairId, leaderName } = notice
  const title = words.text(state === 'booked' ? 'assist-title-booked' : 'assist-title')
  const settled = state === 'booking' || state === 'booked' ? options[chosen ?? -1] : undefined
  return cardMessage(
    reader,
    `${title} · ${leaderName}`,
    [
      heading(title),
      said(words.text('assist-for', { leader: leaderName }), { isSubtle: true }, { spacing: 'none' }),
      note(words.text(`assist-${state}`, { day: words.day(notice.agreedStart, timeZone) }), {
        spacing: 'medium',
      }),
      ...(settled
        ? [
            panel([
              said(words.span(settled.start, settled.end, timeZone), { size: 'medium', weight: 'bolder' }),
            ]),
          ]
        : []),
      ...(state === 'open'
        ? options.map(({ start, end }, option) => ({
            type: 'ActionSet',
            spacing: 'small',
            actions: [press(words.span(start, end, timeZone), 'choose-assisted', { repairId, option })],
          }))
        : []),
      quiet(words.text('assist-times-only'), { spacing: 'medium' }),
    ],
    [open(words.text('open-tab'), tabLink('my-mentoring'))],
  )
}
