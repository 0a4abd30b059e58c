import { Fault } from '../../domain/fault.ts'
import type { PersonId } from '../../domain/organization/person.ts'
import type { Notice } from '../../domain/telling/notice.ts'
import type { Ports } from '../ports.ts'

/** A card the first time, and the same card with other words from then on. Joins an open transaction. */
export async function tellOrReplace(
  { store, jobs }: Pick<Ports, 'store' | 'jobs'>,
  key: string,
  personId: PersonId,
  notice: Notice,
): Promise<void> {
  if (await store.notices.intend(key, personId, notice)) return jobs.add('deliver-notice', { noticeKey: key })
  await store.notices.rewrite(key, notice)
  await jobs.add('replace-notice', { noticeKey: key })
}

/** One that is not out yet leaves with its new words by itself; one that is just leaving is waited for. */
export async function replaceNotice(
  { store, messenger }: Pick<Ports, 'store' | 'messenger'>,
  key: string,
): Promise<void> {
  const outgoing = await store.notices.get(key)
  if (!outgoing || outgoing.state === 'waiting' || outgoing.state === 'unreachable') return
  const { conversationId, activityId, personId, notice } = outgoing
  if (outgoing.state === 'sending') throw new Fault(`Card ${key} is being sent; it is replaced after that.`)
  if (!conversationId || !activityId) return
  const person = await store.people.get(personId)
  await messenger.replace({ conversationId, activityId }, notice, person?.preferredLanguage ?? 'en')
}
