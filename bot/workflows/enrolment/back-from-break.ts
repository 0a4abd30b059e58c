/**
 * Sessions inside a break are not asked about, so nobody knows whether the two still go on: once nobody of them pauses any
 * more, both read what is planned next, and change it where it does not suit. Joins an open transaction.
 */
import type { Participant } from '../../domain/enrolment/participant.ts'
import type { PersonId } from '../../domain/organization/person.ts'
import { isPaused, type Pairing, partnerOf } from '../../domain/pairing/pairing.ts'
import { partnerFace } from '../pairing/over.ts'
import type { Ports } from '../ports.ts'
import { tell } from '../telling/deliver-notice.ts'

type Needs = Pick<Ports, 'store' | 'clock' | 'jobs'>

/** @param back as they were while they paused */
export async function askHowToGoOn(ports: Needs, back: Participant): Promise<void> {
  const { store } = ports
  const { cohortId, personId, pausedUntil } = back
  for (const pairing of await store.pairings.ofPerson(personId)) {
    if (pairing.cohortId !== cohortId || pairing.state !== 'active') continue
    const partnerId = partnerOf(pairing, personId)
    // The pair rests as such, and is asked when that is over.
    if (isPaused(pairing)) continue
    // The other is still away: it is asked when they are back as well.
    if ((await store.participants.of(cohortId, partnerId))?.state === 'paused') continue
    await askTwo(ports, pairing, (readerId) => ({
      // One break is one question, by whichever way it ends.
      key: `break-over.${pairing.id}.${personId}.${pausedUntil ?? 'today'}.${readerId}`,
      isReader: readerId === personId,
    }))
  }
}

type Question = (readerId: PersonId) => { key: string; isReader: boolean }

/** The pair paused as such. Whoever is away by themself as well is asked when they are back, and the other with them. */
export async function askHowTwoGoOn(ports: Needs, pairing: Pairing, question: Question): Promise<void> {
  for (const personId of [pairing.mentorId, pairing.menteeId])
    if ((await ports.store.participants.of(pairing.cohortId, personId))?.state === 'paused') return
  await askTwo(ports, pairing, question)
}

async function askTwo({ store, clock, jobs }: Needs, pairing: Pairing, question: Question): Promise<void> {
  const ahead = (await store.sessions.ofPairing(pairing.id))
    .filter(({ state, startsAt }) => state === 'planned' && startsAt > clock.now())
    .toSorted((one, other) => one.startsAt.getTime() - other.startsAt.getTime())
  const [session] = ahead
  const next = session && { start: session.startsAt, end: session.endsAt, sessionId: session.id }
  for (const readerId of [pairing.mentorId, pairing.menteeId]) {
    const reader = await store.participants.of(pairing.cohortId, readerId)
    const { key, isReader } = question(readerId)
    await tell({ store, jobs }, key, readerId, {
      ...{ kind: 'break-over', pairingId: pairing.id, isReader },
      partner: await partnerFace(store, pairing, readerId),
      ...(next ? { next } : {}),
      timeZone: reader?.timeZone ?? 'UTC',
    })
  }
}
