/**
 * Whoever has a card waiting and not the app gets the app: asked for when Teams says so, and at most once a day and person.
 * The question and the job are one transaction, and a second installation changes nothing: a kill loses none of it.
 */

import type { PersonId } from '../../domain/organization/person.ts'
import { mostAgeMs } from '../../domain/telling/notice-life.ts'
import type { Ports } from '../ports.ts'

const peopleAtOnce = 200
/** Teams tells the bot when it is there, at once as a rule: what that did not bring is looked for then. */
const settledAfterSeconds = 120

export async function askForApp(
  { store, jobs, clock }: Pick<Ports, 'store' | 'jobs' | 'clock'>,
  personId: PersonId,
): Promise<void> {
  await store.transaction(async () => {
    if (await store.reachable.firstToInstall(personId, clock.now()))
      await jobs.add('install-app', { personId })
  })
}

/** Those whom nobody could help the day before. */
export async function askForMissingApps(ports: Pick<Ports, 'store' | 'jobs' | 'clock'>): Promise<void> {
  const since = { at: ports.clock.now(), mostAgeMs }
  for (const personId of await ports.store.reachable.lackingApp(since, peopleAtOnce))
    await askForApp(ports, personId)
}

/** Teams may tell of the app while a card is on its way and refused, or not at all: so what was missed is looked for again. */
export async function installApp(
  { installer, jobs }: Pick<Ports, 'installer' | 'jobs'>,
  personId: PersonId,
): Promise<void> {
  const outcome = await installer.installFor(personId)
  if (outcome === 'installed' || outcome === 'there')
    await jobs.add('deliver-missed', { personId }, { inSeconds: settledAfterSeconds })
}
