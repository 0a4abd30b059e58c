/** What is begun every minute: a part that takes for ever keeps no recovery waiting. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { PgBoss } from 'pg-boss'
import { Fault } from '../../bot/domain/fault.ts'
import { openQueue, type Queue } from '../../bot/jobs/queue.ts'
import type { Ports } from '../../bot/workflows/ports.ts'
import { passTime, pickUpStranded } from '../../bot/workflows/tick.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { type Product, startProduct } from '../support/product.ts'

let product: Product
let own: TestDatabase
let queue: Queue
let minute: PgBoss

beforeAll(async () => {
  product = await startProduct({ people: 60, mentors: 2, mentees: 2 })
  own = await testDatabase()
  const { database } = own
  queue = await openQueue(database, { error: () => {}, warn: () => {} })
  // Stands for the clock that puts one of each into the queue every minute.
  minute = new PgBoss({
    db: { executeSql: (text, values) => database.query(text, values) },
    schema: 'jobs',
    backend: database.embedded ? 'pglite' : 'postgres',
    schedule: false,
    supervise: false,
  })
  await minute.start()
})
afterAll(async () => {
  await minute.stop({ graceful: false })
  await queue.stop()
  await own.close()
  await product.close()
})

const until = async (happened: () => boolean) => {
  for (let waited = 0; !happened() && waited < 20_000; waited += 50)
    await new Promise((done) => setTimeout(done, 50))
  expect(happened()).toBe(true)
}

describe('recovery', () => {
  it('goes on while a part of the tick hangs, and what throws in it stops nothing of it', async () => {
    const { ports } = product
    let begun = 0
    let letGo: () => void = () => {}
    const hangs = () => {
      begun += 1
      return new Promise<never[]>((done) => {
        letGo = () => done([])
      })
    }
    const broken = async () => {
      throw new Fault('The table is not there.')
    }
    const asked: string[] = []
    const store = {
      ...ports.store,
      participants: { ...ports.store.participants, pausedUntil: hangs },
      holds: { ...ports.store.holds, stranded: broken },
      summaries: { ...ports.store.summaries, unpublished: async () => ['one'] },
    } as unknown as Ports['store']
    const jobs: Ports['jobs'] = {
      add: async (name) => {
        asked.push(name)
      },
    }
    const spoilt: Ports = { ...ports, store, jobs }
    await queue.work(spoilt, { recovery: () => pickUpStranded(spoilt), tick: () => passTime(spoilt) })
    await minute.send('tick', {})
    await until(() => begun === 1)
    for (const round of [1, 2]) {
      await minute.send('recovery', {})
      await minute.send('tick', {})
      await until(() => asked.length === round)
    }
    expect(asked).toEqual(['post-summary', 'post-summary'])
    expect(begun).toBe(1)
    letGo()
  }, 60_000)
})
