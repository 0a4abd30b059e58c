/** "None of these", "another day": what one of the two says no to is not offered for this Session again, and others are sought. */
import type { PersonId } from '../../../domain/organization/person.ts'
import { isOneOf } from '../../../domain/pairing/pairing.ts'
import { isRefused, type Refusal, refuse } from '../../../domain/refusal.ts'
import { type Refused, type Repair, refuseOffered } from '../../../domain/scheduling/repair/repair.ts'
import type { Ports } from '../../ports.ts'
import { audit } from '../../records/audit.ts'
import { showRepair } from './show-repair.ts'

export async function refuseTimes(
  ports: Pick<Ports, 'store' | 'jobs' | 'clock'>,
  id: string,
  { what, seen }: { what: Refused; seen: readonly number[] },
  by: PersonId,
): Promise<Repair | Refusal> {
  const { store, jobs, clock } = ports
  return store.transaction(async () => {
    const found = await store.repairs.get(id)
    const session = found && (await store.sessions.get(found.sessionId))
    const pairing = session && (await store.pairings.lock(session.pairingId))
    if (!session || !pairing) return refuse('not-found')
    if (!isOneOf(pairing, by)) return refuse('not-yours')
    if (pairing.state !== 'active') return refuse('already-ended')
    const repair = (await store.repairs.lock(id))!
    const timeZone = (await store.participants.of(pairing.cohortId, by))?.timeZone ?? 'UTC'
    const refused = refuseOffered(repair, what, { seen, at: clock.now(), timeZone })
    if (isRefused(refused)) return refused
    await store.repairs.save(refused)
    await showRepair(ports, refused)
    await jobs.add('offer-repair', { repairId: id })
    await audit(ports, by, 'repair-times-refused', session.id)
    return refused
  })
}
