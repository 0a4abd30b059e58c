/**
 * Either side may decline a Pairing once in a Cohort, without a reason, until the two have met. It ends like any other
 * Pairing, both are told the same words at the same moment, and no record but one that the engine alone reads says which
 * of the two it was: not the Pairing, not the log, not the Organizer's board.
 */
import type { Notice } from '../domain/notice.ts'
import { decline, type Pairing, type PairingId, partnerOf } from '../domain/pairing.ts'
import type { PersonId } from '../domain/person.ts'
import { isRefused, type Refusal, refuse } from '../domain/refusal.ts'
import type { Session } from '../domain/session.ts'
import { note } from './audit.ts'
import { tell } from './deliver-notice.ts'
import { letGoOfTime, letGoOfWish } from './end-pairing.ts'
import { faceOf } from './faces.ts'
import type { Ports } from './ports.ts'
import { tellOrReplace } from './replace-notice.ts'

type Needs = Pick<Ports, 'store' | 'clock' | 'jobs'>

/** Pressed twice it is declined once, and says yes both times. */
export async function declinePairing(
  ports: Needs,
  id: PairingId,
  by: PersonId,
): Promise<{ ok: true } | Refusal> {
  const { store, clock } = ports
  return store.transaction(async () => {
    const pairing = await store.pairings.lock(id)
    if (!pairing || (pairing.mentorId !== by && pairing.menteeId !== by)) return refuse('not-found')
    if ((await store.vetoes.of(pairing.cohortId, by)) === id) return { ok: true }
    const haveMet = hasBegun(await store.sessions.ofPairing(id), clock.now())
    const declined = decline(pairing, { haveMet, at: clock.now() })
    if (isRefused(declined)) return declined
    const veto = { cohortId: pairing.cohortId, personId: by, pairingId: id, at: clock.now() }
    if (!(await store.vetoes.add(veto))) return refuse('already-declined-once')
    await store.pairings.save(declined)
    await letGoOfTime(ports, id)
    await letGoOfWish(store, declined)
    await tellBoth(ports, declined)
    await note(ports, 'system', 'pairing-did-not-begin', id)
    return { ok: true }
  })
}

/** A Session counts from its beginning; one that did not take place does not. */
export function hasBegun(sessions: readonly Session[], now: Date): boolean {
  return sessions.some(({ state, startsAt }) => state === 'held' || (state === 'planned' && startsAt <= now))
}

/** May this person still decline it? For their own eyes. */
export async function mayDecline(
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  pairing: Pairing,
  personId: PersonId,
): Promise<boolean> {
  if (pairing.state !== 'approved' && pairing.state !== 'active') return false
  if (hasBegun(await store.sessions.ofPairing(pairing.id), clock.now())) return false
  return (await store.vetoes.of(pairing.cohortId, personId)) === undefined
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
