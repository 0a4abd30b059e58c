/**
 * Somebody would like to be paired with the reader, and what came of it. No card has a word for "no": whoever asked reads
 * that both want it, or that the program pairs them; whoever was asked says "not now" to the card and to nobody else.
 */
import type { Notice } from '../../../domain/telling/notice.ts'
import {
  type CardMessage,
  cardMessage,
  type Element,
  heading,
  note,
  open,
  press,
  quiet,
  type Reader,
  said,
} from '../card.ts'
import { facePanel, reasonsInWords } from '../pairing/pairing.ts'

export type PairRequestNotice = Extract<Notice, { kind: 'pair-request' }>

const toTab = ({ words, tabLink }: Reader): Element => open(words.text('open-tab'), tabLink('my-mentoring'))

export function pairRequestCard(notice: PairRequestNotice, reader: Reader): CardMessage {
  const { words } = reader
  const { state, partner, requestId } = notice
  const waits = state === 'open' || state === 'set-aside'
  const why = waits ? reasonsInWords(notice.why, words, notice.topicNames) : []
  const day = words.day(notice.until, notice.timeZone)
  const answer = (title: string, value: 'accept' | 'not-now') =>
    press(title, 'answer-request', { requestId, answer: value })
  const summary =
    state === 'open' ? words.text('request-summary', { partner: partner.name }) : titleOf(notice, reader)
  return cardMessage(
    reader,
    summary,
    [
      heading(titleOf(notice, reader)),
      ...(state === 'open' ? [said(words.text('request-summary', { partner: partner.name }))] : []),
      facePanel(partner),
      ...why.map((reason) => said(`•  ${reason}`, {}, { spacing: 'small' })),
      note(words.text(`request-${state}`, { day }), { spacing: 'medium' }),
    ],
    [
      ...(waits ? [answer(words.text('request-accept'), 'accept')] : []),
      ...(state === 'open' ? [answer(words.text('request-not-now'), 'not-now')] : []),
      toTab(reader),
    ],
  )
}

function titleOf({ state }: PairRequestNotice, { words }: Reader): string {
  if (state === 'over') return words.text('request-title-over')
  const both = state === 'accepted' || state === 'left-open'
  return words.text(both ? 'request-title-both' : 'request-title')
}

/** To the asker. */
export function pairAnswerCard(
  { answer, partner }: Extract<Notice, { kind: 'pair-answer' }>,
  reader: Reader,
): CardMessage {
  const { words } = reader
  const title = words.text(answer === 'no-answer' ? 'request-title-program' : 'request-title-both')
  return cardMessage(
    reader,
    title,
    [
      heading(title),
      said(words.text(`request-answer-${answer}`, { partner: partner.name })),
      ...(answer === 'no-answer' ? [] : [facePanel(partner)]),
      quiet(words.text(`request-next-${answer}`), { spacing: 'medium' }),
    ],
    [toTab(reader)],
  )
}
