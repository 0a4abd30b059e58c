/** What goes when a Pairing is over, however it came to be. Each joins the transaction that ends it. */
import type { Pairing, PairingId } from '../../domain/pairing/pairing.ts'
import { putBehind } from '../../domain/preferences/preference.ts'
import type { Ports } from '../ports.ts'

/** Who wanted the two together has had it: a pin that stayed would keep a place of each for a pair that never comes. */
export async function letGoOfWish(
  store: Pick<Ports['store'], 'wishes' | 'requests'>,
  { cohortId, mentorId, menteeId }: Pairing,
): Promise<void> {
  for (const wish of await store.wishes.list(cohortId)) {
    if (wish.kind === 'pin' && wish.mentorId === mentorId && wish.menteeId === menteeId)
      await store.wishes.clear(cohortId, mentorId, menteeId)
  }
  for (const request of await store.requests.ofPerson(cohortId, mentorId)) {
    if (request.fromId === menteeId || request.toId === menteeId)
      await store.requests.save(putBehind(request))
  }
}

/** What lies ahead goes from both calendars; what was stays. */
export async function letGoOfTime(
  { store, clock, jobs }: Pick<Ports, 'store' | 'clock' | 'jobs'>,
  id: PairingId,
): Promise<void> {
  const hold = await store.holds.ofPairing(id)
  if (hold && hold.state !== 'released') await jobs.add('release-hold', { holdId: hold.id })
  for (const session of await store.sessions.ofPairing(id)) {
    if (session.state === 'planned' && session.startsAt > clock.now()) {
      await store.sessions.save({ ...session, state: 'cancelled' })
    }
  }
}
