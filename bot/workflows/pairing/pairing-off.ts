/**
 * A Pairing that does not begin: because one of the two declined it, ended it or left, or because the Organizer ended it. All
 * of these look alike to the two, so that nobody can be held to have declined.
 */
import { hasBegunBy } from '../../domain/meeting/check-in.ts'
import type { PersonId } from '../../domain/organization/person.ts'
import {
  type DeclinedPairing,
  type Pairing,
  type PairingId,
  partnerOf,
} from '../../domain/pairing/pairing.ts'
import { type Refusal, refuse } from '../../domain/refusal.ts'
import type { Notice } from '../../domain/telling/notice.ts'
import { faceOf } from '../organization/face.ts'
import type { Ports } from '../ports.ts'
import { audit } from '../records/audit.ts'
import { tell } from '../telling/deliver-notice.ts'
import { tellOrReplace } from '../telling/replace-notice.ts'
import { letGoOfTime, letGoOfWish } from './let-go.ts'

type Needs = Pick<Ports, 'store' | 'clock' | 'jobs'>
type Looks = Pick<Ports, 'store' | 'clock'>

/** Joins the transaction that decided so. */
export async function callOff(ports: Needs, pairing: DeclinedPairing): Promise<void> {
  await ports.store.pairings.save(pairing)
  await letGoOfTime(ports, pairing.id)
  await letGoOfWish(ports.store, pairing)
  await tellBoth(ports, pairing)
  await audit(ports, 'system', 'pairing-did-not-begin', pairing.id)
}

/**
 * As one of the two may know it: by the calendar, and by what they said themselves. What the other said of a Session must
 * not open or close anything for them.
 */
export async function hasBegunFor(
  { store, clock }: Looks,
  pairing: Pairing,
  personId: PersonId,
): Promise<boolean> {
  for (const session of await store.sessions.ofPairing(pairing.id)) {
    const mine = (await store.checkIns.of(session.id)).find((one) => one.personId === personId)
    if (hasBegunBy(session, mine, clock.now())) return true
  }
  return false
}

/** While one of the two may still decline, its end looks like that, whoever caused it. */
export async function hasBegun(ports: Looks, pairing: Pairing): Promise<boolean> {
  return (
    (await hasBegunFor(ports, pairing, pairing.mentorId)) &&
    (await hasBegunFor(ports, pairing, pairing.menteeId))
  )
}

/** A card of its own to each, and the card that introduced the two says it too: its buttons are no use any more. */
async function tellBoth(ports: Needs, pairing: Pairing): Promise<void> {
  const { store } = ports
  for (const personId of [pairing.mentorId, pairing.menteeId]) {
    const notice = await offNotice(store, pairing, personId)
    for (const { key, notice: sent } of await store.notices.ofPerson(personId)) {
      const introduced = sent.kind === 'pairing' && sent.pairingId === pairing.id
      if (introduced) await tellOrReplace(ports, key, personId, notice)
    }
    await tell(ports, `pairing-off.${pairing.id}.${personId}`, personId, notice)
  }
}

type OffNotice = Extract<Notice, { kind: 'pairing-off' }>

async function offNotice(store: Ports['store'], pairing: Pairing, personId: PersonId): Promise<OffNotice> {
  const partnerId = partnerOf(pairing, personId)
  const partner = await store.people.get(partnerId)
  return { kind: 'pairing-off', partner: partner ? faceOf(partner) : { id: partnerId, name: '—' } }
}

/** What the card of one of the two says now. */
export async function pairingOff(
  { store }: Pick<Ports, 'store'>,
  personId: PersonId,
  id: PairingId,
): Promise<OffNotice | Refusal> {
  const pairing = await store.pairings.get(id)
  const isTheirs = pairing?.mentorId === personId || pairing?.menteeId === personId
  return pairing && isTheirs ? offNotice(store, pairing, personId) : refuse('not-yours')
}
