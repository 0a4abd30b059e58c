/** Every kind of job: who does it and how often it is tried. Each workflow is safe to run twice. */

import { hourMs, secondMs } from '../domain/span.ts'
import { erasePerson } from '../workflows/enrolment/erase-person.ts'
import { readOrganization } from '../workflows/organization/read-organization.ts'
import { approveMany } from '../workflows/pairing/approve-pairings.ts'
import { completePairings } from '../workflows/pairing/complete-pairings.ts'
import { judgePairings } from '../workflows/pairing/judge-pairings.ts'
import { proposePairings } from '../workflows/pairing/propose-pairings.ts'
import { runScenario } from '../workflows/pairing/scenarios.ts'
import type { JobName, JobPayloads, Ports } from '../workflows/ports.ts'
import { sendThanks } from '../workflows/program/thanks.ts'
import { draftAtClose } from '../workflows/publishing/draft-at-close.ts'
import { publishSummary } from '../workflows/publishing/publish-summary.ts'
import { bookHold, bookHolds } from '../workflows/scheduling/book-hold.ts'
import { lookAtMailbox } from '../workflows/scheduling/look-at-mailbox.ts'
import { releaseHold } from '../workflows/scheduling/release-hold.ts'
import { bookRepair } from '../workflows/scheduling/repair/book-repair.ts'
import { offerRepair } from '../workflows/scheduling/repair/offer-repair.ts'
import { tendWatches } from '../workflows/scheduling/tend-watches.ts'
import { settleSpeedEvent } from '../workflows/speed/settle-speed-event.ts'
import { deliverMissed } from '../workflows/telling/deliver-missed.ts'
import { deliverNotice } from '../workflows/telling/deliver-notice.ts'
import { installApp } from '../workflows/telling/install-app.ts'
import { mailNotice } from '../workflows/telling/mail-missed.ts'
import { replaceNotice } from '../workflows/telling/replace-notice.ts'

const hour = hourMs / secondMs

export interface Job<N extends JobName> {
  run(ports: Ports, payload: JobPayloads[N]): Promise<unknown>
  /** All that were fetched at once, where that costs less than one by one; an outcome for each, in order. */
  together?(ports: Ports, payloads: JobPayloads[N][]): Promise<PromiseSettledResult<unknown>[]>
  /** Tries after the first, with growing pauses. */
  retries: number
  /** Seconds after which a worker that said nothing is taken for dead. */
  expireInSeconds: number
  /** How many at once in one instance. */
  atOnce: number
  /** Only one waiting or running at a time, in all instances. */
  alone?: boolean
}

export const catalog: { [N in JobName]: Job<N> } = {
  'read-organization': {
    run: async (ports) => {
      await readOrganization(ports)
      await judgePairings(ports)
    },
    retries: 5,
    expireInSeconds: 6 * hour,
    atOnce: 1,
    alone: true,
  },
  'erase-person': {
    run: (ports, { erasureId }) => erasePerson(ports, erasureId),
    retries: 8,
    expireInSeconds: 1200,
    atOnce: 1,
  },
  'judge-pairings': {
    run: (ports) => judgePairings(ports),
    retries: 5,
    expireInSeconds: hour,
    atOnce: 1,
    alone: true,
  },
  'propose-pairings': {
    run: (ports, { runId }) => proposePairings(ports, runId),
    // For a worker that died: a run that failed says so, and is not computed again.
    retries: 2,
    expireInSeconds: hour,
    atOnce: 1,
  },
  'approve-pairings': {
    run: (ports, { runId }) => approveMany(ports, runId),
    retries: 8,
    expireInSeconds: hour,
    atOnce: 1,
  },
  'complete-pairings': {
    run: (ports) => completePairings(ports),
    retries: 8,
    expireInSeconds: hour,
    atOnce: 1,
    alone: true,
  },
  'send-thanks': {
    run: (ports, { cohortId }) => sendThanks(ports, cohortId),
    retries: 8,
    expireInSeconds: hour,
    atOnce: 1,
  },
  'draft-at-close': {
    run: (ports, { cohortId }) => draftAtClose(ports, cohortId),
    retries: 5,
    expireInSeconds: 1200,
    atOnce: 1,
  },
  'run-scenario': {
    run: (ports, { scenarioId }) => runScenario(ports, scenarioId),
    retries: 2,
    expireInSeconds: hour,
    atOnce: 1,
  },
  'book-hold': {
    run: (ports, { holdId }) => bookHold(ports, holdId),
    // 40 pairs are at most 80 people: four full free/busy requests for each window.
    together: (ports, payloads) =>
      bookHolds(
        ports,
        payloads.map(({ holdId }) => holdId),
      ),
    retries: 8,
    expireInSeconds: 1200,
    atOnce: 40,
  },
  'release-hold': {
    run: (ports, { holdId }) => releaseHold(ports, holdId),
    retries: 8,
    expireInSeconds: 300,
    atOnce: 2,
  },
  'look-at-mailbox': {
    run: (ports, { mailbox, unlisted, since }) =>
      lookAtMailbox(
        ports,
        mailbox,
        unlisted && since ? { eventIds: unlisted, at: new Date(since) } : undefined,
      ),
    retries: 5,
    expireInSeconds: 300,
    atOnce: 4,
  },
  'tend-watches': {
    run: (ports) => tendWatches(ports),
    retries: 0, // The next tick asks again.
    expireInSeconds: 600,
    atOnce: 1,
    alone: true,
  },
  'offer-repair': {
    run: (ports, { repairId }) => offerRepair(ports, repairId),
    retries: 8,
    expireInSeconds: 300,
    atOnce: 4,
  },
  'book-repair': {
    run: (ports, { repairId }) => bookRepair(ports, repairId),
    retries: 8,
    expireInSeconds: 300,
    atOnce: 4,
  },
  'deliver-notice': {
    run: (ports, { noticeKey }) => deliverNotice(ports, noticeKey),
    retries: 8,
    expireInSeconds: 300,
    atOnce: 20,
  },
  'replace-notice': {
    run: (ports, { noticeKey }) => replaceNotice(ports, noticeKey),
    retries: 5,
    expireInSeconds: 300,
    atOnce: 20,
  },
  'install-app': {
    run: (ports, { personId }) => installApp(ports, personId),
    retries: 5,
    expireInSeconds: 1200,
    // Far below what Teams takes: learn.microsoft.com/graph/throttling-limits, "Microsoft Teams service limits".
    atOnce: 2,
  },
  'deliver-missed': {
    run: (ports, { personId }) => deliverMissed(ports, personId),
    retries: 5,
    expireInSeconds: 300,
    atOnce: 4,
  },
  'mail-notice': {
    run: (ports, { noticeKey }) => mailNotice(ports, noticeKey),
    // Nobody knows what became of one that failed, and none goes out twice.
    retries: 0,
    expireInSeconds: 1200,
    atOnce: 1,
  },
  'post-summary': {
    run: (ports, { summaryId }) => publishSummary(ports, summaryId),
    retries: 8,
    expireInSeconds: 300,
    atOnce: 1,
  },
  'settle-speed-event': {
    run: (ports, { eventId }) => settleSpeedEvent(ports, eventId),
    retries: 8,
    expireInSeconds: 300,
    atOnce: 1,
  },
}

export const jobNames = Object.keys(catalog) as JobName[]
