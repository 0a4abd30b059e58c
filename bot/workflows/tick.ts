/**
 * What time alone brings, looked for every minute: Sessions that are over, pauses that end, the reading of the chart
 * when it is due, and work whose worker died. Every part is harmless when there is nothing to do, and when done twice.
 */
import { Fault, tellingOf } from '../domain/fault.ts'
import { askCheckIns, closeCheckIns } from './ask-check-ins.ts'
import { closeOverdueRepairs } from './ask-for-repair.ts'
import { climbLadder } from './climb-ladder.ts'
import { resumePaused } from './enrol.ts'
import { askForMissingApps } from './install-app.ts'
import { lookWhereNobodyLooked } from './look-at-mailbox.ts'
import { askForMails } from './mail-missed.ts'
import type { Ports } from './ports.ts'
import { readChartWhenDue } from './reading-pace.ts'
import { expireRequests } from './request-pairing.ts'
import { runSpeedRounds } from './run-speed-rounds.ts'
import { takeSnapshots } from './take-snapshot.ts'
import { openWatches } from './tend-watches.ts'

const noticesAtOnce = 500

type Needs = Pick<Ports, 'store' | 'jobs' | 'clock' | 'leaseMs' | 'chance' | 'fewestPeople' | 'mailer'>

type Part = (ports: Needs) => Promise<unknown>

/** In this order. What a dead worker left comes first: no other part, however long or broken, may keep people waiting for it. */
const parts: Record<string, Part> = {
  'pick up what is stranded': pickUpStranded,
  'resume who paused': resumePaused,
  'ask check-ins': askCheckIns,
  'close check-ins': closeCheckIns,
  'close overdue repairs': closeOverdueRepairs,
  'expire requests': expireRequests,
  'take snapshots': takeSnapshots,
  'ask for missing apps': askForMissingApps,
  'ask for mails': askForMails,
  'climb the ladder': climbLadder,
  'open watches': openWatches,
  'look at mailboxes': lookWhereNobodyLooked,
  'run speed rounds': (ports) => runSpeedRounds(ports, ports.clock.now()),
  'read the chart when due': readChartWhenDue,
}

/** @throws TickFailed when it has tried every part and some failed */
export async function tick(ports: Needs): Promise<void> {
  const failed: { part: string; error: unknown }[] = []
  for (const [part, run] of Object.entries(parts)) {
    await run(ports).catch((error: unknown) => failed.push({ part, error }))
  }
  if (failed.length > 0) throw new TickFailed(failed)
}

export class TickFailed extends Fault {
  override readonly name = 'TickFailed'
  constructor(failed: readonly { part: string; error: unknown }[]) {
    const told = failed.map(({ part, error }) => `${part} (${tellingOf(error)})`)
    super(`Parts of the tick failed, the others are done: ${told.join('; ')}`, { cause: failed[0]?.error })
  }
}

/** The intention is stored, so nothing is lost; whoever finds it first goes on with it. */
export async function pickUpStranded({ store, jobs, clock, leaseMs }: Needs): Promise<void> {
  const before = new Date(clock.now().getTime() - leaseMs)
  for (const hold of await store.holds.stranded(before)) await jobs.add('book-hold', { holdId: hold.id })
  for (const holdId of await store.holds.unreleased(before)) await jobs.add('release-hold', { holdId })
  for (const eventId of await store.speed.unsettled()) await jobs.add('settle-speed-event', { eventId })
  for (const { id, state } of await store.repairs.stranded(before)) {
    await jobs.add(state === 'booking' ? 'book-repair' : 'offer-repair', { repairId: id })
  }
  for (const noticeKey of await store.notices.stranded({ before, leaseMs }, noticesAtOnce)) {
    await jobs.add('deliver-notice', { noticeKey })
  }
  for (const summaryId of await store.summaries.unpublished()) await jobs.add('post-summary', { summaryId })
}
