/** Somebody can be written to again: what could not reach them, and still means something, goes out now. */

import type { PersonId } from '../../domain/organization/person.ts'
import { mostAgeMs, untilReached } from '../../domain/telling/notice-life.ts'
import type { Ports } from '../ports.ts'

type Needs = Pick<Ports, 'store' | 'jobs'>

/**
 * The app has arrived, the person wrote, or took a card. Teams tells nobody that a bot was unblocked; that something got
 * through does: learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages, "Understand
 * who blocked, muted, or uninstalled a bot".
 */
export const deliverMissed = (ports: Needs, personId: PersonId): Promise<void> =>
  deliverAgain(ports, personId, untilReached)

export async function deliverAgain(
  { store, jobs }: Needs,
  personId: PersonId,
  whys: readonly string[],
): Promise<void> {
  await store.transaction(async () => {
    for (const noticeKey of await store.notices.revive(personId, whys, mostAgeMs))
      await jobs.add('deliver-notice', { noticeKey })
  })
}
