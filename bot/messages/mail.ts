/**
 * What a mail says when Teams did not take a card: the card's heading, which names nobody, and where to read the rest. A
 * mailbox has more readers than a chat: of what is between two, and of a "no", it says only that there is something.
 */
import type { Notice } from '../domain/telling/notice.ts'
import type { Element, Reader } from './cards/card.ts'
import { trainingPlace } from './cards/enrolment/training.ts'
import { cardForNotice } from './cards/notice.ts'

const places = ['my-mentoring', 'publish', 'schedule', 'check-ins', 'insights', 'program', 'matching']

/** Whether the heading may stand where others read along. A new kind says so itself, or it does not compile. */
const mayStandInMail: Record<Notice['kind'], boolean> = {
  pairing: true,
  'check-in': true,
  ask: true,
  repair: true,
  'assisted-repair': true,
  assisting: true,
  'speed-round': true,
  nudge: true,
  concerns: true,
  'stalled-pairs': true,
  training: true,
  'summary-to-approve': true,
  'summary-news': true,
  'seat-asked': true,
  'seat-news': true,
  'part-news': true,
  'list-tried': true,
  'to-review': true,
  'application-received': true,
  'sponsor-duty': true,
  'late-stage': true,
  'pairing-completed': true,
  decision: true,
  'session-ahead': false,
  'pair-request': false,
  'pair-answer': false,
  'pair-outcome': false,
  agreement: false,
  'no-partner': false,
  'place-offered': false,
  'pairing-off': false,
  'pairing-ended': false,
  'partner-pauses': false,
  'pair-handed': true,
  'break-over': false,
}

const isForOneAlone = (notice: Notice) =>
  !mayStandInMail[notice.kind] || (notice.kind === 'decision' && notice.decision !== 'approve')

export function mailForNotice(notice: Notice, reader: Reader): { subject: string; text: string } {
  const { words, tabLink } = reader
  const { card } = cardForNotice(notice, reader)
  const heading = card.body.find(({ style }) => style === 'heading')?.['text']
  const isPlain = typeof heading === 'string' && !isForOneAlone(notice)
  const subject = isPlain ? heading : words.text('mail-neutral')
  const links = (card['actions'] as Element[] | undefined)?.map(({ url }) => url) ?? []
  const known = notice.kind === 'training' ? [trainingPlace(notice), ...places] : places
  const link = known.map(tabLink).find((one) => links.includes(one)) ?? tabLink('my-mentoring')
  return { subject, text: [words.text('mail-text'), link, words.text('mail-foot')].join('\n\n') }
}
