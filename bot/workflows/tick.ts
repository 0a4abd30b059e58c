/**
 * What time alone brings, looked for every minute: Sessions that are over, pauses that end, the nightly reading of the
 * chart, and work whose worker died. Every part is harmless when there is nothing to do, and when done twice.
 */
import { askCheckIns, closeCheckIns } from './ask-check-ins.ts'
import { closeOverdueRepairs } from './ask-for-repair.ts'
import { climbLadder } from './climb-ladder.ts'
import { resumePaused } from './enrol.ts'
import { lookWhereNobodyLooked } from './look-at-mailbox.ts'
import type { Ports } from './ports.ts'
import { expireRequests } from './request-pairing.ts'
import { runSpeedRounds } from './run-speed-rounds.ts'
import { takeSnapshots } from './take-snapshot.ts'
import { openWatches } from './tend-watches.ts'

const hourMs = 3_600_000
/** The chart is read again when it is older than this. */
const chartAgeMs = 20 * hourMs
const noticesAtOnce = 500

type Needs = Pick<Ports, 'store' | 'jobs' | 'clock' | 'leaseMs' | 'chance' | 'fewestPeople'>

export async function tick(ports: Needs): Promise<void> {
  await resumePaused(ports)
  await askCheckIns(ports)
  await closeCheckIns(ports)
  await closeOverdueRepairs(ports)
  await expireRequests(ports)
  await takeSnapshots(ports)
  await climbLadder(ports)
  await openWatches(ports)
  await lookWhereNobodyLooked(ports)
  await runSpeedRounds(ports, ports.clock.now())
  await readChartWhenOld(ports)
  await pickUpStranded(ports)
}

async function readChartWhenOld({ store, jobs, clock }: Needs): Promise<void> {
  const { state, startedAt } = await store.organization.reading()
  if (state === 'never' || !startedAt) return
  if (clock.now().getTime() - startedAt.getTime() > chartAgeMs) await jobs.add('read-organization', {})
}

/** The intention is stored, so nothing is lost; whoever finds it first goes on with it. */
export async function pickUpStranded({ store, jobs, clock, leaseMs }: Needs): Promise<void> {
  const before = new Date(clock.now().getTime() - leaseMs)
  for (const hold of await store.holds.stranded(before)) await jobs.add('book-hold', { holdId: hold.id })
  for (const holdId of await store.holds.unreleased(before)) await jobs.add('release-hold', { holdId })
  for (const eventId of await store.speed.unsettled(before)) await jobs.add('settle-speed-event', { eventId })
  for (const { id, state } of await store.repairs.stranded(before)) {
    await jobs.add(state === 'booking' ? 'book-repair' : 'offer-repair', { repairId: id })
  }
  for (const noticeKey of await store.notices.stranded(before, noticesAtOnce)) {
    await jobs.add('deliver-notice', { noticeKey })
  }
  for (const summaryId of await store.summaries.unpublished()) await jobs.add('post-summary', { summaryId })
}
