/**
 * Whoever has not answered is reminded once, on a card that says that there will be no other; then the question lapses. Nobody
 * is reminded while they pause, nor of a pair that has parted.
 */
import { askAgainAfterDays } from '../../domain/meeting/ask.ts'
import { remindAfterDays } from '../../domain/meeting/check-in.ts'
import { isLasting } from '../../domain/pairing/pairing.ts'
import { dayMs, minusMs } from '../../domain/span.ts'
import { eachAlone } from '../each-alone.ts'
import type { Ports } from '../ports.ts'
import { tellOfCheckIn } from './ask-check-ins.ts'
import { askAgain } from './ask-pair.ts'
import { isPausing } from './pausing.ts'

type Needs = Pick<Ports, 'store' | 'clock' | 'jobs'>

const atOnce = 200

export async function remindOfCheckIns(ports: Needs): Promise<void> {
  const { store, clock } = ports
  const now = clock.now()
  await eachAlone(
    await store.checkIns.unreminded(minusMs(now, remindAfterDays * dayMs), atOnce),
    ({ sessionId, personId }) =>
      store.transaction(async () => {
        const session = await store.sessions.get(sessionId)
        const pairing = session && (await store.pairings.lock(session.pairingId))
        // Answered, or reminded by another instance, since.
        const mine = (await store.checkIns.of(sessionId)).find((one) => one.personId === personId)
        if (!session || !pairing || mine?.state !== 'asked' || mine.remindedAt) return
        if (await isPausing(store, pairing, personId)) return
        await store.checkIns.save({ ...mine, remindedAt: now })
        if (isLasting(pairing)) await tellOfCheckIn(ports, pairing, session, personId, 'again')
      }),
  )
}

export async function remindOfAsks(ports: Needs): Promise<void> {
  const { store, clock } = ports
  const now = clock.now()
  await eachAlone(
    await store.asks.unreminded(minusMs(now, askAgainAfterDays * dayMs), atOnce),
    ({ key, pairingId, personId }) =>
      store.transaction(async () => {
        const pairing = await store.pairings.lock(pairingId)
        const ask = await store.asks.get(key)
        if (!pairing || ask?.state !== 'asked' || ask.remindedAt || ask.until <= now) return
        if (await isPausing(store, pairing, personId)) return
        await store.asks.save({ ...ask, remindedAt: now })
        if (isLasting(pairing)) await askAgain(ports, ask, pairing)
      }),
  )
}
