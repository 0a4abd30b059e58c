/**
 * Somebody who pauses gets no card that wants something of them before they are back; what they asked for themselves, and news
 * of an end, still come.
 */
import type { PersonId } from '../../domain/organization/person.ts'
import { isPaused } from '../../domain/pairing/pairing.ts'
import { type Notice, traitsOf } from '../../domain/telling/notice.ts'
import type { Ports } from '../ports.ts'

type Store = Pick<Ports['store'], 'pairings' | 'sessions' | 'repairs' | 'participants'>

export async function isLeftAlone(store: Store, personId: PersonId, notice: Notice): Promise<boolean> {
  const { whilePausing } = traitsOf(notice)
  if ((typeof whilePausing === 'function' ? whilePausing(notice) : whilePausing) === 'sent') return false
  const pairingId = await pairOf(store, notice)
  const pairing = pairingId === undefined ? undefined : await store.pairings.get(pairingId)
  if (!pairing) return false
  if (isPaused(pairing)) return true
  return (await store.participants.of(pairing.cohortId, personId))?.state === 'paused'
}

async function pairOf(store: Store, notice: Notice): Promise<string | undefined> {
  if ('pairingId' in notice) return notice.pairingId
  if ('sessionId' in notice) return (await store.sessions.get(notice.sessionId))?.pairingId
  const repair = 'repairId' in notice ? await store.repairs.get(notice.repairId) : undefined
  return repair && (await store.sessions.get(repair.sessionId))?.pairingId
}
