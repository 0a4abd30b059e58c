import { answerWithinDays, checkInKey, checkInKeys, isDue } from '../../domain/meeting/check-in.ts'
import type { PersonId } from '../../domain/organization/person.ts'
import type { Pairing } from '../../domain/pairing/pairing.ts'
import { isPending } from '../../domain/scheduling/repair/repair.ts'
import type { Session } from '../../domain/scheduling/session.ts'
import { dayMs, minusMs } from '../../domain/span.ts'
import { eachAlone } from '../each-alone.ts'
import { cardFacts } from '../pairing/pair-context.ts'
import type { Ports } from '../ports.ts'
import { tell } from '../telling/deliver-notice.ts'
import { redrawCards } from '../telling/redraw-cards.ts'
import { isPausing } from './pausing.ts'

type Needs = Pick<Ports, 'store' | 'clock' | 'jobs'>

const atOnce = 200

/** Every Session that is over is asked about once, of both sides. Run as often as you like. */
export async function askCheckIns({ store, clock, jobs }: Needs): Promise<number> {
  const now = clock.now()
  const sessions = await store.sessions.unasked(now, atOnce)
  await eachAlone(
    sessions.filter((session) => isDue(session, now)),
    (session) => store.transaction(() => askBoth({ store, clock, jobs }, session, now)),
  )
  return sessions.length
}

async function askBoth({ store, jobs }: Needs, session: Session, now: Date): Promise<void> {
  const pairing = await store.pairings.lock(session.pairingId)
  // Another instance may have asked since, and somebody may have answered already.
  if (!pairing || (await store.checkIns.of(session.id)).length > 0) return
  const current = await store.sessions.get(session.id)
  if (!current || !isDue(current, now) || (await store.repairs.ofSession(session.id)).some(isPending)) return
  for (const personId of [pairing.mentorId, pairing.menteeId]) {
    // Whoever pauses is asked nothing; that there is a question at all keeps the other from being asked twice.
    const isAway = await isPausing(store, pairing, personId)
    const asked = isAway ? { state: 'due' as const } : { state: 'asked' as const, askedAt: now }
    await store.checkIns.save({ sessionId: session.id, personId, ...asked })
    if (!isAway) await tellOfCheckIn({ store, jobs }, pairing, session, personId)
  }
}

export async function tellOfCheckIn(
  { store, jobs }: Pick<Needs, 'store' | 'jobs'>,
  pairing: Pairing,
  session: Session,
  personId: PersonId,
  again?: 'again',
): Promise<void> {
  const facts = await cardFacts(store, pairing, personId)
  if (!facts) return
  await tell({ store, jobs }, checkInKey(session, personId, again), personId, {
    kind: 'check-in',
    sessionId: session.id,
    number: session.number,
    startedAt: session.startsAt,
    ...facts,
    ...(again ? { again: true } : {}),
  })
}

/** Nobody answered for long enough: it counts as missed, figures no longer wait for it, and its cards ask no more. */
export async function closeCheckIns({ store, clock, jobs }: Needs): Promise<void> {
  const before = minusMs(clock.now(), answerWithinDays * dayMs)
  await eachAlone(await store.checkIns.asked(before, atOnce), ({ sessionId, personId }) =>
    store.transaction(async () => {
      const session = await store.sessions.get(sessionId)
      if (session) await store.pairings.lock(session.pairingId)
      const checkIn = (await store.checkIns.of(sessionId)).find((one) => one.personId === personId)
      if (!session || checkIn?.state !== 'asked') return
      await store.checkIns.save({ ...checkIn, state: 'missed' })
      await redrawCards({ store, jobs }, checkInKeys(session, personId), (notice) =>
        notice.kind === 'check-in' ? { ...notice, state: 'closed' } : notice,
      )
    }),
  )
}
