/**
 * A Cohort has closed. Whoever was told when they meet has come to the end together; a pair that was approved and never
 * booked did not begin; proposals are nobody's. One transaction a pair, so that thousands hold nothing up, and whatever
 * a dead worker left is found again by `store.pairings.unclosed`.
 */
import { complete, decline, isLive, type PairingId } from '../../domain/pairing/pairing.ts'
import { isRefused } from '../../domain/refusal.ts'
import { eachAlone } from '../each-alone.ts'
import type { Ports } from '../ports.ts'
import { pairingOver } from './over.ts'

type Needs = Pick<Ports, 'store' | 'clock' | 'jobs'>

const atOnce = 200

/** Every Pairing of every Cohort that has closed. @throws SomeFailed when it has tried every one and some failed */
export async function completePairings(ports: Needs): Promise<void> {
  const ids = await ports.store.pairings.unclosed(atOnce, ports.clock.now())
  // One that fails ends the run after these; the tick asks for the next.
  await eachAlone(ids, (id) => completeOne(ports, id))
  if (ids.length === atOnce) await completePairings(ports)
}

async function completeOne(ports: Needs, id: PairingId): Promise<void> {
  const { store, clock } = ports
  await store.transaction(async () => {
    const pairing = await store.pairings.lock(id)
    const cohort = pairing && (await store.cohorts.get(pairing.cohortId))
    if (!pairing || cohort?.stage !== 'closed') return
    if (pairing.state === 'proposed') {
      await store.pairings.removeProposals(pairing.mentorId, pairing.menteeId)
      return
    }
    if (!isLive(pairing)) return
    const at = clock.now()
    const over = pairing.state === 'active' ? complete(pairing, at) : decline(pairing, { haveMet: false, at })
    if (!isRefused(over)) await pairingOver(ports, over, 'system')
  })
}
