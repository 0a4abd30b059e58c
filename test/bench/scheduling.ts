/**
 * Finding and booking a time for many pairs against the demo tenant with the published limits on: 20 addresses a request,
 * four at once in a mailbox, answers that take as long as Outlook's. `npm run bench -- scheduling [--pairs 10000]`
 *
 * The tenant is a process of its own, so that CPU and memory named here are the product's. Measured is the product's door to
 * Graph with the planning between reading and writing; the database behind it is measured by no bench yet.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { createSeededCompany } from '../../bot/demo/company.ts'
import type { Fault } from '../../bot/demo/state.ts'
import { startTenant } from '../../bot/demo/tenant.ts'
import type { Availability, SeriesRequest } from '../../bot/domain/scheduling/calendar-time.ts'
import type { SlotQuestion } from '../../bot/domain/scheduling/common-slot.ts'
import { type ArcPlan, planArc } from '../../bot/domain/scheduling/plan.ts'
import { spanAsked } from '../../bot/domain/scheduling/slot-search.ts'
import { calendarFrom } from '../../bot/graph/calendar.ts'
import { createGraph } from '../../bot/graph/client.ts'
import { usualLimits } from '../../bot/graph/throttle.ts'

/** How long a create takes in Outlook: half of what the Graph notes assume, so that the measurement ends. */
const createMs = 250
/** What the tenant takes for everything in a mailbox. */
const mailboxMs = 3
const block = 400

const option = (name: string, usual: number) => {
  const at = process.argv.indexOf(name)
  return at < 0 ? usual : Number(process.argv[at + 1])
}
const pairCount = option('--pairs', 10_000)

// ---------------------------------------------------------------- the tenant, in a process of its own

interface Counts {
  byKind: Record<string, number>
  refused: number
  /** Of 429s, those because a mailbox had more than four at once. */
  overMailbox: number
  addresses: number
}

async function serveTenant() {
  const company = createSeededCompany({ people: Math.max(400, pairCount * 2 + 600) })
  const tenant = await startTenant({ company, pageDir: '/nowhere' })
  let counts: Counts
  const reset = () => {
    counts = { byKind: {}, refused: 0, overMailbox: 0, addresses: 0 }
  }
  reset()
  // Counted and let go: a log of 50,000 requests would be the measurement.
  tenant.state.log.push = (entry) => {
    const { method, path, status, responseBody, requestBody } = entry
    const kind = `${method} ${path
      .split('?')[0]!
      .replace(/^.*\/(?=[a-z]+$)/i, '')
      .replace(/.*[A-Z0-9]{20,}.*/i, 'event')}`
    counts.byKind[kind] = (counts.byKind[kind] ?? 0) + 1
    if (status >= 400 || status === 0) counts.refused += 1
    if (/MailboxConcurrency/.test(JSON.stringify(responseBody ?? ''))) counts.overMailbox += 1
    if (kind.endsWith('getSchedule'))
      counts.addresses += (requestBody as { schedules: string[] }).schedules.length
    return 0
  }
  const people = company.people
    .filter(({ accountEnabled, userType }) => accountEnabled && userType === 'Member')
    .map(({ id, mail, displayName }) => ({ id, mail, displayName }))
  process.on('message', (asked: { faults?: FaultPlan[]; count?: true; keys?: true; stop?: true }) => {
    if (asked.faults) {
      reset()
      tenant.state.faults = asked.faults.map(({ path, ...fault }) => ({ ...fault, path: new RegExp(path) }))
      process.send!({})
    }
    if (asked.count) process.send!(counts)
    if (asked.keys) {
      const keys = [...tenant.state.events.values()].flatMap((event) => event.transactionId ?? [])
      process.send!(keys)
    }
    if (asked.stop) void tenant.close().then(() => process.exit(0))
  })
  process.send!({ settings: tenant.settings(), people })
}

type FaultPlan = Omit<Fault, 'path'> & { path: string }

// ---------------------------------------------------------------- the measurement

interface Person {
  id: string
  mail: string
  displayName: string
}
interface Pair {
  mentor: Person
  mentee: Person
}
interface Planned extends Pair {
  plan: ArcPlan
}

async function measure() {
  const child = fork(fileURLToPath(import.meta.url), ['--tenant', '--pairs', String(pairCount)], {
    execArgv: ['--import', 'tsx'],
  })
  const { settings, people } = (await answer(child)) as { settings: Record<string, string>; people: Person[] }
  const ask = async <T>(message: object): Promise<T> => {
    const told = answer(child)
    child.send(message)
    return (await told) as T
  }
  const pairs = Array.from(
    { length: pairCount },
    (_, i): Pair => ({ mentor: people[2 * i]!, mentee: people[2 * i + 1]! }),
  )
  const waits = { count: 0, ms: 0 }
  const graph = graphOf(settings, waits)
  const rows: Record<string, unknown>[] = []

  await ask({ faults: [] })
  const { planned, refused, cpuMs, busy } = await planAll(graph, pairs, rows)
  const read = await ask<Counts>({ count: true })
  const kinds = { weekly: 0, moved: 0, dates: 0 }
  for (const { plan } of planned)
    kinds[plan.dates ? 'dates' : plan.moved.length > 0 ? 'moved' : 'weekly'] += 1
  console.log(
    `\n${pairCount} pairs, 6 Sessions every 3 weeks: ${kinds.weekly} have one slot for every time, ${kinds.moved} with up to two moved, ${kinds.dates} single dates, ${refused} no time. ${busy} busy spans read.`,
  )
  const requests = read.byKind['POST getSchedule'] ?? 0
  const perRequest = read.addresses / requests
  console.log(
    `Common slots: ${(cpuMs / 1000).toFixed(2)} s CPU after free/busy is read (bar: 2 s for 10,000).`,
  )
  console.log(`Free/busy: ${requests} requests, ${perRequest.toFixed(1)} addresses each (limit: 20).`)

  const series = planned.filter(({ plan }) => !plan.dates)
  await ask({ faults: [slow] })
  await bookAll(graph, series, 'clean', rows, 'booking, no faults')
  const clean = await ask<Counts>({ count: true })
  const row = rows.at(-1)!
  const creates = clean.byKind['POST events'] ?? 0
  const others = Object.entries(clean.byKind).reduce(
    (sum, [kind, n]) => sum + (kind === 'POST events' ? 0 : n),
    0,
  )
  // What 16 places at once allow when each answer takes as long as the tenant takes for it.
  const leastMs = (creates * (createMs + mailboxMs) + others * mailboxMs) / usualLimits.overall
  const wallMs = Number(row['seconds']) * 1000
  Object.assign(row, requestsOf(clean))
  console.log(
    `Writes: ${(creates / series.length).toFixed(4)} creates a series (bar: 1.02), and ${clean.byKind['PATCH event'] ?? 0} for the occurrences that the plans move.`,
  )
  console.log(
    `Throughput: ${((leastMs / wallMs) * 100).toFixed(1)} % of what ${usualLimits.overall} places at ${createMs} ms a create allow (bar: 90 %). Refused for more than four in a mailbox: ${clean.overMailbox}.`,
  )

  const bad = series.slice(0, Math.min(series.length, option('--faulty', 2000)))
  await ask({ faults: [...fivePercent, slow] })
  waits.count = waits.ms = 0
  await bookAll(graph, bad, 'bad', rows, `booking, 5 % faults (${bad.length} pairs)`)
  Object.assign(rows.at(-1)!, requestsOf(await ask<Counts>({ count: true })), {
    waits: waits.count,
    'waited s': Math.round(waits.ms / 1000),
  })
  const keys = (await ask<string[]>({ keys: true })).filter((key) => key.startsWith('bad-'))
  const once = new Set(keys).size === keys.length && keys.length === bad.length
  console.log(
    `With 5 % faults: ${keys.length} series for ${bad.length} pairs, ${once ? 'each exactly once' : 'NOT ONCE EACH'}.`,
  )

  const few = pairs.slice(0, Math.min(pairCount, 60))
  await ask({ faults: [slow] })
  await naive(graph, few, rows)
  Object.assign(rows.at(-1)!, requestsOf(await ask<Counts>({ count: true })))
  const each = Number(rows.at(-1)!['seconds']) / few.length
  console.log(
    `One request at a time: ${each.toFixed(2)} s a pair measured over ${few.length}; extrapolated, not measured, to ${pairCount}: ${Math.round((each * pairCount) / 60)} min.`,
  )
  console.table(rows)
  child.send({ stop: true })
  if (!once) process.exitCode = 1
}

const answer = async (child: ChildProcess) => ((await once(child, 'message')) as [unknown])[0]

const everything = { service: 'graph' as const, times: 1e9, share: 0.01, path: '/users/' }
const slow: FaultPlan = { ...everything, share: 1, path: '^POST .*/events$', kind: 'slow', delayMs: createMs }
const fivePercent: FaultPlan[] = [
  { ...everything, kind: 'throttle', retryAfterSeconds: 1 },
  { ...everything, kind: 'error-before', status: 503 },
  { ...everything, kind: 'error-after', status: 504 },
  { ...everything, kind: 'drop-after' },
  { ...everything, kind: 'drop-before' },
]

function graphOf(settings: Record<string, string>, waits: { count: number; ms: number }) {
  return createGraph({
    clientId: settings['CLIENT_ID']!,
    tenantId: settings['TENANT_ID']!,
    secret: settings['CLIENT_SECRET']!,
    authority: settings['AUTHORITY']!,
    authorityAddress: settings['AUTHORITY_ADDRESS']!,
    graph: settings['GRAPH']!,
    graphAddress: settings['GRAPH_ADDRESS']!,
    now: () => new Date(),
    random: Math.random,
    sleep: (ms) => {
      waits.count += 1
      waits.ms += ms
      return new Promise((resolve) => setTimeout(resolve, ms))
    },
  })
}

function question(): Omit<SlotQuestion, 'first' | 'second' | 'organizerZone'> {
  const from = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10)
  return { from, occurrences: 6, everyWeeks: 3, minutes: 50, firstWithinWeeks: 3 }
}

function planFor(
  { mentor, mentee }: Pair,
  times: Map<string, Availability>,
  open: ReturnType<typeof question>,
) {
  const [first, second] = [times.get(mentor.id), times.get(mentee.id)]
  if (!first?.known || !second?.known || !first.timeZone || !second.timeZone) return undefined
  const week = { days: [1, 2, 3, 4, 5], start: '09:00', end: '17:00' }
  const person = (side: 'mentor' | 'mentee', { timeZone, workingHours, busy }: typeof first) => ({
    ...{ side, timeZone: timeZone!, workingHours: workingHours ?? week, busy },
  })
  const plan = planArc({
    ...open,
    first: person('mentor', first),
    second: person('mentee', second),
    organizerZone: first.timeZone,
  })
  return 'refused' in plan ? undefined : plan
}

/** In blocks, so that nobody's calendar stays in memory longer than it is needed. */
async function planAll(graph: ReturnType<typeof graphOf>, pairs: Pair[], rows: Record<string, unknown>[]) {
  const open = question()
  const span = spanAsked(open)
  const calendar = calendarFrom(graph)
  const planned: Planned[] = []
  let [cpuMs, refused, busy] = [0, 0, 0]
  const started = performance.now()
  const cpu = process.cpuUsage()
  for (let at = 0; at < pairs.length; at += block) {
    const some = pairs.slice(at, at + block)
    const people = some.flatMap(({ mentor, mentee }) => [mentor, mentee])
    const times = await calendar.availability(people, new Date(span.start), new Date(span.end))
    for (const one of times.values()) if (one.known) busy += one.busy.length
    const before = process.cpuUsage()
    for (const pair of some) {
      const plan = planFor(pair, times, open)
      if (plan) planned.push({ ...pair, plan })
      else refused += 1
    }
    const used = process.cpuUsage(before)
    cpuMs += (used.user + used.system) / 1000
  }
  rows.push(rowOf('reading free/busy and planning', started, cpu))
  return { planned, refused, cpuMs, busy }
}

function rowOf(what: string, started: number, cpu: NodeJS.CpuUsage) {
  const used = process.cpuUsage(cpu)
  return {
    what,
    seconds: Number(((performance.now() - started) / 1000).toFixed(1)),
    'CPU s': Number(((used.user + used.system) / 1e6).toFixed(1)),
    'RSS MiB': Math.round(process.memoryUsage().rss / 2 ** 20),
  }
}

function requestsOf({ byKind, refused }: Counts) {
  return { requests: Object.values(byKind).reduce((sum, n) => sum + n, 0), retries: refused }
}

function wishOf({ mentor, mentee, plan }: Planned, key: string): SeriesRequest {
  return {
    ...{ key, organizer: { id: mentor.id }, attendees: [{ mail: mentee.mail, name: mentee.displayName }] },
    ...{ slot: plan.slot, moved: plan.moved, subject: 'Reverse mentoring', body: 'The Mentor leads.' },
  }
}

/** As the job does it: as many at once as are fetched, the gates decide what goes out. */
async function bookAll(
  graph: ReturnType<typeof graphOf>,
  planned: Planned[],
  prefix: string,
  rows: Record<string, unknown>[],
  what: string,
) {
  const calendar = calendarFrom(graph)
  const started = performance.now()
  const cpu = process.cpuUsage()
  let next = 0
  const worker = async () => {
    for (let i = next++; i < planned.length; i = next++) {
      const wish = wishOf(planned[i]!, `${prefix}-${i}.1`)
      // A job that failed comes back and looks for what it may have left.
      for (let mayExist = false; ; mayExist = true) {
        const done = await calendar.book({ ...wish, mayExist }).catch((error: Error) => error)
        if (!(done instanceof Error)) break
      }
    }
  }
  await Promise.all(Array.from({ length: 40 }, worker))
  rows.push(rowOf(what, started, cpu))
}

async function naive(graph: ReturnType<typeof graphOf>, pairs: Pair[], rows: Record<string, unknown>[]) {
  const calendar = calendarFrom(graph)
  const open = question()
  const span = spanAsked(open)
  const started = performance.now()
  const cpu = process.cpuUsage()
  for (const [i, pair] of pairs.entries()) {
    const times = new Map<string, Availability>()
    for (const person of [pair.mentor, pair.mentee]) {
      const found = await calendar.availability([person], new Date(span.start), new Date(span.end))
      for (const [id, what] of found) times.set(id, what)
    }
    const plan = planFor(pair, times, open)
    if (plan && !plan.dates) await calendar.book(wishOf({ ...pair, plan }, `naive-${i}.1`))
  }
  rows.push(rowOf(`one request at a time (${pairs.length} pairs)`, started, cpu))
}

if (process.argv.includes('--tenant')) await serveTenant()
else await measure()
