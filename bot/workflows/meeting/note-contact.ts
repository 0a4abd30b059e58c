import { type Contact, readContact } from '../../domain/meeting/contact.ts'
import type { PersonId } from '../../domain/organization/person.ts'
import type { PairingId } from '../../domain/pairing/pairing.ts'
import { isRefused, type Refusal, refuse } from '../../domain/refusal.ts'
import type { Ports } from '../ports.ts'
import { audit } from '../records/audit.ts'

/** What an Organizer did for a pair, or until when it is left alone. The log keeps that, never the words. */
export async function noteContact(
  ports: Pick<Ports, 'store' | 'clock' | 'chance'>,
  pairingId: PairingId,
  byId: PersonId,
  given: { note?: string; until?: string },
): Promise<Contact | Refusal> {
  const { store, clock, chance } = ports
  const at = clock.now()
  const read = readContact(given, at)
  if (isRefused(read)) return read
  return store.transaction(async () => {
    const pairing = await store.pairings.lock(pairingId)
    if (!pairing) return refuse('not-found')
    const contact = { id: chance.id(), cohortId: pairing.cohortId, pairingId, byId, at, ...read }
    await store.contacts.add(contact)
    await audit(ports, byId, read.until ? 'pair-set-aside' : 'contact-noted', pairingId)
    return contact
  })
}
