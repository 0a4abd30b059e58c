/**
 * How work wakes up, on a clock that is moved by hand: the queue, its housekeeping and the database all go by it. What a
 * server's notifications bring to other instances is in `test/store/listen.test.ts`.
 */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { type Clock, enableClockOverride, TestClock } from 'pg-boss'
import { createSeededCompany } from '../../bot/demo/company.ts'
import { startTenant } from '../../bot/demo/tenant.ts'
import { Fault } from '../../bot/domain/fault.ts'
import { type JobDatabase, openQueue, type Queue } from '../../bot/jobs/queue.ts'
import type { Database } from '../../bot/store/database.ts'
import type { Ports } from '../../bot/workflows/ports.ts'
import { passTime, pickUpStranded } from '../../bot/workflows/tick.ts'
import { countQueries, type QueryCount } from '../support/count-queries.ts'
import { embeddedDatabase, type TestDatabase } from '../support/database.ts'
import { hurried } from '../support/hurried.ts'
import { openCohort, type Product, wireProduct } from '../support/product.ts'

const minute = 60_000
/** Seconds within which a job that is due has begun. */
const prompt = 2

let product: Product
let own: TestDatabase
let queries: QueryCount
let clock: TestClock
let close: () => Promise<void>

beforeAll(async () => {
  own = await embeddedDatabase()
  queries = countQueries()
  const company = createSeededCompany({ people: 60, mentors: 2, mentees: 2 })
  const tenant = await startTenant({ company, pageDir: '/nowhere', tick: hurried.now })
  const database = { ...own.database, close: async () => {} }
  product = await wireProduct(tenant, company, {}, { database })
  await openCohort(product)
  // Only the queues of the tests work here.
  await product.close()
  close = () => tenant.close()
})
afterAll(async () => {
  queries.stop()
  await own.close()
  await close()
})

const queues: Queue[] = []
let letTimeGo: AsyncDisposable
/** Each test lives a day after the one before: what the queue does now and then, it has not done today. */
let today = Date.now()
/** What the clock itself asked, which tells the database what time it is whenever it moves. */
let byTheClock = 0
beforeEach(async () => {
  const { database } = own
  today += 24 * 60 * minute
  clock = new TestClock(today)
  await database.query('delete from jobs.job')
  await database.query(enableClockOverride())
  const executeSql = (text: string, values?: unknown[]) => {
    byTheClock += 1
    return database.query(text, values)
  }
  letTimeGo = await clock.attach({ db: { executeSql }, schema: 'jobs', idle: queries.idle })
})
afterEach(async () => {
  for (const queue of queues.splice(0)) await queue.stop()
  await letTimeGo[Symbol.asyncDispose]()
})

/** The clock without its hold on the database, which is taken above once for all instances. */
const ticking = (): Clock => ({
  now: () => clock.now(),
  setTimeout: (act, ms) => clock.setTimeout(act, ms),
  clearTimeout: (handle) => clock.clearTimeout(handle),
  setInterval: (act, ms) => clock.setInterval(act, ms),
  clearInterval: (handle) => clock.clearInterval(handle),
})

/** As behind a pooler that passes no notification on. */
const deaf = (database: Database): JobDatabase => ({
  ...database,
  listen: async (_channel, listening) => {
    listening.deaf()
    return { close: async () => {} }
  },
})

const said: string[] = []
async function anInstance(database: JobDatabase = own.database): Promise<Queue> {
  const log = { error: () => {}, warn: (_: object, message: string) => said.push(message) }
  const queue = await openQueue(database, log, (_id, work) => work(), ticking())
  queues.push(queue)
  return queue
}

const idle = { recovery: async () => {}, tick: async () => {} }
const seconds = (count: number) => clock.tick(count * 1000)
const settled = () => queries.idle()

/** Ports whose Summaries say when a job asked for one, in seconds since the start; `fails` as often. */
function watched(fails = 0): { ports: Ports; begun: number[] } {
  const begun: number[] = []
  const start = clock.now()
  const get = async () => {
    begun.push((clock.now() - start) / 1000)
    if (begun.length <= fails) throw new Fault('Not yet.')
    return undefined
  }
  const { ports } = product
  const store = { ...ports.store, summaries: { ...ports.store.summaries, get } }
  return { ports: { ...ports, store } as unknown as Ports, begun }
}

describe('an idle service', () => {
  const cases = [
    { where: 'where notifications arrive', on: () => own.database as JobDatabase },
    { where: 'where none arrives', on: () => deaf(own.database) },
  ]
  it.each(cases)(
    'asks the database at most twice a second $where',
    async ({ on }) => {
      const queue = await anInstance(on())
      const ports = { ...product.ports, jobs: queue }
      const passed = { recovery: 0, tick: 0 }
      await queue.work(ports, {
        recovery: async () => {
          passed.recovery += 1
          await pickUpStranded(ports)
        },
        tick: async () => {
          passed.tick += 1
          await passTime(ports)
        },
      })
      await clock.tick(2 * minute)
      const before = { ...passed, queries: queries.count() - byTheClock }
      await clock.tick(10 * minute)
      expect([passed.recovery - before.recovery, passed.tick - before.tick]).toEqual([10, 10])
      const inSeconds = 10 * 60
      const asked = queries.count() - byTheClock - before.queries
      expect(asked).toBeLessThanOrEqual(2 * inSeconds)
    },
    60_000,
  )
})

describe('a job', () => {
  it('begins at once in the process that adds it, with no notification and no moment passing', async () => {
    const queue = await anInstance(deaf(own.database))
    const { ports, begun } = watched()
    await queue.work(ports, idle)
    await settled()
    await own.database.transaction(() => queue.add('post-summary', { summaryId: 'one' as never }))
    await settled()
    expect(begun).toEqual([0])
  })

  it('wakes nobody when what caused it is rolled back', async () => {
    const queue = await anInstance(deaf(own.database))
    await queue.work(watched().ports, idle)
    await settled()
    const failing = own.database.transaction(async () => {
      await queue.add('post-summary', { summaryId: 'never' as never })
      throw new Error('No.')
    })
    await expect(failing).rejects.toThrow('No.')
    const before = queries.count()
    await settled()
    expect(queries.count()).toBe(before)
  })

  it('is found within seconds where no notification arrives, and that is said once', async () => {
    said.length = 0
    const queue = await anInstance(deaf(own.database))
    const other = await anInstance(deaf(own.database))
    const { ports, begun } = watched()
    await queue.work(ports, idle)
    await seconds(1)
    await other.add('post-summary', { summaryId: 'two' as never })
    await settled()
    expect(begun).toEqual([])
    await seconds(prompt)
    expect(begun).toHaveLength(1)
    expect(said.filter((one) => one.includes('do not arrive'))).toHaveLength(2)
  })

  it('that another instance put off begins when its time has come', async () => {
    const queue = await anInstance()
    const other = await anInstance()
    const { ports, begun } = watched()
    await queue.work(ports, idle)
    await settled()
    for (const [summaryId, inSeconds] of Object.entries({ a: 7, b: 47, c: 49, d: 1800 }))
      await other.add('post-summary', { summaryId: summaryId as never }, { inSeconds })
    await seconds(1900)
    expect(begun).toHaveLength(4)
    for (const [i, due] of [7, 47, 49, 1800].entries()) {
      expect(begun[i]).toBeGreaterThanOrEqual(due)
      expect(begun[i]).toBeLessThanOrEqual(due + prompt)
    }
  }, 60_000)

  it('that failed is tried again when its pause is over', async () => {
    const queue = await anInstance()
    const { ports, begun } = watched(5)
    await queue.work(ports, idle)
    await settled()
    await queue.add('post-summary', { summaryId: 'again' as never })
    const dueAt: number[] = []
    const start = clock.now()
    for (let second = 0; second < 200; second++) {
      const { rows } = await own.database.query(
        `select extract(epoch from start_after) as due from jobs.job where name = 'post-summary' and state = 'retry'`,
      )
      const due = rows[0] && Number(rows[0].due) - start / 1000
      if (due !== undefined && due !== dueAt.at(-1)) dueAt.push(due)
      await seconds(1)
    }
    expect(begun).toHaveLength(6)
    expect(dueAt).toHaveLength(5)
    for (const [i, due] of dueAt.entries()) {
      expect(begun[i + 1]).toBeGreaterThanOrEqual(due)
      expect(begun[i + 1]).toBeLessThanOrEqual(due + prompt)
    }
  }, 60_000)
})
