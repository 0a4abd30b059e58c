/** pg-boss over the same database as everything else: a job added inside a transaction commits with it, or not at all. */

import { type JobResult, PgBoss } from 'pg-boss'
import { tellingOf } from '../domain/fault.ts'
import type { JobName, JobPayloads, Jobs, Ports } from '../workflows/ports.ts'
import { catalog, jobNames } from './catalog.ts'

/** What the queue needs of the database. */
export interface JobDatabase {
  // biome-ignore lint/suspicious/noExplicitAny: pg-boss reads rows of its own tables
  query(text: string, values?: unknown[]): Promise<{ rows: any[] }>
  embedded: boolean
}

export interface Queue extends Jobs {
  /** Begins to work; before this, jobs only gather. */
  work(ports: Ports, onTick: () => Promise<void>): Promise<void>
  /** @throws when jobs can be neither given nor taken */
  answer(): Promise<void>
  /** Finishes what is running, at most 5 seconds. */
  stop(): Promise<void>
}

export interface QueueLog {
  error(fields: Record<string, unknown>, message: string): void
}

const tickQueue = 'tick'
const everyMinute = '* * * * *'
/** Shortest that pg-boss polls; a press of Approve shows its effect within a second. */
const pollSeconds = 0.5

/** A worker that was not heard of for this long is dead; its jobs are given to another within the next minute. */
const heartbeatSeconds = 30

/** Call inside the database's `alone`: several instances may start on an empty database at once. */
export async function openQueue(database: JobDatabase, log: QueueLog): Promise<Queue> {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => database.query(text, values) },
    schema: 'jobs',
    backend: database.embedded ? 'pglite' : 'postgres',
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
      await boss.send(name, payload, {
        ...(singletonKey === undefined ? {} : { singletonKey }),
        ...(options?.inSeconds ? { startAfter: options.inSeconds } : {}),
      })
    },
    async work(ports, onTick) {
      for (const name of jobNames) await once(name, () => workOn(boss, name, ports, log))
      await once(tickQueue, () => boss.work(tickQueue, { pollingIntervalSeconds: 2 }, onTick))
      await boss.schedule(tickQueue, everyMinute)
    },
    async answer() {
      if (!(await boss.getQueue(tickQueue))) throw new Error('The job queue has lost its queues.')
    },
    stop: () => boss.stop({ graceful: true, timeout: 5000 }),
  }
}

async function createQueues(boss: PgBoss): Promise<void> {
  for (const name of jobNames) {
    const { retries, expireInSeconds, alone } = catalog[name]
    await boss.createQueue(name, {
      // `short`: the same job waits only once, however often a tick asks for it; more may run.
      policy: alone ? 'exclusive' : 'short',
      heartbeatSeconds,
      retryLimit: retries,
      retryDelay: 2,
      retryBackoff: true,
      retryDelayMax: 600,
      expireInSeconds,
      deleteAfterSeconds: 3 * 24 * 3600,
    })
  }
  await boss.createQueue(tickQueue, {
    policy: 'exclusive',
    heartbeatSeconds,
    retryLimit: 0,
    expireInSeconds: 300,
  })
}

/** Fetches as many as it does at once; one that fails keeps none of the others from being done. */
async function workOn<N extends JobName>(boss: PgBoss, name: N, ports: Ports, log: QueueLog): Promise<void> {
  const { run, together, atOnce } = catalog[name]
  const options = { pollingIntervalSeconds: pollSeconds, batchSize: atOnce, perJobResults: true } as const
  await boss.work<JobPayloads[N]>(name, options, async (jobs): Promise<JobResult[]> => {
    const payloads = jobs.map(({ data }) => data)
    const outcomes = await Promise.allSettled(
      together
        ? await eachOf(together(ports, payloads), payloads.length)
        : payloads.map((one) => run(ports, one)),
    )
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
  log.error({ job, error: message }, 'a job failed; it is tried again if tries are left')
  return { id, status: 'failed', output: { message } }
}
