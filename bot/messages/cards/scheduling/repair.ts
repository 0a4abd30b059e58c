/**
 * A Session needs another time: what suits both to choose from, one tap books, and either may say "none of these". The words
 * say what happens to the Session and never who is to blame; only the reader's own "I can't" is spoken of.
 */
import type { Notice } from '../../../domain/telling/notice.ts'
import { type SlipWord, slipWordsIn } from '../../../words/slips.ts'
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
import { chatLink } from '../chat-link.ts'

export type RepairNotice = Extract<Notice, { kind: 'repair' }>

export function repairCard(notice: RepairNotice, reader: Reader): CardMessage {
  const { words, tabLink } = reader
  const slip = slipWordsIn(words.locale)
  const gaps = { number: words.number(notice.number), partner: notice.partner.name }
  const { state, options, isNotMet } = notice
  const { title, summary } = headed(notice)
  return cardMessage(
    reader,
    slip(summary, gaps),
    [
      heading(slip(title, gaps)),
      said(slip('with', gaps), { isSubtle: true }, { spacing: 'none' }),
      ...reminding(notice, slip),
      note(standing(notice, reader, slip), { spacing: 'medium' }),
      ...chosenTime(notice, reader),
      ...(state === 'open' ? options.map((one) => choice(notice, one, reader)) : []),
      ...(state === 'open' ? refusing(notice, slip) : []),
    ],
    [
      ...(state === 'booked' && notice.joinUrl ? [open(words.text('join'), notice.joinUrl)] : []),
      ...(notice.mayWithdraw
        ? [
            press(slip(isNotMet ? 'keep.not-met' : 'keep'), 'withdraw-repair', {
              repairId: notice.repairId,
            }),
          ]
        : []),
      ...writing(notice, reader, slip),
      open(words.text('open-tab'), tabLink('my-mentoring')),
    ],
  )
}

function headed({ state, isNotMet, reminder }: RepairNotice) {
  if (state === 'booked') return { title: 'title.booked', summary: 'summary.booked' } as const
  if (state === 'kept') return { title: 'title.kept', summary: 'title.kept' } as const
  if (state === 'expired') {
    const title = isNotMet ? 'title.expired.not-met' : 'title.expired'
    return { title, summary: title } as const
  }
  return { title: 'title', summary: reminder ? (`summary.${reminder}` as const) : 'summary' } as const
}

const isAtWork = ({ state }: RepairNotice) => state === 'open' || state === 'looking' || state === 'none'

function reminding(notice: RepairNotice, slip: SlipWord): Element[] {
  if (!notice.reminder || !isAtWork(notice)) return []
  return [
    note(slip(`reminder.${notice.reminder}`), { color: 'attention', weight: 'bolder', spacing: 'medium' }),
  ]
}

/** One to a line: a date is long, and a phone is narrow. */
function choice(
  { repairId, timeZone }: RepairNotice,
  { option, start, end }: RepairNotice['options'][number],
  { words }: Reader,
): Element {
  const action = press(words.span(start, end, timeZone), 'choose-repair', { repairId, option })
  return { type: 'ActionSet', actions: [action], spacing: 'small' }
}

/** What is refused is what stands on this very card, whatever is on offer when it is pressed. */
function refusing({ repairId, options }: RepairNotice, slip: SlipWord): Element[] {
  if (options.length === 0) return []
  const seen = options.map(({ option }) => option)
  return [
    quiet(slip('one-tap'), { spacing: 'medium' }),
    {
      type: 'ActionSet',
      spacing: 'small',
      actions: [
        press(slip('refuse'), 'refuse-times', { repairId, seen, what: 'times' }),
        press(slip('refuse.days'), 'refuse-times', { repairId, seen, what: 'days' }),
      ],
    },
  ]
}

/** A line to the partner is the reader's own, in their own chat: the bot carries no words between two people. */
function writing(notice: RepairNotice, { words }: Reader, slip: SlipWord): Element[] {
  const { iAsked, isNotMet, partnerSignInName, stands, timeZone } = notice
  if (!partnerSignInName || !isAtWork(notice)) return []
  const when = words.span(stands.start, stands.end, timeZone)
  const message = iAsked && !isNotMet ? slip('write.message', { when }) : ''
  return [open(slip('write'), chatLink(partnerSignInName, message))]
}

function chosenTime({ state, time, timeZone }: RepairNotice, { words }: Reader): Element[] {
  if (!time || (state !== 'booking' && state !== 'booked')) return []
  return [panel([said(words.span(time.start, time.end, timeZone), { size: 'medium', weight: 'bolder' })])]
}

function standing(notice: RepairNotice, { words }: Reader, slip: SlipWord): string {
  const { state, stands, timeZone, iAsked, isNotMet, next } = notice
  const when = words.span(stands.start, stands.end, timeZone)
  if (state === 'booking' || state === 'booked') return slip(state)
  if (state === 'kept' || state === 'none') return slip(state, { when })
  if (state === 'expired') {
    if (!next) return slip('expired')
    const gaps = { number: words.number(next.number), when: words.span(next.start, next.end, timeZone) }
    return slip('expired.next', gaps)
  }
  if (isNotMet) return slip(`${state}.not-met`, { when })
  if (notice.reminder === 'day-before' && state === 'looking')
    return slip(iAsked ? 'day-before.mine' : 'day-before.theirs', { when })
  return slip(iAsked ? `${state}.mine` : state, { when })
}
