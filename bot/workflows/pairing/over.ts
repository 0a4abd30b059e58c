/**
 * What follows when a Pairing is over, whatever ended it: one of the two or the Organizer, a "no" before they met, somebody who
 * leaves the Cohort, the Cohort's close. One list, in the transaction that ends it, so that what is added to a pair's life
 * is taken out of it in one place.
 */
import type { PersonId } from '../../domain/organization/person.ts'
import { type OverPairing, partnerOf } from '../../domain/pairing/pairing.ts'
import { putBehind } from '../../domain/preferences/preference.ts'
import type { Notice } from '../../domain/telling/notice.ts'
import type { Face } from '../../domain/telling/notice-parts.ts'
import { faceOf } from '../organization/face.ts'
import type { Ports } from '../ports.ts'
import { audit } from '../records/audit.ts'
import { tell } from '../telling/deliver-notice.ts'
import { tellOrReplace } from '../telling/replace-notice.ts'
import { takeBackAssistants, takeBackCards } from './take-back-cards.ts'

type Needs = Pick<Ports, 'store' | 'clock' | 'jobs'>

/** `system` where nobody in particular did it, or nobody may be named. */
export type EndedBy = PersonId | 'system'

type Follow = (ports: Needs, pairing: OverPairing, by: EndedBy) => Promise<void>

const follows: readonly Follow[] = [keep, letGoOfTime, letGoOfWish, tellTheTwo, writeDown]

/** Joins the transaction that decided so; the row is locked there. */
export async function pairingOver(ports: Needs, pairing: OverPairing, by: EndedBy): Promise<void> {
  for (const follow of follows) await follow(ports, pairing, by)
}

function keep({ store }: Needs, pairing: OverPairing): Promise<void> {
  return store.pairings.save(pairing)
}

/** What lies ahead goes from both calendars; what was stays. */
async function letGoOfTime({ store, clock, jobs }: Needs, { id }: OverPairing): Promise<void> {
  const hold = await store.holds.ofPairing(id)
  if (hold && hold.state !== 'released') await jobs.add('release-hold', { holdId: hold.id })
  for (const session of await store.sessions.ofPairing(id)) {
    if (session.state === 'planned' && session.startsAt > clock.now()) {
      await store.sessions.save({ ...session, state: 'cancelled' })
    }
  }
}

/** Who wanted the two together has had it: a pin that stayed would keep a place of each for a pair that never comes. */
async function letGoOfWish({ store }: Needs, { cohortId, mentorId, menteeId }: OverPairing): Promise<void> {
  for (const wish of await store.wishes.list(cohortId)) {
    if (wish.kind === 'pin' && wish.mentorId === mentorId && wish.menteeId === menteeId)
      await store.wishes.clear(cohortId, mentorId, menteeId)
  }
  for (const request of await store.requests.ofPerson(cohortId, mentorId)) {
    if (request.fromId === menteeId || request.toId === menteeId)
      await store.requests.save(putBehind(request))
  }
}

const news = {
  declined: 'pairing-off',
  ended: 'pairing-ended',
  completed: 'pairing-completed',
} as const satisfies Record<OverPairing['state'], Notice['kind']>

/**
 * The card that introduced the two says it too: its buttons are no use any more. A card of its own goes to each; whoever
 * ended it knows, but a "no" before the two have met reaches both alike, so that nobody can tell who said it.
 */
async function tellTheTwo(ports: Needs, pairing: OverPairing, by: EndedBy): Promise<void> {
  const { store } = ports
  const kind = news[pairing.state]
  for (const personId of [pairing.mentorId, pairing.menteeId]) {
    const notice: Notice = { kind, partner: await partnerFace(store, pairing, personId) }
    for (const { key, notice: sent } of await store.notices.ofPerson(personId)) {
      const introduced = sent.kind === 'pairing' && sent.pairingId === pairing.id
      if (introduced) await tellOrReplace(ports, key, personId, notice)
    }
    await takeBackCards(ports, pairing, personId, notice)
    const knows = pairing.state === 'ended' && personId === by
    if (!knows) await tell(ports, `${kind}.${pairing.id}.${personId}`, personId, notice)
  }
  await takeBackAssistants(ports, pairing)
}

/** The other of the two as a card shows them. */
export async function partnerFace(
  store: Pick<Ports['store'], 'people'>,
  pairing: Pick<OverPairing, 'mentorId' | 'menteeId'>,
  personId: PersonId,
): Promise<Face> {
  const partnerId = partnerOf(pairing, personId)
  const partner = await store.people.get(partnerId)
  return partner ? faceOf(partner) : { id: partnerId, name: '—' }
}

const acts = {
  declined: 'pairing-did-not-begin',
  ended: 'pairing-ended',
  completed: 'pairing-completed',
} as const satisfies Record<OverPairing['state'], string>

function writeDown(ports: Needs, { id, state }: OverPairing, by: EndedBy): Promise<void> {
  return audit(ports, by, acts[state], id)
}
