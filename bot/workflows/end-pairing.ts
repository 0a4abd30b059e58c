import { end, type Pairing, type PairingId } from '../domain/pairing.ts'
import type { PersonId } from '../domain/person.ts'
import { putBehind } from '../domain/preference.ts'
import { isRefused, type Refusal, refuse } from '../domain/refusal.ts'
import { note } from './audit.ts'
import type { Ports } from './ports.ts'

/** One action, no reason needed. What is in the future goes from both calendars; what was stays. */
export async function endPairing(
  { store, clock, jobs }: Pick<Ports, 'store' | 'clock' | 'jobs'>,
  id: PairingId,
  by: PersonId,
): Promise<Pairing | Refusal> {
  return store.transaction(async () => {
    const pairing = await store.pairings.lock(id)
    if (!pairing) return refuse('not-found')
    const ended = end(pairing, { by, at: clock.now() })
    if (isRefused(ended)) return ended
    await store.pairings.save(ended)
    await letGoOfTime({ store, clock, jobs }, id)
    await letGoOfWish(store, ended)
    await note({ store, clock }, by, 'pairing-ended', id)
    return ended
  })
}

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

/** What lies ahead goes from both calendars; what was stays. Joins the transaction that ends the Pairing. */
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
