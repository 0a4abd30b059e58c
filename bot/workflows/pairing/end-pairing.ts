import type { PersonId } from '../../domain/organization/person.ts'
import { decline, end, isLive, isOneOf, type Pairing, type PairingId } from '../../domain/pairing/pairing.ts'
import { isRefused, type Refusal, refuse } from '../../domain/refusal.ts'
import type { Ports } from '../ports.ts'
import { audit } from '../records/audit.ts'
import { pairingOver } from './over.ts'
import { hasBegun } from './pairing-off.ts'

/**
 * One action, no reason needed. What is in the future goes from both calendars; what was stays. Whoever of the two did not
 * do it reads so in words that are the same whoever did. Before the two have met it is as if one of them had declined, card
 * for card: whoever gets that card cannot tell whether their partner, the Organizer or somebody's leaving was behind it.
 */
export async function endPairing(
  ports: Pick<Ports, 'store' | 'clock' | 'jobs'>,
  id: PairingId,
  by: PersonId,
): Promise<Pairing | Refusal> {
  const { store, clock } = ports
  return store.transaction(async () => {
    const pairing = await store.pairings.lock(id)
    if (!pairing) return refuse('not-found')
    if (isLive(pairing) && !(await hasBegun(ports, pairing))) {
      const off = decline(pairing, { haveMet: false, at: clock.now() })
      if (isRefused(off)) return off
      await pairingOver(ports, off, 'system')
      if (!isOneOf(pairing, by)) await audit(ports, by, 'pairing-ended', id)
      return off
    }
    const ended = end(pairing, { by, at: clock.now() })
    if (isRefused(ended)) return ended
    await pairingOver(ports, ended, by)
    return ended
  })
}
