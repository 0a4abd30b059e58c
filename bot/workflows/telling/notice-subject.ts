/** Whether what a card speaks of is over by the record: answered, taken back, decided or mended before the card went out. */

import type { PersonId } from '../../domain/organization/person.ts'
import { isLive } from '../../domain/pairing/pairing.ts'
import type { Notice } from '../../domain/telling/notice.ts'
import type { Ports } from '../ports.ts'

type Store = Pick<Ports['store'], 'pairings' | 'asks' | 'checkIns' | 'summaries' | 'handovers' | 'concerns'>

export async function isSubjectOver(store: Store, personId: PersonId, notice: Notice): Promise<boolean> {
  switch (notice.kind) {
    // "You are paired with Ben" is no news any more when the two are not.
    case 'pairing':
    case 'nudge': {
      const pairing = await store.pairings.get(notice.pairingId)
      return pairing === undefined || !isLive(pairing)
    }
    case 'check-in': {
      const mine = (await store.checkIns.of(notice.sessionId)).find((one) => one.personId === personId)
      return mine !== undefined && mine.state !== 'asked'
    }
    case 'ask':
      return (await store.asks.get(notice.askKey))?.state !== 'asked'
    case 'summary-to-approve': {
      const summary = await store.summaries.get(notice.summaryId)
      return summary?.state !== 'submitted' || summary.sponsorId !== personId
    }
    case 'seat-asked':
      return (await store.handovers.get(notice.handoverId))?.state !== 'open'
    case 'concerns':
      return hasNoneOpen(store, notice.cohortId, Object.keys(notice.counts))
    case 'stalled-pairs':
      return hasNoneOpen(store, notice.cohortId, ['stalled'])
    default:
      return false
  }
}

async function hasNoneOpen(
  { concerns }: Store,
  cohortId: string | undefined,
  kinds: string[],
): Promise<boolean> {
  if (cohortId === undefined) return false
  return !(await concerns.list(cohortId)).some(({ kind }) => kinds.includes(kind))
}
