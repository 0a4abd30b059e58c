/**
 * An Organizer lets a pair pause until a day, as somebody may pause themself: both hear of it in neutral words, nothing inside it
 * is asked about, and once it is over both read what is planned next. Booked Sessions stay where they are.
 */

import type { PersonId } from '../../domain/organization/person.ts'
import {
  isPaused,
  onBreak,
  type Pairing,
  type PairingId,
  withoutBreak,
} from '../../domain/pairing/pairing.ts'
import { isRefused, type Refusal, refuse } from '../../domain/refusal.ts'
import { utcDate } from '../../domain/span.ts'
import { whilePausing } from '../../domain/telling/notice-life.ts'
import { eachAlone } from '../each-alone.ts'
import { askHowTwoGoOn } from '../enrolment/back-from-break.ts'
import { partnerFace } from '../pairing/over.ts'
import type { Ports } from '../ports.ts'
import { audit } from '../records/audit.ts'
import { deliverAgain } from '../telling/deliver-missed.ts'
import { tell } from '../telling/deliver-notice.ts'

type Needs = Pick<Ports, 'store' | 'clock' | 'jobs'>

/** Joins the transaction that has the pair locked. Until the same day once more tells nobody anything. */
export async function pausePair(
  ports: Needs,
  pairing: Pairing,
  until: string,
  by: PersonId,
): Promise<Pairing | Refusal> {
  const { store } = ports
  const paused = onBreak(pairing, until)
  if (isRefused(paused) || (isPaused(pairing) && pairing.pausedUntil === until)) return paused
  await store.pairings.save(paused)
  for (const readerId of [paused.mentorId, paused.menteeId])
    await tell(ports, `partner-pauses.${paused.id}.pair.${until}.${readerId}`, readerId, {
      ...{ kind: 'partner-pauses', pairingId: paused.id, until, isOfBoth: true },
      partner: await partnerFace(store, paused, readerId),
    })
  await audit(ports, by, 'pair-paused', paused.id)
  return paused
}

/** Joins the transaction that has the pair locked. */
export async function resumePair(
  ports: Needs,
  pairing: Pairing,
  by: PersonId | 'system',
): Promise<Pairing | Refusal> {
  const { store } = ports
  if (!isPaused(pairing)) return refuse('changed-meanwhile')
  const { pausedUntil } = pairing
  const back = withoutBreak(pairing)
  await store.pairings.save(back)
  for (const personId of [back.mentorId, back.menteeId]) await deliverAgain(ports, personId, [whilePausing])
  await askHowTwoGoOn(ports, back, (readerId) => ({
    key: `break-over.${back.id}.pair.${pausedUntil}.${readerId}`,
    isReader: true,
  }))
  await audit(ports, by, 'pair-resumed', back.id)
  return back
}

/** Breaks that are over end by themselves. */
export async function resumePausedPairs(ports: Needs): Promise<void> {
  const { store, clock } = ports
  const today = utcDate(clock.now())
  await eachAlone(await store.pairings.pausedUntil(today), (id: PairingId) =>
    store.transaction(async () => {
      const pairing = await store.pairings.lock(id)
      // Another instance was quicker, or the break is longer by now.
      if (pairing && isPaused(pairing) && pairing.pausedUntil <= today)
        await resumePair(ports, pairing, 'system')
    }),
  )
}
