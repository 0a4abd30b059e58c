/** Something stirred in a mailbox, or nobody looked for a while: every series of ours in it is read again. */

import type { PersonId } from '../../domain/organization/person.ts'
import type { Pairing } from '../../domain/pairing/pairing.ts'
import type { Cohort, CohortId } from '../../domain/program/program.ts'
import type { HoldId } from '../../domain/scheduling/hold.ts'
import { hourMs, minusMs, secondMs } from '../../domain/span.ts'
import type { Ports } from '../ports.ts'
import { raiseConcerns } from '../telling/raise-concerns.ts'
import { lookAtSeries, whose } from './look-at-series.ts'

type Needs = Pick<Ports, 'store' | 'calendar' | 'jobs' | 'clock' | 'chance'>

/** The list lags behind the calendar by seconds, seldom by minutes: so long after the first absence it is asked again. */
const listedAgainSeconds = 5 * 60
/** Clocks differ a little. */
const leastSeconds = 3 * 60

/** Events that were not listed at that moment; the mailbox itself, when that was not there. */
export interface Absence {
  eventIds: readonly string[]
  at: Date
}

export async function lookAtMailbox(ports: Needs, mailbox: PersonId, before?: Absence): Promise<void> {
  const { store, jobs, clock } = ports
  // Before the reading: what happens while it goes on asks for another one.
  await store.watches.calm(mailbox)
  const at = clock.now()
  const isLater = before !== undefined && at.getTime() - before.at.getTime() >= leastSeconds * secondMs
  const missedBefore = new Set(isLater ? before.eventIds : [])
  const unlisted: string[] = []
  let failure: unknown
  const holdIds = await store.watches.seriesIn(mailbox)
  for (const holdId of holdIds) {
    try {
      unlisted.push(...(await lookAtSeries(ports, holdId, missedBefore)))
    } catch (error) {
      failure = error
      if (isRefusal(error, 'no-mailbox')) break
    }
  }
  // None of its series can be read then; nothing is written about them, and the Organizer hears of the mailbox once.
  const isGone = isRefusal(failure, 'no-mailbox')
  if (isGone && !missedBefore.has(mailbox)) unlisted.push(mailbox)
  else await sayWhetherThere(ports, mailbox, holdIds, !isGone && failure === undefined, isGone)
  // A look that came too early is no second one; the first has asked for its own.
  if (unlisted.length > 0 && (before === undefined || isLater)) {
    const again = { mailbox, unlisted, since: at.toISOString() }
    await jobs.add('look-at-mailbox', again, { inSeconds: listedAgainSeconds })
  }
  if (isGone) {
    await store.watches.looked(mailbox, at)
    return
  }
  // Outlook's last word: it is asked again when the mailbox stirs or is due, not every minute.
  if (isRefusal(failure)) await store.watches.looked(mailbox, at)
  // One series that cannot be read keeps no other from being read, and the mailbox from counting as read.
  if (failure) throw failure
  await store.watches.looked(mailbox, at)
}

function isRefusal(error: unknown, code?: string): boolean {
  const refusal = error as { name?: string; code?: string } | undefined
  return refusal?.name === 'CalendarRefused' && (code === undefined || refusal.code === code)
}

/** Once for each Cohort that meets through it; it closes when the mailbox can be read again. */
async function sayWhetherThere(
  ports: Needs,
  mailbox: PersonId,
  holdIds: HoldId[],
  isThere: boolean,
  isGone: boolean,
): Promise<void> {
  const { store, clock } = ports
  for (const { cohort, pairing } of await cohortsOf(ports, holdIds)) {
    const key = `mailbox-gone.${cohort.id}.${mailbox}`
    if (isThere) await store.concerns.close(key, clock.now())
    if (!isGone) continue
    const about = { ...whose(mailbox, pairing), detail: { personId: mailbox } }
    await raiseConcerns(ports, cohort, [{ ...about, key, kind: 'mailbox-gone' }])
  }
}

async function cohortsOf(
  { store }: Needs,
  holdIds: HoldId[],
): Promise<{ cohort: Cohort; pairing: Pairing }[]> {
  const cohorts = new Map<CohortId, { cohort: Cohort; pairing: Pairing }>()
  for (const holdId of holdIds) {
    const hold = await store.holds.get(holdId)
    const pairing = hold && (await store.pairings.get(hold.pairingId))
    if (pairing?.state !== 'active' || cohorts.has(pairing.cohortId)) continue
    const cohort = await store.cohorts.get(pairing.cohortId)
    if (cohort) cohorts.set(cohort.id, { cohort, pairing })
  }
  return [...cohorts.values()]
}

/** One look, however often Graph says that something changed. */
export async function stirMailbox(
  { store, jobs }: Pick<Ports, 'store' | 'jobs'>,
  mailbox: PersonId,
): Promise<void> {
  await store.transaction(async () => {
    if (await store.watches.stir(mailbox)) await jobs.add('look-at-mailbox', { mailbox })
  })
}

/**
 * Graph says that an event of ours was deleted. That is no proof, so the calendar is asked as always; and since its list may
 * show the event for some minutes still, it is asked again after them.
 */
export async function lookOnceMore(
  { jobs, clock }: Pick<Ports, 'jobs' | 'clock'>,
  mailbox: PersonId,
): Promise<void> {
  const since = clock.now().toISOString()
  await jobs.add('look-at-mailbox', { mailbox, unlisted: [], since }, { inSeconds: listedAgainSeconds })
}

/** Notifications get lost; nobody's calendar goes unread for longer than this. */
const unlookedHours = 6
/** A tick comes every minute: 60 of them an hour read 10,000 mailboxes well within the time. */
const looksATick = 60

export async function lookWhereNobodyLooked({ store, jobs, clock }: Pick<Ports, 'store' | 'jobs' | 'clock'>) {
  const before = minusMs(clock.now(), unlookedHours * hourMs)
  for (const mailbox of await store.watches.unlooked(before, looksATick)) {
    await jobs.add('look-at-mailbox', { mailbox })
  }
}
