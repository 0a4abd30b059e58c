/**
 * What one instance notifies wakes the others, on a PostgreSQL server: when it is committed, after a lost connection too. A
 * pooler that passes no notification on is found out, and jobs are found without.
 */
import { connect as connectTo, createServer, type Socket } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { type Clock, systemClock } from 'pg-boss'
import { openQueue, type Queue } from '../../bot/jobs/queue.ts'
import { type Database, openDatabase } from '../../bot/store/database.ts'
import type { Ports } from '../../bot/workflows/ports.ts'
import { migratedDatabase } from '../support/database.ts'

const server = process.env['TEST_DATABASE_URL']
const onServer = server ? describe : describe.skip

let url: string
let drop: () => Promise<void>
const databases: Database[] = []
const queues: Queue[] = []
const poolers: { close(): void }[] = []

beforeAll(async () => {
  if (server) ({ url, drop } = await migratedDatabase(server))
})
afterEach(async () => {
  for (const queue of queues.splice(0)) await queue.stop()
  for (const database of databases.splice(0)) await database.close()
  for (const pooler of poolers.splice(0)) pooler.close()
})
afterAll(async () => {
  if (server) await drop()
})

async function opened(at = url): Promise<Database> {
  const database = await openDatabase({ url: at, poolSize: 4 })
  databases.push(database)
  return database
}

async function until(what: string, is: () => boolean, ms = 20_000): Promise<void> {
  for (let waited = 0; !is(); waited += 20) {
    if (waited > ms) throw new Error(`Not in ${ms} ms: ${what}`)
    await new Promise((done) => setTimeout(done, 20))
  }
}

/** A clock that stands still: nothing looks by itself, and no alarm rings. */
const stopped: Clock = {
  ...systemClock,
  setTimeout: () => ({}) as never,
  setInterval: () => ({}) as never,
  clearTimeout: () => {},
  clearInterval: () => {},
}

async function instance(database: Database, said: string[] = [], clock?: Clock): Promise<Queue> {
  const log = { error: () => {}, warn: (_: object, message: string) => said.push(message) }
  const queue = await openQueue(database, log, (_id, work) => work(), clock)
  queues.push(queue)
  return queue
}

/** The Summaries that a job asked for. */
function watched(): { ports: Ports; begun: string[] } {
  const begun: string[] = []
  const get = async (id: string) => {
    begun.push(id)
    return undefined
  }
  return { ports: { store: { summaries: { get } } } as unknown as Ports, begun }
}

const idle = { recovery: async () => {}, tick: async () => {} }
const add = (queue: Queue, summaryId: string) => queue.add('post-summary', { summaryId: summaryId as never })

/**
 * What a client sees of PgBouncer in its mode "transaction": every statement is answered, and no notification comes, since
 * none is under way when the server sends it.
 */
async function behindPooler(): Promise<string> {
  const { hostname, port } = new URL(url)
  const sockets = new Set<Socket>()
  const pooler = createServer((client) => {
    const upstream = connectTo(Number(port), hostname)
    const pass = withoutNotifications((bytes) => client.write(bytes))
    client.on('data', (bytes) => upstream.write(bytes))
    upstream.on('data', pass)
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(one)
      one.on('error', () => other.destroy())
      one.on('close', () => other.destroy())
    }
  })
  await new Promise<void>((done) => pooler.listen(0, '127.0.0.1', done))
  poolers.push({
    close() {
      pooler.close()
      for (const socket of sockets) socket.destroy()
    },
  })
  const through = new URL(url)
  through.port = String((pooler.address() as { port: number }).port)
  return through.href
}

/** https://www.postgresql.org/docs/current/protocol-message-formats.html: a letter, a length with itself, a body. */
function withoutNotifications(write: (bytes: Buffer) => void): (bytes: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0)
  return (bytes) => {
    rest = Buffer.concat([rest, bytes])
    while (rest.length >= 5 && rest.length >= 1 + rest.readInt32BE(1)) {
      const message = rest.subarray(0, 1 + rest.readInt32BE(1))
      rest = rest.subarray(message.length)
      if (message[0] !== 'A'.charCodeAt(0)) write(message)
    }
  }
}

onServer('a notification', () => {
  it('wakes another instance when it is committed, and not before', async () => {
    const works = await instance(await opened(), [], stopped)
    const { ports, begun } = watched()
    await works.work(ports, idle)
    const database = await opened()
    const adds = await instance(database, [], stopped)
    await database.transaction(async () => {
      await add(adds, 'kept')
      await new Promise((done) => setTimeout(done, 200))
      expect(begun).toEqual([])
    })
    await until('the job begins', () => begun.length === 1)
    const failing = database.transaction(async () => {
      await add(adds, 'lost')
      throw new Error('No.')
    })
    await expect(failing).rejects.toThrow('No.')
    await add(adds, 'after')
    await until('the next begins', () => begun.length === 2)
    expect(begun).toEqual(['kept', 'after'])
  }, 60_000)

  it('is heard again after the connection that listens was ended', async () => {
    const database = await opened()
    const heard: string[] = []
    const states: string[] = []
    const ear = await database.listen('ear', {
      heard: (payload) => heard.push(payload),
      begun: () => states.push('begun'),
      deaf: () => states.push('deaf'),
    })
    try {
      await database.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where query = 'listen "ear"'`,
      )
      await until('it listens again', () => states.length === 3)
      expect(states).toEqual(['begun', 'deaf', 'begun'])
      await database.query(`select pg_notify('ear', 'hello')`)
      await until('it hears', () => heard.length > 0)
      expect(heard).toEqual(['hello'])
    } finally {
      await ear.close()
    }
  }, 60_000)
})

onServer('behind a pooler that passes no notification on', () => {
  it('that is found out and said, and a job of another instance is still begun', async () => {
    const said: string[] = []
    const works = await instance(await opened(await behindPooler()), said)
    const { ports, begun } = watched()
    await works.work(ports, idle)
    await until('it is said', () => said.length > 0)
    expect(said).toEqual([expect.stringContaining('do not arrive')])
    const adds = await instance(await opened(), [], stopped)
    await add(adds, 'found')
    await until('the job begins', () => begun.length === 1)
    expect(begun).toEqual(['found'])
  }, 60_000)
})
