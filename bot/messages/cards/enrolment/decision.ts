import type { Notice } from '../../../domain/telling/notice.ts'
import { type CardMessage, cardMessage, heading, open, quiet, type Reader, said } from '../card.ts'

/** What the Organizer decided about an application. */
export function decisionCard(
  { decision, programName }: Extract<Notice, { kind: 'decision' }>,
  reader: Reader,
): CardMessage {
  const { words, tabLink } = reader
  const title = words.text(`decision-${decision}-title`)
  return cardMessage(
    reader,
    title,
    [heading(title), said(words.text(`decision-${decision}-text`, { program: programName }))],
    [open(words.text('open-tab'), tabLink('my-mentoring'))],
  )
}

/** To the Sponsor. Reading comes before deciding, so the button leads to the text and decides nothing. */
export function summaryToApproveCard(
  { title, authorName }: Extract<Notice, { kind: 'summary-to-approve' }>,
  reader: Reader,
): CardMessage {
  const { words, tabLink } = reader
  return cardMessage(
    reader,
    words.text('approve-summary', { author: authorName }),
    [
      heading(words.text('approve-title')),
      said(title, { size: 'medium', weight: 'bolder' }),
      said(words.text('approve-by', { author: authorName }), { isSubtle: true }, { spacing: 'none' }),
      quiet(words.text('approve-text'), { spacing: 'medium' }),
    ],
    [open(words.text('approve-open'), tabLink('publish'))],
  )
}
