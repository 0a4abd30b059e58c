/**
 * Either side may decline a Pairing once in a Cohort, without a reason, until the two have met. It ends like any other
 * Pairing, both are told the same words at the same moment, and no record but one that the engine alone reads says which
 * of the two it was: not the Pairing, not the log, not the Organizer's board.
 */

import type { PersonId } from '../../domain/organization/person.ts'
import { decline, isLive, isOneOf, type Pairing, type PairingId } from '../../domain/pairing/pairing.ts'
import { isRefused, type Refusal, refuse } from '../../domain/refusal.ts'
import type { Ports } from '../ports.ts'
import { pairingOver } from './over.ts'
import { hasBegunFor } from './pairing-off.ts'

type Needs = Pick<Ports, 'store' | 'clock' | 'jobs'>

/** Pressed twice it is declined once, and says yes both times. */
export async function declinePairing(
  ports: Needs,
  id: PairingId,
  by: PersonId,
): Promise<{ ok: true } | Refusal> {
  const { store, clock } = ports
  return store.transaction(async () => {
    const pairing = await store.pairings.lock(id)
    if (!pairing || !isOneOf(pairing, by)) return refuse('not-found')
    if ((await store.vetoes.of(pairing.cohortId, by)) === id) return { ok: true }
    const haveMet = await hasBegunFor(ports, pairing, by)
    const declined = decline(pairing, { haveMet, at: clock.now() })
    if (isRefused(declined)) return declined
    const veto = { cohortId: pairing.cohortId, personId: by, pairingId: id, at: clock.now() }
    if (!(await store.vetoes.add(veto))) return refuse('already-declined-once')
    await pairingOver(ports, declined, 'system')
    return { ok: true }
  })
}

/** May this person still decline it? For their own eyes. */
export async function mayDecline(
  ports: Pick<Ports, 'store' | 'clock'>,
  pairing: Pairing,
  personId: PersonId,
): Promise<boolean> {
  if (!isLive(pairing)) return false
  if (await hasBegunFor(ports, pairing, personId)) return false
  return (await ports.store.vetoes.of(pairing.cohortId, personId)) === undefined
}
