/**
 * What time alone brings, looked for every minute: Sessions that are over, pauses that end, the reading of the chart
 * when it is due, and work whose worker died. Every part is harmless when there is nothing to do, and when done twice.
 * What a dead worker left is picked up in a queue of its own: no other part, however long or broken, may keep people
 * waiting for it.
 */
import { Fault, tellingOf } from '../domain/fault.ts'
import { minusMs } from '../domain/span.ts'
import { resumePaused } from './enrolment/enrol.ts'
import { sendInvitations } from './enrolment/invite.ts'
import { eraseLeavers, forgetCohorts } from './enrolment/keep-to-retention.ts'
import { movePlacesOn } from './enrolment/offer-place.ts'
import { askCheckIns, closeCheckIns } from './meeting/ask-check-ins.ts'
import { lapseAsks } from './meeting/ask-pair.ts'
import { climbLadder } from './meeting/escalate-stalls.ts'
import { doMoments, planMoments } from './meeting/keep-moments.ts'
import { resumePausedPairs } from './meeting/pair-break.ts'
import { remindOfAsks, remindOfCheckIns } from './meeting/remind-once.ts'
import { readChartWhenDue } from './organization/reading-pace.ts'
import type { Ports } from './ports.ts'
import { expireRequests } from './preferences/request-pairing.ts'
import { followStages } from './program/follow-stage.ts'
import { endLostParts } from './program/keep-parts.ts'
import { takeSnapshots } from './publishing/take-snapshot.ts'
import { lookWhereNobodyLooked } from './scheduling/look-at-mailbox.ts'
import { closeOverdueRepairs, dropPassedTimes, remindOfRepairs } from './scheduling/repair/tend-repairs.ts'
import { openWatches } from './scheduling/tend-watches.ts'
import { runSpeedRounds } from './speed/run-speed-rounds.ts'
import { askForMissingApps } from './telling/install-app.ts'
import { askForMails } from './telling/mail-missed.ts'

const noticesAtOnce = 500

type Needs = Pick<
  Ports,
  'store' | 'jobs' | 'clock' | 'leaseMs' | 'chance' | 'fewestPeople' | 'mailer' | 'retentionMonths'
>

type Part = (ports: Needs) => Promise<unknown>

type Parts = Record<string, Part>

/** In this order. */
const parts: Parts = {
  'resume who paused': resumePaused,
  'resume pairs that paused': resumePausedPairs,
  // Before the questions: nobody is asked how something was that did not take place.
  'close overdue repairs': closeOverdueRepairs,
  'drop times that passed': dropPassedTimes,
  'remind of repairs': remindOfRepairs,
  'ask check-ins': askCheckIns,
  'close check-ins': closeCheckIns,
  'remind of check-ins': remindOfCheckIns,
  'expire requests': expireRequests,
  'move places on': movePlacesOn,
  'send invitations': sendInvitations,
  'follow stages': followStages,
  'take snapshots': takeSnapshots,
  'ask for missing apps': askForMissingApps,
  'ask for mails': askForMails,
  'climb the ladder': climbLadder,
  'open watches': openWatches,
  'look at mailboxes': lookWhereNobodyLooked,
  'plan moments': planMoments,
  'do moments': doMoments,
  'lapse asks': lapseAsks,
  'remind of asks': remindOfAsks,
  'run speed rounds': (ports) => runSpeedRounds(ports, ports.clock.now()),
  'forget cohorts': forgetCohorts,
  'erase leavers': eraseLeavers,
  'end lost parts': endLostParts,
  'read the chart when due': readChartWhenDue,
}

/** The intention is stored, so nothing is lost; whoever finds it first goes on with it. */
const strandedParts: Parts = {
  'pick up holds': async ({ store, jobs, ...rest }) => {
    for (const hold of await store.holds.stranded(lastAlive(rest)))
      await jobs.add('book-hold', { holdId: hold.id })
  },
  'pick up releases': async ({ store, jobs, ...rest }) => {
    for (const holdId of await store.holds.unreleased(lastAlive(rest)))
      await jobs.add('release-hold', { holdId })
  },
  'pick up speed events': async ({ store, jobs }) => {
    for (const eventId of await store.speed.unsettled()) await jobs.add('settle-speed-event', { eventId })
  },
  'pick up repairs': async ({ store, jobs, ...rest }) => {
    for (const { id, state } of await store.repairs.stranded(lastAlive(rest)))
      await jobs.add(state === 'booking' ? 'book-repair' : 'offer-repair', { repairId: id })
  },
  'pick up erasures': async ({ store, jobs }) => {
    for (const erasureId of await store.erasures.waiting(100)) await jobs.add('erase-person', { erasureId })
  },
  'pick up closed cohorts': async ({ store, jobs, clock }) => {
    if ((await store.pairings.unclosed(1, clock.now())).length > 0) await jobs.add('complete-pairings', {})
  },
  'pick up notices': async ({ store, jobs, leaseMs, clock }) => {
    const since = { before: lastAlive({ leaseMs, clock }), leaseMs }
    for (const noticeKey of await store.notices.stranded(since, noticesAtOnce))
      await jobs.add('deliver-notice', { noticeKey })
  },
  'pick up summaries': async ({ store, jobs }) => {
    for (const summaryId of await store.summaries.unpublished()) await jobs.add('post-summary', { summaryId })
  },
}

/** Whoever was not heard of since then is dead. */
const lastAlive = ({ clock, leaseMs }: Pick<Needs, 'clock' | 'leaseMs'>) => minusMs(clock.now(), leaseMs)

/** @throws TickFailed when it has tried every part and some failed */
export const pickUpStranded = (ports: Needs): Promise<void> => runAll(strandedParts, ports)

/** @throws TickFailed when it has tried every part and some failed */
export const passTime = (ports: Needs): Promise<void> => runAll(parts, ports)

/** A whole minute at once: what is stranded before anything else. @throws TickFailed */
export const tick = (ports: Needs): Promise<void> => runAll({ ...strandedParts, ...parts }, ports)

async function runAll(all: Parts, ports: Needs): Promise<void> {
  const failed: { part: string; error: unknown }[] = []
  for (const [part, run] of Object.entries(all)) {
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
