import type { PersonId } from '../../domain/organization/person.ts'
import { decline, end, type Pairing, type PairingId, partnerOf } from '../../domain/pairing/pairing.ts'
import { isRefused, type Refusal, refuse } from '../../domain/refusal.ts'
import type { Notice } from '../../domain/telling/notice.ts'
import { faceOf } from '../organization/face.ts'
import type { Ports } from '../ports.ts'
import { audit } from '../records/audit.ts'
import { tell } from '../telling/deliver-notice.ts'
import { tellOrReplace } from '../telling/replace-notice.ts'
import { letGoOfTime, letGoOfWish } from './let-go.ts'
import { callOff, hasBegun } from './pairing-off.ts'

/**
 * One action, no reason needed. What is in the future goes from both calendars; what was stays. Whoever of the two did not
 * do it reads so in words that are the same whoever did. Before the two have met it is as if one of them had declined, card
 * for card: whoever gets that card cannot tell whether their partner, the Organizer or somebody's leaving was behind it.
 */
export async function endPairing(
  { store, clock, jobs }: Pick<Ports, 'store' | 'clock' | 'jobs'>,
  id: PairingId,
  by: PersonId,
): Promise<Pairing | Refusal> {
  return store.transaction(async () => {
    const pairing = await store.pairings.lock(id)
    if (!pairing) return refuse('not-found')
    const isOpen = pairing.state === 'approved' || pairing.state === 'active'
    if (isOpen && !(await hasBegun({ store, clock }, pairing))) {
      const off = decline(pairing, { haveMet: false, at: clock.now() })
      if (isRefused(off)) return off
      await callOff({ store, clock, jobs }, off)
      const isTheirs = by === pairing.mentorId || by === pairing.menteeId
      if (!isTheirs) await audit({ store, clock }, by, 'pairing-ended', id)
      return off
    }
    const ended = end(pairing, { by, at: clock.now() })
    if (isRefused(ended)) return ended
    await store.pairings.save(ended)
    await letGoOfTime({ store, clock, jobs }, id)
    await letGoOfWish(store, ended)
    await tellOfEnd({ store, jobs }, ended, by)
    await audit({ store, clock }, by, 'pairing-ended', id)
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
