/**
 * A Pairing that does not begin: because one of the two declined it, ended it or left, or because the Organizer ended it. All
 * of these look alike to the two, so that nobody can be held to have declined.
 */
import { hasBegunBy } from '../../domain/meeting/check-in.ts'
import type { PersonId } from '../../domain/organization/person.ts'
import { isOneOf, type Pairing, type PairingId } from '../../domain/pairing/pairing.ts'
import { type Refusal, refuse } from '../../domain/refusal.ts'
import type { Notice } from '../../domain/telling/notice.ts'
import type { Ports } from '../ports.ts'
import { partnerFace } from './over.ts'

type Looks = Pick<Ports, 'store' | 'clock'>

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

type OffNotice = Extract<Notice, { kind: 'pairing-off' }>

/** What the card of one of the two says now. */
export async function pairingOff(
  { store }: Pick<Ports, 'store'>,
  personId: PersonId,
  id: PairingId,
): Promise<OffNotice | Refusal> {
  const pairing = await store.pairings.get(id)
  if (!pairing || !isOneOf(pairing, personId)) return refuse('not-yours')
  return { kind: 'pairing-off', partner: await partnerFace(store, pairing, personId) }
}
