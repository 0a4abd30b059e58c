/**
 * The service under a company of 100,000 with 5,000 pairs: time to ready, what it costs at rest, how long the answers take
 * at 100 requests a second, and how soon the work of an approval begins. `npm run bench -- service [people] [pairs] [seconds of load]`; TEST_DATABASE_URL measures on PostgreSQL.
 */
import { setTimeout as setTimeoutOf } from 'node:timers/promises'
import { readConfig } from '../../bot/config.ts'
import { createSeededCompany } from '../../bot/demo/company.ts'
import { issueTabToken } from '../../bot/demo/entra-server.ts'
import { startTenant } from '../../bot/demo/tenant.ts'
import { isRefused } from '../../bot/domain/refusal.ts'
import { openDatabase } from '../../bot/store/database.ts'
import { wire } from '../../bot/wire.ts'
import { createCohort, openNextStage } from '../../bot/workflows/program/set-up-cohort.ts'
import { countQueries } from '../support/count-queries.ts'
import { freshDatabase } from '../support/database.ts'
import { aPlan } from '../support/product.ts'

const people = Number(process.argv[2] ?? 100_000)
const pairs = Number(process.argv[3] ?? 5_000)
const usualPerSecond = 100
/** Of load; 0 leaves it out. */
const seconds = Number(process.argv[4] ?? 10)
const leftToApprove = 20
const server = process.env['TEST_DATABASE_URL']

const company = createSeededCompany({ people, mentors: pairs, mentees: pairs })
const tenant = await startTenant({ company, pageDir: '/nowhere' })
const fresh = server ? await freshDatabase(server) : undefined
const config = readConfig(
  {
    ...tenant.settings(),
    PORT: '0',
    HOST: '127.0.0.1',
    PUBLIC_URL: 'http://localhost:3979',
    LOG_LEVEL: 'error',
  },
  { strict: false },
)
const started = performance.now()
const database = await openDatabase(fresh ? { url: fresh.url } : {})
const service = await wire(config, { database })
const { port } = await service.listen()
const readyMs = performance.now() - started
const { store } = service.ports
if (global.gc) global.gc()
const restMiB = process.memoryUsage().rss / 2 ** 20

const idle = await atRest(60)

console.log(`filling: ${people} people, ${pairs} pairs ...`)
const at = new Date()
await store.organization.begin(at, true)
for (let start = 0; start < company.people.length; start += 2000) {
  const part = company.people.slice(start, start + 2000)
  await store.people.applyPage(
    {
      rows: part.map(({ id, displayName, mail, jobTitle, department, managerId }) => ({
        kind: 'person',
        person: { id, displayName, mail, jobTitle, department, isEligible: true, hiredOn: '2020-01-01' },
        manager: managerId ? { id: managerId } : 'none',
      })),
      cursor: 'bench',
      done: start + 2000 >= company.people.length,
    },
    { whole: true, startedAt: at, at },
  )
}
const { organizer, sponsor } = company.personas
const created = await createCohort(service.ports, aPlan(sponsor), organizer)
if (isRefused(created)) throw new Error(created.refused)
const cohortId = created.id
await openNextStage(service.ports, cohortId, 'enrolling', organizer)
const mentors = company.enrolments.filter((one) => one.side === 'mentor')
const mentees = company.enrolments.filter((one) => one.side === 'mentee')
const many = Math.min(mentors.length, mentees.length, pairs)
await store.transaction(async () => {
  for (const { personId, side, topics, languages, interests, capacity } of company.enrolments) {
    await store.participants.save({
      id: `p-${personId}`,
      cohortId: created.id,
      personId,
      state: 'approved',
      enrolledAt: at,
      ...{ side, topics, languages, interests, capacity },
      timeZone: 'Europe/London',
      workingHours: { days: [1, 2, 3, 4, 5], start: '09:00', end: '17:00' },
      goal: '',
      goalStart: 2,
      acceptedGroundRules: 1,
    })
  }
  for (let i = 0; i < many; i++) {
    await store.pairings.save({
      id: `pair-${i}`,
      cohortId: created.id,
      mentorId: mentors[i]!.personId,
      menteeId: mentees[i]!.personId,
      ...(i < many - leftToApprove
        ? { state: 'approved', approvedBy: organizer, approvedAt: at }
        : { state: 'proposed' }),
      score: 500,
      parts: [],
      reason: '',
      pinned: false,
    })
  }
})

// Whose proposals they are: an approval is kept with its run.
await store.runs.save({
  ...{ id: 'run', cohortId: created.id, state: 'done', seed: 1, objective: 'best-total', startedAt: at },
  outcome: {
    totals: { mentors: many, mentees: many, placedMentors: many, placedMentees: many, pairs: many, score: 0 },
    proof: { certificate: 'verified', scope: 'all-allowed-pairs', gapPercent: 0 },
    ...{ candidates: 0, unplaced: [], notTakingPart: [] },
  },
})

// As in life: many people ask, each below the limit on one person's requests.
const askers = mentors.slice(0, 300).map((one) => one.personId)
const tokens = await Promise.all(askers.map((id) => issueTabToken(tenant.state, tenant.keys, id)))
const claims = { roles: ['Organizer'] }
const organizers = await Promise.all(
  askers.map((id) => issueTabToken(tenant.state, tenant.keys, id, { claims })),
)
// Whoever has the role reads the company; the people of a Cohort are read by its Organizer, who is one person with one limit.
const hers = [await issueTabToken(tenant.state, tenant.keys, organizer, { claims })]
const targets: { name: string; path: string; tokens: string[]; barMs: number; perSecond?: number }[] = [
  { name: 'my mentoring', path: '/api/my-mentoring', tokens, barMs: 20 },
  { name: 'me', path: '/api/me', tokens, barMs: 20 },
  { name: 'people, a page', path: '/api/people?limit=50', tokens: organizers, barMs: 50 },
  { name: 'people, searched', path: '/api/people?text=ana&limit=50', tokens: organizers, barMs: 50 },
  {
    name: 'people, enrolled',
    path: `/api/people?cohort=${created.id}&state=enrolled&limit=50`,
    ...{ tokens: hers, barMs: 50, perSecond: 8 },
  },
]
const rows = []
for (const { name, path, tokens, barMs, perSecond } of seconds > 0 ? targets : [])
  rows.push({ name, ...(await load(path, tokens, perSecond)), 'bar ms': barMs })
if (rows.length > 0) console.table(rows)
const approvals = await pressApprove()
console.table([
  ...approvals,
  { what: 'ready after start, ms', value: Math.round(readyMs), bar: 3000 },
  { what: 'resident at rest, MiB (tenant included)', value: Math.round(restMiB), bar: 256 },
  { what: 'idle: share of a core, %', value: idle.cpuPercent, bar: 1 },
  { what: 'idle: database queries a second', value: idle.queriesPerSecond, bar: 2 },
])
await service.stop()
await fresh?.drop()
await tenant.close()

/** A minute in which nobody wants anything, a tick included. On PGlite the database computes in this process too. */
async function atRest(forSeconds: number) {
  const queries = countQueries()
  const from = process.cpuUsage()
  await setTimeoutOf(forSeconds * 1000)
  const { user, system } = process.cpuUsage(from)
  queries.stop()
  return {
    cpuPercent: Number(((user + system) / forSeconds / 10_000).toFixed(2)),
    queriesPerSecond: Number((queries.count() / forSeconds).toFixed(2)),
  }
}

/** One press on what is left to approve; the database says how soon after the time to take it back the job of each began. */
async function pressApprove() {
  const pairingIds = Array.from({ length: leftToApprove }, (_, i) => `pair-${many - leftToApprove + i}`)
  const headers = { authorization: `Bearer ${hers[0]}`, 'content-type': 'application/json' }
  const pressed = Date.now()
  const response = await fetch(`http://127.0.0.1:${port}/api/cohorts/${cohortId}/approvals`, {
    ...{ method: 'POST', headers, body: JSON.stringify({ pairingIds }) },
  })
  const { undoUntil } = (await response.json()) as { undoUntil?: string }
  if (!response.ok || !undoUntil) throw new Error(`The press was answered ${response.status}.`)
  const answered = Date.now() - pressed
  const refused = new Set((await approvalDone()).map((one) => one.pairingId))
  // The rules refuse some of these made-up pairs.
  const approved = pairingIds.filter((id) => !refused.has(id))
  if (approved.length === 0) throw new Error('Not one pair could be approved.')
  const begun: number[] = []
  for (const id of approved) begun.push((await beginOfHold(id)) - Date.parse(undoUntil))
  begun.sort((a, b) => a - b)
  const median = Math.round(begun[Math.floor(begun.length / 2)]!)
  return [
    { what: 'Approve pressed, answered, ms', value: answered, bar: 1000 },
    {
      ...{ what: `after the ten seconds, its job has begun, ms (median of ${begun.length})` },
      ...{ value: median, bar: 1000 },
    },
    { what: 'the same, the slowest', value: Math.round(begun.at(-1)!), bar: 1000 },
  ]
}

/** Whom the rules refused, once all were looked at. */
async function approvalDone(): Promise<{ pairingId: string }[]> {
  for (let waited = 0; waited < 60_000; waited += 50) {
    const approval = (await store.runs.latestDone(cohortId))?.outcome?.approval
    if (approval?.state === 'done') return approval.refused
    await setTimeoutOf(50)
  }
  throw new Error('The approval was not done within a minute.')
}

/** Milliseconds since 1970. */
async function beginOfHold(pairingId: string): Promise<number> {
  for (let waited = 0; waited < 60_000; waited += 50) {
    const { rows } = await database.query(
      `select extract(epoch from min(j.started_on))::float8 * 1000 as at from jobs.job j
        join holds h on h.id = j.data->>'holdId' where j.name = 'book-hold' and h.pairing_id = $1`,
      [pairingId],
    )
    if (rows[0]?.at) return rows[0].at
    await setTimeoutOf(50)
  }
  throw new Error('The job of an approval did not begin within a minute.')
}

/** Requests leave at their time whether or not earlier ones were answered: waiting in line counts. */
async function load(path: string, bearers: string[], perSecond = usualPerSecond) {
  const headersOf = (i: number) => ({ authorization: `Bearer ${bearers[i % bearers.length]}` })
  for (let i = 0; i < 20; i++)
    await (await fetch(`http://127.0.0.1:${port}${path}`, { headers: headersOf(i) })).arrayBuffer()
  const times: number[] = []
  let failed = 0
  const asks: Promise<void>[] = []
  for (let i = 0; i < perSecond * seconds; i++) {
    const due = i * (1000 / perSecond)
    asks.push(
      new Promise((done) => {
        setTimeout(async () => {
          const sent = performance.now()
          const status = await fetch(`http://127.0.0.1:${port}${path}`, { headers: headersOf(i) }).then(
            async (response) => {
              await response.arrayBuffer()
              return response.status
            },
            () => 0,
          )
          times.push(performance.now() - sent)
          if (status !== 200) failed += 1
          done()
        }, due)
      }),
    )
  }
  await Promise.all(asks)
  times.sort((a, b) => a - b)
  const at = (share: number) => Number(times[Math.floor(times.length * share)]!.toFixed(1))
  return { 'p50 ms': at(0.5), 'p95 ms': at(0.95), 'p99 ms': at(0.99), failed }
}
