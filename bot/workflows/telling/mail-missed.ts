/**
 * What Teams did not take for a day is said by mail, where a mailbox is set: once a card, and never twice. The claim comes
 * before the mail, so that a kill in between costs one mail and sends none a second time.
 */
import { isOver, mostAgeMs } from '../../domain/telling/notice-life.ts'
import type { Ports } from '../ports.ts'
import { isSubjectOver } from './notice-subject.ts'

/** Exchange lets one mailbox send 30 a minute; looked for once a minute. */
const mailsAtOnce = 20

export async function askForMails({
  store,
  jobs,
  mailer,
}: Pick<Ports, 'store' | 'jobs' | 'mailer'>): Promise<void> {
  if (!mailer) return
  for (const noticeKey of await store.notices.unmailed(mostAgeMs, mailsAtOnce))
    await jobs.add('mail-notice', { noticeKey })
}

export async function mailNotice(
  { store, mailer, clock }: Pick<Ports, 'store' | 'mailer' | 'clock'>,
  key: string,
): Promise<void> {
  if (!mailer || !(await store.notices.claimMail(key))) return
  const outgoing = await store.notices.get(key)
  const person = outgoing && (await store.people.get(outgoing.personId))
  if (!outgoing || !person?.isEligible || !person.mail) return
  const { notice } = outgoing
  if (isOver(notice, clock.now()) || (await isSubjectOver(store, person.id, notice))) return
  const to = { address: person.mail, name: person.displayName }
  const outcome = await mailer.mail(to, notice, person.preferredLanguage ?? 'en')
  if (outcome === 'busy') await store.notices.giveMailBack(key)
}
