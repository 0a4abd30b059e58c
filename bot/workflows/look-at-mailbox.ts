/** Something stirred in a mailbox, or nobody looked for a while: every series of ours in it is read again. */
import type { PersonId } from '../domain/person.ts'
import { lookAtSeries } from './look-at-series.ts'
import type { Ports } from './ports.ts'

type Needs = Pick<Ports, 'store' | 'calendar' | 'jobs' | 'clock' | 'chance'>

/** The list lags behind the calendar by seconds, seldom by minutes: so long after the first absence it is asked again. */
const listedAgainSeconds = 5 * 60
/** Clocks differ a little. */
const leastSeconds = 3 * 60

/** Events that were not listed at that moment. */
export interface Absence {
  eventIds: readonly string[]
  at: Date
}

export async function lookAtMailbox(ports: Needs, mailbox: PersonId, before?: Absence): Promise<void> {
  const { store, jobs, clock } = ports
  // Before the reading: what happens while it goes on asks for another one.
  await store.watches.calm(mailbox)
  const at = clock.now()
  const isLater = before !== undefined && at.getTime() - before.at.getTime() >= leastSeconds * 1000
  const missedBefore = new Set(isLater ? before.eventIds : [])
  const unlisted: string[] = []
  let failure: unknown
  for (const holdId of await store.watches.seriesIn(mailbox)) {
    try {
      unlisted.push(...(await lookAtSeries(ports, holdId, missedBefore)))
    } catch (error) {
      failure = error
    }
  }
  // A look that came too early is no second one; the first has asked for its own.
  if (unlisted.length > 0 && (before === undefined || isLater)) {
    const again = { mailbox, unlisted, since: at.toISOString() }
    await jobs.add('look-at-mailbox', again, { inSeconds: listedAgainSeconds })
  }
  // One series that cannot be read keeps no other from being read, and the mailbox from counting as read.
  if (failure) throw failure
  await store.watches.looked(mailbox, at)
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

/** Notifications get lost; nobody's calendar goes unread for longer than this. */
const unlookedHours = 6
/** A tick comes every minute: 60 of them an hour read 10,000 mailboxes well within the time. */
const looksATick = 60

export async function lookWhereNobodyLooked({ store, jobs, clock }: Pick<Ports, 'store' | 'jobs' | 'clock'>) {
  const before = new Date(clock.now().getTime() - unlookedHours * 3_600_000)
  for (const mailbox of await store.watches.unlooked(before, looksATick)) {
    await jobs.add('look-at-mailbox', { mailbox })
  }
}
