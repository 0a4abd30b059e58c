/** pg-boss over the same database as everything else: a job added inside a transaction commits with it, or not at all. */

import { type Clock, type JobResult, PgBoss, systemClock } from 'pg-boss'
import { tellingOf } from '../domain/fault.ts'
import { dayMs, secondMs } from '../domain/span.ts'
import type { JobName, JobPayloads, Jobs, Ports } from '../workflows/ports.ts'
import { catalog, jobNames } from './catalog.ts'
import { type Waking, wakingWith } from './waking.ts'

/** What the queue needs of the database. */
export interface JobDatabase {
  // biome-ignore lint/suspicious/noExplicitAny: pg-boss reads rows of its own tables
  query(text: string, values?: unknown[]): Promise<{ rows: any[] }>
  /** Hears notifications of any session; `begun` when some may have been missed, `deaf` when none arrive until then. */
  listen(
    channel: string,
    listening: { heard(payload: string): void; begun(): void; deaf(): void },
  ): Promise<{ close(): Promise<void> }>
  /** Once what is under way has committed; never when it is rolled back. */
  afterCommit(act: () => void): void
  embedded: boolean
}

export interface Queue extends Jobs {
  /** Begins to work; before this, jobs only gather. */
  work(ports: Ports, everyMinute: EveryMinute): Promise<void>
  /** @throws when jobs can be neither given nor taken */
  answer(): Promise<void>
  /** No job runs, and none may begin by now; those of `but` aside. */
  isIdle(but?: readonly JobName[]): Promise<boolean>
  /** Finishes what is running, at most 5 seconds. */
  stop(): Promise<void>
}

/** What is begun every minute, each in a queue of its own: one that takes long, or for ever, keeps no other waiting. */
const minutely = ['recovery', 'tick'] as const
export type EveryMinute = Record<(typeof minutely)[number], () => Promise<void>>

/** Everything that the work begins is known by the job's id, in the log and in Graph. */
export type Under = <T>(id: string, work: () => T) => T

export interface QueueLog {
  error(fields: Record<string, unknown>, message: string): void
  warn(fields: Record<string, unknown>, message: string): void
}

const eachMinute = '* * * * *'
/** Where pg-boss puts what is begun every minute before it goes to its queue. */
const scheduled = '__pgboss__send-it'
/** By itself a worker looks hardly ever: what wakes it stands in `waking.ts`. */
const looks = { pollingIntervalSeconds: 600, notifyPollingIntervalSeconds: 600 } as const
/** Pauses before a failed job is tried again: 2 to 4 s, then twice as long each time. */
const retry = { retryDelay: 2, retryDelayMax: 600 }

const underWay = `select 1 from jobs.job
  where (state = 'active' or (state < 'active' and not blocked and start_after <= jobs.job_now()))
  and name <> all($1::text[]) limit 1`

/** A worker that was not heard of for this long is dead; its jobs are given to another within the next minute. */
const heartbeatSeconds = 30

/** Call inside the database's `alone`: several instances may start on an empty database at once. */
export async function openQueue(
  database: JobDatabase,
  log: QueueLog,
  under: Under = (_id, work) => work(),
  clock: Clock = systemClock,
): Promise<Queue> {
  const listens = hearing(log)
  const boss = new PgBoss({
    db: {
      executeSql: (text, values) => database.query(text, values),
      listen: (channel, heard, begun) =>
        database.listen(channel, {
          heard,
          begun: () => {
            begun()
            listens(true)
            waking.hears(true)
          },
          deaf: () => {
            listens(false)
            waking.hears(false)
          },
        }),
    },
    schema: 'jobs',
    backend: database.embedded ? 'pglite' : 'postgres',
    clock,
    useListenNotify: true,
    cronWorkerIntervalSeconds: 45,
    // Jobs that wait for other jobs; there are none.
    flowIntervalSeconds: 600,
  })
  const waking = wakingWith({
    clock,
    query: (text) => database.query(text),
    wakeWorker: (id) => boss.notifyWorker(id),
    failed: (error) => {
      if (error) log.error({ error: tellingOf(error) }, 'nobody can look for jobs; it is tried again')
      else log.warn({}, 'jobs can be looked for again')
    },
  })
  boss.on('error', (error) => log.error({ error: tellingOf(error) }, 'the job queue failed'))
  try {
    await boss.start()
    await createQueues(boss)
  } catch (error) {
    // Its timers would go on although nobody has it.
    await boss.stop({ graceful: false }).catch(() => {})
    throw error
  }
  const working = new Set<string>()
  /** Asked again after a failure, it begins only what had not begun. */
  const once = async (name: string, begin: () => Promise<unknown>) => {
    if (working.has(name)) return
    await begin()
    working.add(name)
  }

  return {
    async add(name, payload, options) {
      const singletonKey = catalog[name].alone ? undefined : Object.values(payload).join(' ')
      const { inSeconds = 0 } = options ?? {}
      await boss.send(name, payload, {
        ...(singletonKey === undefined ? {} : { singletonKey }),
        ...(inSeconds ? { startAfter: inSeconds } : {}),
      })
      database.afterCommit(() => (inSeconds ? waking.wakeIn(name, inSeconds) : waking.wake(name)))
    },
    async work(ports, everyMinute) {
      for (const name of jobNames) await once(name, () => workOn(boss, name, ports, waking, { log, under }))
      for (const name of minutely) {
        await once(name, () => boss.work(name, looks, ([job]) => under(job!.id, everyMinute[name])))
        await boss.schedule(name, eachMinute)
      }
      waking.begin(new Map(boss.getWipData({ includeInternal: true }).map(({ name, id }) => [name, id])))
    },
    async answer() {
      for (const name of minutely)
        if (!(await boss.getQueue(name))) throw new Error('The job queue has lost its queues.')
    },
    isIdle: async (but = []) => (await database.query(underWay, [but])).rows.length === 0,
    stop: () => {
      waking.stop()
      return boss.stop({ graceful: true, timeout: 5000 })
    },
  }
}

/** Says once that notifications do not arrive, and once that they do again. */
function hearing(log: QueueLog): (isHearing: boolean) => void {
  let isDeaf = false
  return (isHearing) => {
    if (isDeaf === !isHearing) return
    isDeaf = !isHearing
    if (isDeaf)
      log.warn(
        {},
        'notifications of the database do not arrive: jobs of other instances are looked for every 2 seconds (docs/deploy.md)',
      )
    else log.warn({}, 'notifications of the database arrive again')
  }
}

async function createQueues(boss: PgBoss): Promise<void> {
  for (const name of jobNames) {
    const { retries, expireInSeconds, alone } = catalog[name]
    // `short`: the same job waits only once, however often a tick asks for it; more may run.
    await asWanted(boss, name, alone ? 'exclusive' : 'short', {
      heartbeatSeconds,
      retryLimit: retries,
      ...retry,
      retryBackoff: true,
      expireInSeconds,
      deleteAfterSeconds: (3 * dayMs) / secondMs,
      notify: true,
    })
  }
  const tick = { heartbeatSeconds, retryLimit: 0, expireInSeconds: 300, notify: true }
  for (const name of minutely) await asWanted(boss, name, 'exclusive', tick)
  await boss.updateQueue(scheduled, { notify: true })
}

/** `createQueue` leaves a queue of an earlier version as it was; all but the policy can be changed later. */
async function asWanted(
  boss: PgBoss,
  name: string,
  policy: 'exclusive' | 'short',
  options: Omit<Parameters<PgBoss['createQueue']>[1] & object, 'policy' | 'partition'>,
): Promise<void> {
  await boss.createQueue(name, { policy, ...options })
  await boss.updateQueue(name, options)
}

/** Fetches as many as it does at once; one that fails keeps none of the others from being done. */
async function workOn<N extends JobName>(
  boss: PgBoss,
  name: N,
  ports: Ports,
  waking: Waking,
  { log, under }: { log: QueueLog; under: Under },
): Promise<void> {
  const { run, together, atOnce } = catalog[name]
  const options = { ...looks, batchSize: atOnce, perJobResults: true, includeMetadata: true } as const
  await boss.work<JobPayloads[N]>(name, options, async (jobs): Promise<JobResult[]> => {
    const payloads = jobs.map(({ data }) => data)
    const outcomes = await Promise.allSettled(
      together
        ? // What is done together is known by the first one's id.
          await eachOf(
            under(jobs[0]!.id, () => together(ports, payloads)),
            payloads.length,
          )
        : jobs.map(({ id, data }) => under(id, () => run(ports, data))),
    )
    // The database decides when it is tried again, once it has heard of the failure.
    if (outcomes.some(({ status }) => status === 'rejected')) waking.lookWithin(1)
    // More may wait than were fetched at once.
    waking.wake(name)
    return jobs.map(({ id }, i) => resultOf(id, name, outcomes[i]!, log))
  })
}

/** One that fails as a whole has failed for each. */
async function eachOf(
  whole: Promise<PromiseSettledResult<unknown>[]>,
  count: number,
): Promise<Promise<unknown>[]> {
  const outcomes = await whole.catch((reason: unknown) =>
    Array.from({ length: count }, () => ({ status: 'rejected' as const, reason })),
  )
  return outcomes.map((one) =>
    one.status === 'fulfilled' ? Promise.resolve(one.value) : Promise.reject(one.reason),
  )
}

function resultOf(
  id: string,
  job: JobName,
  outcome: PromiseSettledResult<unknown>,
  log: QueueLog,
): JobResult {
  if (outcome.status === 'fulfilled') return { id, status: 'completed' }
  const message = tellingOf(outcome.reason)
  log.error({ id, job, error: message }, 'a job failed; it is tried again if tries are left')
  return { id, status: 'failed', output: { message } }
}
