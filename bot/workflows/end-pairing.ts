import type { Notice } from '../domain/notice.ts'
import { end, type Pairing, type PairingId, partnerOf } from '../domain/pairing.ts'
import type { PersonId } from '../domain/person.ts'
import { putBehind } from '../domain/preference.ts'
import { isRefused, type Refusal, refuse } from '../domain/refusal.ts'
import { note } from './audit.ts'
import { tell } from './deliver-notice.ts'
import { faceOf } from './faces.ts'
import type { Ports } from './ports.ts'
import { tellOrReplace } from './replace-notice.ts'

/**
 * One action, no reason needed. What is in the future goes from both calendars; what was stays. Whoever of the two did not
 * do it reads so in words that are the same whoever did.
 */
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
    await tellOfEnd({ store, jobs }, ended, by)
    await note({ store, clock }, by, 'pairing-ended', id)
    return ended
  })
}

/** The card that introduced the two says it as well: its buttons are no use any more. */
async function tellOfEnd(
  ports: Pick<Ports, 'store' | 'jobs'>,
  pairing: Pairing,
  by: PersonId,
): Promise<void> {
  for (const personId of [pairing.mentorId, pairing.menteeId]) {
    const notice = await endedNotice(ports.store, pairing, personId)
    for (const { key, notice: sent } of await ports.store.notices.ofPerson(personId)) {
      const introduced = sent.kind === 'pairing' && sent.pairingId === pairing.id
      if (introduced) await tellOrReplace(ports, key, personId, notice)
    }
    if (personId !== by) await tell(ports, `pairing-ended.${pairing.id}.${personId}`, personId, notice)
  }
}

async function endedNotice(
  store: Pick<Ports['store'], 'people'>,
  pairing: Pairing,
  personId: PersonId,
): Promise<Notice> {
  const partnerId = partnerOf(pairing, personId)
  const partner = await store.people.get(partnerId)
  return { kind: 'pairing-ended', partner: partner ? faceOf(partner) : { id: partnerId, name: '—' } }
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
