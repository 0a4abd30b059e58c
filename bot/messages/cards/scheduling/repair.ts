/**
 * A Session needs another time: three to choose from, one tap books. The words say what happens to the Session and never
 * who is to blame; only the reader's own "I can't" is spoken of.
 */
import type { Notice } from '../../../domain/telling/notice.ts'
import {
  type CardMessage,
  cardMessage,
  type Element,
  heading,
  note,
  open,
  panel,
  press,
  quiet,
  type Reader,
  said,
} from '../card.ts'

export type RepairNotice = Extract<Notice, { kind: 'repair' }>

export function repairCard(notice: RepairNotice, reader: Reader): CardMessage {
  const { words, tabLink } = reader
  const { state, partner } = notice
  const number = words.number(notice.number)
  const title = words.text(state === 'booked' ? 'repair-title-booked' : 'repair-title', { number })
  const choices = state === 'open' ? notice.options.map((_, option) => choice(notice, option, reader)) : []
  return cardMessage(
    reader,
    words.text(state === 'booked' ? 'repair-summary-booked' : 'repair-summary', {
      number,
      partner: partner.name,
    }),
    [
      heading(title),
      said(words.text('repair-with', { partner: partner.name }), { isSubtle: true }, { spacing: 'none' }),
      note(standing(notice, reader), { spacing: 'medium' }),
      ...chosenTime(notice, reader),
      ...choices,
      ...(choices.length > 0 ? [quiet(words.text('repair-one-tap'), { spacing: 'medium' })] : []),
    ],
    [
      ...(state === 'booked' && notice.joinUrl ? [open(words.text('join'), notice.joinUrl)] : []),
      ...(notice.mayWithdraw
        ? [press(words.text('repair-keep'), 'withdraw-repair', { repairId: notice.repairId })]
        : []),
      open(words.text('open-tab'), tabLink('my-mentoring')),
    ],
  )
}

/** One to a line: a date is long, and a phone is narrow. */
function choice({ options, repairId, timeZone }: RepairNotice, option: number, { words }: Reader): Element {
  const { start, end } = options[option]!
  const action = press(words.span(start, end, timeZone), 'choose-repair', { repairId, option })
  return { type: 'ActionSet', actions: [action], spacing: 'small' }
}

function chosenTime({ state, options, chosen, timeZone }: RepairNotice, { words }: Reader): Element[] {
  const option = state === 'booking' || state === 'booked' ? options[chosen ?? -1] : undefined
  if (!option) return []
  return [panel([said(words.span(option.start, option.end, timeZone), { size: 'medium', weight: 'bolder' })])]
}

function standing(notice: RepairNotice, { words }: Reader): string {
  const { state, agreedStart, timeZone, iAsked, isCancelled } = notice
  const day = words.day(agreedStart, timeZone)
  if (state === 'open') return words.text(iAsked ? 'repair-open-mine' : 'repair-open', { day })
  if (state === 'expired') return words.text(isCancelled ? 'repair-expired-off' : 'repair-expired', { day })
  return words.text(`repair-${state}`, { day })
}
