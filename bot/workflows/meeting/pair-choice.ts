/** Two who both want to go on say for how long; their times are booked as all others are. */
import { goOn, type PairEnding } from '../../domain/meeting/pair-choice.ts'
import type { PersonId } from '../../domain/organization/person.ts'
import { isOneOf, type PairingId } from '../../domain/pairing/pairing.ts'
import { isRefused, type Refusal, refuse } from '../../domain/refusal.ts'
import { wantedAnew } from '../../domain/scheduling/hold.ts'
import type { Ports } from '../ports.ts'
import { audit } from '../records/audit.ts'

/** By either, once: both have said before that they want to. Whoever is second learns that it is chosen. */
export async function goOnTogether(
  ports: Pick<Ports, 'store' | 'clock' | 'jobs'>,
  id: PairingId,
  months: number,
  by: PersonId,
): Promise<PairEnding | Refusal> {
  const { store, clock, jobs } = ports
  return store.transaction(async () => {
    const pairing = await store.pairings.lock(id)
    const cohort = pairing && (await store.cohorts.get(pairing.cohortId))
    if (!pairing || !cohort || !isOneOf(pairing, by)) return refuse('not-found')
    const at = clock.now()
    const { cadenceWeeks } = cohort
    const ending = goOn(await store.pairEndings.of(id), pairing, { months, cadenceWeeks, at })
    if (isRefused(ending)) return ending
    const known = await store.holds.ofPairing(id)
    const hold = known && (await store.holds.lock(known.id))
    if (hold?.state !== 'booked') return refuse('being-booked')
    await store.pairEndings.save(ending)
    await store.holds.save(wantedAnew(hold, at))
    await jobs.add('book-hold', { holdId: hold.id })
    await audit(ports, by, 'pair-goes-on', id, { months })
    return ending
  })
}
