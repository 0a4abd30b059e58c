/**
 * A Notice is an intention under a key first, then a card. Teams has no key for messages to one person, so a crash between
 * sending and writing that down is followed by sending once more: a card twice is better than a pair that never hears of
 * each other, and every card acts on the same record, so the second changes nothing (docs/decisions).
 */
import type { Notice } from '../domain/notice.ts'
import type { PersonId } from '../domain/person.ts'
import type { Ports } from './ports.ts'

/** Teams said no as often as that: somebody should look. */
const enoughAttempts = 8

export async function tell(
  { store, jobs }: Pick<Ports, 'store' | 'jobs'>,
  key: string,
  personId: PersonId,
  notice: Notice,
): Promise<void> {
  if (await store.notices.intend(key, personId, notice)) await jobs.add('deliver-notice', { noticeKey: key })
}

export async function deliverNotice(
  { store, messenger, clock, leaseMs }: Pick<Ports, 'store' | 'messenger' | 'clock' | 'leaseMs'>,
  key: string,
): Promise<void> {
  const now = clock.now()
  const outgoing = await store.notices.claim(key, now, new Date(now.getTime() - leaseMs))
  if (!outgoing) return
  try {
    const person = await store.people.get(outgoing.personId)
    const locale = person?.preferredLanguage ?? 'en'
    const delivery = await messenger.toPerson(outgoing.personId, outgoing.notice, locale)
    await store.notices.save(
      delivery.sent
        ? {
            ...outgoing,
            state: 'sent',
            conversationId: delivery.conversationId,
            activityId: delivery.activityId,
          }
        : { ...outgoing, state: 'unreachable', why: delivery.why },
    )
  } catch (error) {
    const gaveUp = outgoing.attempts >= enoughAttempts
    await store.notices.save({
      ...outgoing,
      state: gaveUp ? 'unreachable' : 'waiting',
      why: 'teams-unavailable',
    })
    throw error
  }
}
