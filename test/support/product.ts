/** The whole product in a small demo tenant, wired as in production; jobs wait until a test lets them run. */

import { readConfig } from '../../bot/config.ts'
import { type Company, createSeededCompany, type DemoEnrolment } from '../../bot/demo/company.ts'
import { startTenant } from '../../bot/demo/tenant.ts'
import type { Tenant } from '../../bot/demo/tenant-shape.ts'
import type { Participant } from '../../bot/domain/enrolment/participant.ts'
import type { WaiverReason } from '../../bot/domain/enrolment/training.ts'
import type { Approval } from '../../bot/domain/pairing/matching-run.ts'
import type { RunningChoice } from '../../bot/domain/program/closing.ts'
import { isRefused } from '../../bot/domain/refusal.ts'
import { catalog } from '../../bot/jobs/catalog.ts'
import type { Database } from '../../bot/store/database.ts'
import { type Overrides, type Service, wire } from '../../bot/wire.ts'
import { enrol } from '../../bot/workflows/enrolment/enrol.ts'
import { readOrganization } from '../../bot/workflows/organization/read-organization.ts'
import { approveMany, approvePairings } from '../../bot/workflows/pairing/approve-pairings.ts'
import { requestProposals } from '../../bot/workflows/pairing/propose-pairings.ts'
import type { JobName, JobPayloads, Ports } from '../../bot/workflows/ports.ts'
import { closeCohort } from '../../bot/workflows/program/close-cohort.ts'
import { answerSeat } from '../../bot/workflows/program/hand-over.ts'
import { type CohortPlan, createCohort, openNextStage } from '../../bot/workflows/program/set-up-cohort.ts'
import { testDatabase, testKek } from './database.ts'
import { hurried } from './hurried.ts'
import { keyPairs } from './key-pairs.ts'

/** Milliseconds after which the products of the tests take a silent worker for dead. */
export const leaseMs = 60_000

export interface Product {
  tenant: Tenant
  company: Company
  service: Service
  /** As wired, but for jobs: they gather in `waiting`. */
  ports: Ports
  waiting: { name: JobName; payload: unknown; inSeconds?: number }[]
  /**
   * Runs what waits, and what that asks for, until nothing is left. A failed job is tried `tries` times. What has to wait for its
   * time to begin lets that time pass.
   */
  runJobs(tries?: number): Promise<unknown[]>
  advanceDays(days: number): Promise<void>
  close(): Promise<void>
}

/** What a product needs in its environment to live in this tenant. */
export const settingsIn = (tenant: Tenant): Record<string, string> => ({
  ...tenant.settings(),
  PORT: '0',
  HOST: '127.0.0.1',
  PUBLIC_URL: 'http://localhost:3979',
  BOT_SERVICE_URL: `${tenant.url}/teams/service/`,
  LOG_LEVEL: 'silent',
  DATA_KEYS: testKek,
})

export async function startProduct({
  settings = {},
  company = undefined,
  logTo,
  ...size
}: {
  /** Instead of one invented for the test. */
  company?: Company | undefined
  people?: number
  mentors?: number
  mentees?: number
  seed?: number
  settings?: Record<string, string>
  logTo?: Overrides['logTo']
} = {}): Promise<Product & { database: Database }> {
  const people = company ?? createSeededCompany({ people: 300, mentors: 24, mentees: 10, ...size })
  const tenant = await startTenant({
    company: people,
    pageDir: '/nowhere',
    tick: hurried.now,
    keyPairs: await keyPairs(),
  })
  const held = await testDatabase()
  const database = { ...held.database, close: async () => {} }
  const product = await wireProduct(tenant, people, settings, { database, ...(logTo ? { logTo } : {}) })
  return {
    ...product,
    database,
    async close() {
      await product.close()
      await held.close()
      await tenant.close()
    },
  }
}

/** One more product in the same tenant: with a database of its own by `settings`, or on one that is open already. */
export async function wireProduct(
  tenant: Tenant,
  company: Company,
  settings: Record<string, string>,
  overrides: Overrides = {},
): Promise<Product> {
  const config = readConfig({ ...settingsIn(tenant), ...settings }, { strict: false })
  const clock = { now: () => tenant.state.now() }
  const service = await wire({ ...config, leaseMs }, { clock, time: hurried, ...overrides })
  const waiting: Product['waiting'] = []
  const ports: Ports = {
    ...service.ports,
    jobs: {
      async add<N extends JobName>(name: N, payload: JobPayloads[N], { inSeconds = 0 } = {}) {
        waiting.push({ name, payload, ...(inSeconds ? { inSeconds } : {}) })
      },
    },
  }
  return {
    tenant,
    company,
    service,
    ports,
    waiting,
    runJobs: (tries = 1) => runJobs(ports, waiting, tries, tenant),
    async advanceDays(days) {
      await tenant.advanceTo(new Date(tenant.state.now().getTime() + days * 86_400_000))
    },
    close: () => service.stop(),
  }
}

async function runJobs(
  ports: Ports,
  waiting: Product['waiting'],
  tries: number,
  tenant: Tenant,
): Promise<unknown[]> {
  const failures: unknown[] = []
  for (let job = waiting.shift(); job; job = waiting.shift()) {
    if (job.name === 'approve-pairings' && job.inSeconds)
      await tenant.advanceTo(new Date(ports.clock.now().getTime() + job.inSeconds * 1000))
    const { run } = catalog[job.name] as { run: (ports: Ports, payload: unknown) => Promise<unknown> }
    for (let attempt = 1; attempt <= tries; attempt++) {
      try {
        await run(ports, job.payload)
        break
      } catch (error) {
        if (attempt === tries) failures.push(error)
      }
    }
  }
  return failures
}

export const aPlan = (sponsorId: string, change: Partial<CohortPlan> = {}): CohortPlan => ({
  programName: 'Reverse mentoring',
  cohortName: 'Cohort 1',
  challenge: {
    statement: 'Leaders decide about tools they never use.',
    measure: 'weekly use',
    unit: '%',
    baseline: 20,
    target: 60,
  },
  objectives: [],
  groundRules: ['The Mentor leads.'],
  sponsorId,
  sponsorMessage: 'Please make time.',
  startsOn: '2026-12-07',
  sessions: 6,
  cadenceWeeks: 3,
  sessionMinutes: 50,
  ...change,
})

/** A Cohort open for matching, begun a week from now, with the chart read. */
export async function openCohort(
  { ports, company }: Product,
  change: Partial<CohortPlan> = {},
  /** What is asked of people before they are paired is for the tests of it. */
  { trainingFirst = false } = {},
): Promise<string> {
  await readOrganization(ports)
  const startsOn = new Date(ports.clock.now().getTime() + 7 * 86_400_000).toISOString().slice(0, 10)
  const { sponsor, organizer } = company.personas
  const created = await createCohort(ports, aPlan(sponsor, { startsOn, ...change }), organizer)
  if (isRefused(created)) throw new Error(created.refused)
  await acceptSeat(ports, change.sponsorId ?? sponsor)
  const { programId } = (await ports.store.cohorts.get(created.id))!
  await ports.store.programs.save({ ...(await ports.store.programs.get(programId))!, trainingFirst })
  for (const stage of ['enrolling', 'matching'] as const)
    await openNextStage(ports, created.id, stage, organizer)
  return created.id
}

/** Closed as an Organizer does who has nothing more to say. */
export async function closeNow(
  { ports, company }: Pick<Product, 'ports' | 'company'>,
  cohortId: string,
  { running = 'end' as RunningChoice, by = company.personas.organizer } = {},
): Promise<void> {
  const thanksVersion = (await ports.store.thanks.latest(cohortId))?.version ?? 0
  const how = { endReading: 'not-measured', running, thanksVersion } as const
  const closed = await closeCohort(ports, cohortId, how, by)
  if (isRefused(closed)) throw new Error(closed.refused)
}

/** Yes to every seat that this person is asked to take. */
export async function acceptSeat(ports: Ports, personId: string): Promise<void> {
  for (const { id } of await ports.store.handovers.waitingFor(personId)) {
    const answered = await answerSeat(ports, id, 'accepted', personId, { holdsRole: true })
    if (isRefused(answered)) throw new Error(answered.refused)
  }
}

/** Everybody the company would enrol, approved, with their own hours. */
export async function enrolCompany(product: Product, cohortId: string): Promise<Participant[]> {
  const { ports, company } = product
  const now = ports.clock.now()
  const people = company.enrolments.map(({ personId }) => ({
    id: personId,
    mail: company.byId.get(personId)!.mail,
  }))
  const times = await ports.calendar.availability(people, now, new Date(now.getTime() + 86_400_000))
  const enrolled: Participant[] = []
  for (const one of company.enrolments) {
    const time = times.get(one.personId)
    const zone = time?.known ? time.timeZone : undefined
    const hours = time?.known ? time.workingHours : undefined
    enrolled.push(await enrolOne(ports, cohortId, one, zone ?? 'Europe/London', hours ?? usualWeek))
  }
  return enrolled
}

const usualWeek = { days: [1, 2, 3, 4, 5], start: '09:00', end: '17:00' }

async function enrolOne(
  ports: Ports,
  cohortId: string,
  { personId, side, topics, languages, interests, capacity }: DemoEnrolment,
  timeZone: string,
  workingHours: typeof usualWeek,
): Promise<Participant> {
  const said = { side, topics, languages, interests, capacity, timeZone, workingHours }
  const participant = await enrol(ports, cohortId, personId, {
    ...said,
    goal: 'Learn',
    goalStart: 2,
    acceptedGroundRules: 1,
  })
  if (isRefused(participant)) throw new Error(participant.refused)
  const approved = { ...participant, state: 'approved' as const }
  await ports.store.participants.save(approved)
  return approved
}

/** Proposed and computed; the Pairings wait for the Organizer. */
export async function proposeAll(product: Product, cohortId: string) {
  await requestProposals(
    product.ports,
    cohortId,
    { objective: 'best-total', seed: 1 },
    product.company.personas.organizer,
  )
  const failures = await product.runJobs()
  if (failures.length > 0) throw failures[0]
  return product.ports.store.pairings.list(cohortId, ['proposed'])
}

/** Asked for, past taking back, and carried out; what that asks for waits in `waiting`. */
export async function approveNow(
  product: Pick<Product, 'ports' | 'waiting' | 'tenant' | 'company'>,
  cohortId: string,
  which: 'all' | string[],
  waiver?: WaiverReason,
): Promise<Pick<Approval, 'approved' | 'refused'>> {
  const { ports, waiting, tenant, company } = product
  const asked = await approvePairings(ports, cohortId, which, company.personas.organizer, waiver)
  if (isRefused(asked)) throw new Error(asked.refused)
  if (ports.clock.now() < asked.undoUntil) await tenant.advanceTo(asked.undoUntil)
  for (const job of waiting.splice(0)) if (job.name !== 'approve-pairings') waiting.push(job)
  const { id } = (await ports.store.runs.latestDone(cohortId))!
  await approveMany(ports, id)
  const { approved, refused } = (await ports.store.runs.get(id))!.outcome!.approval!
  return { approved, refused }
}

/** Approved; the Holds wait in `waiting`. */
export const approveAll = (product: Parameters<typeof approveNow>[0], cohortId: string) =>
  approveNow(product, cohortId, 'all')
