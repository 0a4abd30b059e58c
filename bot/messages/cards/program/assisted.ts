/** For an assistant: a leader's Session needs another time. When, and whose calendar; never with whom or about what. */
import type { Notice } from '../../../domain/telling/notice.ts'
import { slipWordsIn } from '../../../words/slips.ts'
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
  const slip = slipWordsIn(words.locale)
  const { state, options, stands, time, timeZone, repairId, leaderName, reminder } = notice
  const title = slip(
    state === 'booked' || state === 'kept' || state === 'expired' || state === 'off'
      ? `assist.title.${state}`
      : 'assist.title',
  )
  const settled = state === 'booking' || state === 'booked' ? time : undefined
  const isAtWork = state === 'open' || state === 'looking' || state === 'none'
  return cardMessage(
    reader,
    `${title} · ${leaderName}`,
    [
      heading(title),
      said(slip('assist.for', { leader: leaderName }), { isSubtle: true }, { spacing: 'none' }),
      ...(reminder && isAtWork
        ? [note(slip(`reminder.${reminder}`), { color: 'attention', weight: 'bolder', spacing: 'medium' })]
        : []),
      note(slip(`assist.${state}`, { when: words.span(stands.start, stands.end, timeZone) }), {
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
        ? options.map(({ option, start, end }) => ({
            type: 'ActionSet',
            spacing: 'small',
            actions: [press(words.span(start, end, timeZone), 'choose-assisted', { repairId, option })],
          }))
        : []),
      ...(state === 'open' && options.length > 0
        ? [
            {
              type: 'ActionSet',
              spacing: 'small',
              actions: (['times', 'days'] as const).map((what) =>
                press(slip(what === 'times' ? 'refuse' : 'refuse.days'), 'refuse-assisted', {
                  repairId,
                  seen: options.map(({ option }) => option),
                  what,
                }),
              ),
            },
          ]
        : []),
      quiet(slip('assist.times-only'), { spacing: 'medium' }),
    ],
    [open(words.text('open-tab'), tabLink('my-mentoring'))],
  )
}
