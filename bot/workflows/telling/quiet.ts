/**
 * Somebody who pauses gets no card that wants something of them before they are back; what they asked for themselves, and news
 * of an end, still come.
 */
import type { PersonId } from '../../domain/organization/person.ts'
import type { Notice } from '../../domain/telling/notice.ts'
import type { Ports } from '../ports.ts'

type Store = Pick<Ports['store'], 'pairings' | 'sessions' | 'repairs' | 'participants'>

export async function isLeftAlone(store: Store, personId: PersonId, notice: Notice): Promise<boolean> {
  const pairingId = await wanting(store, notice)
  const pairing = pairingId === undefined ? undefined : await store.pairings.get(pairingId)
  if (!pairing) return false
  return (await store.participants.of(pairing.cohortId, personId))?.state === 'paused'
}

/** About which pair the card asks its reader for something. */
async function wanting(store: Store, notice: Notice): Promise<string | undefined> {
  switch (notice.kind) {
    case 'ask':
    case 'nudge':
    case 'break-over':
    case 'session-ahead':
    case 'agreement':
      return notice.pairingId
    case 'check-in':
      return (await store.sessions.get(notice.sessionId))?.pairingId
    case 'repair': {
      const repair = notice.iAsked ? undefined : await store.repairs.get(notice.repairId)
      return repair && (await store.sessions.get(repair.sessionId))?.pairingId
    }
    default:
      return undefined
  }
}
