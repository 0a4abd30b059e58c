import { type FollowUp, readFollowUp } from '../../domain/meeting/follow-up.ts'
import type { PersonId } from '../../domain/organization/person.ts'
import type { PairingId } from '../../domain/pairing/pairing.ts'
import { isRefused, type Refusal, refuse } from '../../domain/refusal.ts'
import type { Ports } from '../ports.ts'
import { audit } from '../records/audit.ts'

/** What an Organizer did for a pair, or until when it is left alone. The log keeps that, never the words. */
export async function noteFollowUp(
  ports: Pick<Ports, 'store' | 'clock' | 'chance'>,
  pairingId: PairingId,
  byId: PersonId,
  given: { note?: string; until?: string },
): Promise<FollowUp | Refusal> {
  const { store, clock, chance } = ports
  const at = clock.now()
  const read = readFollowUp(given, at)
  if (isRefused(read)) return read
  return store.transaction(async () => {
    const pairing = await store.pairings.lock(pairingId)
    if (!pairing) return refuse('not-found')
    const followUp = { id: chance.id(), cohortId: pairing.cohortId, pairingId, byId, at, ...read }
    await store.followUps.add(followUp)
    await audit(ports, byId, read.until ? 'pair-set-aside' : 'follow-up-noted', pairingId)
    return followUp
  })
}
