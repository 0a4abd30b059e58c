/** Every card about one search for another time says the same: the first of each reader, and those that reminded them. */
import type { PersonId } from '../../../domain/organization/person.ts'
import type { Repair } from '../../../domain/scheduling/repair/repair.ts'
import type { Notice } from '../../../domain/telling/notice.ts'
import type { Ports } from '../../ports.ts'
import { tell } from '../../telling/deliver-notice.ts'
import { tellOrReplace } from '../../telling/replace-notice.ts'
import {
  assistedNotice,
  loadContext,
  type RepairContext,
  repairNotice,
  repairNoticeKey,
} from './repair-context.ts'

type Needs = Pick<Ports, 'store' | 'jobs' | 'clock'>
type RepairCard = Extract<Notice, { kind: 'repair' | 'assisted-repair' }>
export type Reminder = NonNullable<RepairCard['reminder']>

const reminders: readonly Reminder[] = ['again', 'day-before']

/** All readers' cards say how far it is. Joins an open transaction. */
export async function showRepair(ports: Needs, repair: Repair): Promise<void> {
  const context = await loadContext(ports, repair.sessionId)
  if (!context) return
  for (const card of await cardsOf(ports, context, repair)) {
    // Who never heard that it was in question need not hear that it is not.
    if (repair.state === 'kept' && !(await ports.store.notices.get(card.key))) continue
    await tellOrReplace(ports, card.key, card.personId, card.notice)
    for (const reminder of reminders) {
      const key = reminderKey(card.key, reminder)
      if (await ports.store.notices.get(key))
        await tellOrReplace(ports, key, card.personId, { ...card.notice, reminder })
    }
  }
}

/** What one of the two asked for stands on a card of their own at once, with the way to take it back. Joins an open transaction. */
export async function showToAsker(ports: Needs, repair: Repair): Promise<void> {
  const { askedBy } = repair
  const context = askedBy === undefined ? undefined : await loadContext(ports, repair.sessionId)
  if (!context || askedBy === undefined) return
  const notice = repairNotice(context, repair, askedBy)
  await tellOrReplace(ports, repairNoticeKey(repair.id, askedBy), askedBy, notice)
}

/** Once each, to all who could settle it. Joins an open transaction. */
export async function remindOfRepair(ports: Needs, repair: Repair, reminder: Reminder): Promise<void> {
  const context = await loadContext(ports, repair.sessionId)
  if (!context) return
  for (const { key, personId, notice } of await cardsOf(ports, context, repair))
    await tell(ports, reminderKey(key, reminder), personId, { ...notice, reminder })
}

export const reminderKey = (key: string, reminder: Reminder) => `${key}.${reminder}`

interface Card {
  key: string
  personId: PersonId
  notice: RepairCard
}

async function cardsOf({ store }: Needs, context: RepairContext, repair: Repair): Promise<Card[]> {
  const two = [context.mentor, context.mentee].map(({ id }) => ({
    key: repairNoticeKey(repair.id, id),
    personId: id,
    notice: repairNotice(context, repair, id),
  }))
  const assistant = (await store.delegates.of(context.pairing.menteeId))?.assistantId
  if (!assistant) return two
  const key = `${repairNoticeKey(repair.id, assistant)}.assistant`
  return [...two, { key, personId: assistant, notice: assistedNotice(context, repair) }]
}
