/**
 * Sessions inside a break are not asked about, so nobody knows whether the two still go on: once nobody of them pauses any
 * more, both read what is planned next, and change it where it does not suit. Joins an open transaction.
 */
import type { Participant } from '../../domain/enrolment/participant.ts'
import { partnerOf } from '../../domain/pairing/pairing.ts'
import { partnerFace } from '../pairing/over.ts'
import type { Ports } from '../ports.ts'
import { tell } from '../telling/deliver-notice.ts'

type Needs = Pick<Ports, 'store' | 'clock' | 'jobs'>

/** @param back as they were while they paused */
export async function askHowToGoOn({ store, clock, jobs }: Needs, back: Participant): Promise<void> {
  const { cohortId, personId, pausedUntil } = back
  for (const pairing of await store.pairings.ofPerson(personId)) {
    if (pairing.cohortId !== cohortId || pairing.state !== 'active') continue
    const partnerId = partnerOf(pairing, personId)
    // The other is still away: it is asked when they are back as well.
    if ((await store.participants.of(cohortId, partnerId))?.state === 'paused') continue
    const ahead = (await store.sessions.ofPairing(pairing.id))
      .filter(({ state, startsAt }) => state === 'planned' && startsAt > clock.now())
      .toSorted((one, other) => one.startsAt.getTime() - other.startsAt.getTime())
    const [session] = ahead
    const next = session && { start: session.startsAt, end: session.endsAt, sessionId: session.id }
    for (const readerId of [personId, partnerId]) {
      const reader = await store.participants.of(cohortId, readerId)
      // One break is one question, by whichever way it ends.
      const key = `break-over.${pairing.id}.${personId}.${pausedUntil ?? 'today'}.${readerId}`
      await tell({ store, jobs }, key, readerId, {
        ...{ kind: 'break-over', pairingId: pairing.id, isReader: readerId === personId },
        partner: await partnerFace(store, pairing, readerId),
        ...(next ? { next } : {}),
        timeZone: reader?.timeZone ?? 'UTC',
      })
    }
  }
}
