/**
 * Whoever is to be written to and may not have the app gets the app: before the first card, and after one that Teams refused
 * for want of it; asked at most once a day and person. The question and the job are one transaction, and a second
 * installation changes nothing: a kill loses none of it.
 */

import type { PersonId } from '../../domain/organization/person.ts'
import { appFirst, mostAgeMs, mostHeldMs } from '../../domain/telling/notice-life.ts'
import type { ClaimedNotice } from '../../domain/telling/outgoing.ts'
import type { Ports } from '../ports.ts'
import { deliverAgain, deliverMissed } from './deliver-missed.ts'

const peopleAtOnce = 200
/** Teams tells the bot when it is there, at once as a rule: what that did not bring is looked for then. */
const settledAfterSeconds = 120

type Needs = Pick<Ports, 'store' | 'jobs' | 'clock'>

/** False when somebody asked within a day. */
export async function askForApp({ store, jobs, clock }: Needs, personId: PersonId): Promise<boolean> {
  return store.transaction(async () => {
    const isFirst = await store.reachable.firstToInstall(personId, clock.now())
    if (isFirst) await jobs.add('install-app', { personId })
    return isFirst
  })
}

/**
 * True when the card waits until the app is there: no chat with its reader is known, so that Teams might refuse it. A card
 * that was let go again carries no such reason any more; one that nobody let go is tried when it has waited too long.
 */
export async function holdForApp(ports: Needs, outgoing: ClaimedNotice): Promise<boolean> {
  const { store } = ports
  const { personId, why, ageMs } = outgoing
  if (await store.reachable.get(personId)) return false
  return store.transaction(async () => {
    const isHeld =
      why === appFirst
        ? ageMs < mostHeldMs
        : (await askForApp(ports, personId)) || (await store.notices.hasWaiting(personId, appFirst))
    if (isHeld) await store.notices.save({ ...outgoing, state: 'waiting', why: appFirst })
    return isHeld
  })
}

/** Those whom nobody could help the day before. */
export async function askForMissingApps(ports: Needs): Promise<void> {
  const since = { at: ports.clock.now(), mostAgeMs }
  for (const personId of await ports.store.reachable.lackingApp(since, peopleAtOnce))
    await askForApp(ports, personId)
}

/**
 * Teams may tell of the app while a card is on its way and refused, or not at all: so what was missed is looked for again.
 * Where it could not be installed, the card that waited for it is tried all the same: Teams may know better.
 */
export async function installApp(
  ports: Pick<Ports, 'installer' | 'jobs' | 'store'>,
  personId: PersonId,
): Promise<void> {
  const outcome = await ports.installer.installFor(personId).catch(async (error: unknown) => {
    await deliverAgain(ports, personId, [appFirst])
    throw error
  })
  if (outcome === 'there') await deliverMissed(ports, personId)
  if (outcome === 'refused' || outcome === 'impossible') return deliverAgain(ports, personId, [appFirst])
  await ports.jobs.add('deliver-missed', { personId }, { inSeconds: settledAfterSeconds })
}
