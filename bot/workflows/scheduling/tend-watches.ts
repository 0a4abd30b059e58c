/**
 * Keeps one subscription of Graph's for every mailbox in which a live series of ours is organized, and one for the users of
 * the directory once the chart was asked for: begun, renewed once a day, and ended when nothing is left to listen for. The watch is stored with its secret before Graph is asked, so that a
 * subscription whose answer was lost is found again and taken over. Where Graph will not have one, reading the series
 * every few hours does the work.
 */

import type { PersonId } from '../../domain/organization/person.ts'
import {
  type CalendarNotification,
  type CalendarWatch,
  renewWithinMinutes,
  watchMinutes,
  wholeDirectory,
} from '../../domain/scheduling/calendar-watch.ts'
import { minuteMs, plusMs } from '../../domain/span.ts'
import type { Ports } from '../ports.ts'
import { lookOnceMore, stirMailbox } from './look-at-mailbox.ts'

type Needs = Pick<Ports, 'store' | 'watcher' | 'jobs' | 'clock' | 'chance'>

/** As many as one round takes on; what is left is the next one's. */
const atOnce = 200
const tryAgainMinutes = 60

/** Watches of mailboxes with live series are there; whether Graph was asked yet is another matter. Reads no calendar. */
export async function openWatches({ store, clock, chance, jobs }: Omit<Needs, 'watcher'>) {
  const now = clock.now()
  const missing = await store.watches.missing(now, atOnce)
  if (await isDirectoryUnwatched(store)) missing.unshift(wholeDirectory)
  for (const mailbox of missing) {
    await store.watches.save({ mailbox, clientState: chance.id(), stirred: false })
  }
  const renewBefore = plusMs(now, renewWithinMinutes * minuteMs)
  const work = [...(await store.watches.due(now, renewBefore, 1)), ...(await store.watches.idle(now, 1))]
  if (work.length > 0) await jobs.add('tend-watches', {})
}

async function isDirectoryUnwatched({ organization, watches }: Ports['store']): Promise<boolean> {
  return (await organization.reading()).state !== 'never' && !(await watches.get(wholeDirectory))
}

/** @throws the first thing that went wrong, after everything was tried. */
export async function tendWatches(ports: Needs): Promise<void> {
  const { store, clock, watcher } = ports
  const now = clock.now()
  const renewBefore = plusMs(now, renewWithinMinutes * minuteMs)
  const due = await store.watches.due(now, renewBefore, atOnce)
  const absent = due.filter(({ subscriptionId }) => subscriptionId === undefined)
  const known = absent.length > 0 ? await watcher.list() : []
  const failures: unknown[] = []
  for (const watch of due) {
    try {
      await (watch.subscriptionId ? renew(ports, watch, watch.subscriptionId) : begin(ports, watch, known))
    } catch (error) {
      failures.push(error)
      await putOff(ports, watch)
    }
  }
  for (const watch of await store.watches.idle(now, atOnce)) {
    if (watch.subscriptionId) await watcher.end(watch.subscriptionId)
    await store.watches.remove(watch.mailbox)
  }
  if (failures.length > 0) throw failures[0]
}

async function begin(
  ports: Needs,
  watch: CalendarWatch,
  known: Awaited<ReturnType<Ports['watcher']['list']>>,
): Promise<void> {
  const { clock, watcher } = ports
  const until = plusMs(clock.now(), watchMinutes * minuteMs)
  let mine: { id: string; expiresAt: Date } | undefined
  for (const one of known.filter(({ mailbox }) => mailbox === watch.mailbox)) {
    // Graph takes the same subscription twice, and would tell us everything twice.
    if (!mine && (await watcher.clientStateOf(one.id)) === watch.clientState) mine = one
    else await watcher.end(one.id)
  }
  mine ??= await watcher.begin(watch.mailbox, watch.clientState, until)
  await listenBy(ports, watch, mine)
}

async function renew(ports: Needs, watch: CalendarWatch, id: string): Promise<void> {
  const { store, clock, watcher } = ports
  const until = plusMs(clock.now(), watchMinutes * minuteMs)
  const renewed = await watcher.renew(id, until)
  if (renewed !== 'gone') return store.watches.save({ ...watch, expiresAt: renewed.expiresAt })
  await listenBy(ports, watch, await watcher.begin(watch.mailbox, watch.clientState, until))
}

/** Graph tells of nothing that happened before the subscription began; so what happened since the last look is read now. */
async function listenBy(
  ports: Needs,
  watch: CalendarWatch,
  { id, expiresAt }: { id: string; expiresAt: Date },
): Promise<void> {
  const { store } = ports
  await store.watches.save({ ...watch, subscriptionId: id, expiresAt })
  // The chart is read by the tick.
  if (watch.mailbox === wholeDirectory) await store.watches.stir(watch.mailbox)
  else await stirMailbox(ports, watch.mailbox)
}

/** A mailbox that Graph will not let us listen to is not asked about again for a while. */
async function putOff({ store, clock }: Needs, { subscriptionId, ...watch }: CalendarWatch): Promise<void> {
  if (subscriptionId) return
  const expiresAt = plusMs(clock.now(), tryAgainMinutes * minuteMs)
  await store.watches.save({ ...watch, expiresAt })
}

/**
 * What Graph posted, sender and secret already checked. A subscription that Graph ended, or wants to hear about again, is
 * tended at once; what was missed meanwhile is read.
 */
export async function hear(
  ports: Pick<Ports, 'store' | 'jobs' | 'clock'>,
  mailbox: PersonId,
  { lifecycleEvent, deletedId }: Pick<CalendarNotification, 'lifecycleEvent' | 'deletedId'>,
): Promise<void> {
  const { store, jobs, clock } = ports
  if (lifecycleEvent === 'subscriptionRemoved' || lifecycleEvent === 'reauthorizationRequired') {
    await store.transaction(async () => {
      const watch = await store.watches.get(mailbox)
      if (!watch) return
      const { subscriptionId, ...rest } = watch
      const isThere = lifecycleEvent === 'reauthorizationRequired' && subscriptionId !== undefined
      await store.watches.save({ ...rest, expiresAt: clock.now(), ...(isThere ? { subscriptionId } : {}) })
      await jobs.add('tend-watches', {})
    })
  }
  if (lifecycleEvent === 'reauthorizationRequired') return
  // The chart is read by the tick, a little later: many changes of the directory come at once.
  if (mailbox === wholeDirectory) {
    await store.watches.stir(mailbox)
    return
  }
  await stirMailbox(ports, mailbox)
  if (deletedId && (await store.watches.isOurs(mailbox, deletedId))) await lookOnceMore(ports, mailbox)
}
