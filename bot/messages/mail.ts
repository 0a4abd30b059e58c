/**
 * What a mail says when Teams did not take a card: the card's heading, which names nobody, and where to read the rest. A
 * mailbox has more readers than a chat: of what is between two, and of a "no", it says only that there is something.
 */
import { type Notice, traitsOf } from '../domain/telling/notice.ts'
import type { Element, Reader } from './cards/card.ts'
import { trainingPlace } from './cards/enrolment/training.ts'
import { cardForNotice } from './cards/notice.ts'

const places = ['my-mentoring', 'publish', 'schedule', 'check-ins', 'insights', 'program', 'matching']

/** Whether the heading may stand where others read along. */
function isPlain(notice: Notice): boolean {
  const { mail } = traitsOf(notice)
  return (typeof mail === 'function' ? mail(notice) : mail) === 'heading'
}

export function mailForNotice(notice: Notice, reader: Reader): { subject: string; text: string } {
  const { words, tabLink } = reader
  const { card } = cardForNotice(notice, reader)
  const heading = card.body.find(({ style }) => style === 'heading')?.['text']
  const subject = typeof heading === 'string' && isPlain(notice) ? heading : words.text('mail-neutral')
  const links = (card['actions'] as Element[] | undefined)?.map(({ url }) => url) ?? []
  const known = notice.kind === 'training' ? [trainingPlace(notice), ...places] : places
  const link = known.map(tabLink).find((one) => links.includes(one)) ?? tabLink('my-mentoring')
  return { subject, text: [words.text('mail-text'), link, words.text('mail-foot')].join('\n\n') }
}
