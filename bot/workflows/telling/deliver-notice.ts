/**
 * A Notice is an intention under a key first, then a card. Teams has no key for messages to one person, so a crash between
 * sending and writing that down is followed by sending once more: a card twice is better than a pair that never hears of
 * each other, and every card acts on the same record, so the second changes nothing (docs/decisions).
 */

import type { PersonId } from '../../domain/organization/person.ts'
import type { Notice } from '../../domain/telling/notice.ts'
import { isOver, mostAgeMs, whilePausing } from '../../domain/telling/notice-life.ts'
import type { ClaimedNotice } from '../../domain/telling/outgoing.ts'
import type { Ports } from '../ports.ts'
import { deliverMissed } from './deliver-missed.ts'
import { askForApp, holdForApp } from './install-app.ts'
import { isSubjectOver } from './notice-subject.ts'
import type { Delivery } from './ports.ts'
import { isLeftAlone } from './quiet.ts'

/** Whether it was not said under this key before. */
export async function tell(
  { store, jobs }: Pick<Ports, 'store' | 'jobs'>,
  key: string,
  personId: PersonId,
  notice: Notice,
): Promise<boolean> {
  const isNews = await store.notices.intend(key, personId, notice)
  if (isNews) await jobs.add('deliver-notice', { noticeKey: key })
  return isNews
}

export async function deliverNotice(
  ports: Pick<Ports, 'store' | 'messenger' | 'clock' | 'leaseMs' | 'jobs'>,
  key: string,
): Promise<void> {
  const { store, messenger, clock, leaseMs } = ports
  const now = clock.now()
  const outgoing = await store.notices.claim(key, leaseMs)
  if (!outgoing) return
  const { personId, notice } = outgoing
  if (isOver(notice, now) || (await isSubjectOver(store, personId, notice)))
    return store.notices.save({ ...outgoing, state: 'unreachable', why: 'over' })
  if (await isLeftAlone(store, personId, notice))
    return store.notices.save({ ...outgoing, state: 'unreachable', why: whilePausing })
  try {
    const person = await store.people.get(outgoing.personId)
    if (person?.isEligible && (await holdForApp(ports, outgoing))) return
    const locale = person?.preferredLanguage ?? 'en'
    const delivery = await messenger.toPerson(outgoing.personId, outgoing.notice, locale)
    if (delivery.sent) return await store.transaction(() => noteSent(ports, outgoing, delivery))
    await store.transaction(async () => {
      await store.notices.save({ ...outgoing, state: 'unreachable', why: delivery.why })
      if (delivery.why !== 'blocked' && person?.isEligible) await askForApp(ports, person.id)
    })
  } catch (error) {
    // An outage passes: nothing is counted, and what waits is taken up again every minute (`tick`), until it is too old.
    const gaveUp = outgoing.ageMs >= mostAgeMs
    await store.notices.save({
      ...outgoing,
      state: gaveUp ? 'unreachable' : 'waiting',
      why: 'teams-unavailable',
    })
    throw error
  }
}

/** What got through shows that others will too. */
async function noteSent(
  ports: Pick<Ports, 'store' | 'jobs'>,
  { why: _over, ...outgoing }: ClaimedNotice,
  { conversationId, activityId }: Extract<Delivery, { sent: true }>,
): Promise<void> {
  await ports.store.notices.save({ ...outgoing, state: 'sent', conversationId, activityId })
  await deliverMissed(ports, outgoing.personId)
}
