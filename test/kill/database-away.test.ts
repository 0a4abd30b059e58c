/**
 * A PostgreSQL server of the test's own is crashed, locked and frozen under a product that is a process of its own: it
 * must live, tell people to come back in a moment, and work again by itself.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import pg from 'pg'
import { createSeededCompany } from '../../bot/demo/company.ts'
import { issueTabToken } from '../../bot/demo/entra-server.ts'
import { startTenant } from '../../bot/demo/tenant.ts'
import type { Tenant } from '../../bot/demo/tenant-shape.ts'
import { findPostgres, startPostgres } from '../../infra/local/postgres.mjs'
import { migratedDatabase } from '../support/database.ts'
import { hurried } from '../support/hurried.ts'
import { openCohort, settingsIn, wireProduct } from '../support/product.ts'
import { bundle, pause } from './kill-support.ts'

const bin = findPostgres()
const onPostgres = bin ? describe : describe.skip

interface Server {
  url: string
  stop(): void
  fail(): void
  recover(): void
  freeze(): void
  thaw(): void
}

interface Served {
  child: ChildProcess
  url: string
  lines: Record<string, unknown>[]
}

const company = createSeededCompany({ people: 120, mentors: 8, mentees: 6, seed: 7 })
let server: Server
let tenant: Tenant
let settings: Record<string, string>
let databaseUrl: string
const children: ChildProcess[] = []

/** Spawned with its log; `url` is there once it listens. */
async function serve(): Promise<Served> {
  const program = await bundle('served')
  const child = spawn(process.execPath, ['--enable-source-maps', program], {
    env: { PATH: process.env['PATH'], SETTINGS: JSON.stringify(settings) },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  const served: Served = { child, url: '', lines: [] }
  let rest = ''
  child.stdout!.on('data', (data) => {
    const lines = (rest + data).split('\n')
    rest = lines.pop()!
    for (const line of lines) {
      const port = /^port (\d+)$/.exec(line)?.[1]
      if (port) served.url = `http://127.0.0.1:${port}`
      else if (line.startsWith('{')) served.lines.push(JSON.parse(line))
    }
  })
  return served
}

async function until(what: string, is: () => boolean | Promise<boolean>, ms = 30_000): Promise<void> {
  for (const start = Date.now(); !(await is()); await pause(50))
    if (Date.now() - start > ms) throw new Error(`Not in ${ms} ms: ${what}`)
}

const isAlive = ({ child }: Served) => child.exitCode === null && child.signalCode === null

async function ask(served: Served, path: string, body?: object) {
  const { organizer } = company.personas
  const token = await issueTabToken(tenant.state, tenant.keys, organizer)
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    connection: 'close',
  }
  const response = await fetch(served.url + path, {
    headers,
    ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
  })
  const text = await response.text()
  return {
    status: response.status,
    retryAfter: response.headers.get('retry-after'),
    code: text.startsWith('{') ? (JSON.parse(text) as { code?: string }).code : undefined,
    text,
  }
}

/** To the bot, as Teams does. */
async function saySomething(served: Served, id: string) {
  const serviceUrl = settings['BOT_SERVICE_URL']!
  const { tenantId, personas } = company
  const token = await tenant.channel.signer.sign({ botId: settings['BOT_ID']!, serviceUrl })
  const response = await fetch(`${served.url}/api/messages`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', connection: 'close' },
    body: JSON.stringify({
      type: 'message',
      id,
      text: 'help',
      channelId: 'msteams',
      serviceUrl,
      from: { id: '29:organizer', aadObjectId: personas.organizer },
      recipient: { id: `28:${settings['BOT_ID']}` },
      conversation: { id: 'a:organizer', conversationType: 'personal', tenantId },
    }),
  })
  return { status: response.status, retryAfter: response.headers.get('retry-after') }
}

const block = (served: Served) => ask(served, '/api/blocks', { personId: company.people.at(-1)!.id })

/** Holds the table until it ends, or the server does. */
async function lock(...tables: string[]): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: databaseUrl })
  client.on('error', () => {})
  await client.connect()
  await client.query('begin')
  await client.query(`lock table ${tables.join(', ')} in access exclusive mode`)
  return () => client.end().catch(() => {})
}

async function everyTable(): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const { rows } = await client.query(
    `select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables where schemaname in ('public', 'jobs')`,
  )
  await client.end()
  return rows.map(({ name }) => name as string)
}

async function readyz(served: Served) {
  const start = Date.now()
  const { status, text } = await ask(served, '/readyz')
  const { notReady } = JSON.parse(text) as { notReady: string[] }
  return { status, notReady, inTime: Date.now() - start < 2000 }
}

/** What was found is kept for five seconds. */
const untilItLooksAgain = () => pause(5100)

async function countWaiting(): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const { rows } = await client.query(
    `select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
  )
  await client.end()
  return rows.length
}

onPostgres('a product whose database goes away', () => {
  beforeAll(async () => {
    server = (await startPostgres(bin)) as Server
    tenant = await startTenant({ company, pageDir: '/nowhere', tick: hurried.now })
    const { url } = await migratedDatabase(server.url)
    databaseUrl = url
    settings = { ...settingsIn(tenant), DATABASE_URL: url, LOG_LEVEL: 'info' }
    const product = await wireProduct(tenant, company, settings)
    await openCohort(product)
    await product.close()
  }, 120_000)

  afterEach(async () => {
    for (const child of children.splice(0)) {
      if (child.exitCode !== null || child.signalCode !== null) continue
      child.kill('SIGKILL')
      await once(child, 'exit')
    }
  })

  afterAll(async () => {
    await tenant?.close()
    server?.stop()
  })

  it('lives when the server crashes under open transactions and jobs, says 503, and works again', async () => {
    const served = await serve()
    await until('it listens', () => served.url !== '')
    for (let round = 1; round <= 3; round++) {
      const unlock = await lock('blocks')
      const cut = Array.from({ length: 3 }, () => block(served))
      await until('the transactions wait', async () => (await countWaiting()) >= 3)
      server.fail()
      for (const { status, retryAfter, code } of await Promise.all(cut))
        expect({ status, retryAfter, code }).toEqual({ status: 503, retryAfter: '5', code: 'database-away' })
      await unlock()
      for (const path of ['/api/me', '/api/my-mentoring', '/api/cohorts/none', '/api/people?cohort=none'])
        expect(await ask(served, path)).toMatchObject({ status: 503, retryAfter: '5', code: 'database-away' })
      expect(await saySomething(served, `away-${round}`)).toEqual({ status: 503, retryAfter: '5' })
      // Long enough for every queue to have looked for work in vain.
      await pause(2500)
      expect(isAlive(served)).toBe(true)
      expect((await ask(served, '/healthz')).status).toBe(200)
      server.recover()
      await until('it answers again', async () => (await ask(served, '/api/me')).status === 200, 10_000)
      expect((await block(served)).status).toBe(200)
      expect(await saySomething(served, `away-${round}`)).toMatchObject({ status: 200 })
    }
    expect(isAlive(served)).toBe(true)
  }, 180_000)

  it('waits at its start for a server that is not there yet, and says why once', async () => {
    server.fail()
    const served = await serve()
    await until('it says that it waits', () =>
      served.lines.some(({ msg }) => msg === 'the database does not answer; waiting for it'),
    )
    await pause(3000)
    expect(isAlive(served)).toBe(true)
    server.recover()
    await until('it listens', () => served.url !== '')
    expect((await ask(served, '/api/me')).status).toBe(200)
    expect(
      served.lines.filter(({ msg }) => msg === 'the database does not answer; waiting for it'),
    ).toHaveLength(1)
  }, 120_000)

  it('answers in time that it is slow, and 503 to people, while tables are locked and no connection is free', async () => {
    settings = { ...settings, DATABASE_POOL: '4' }
    const served = await serve()
    await until('it is ready', async () => served.url !== '' && (await readyz(served)).status === 200)
    await untilItLooksAgain()
    const unlock = await lock(...(await everyTable()))
    const waiting = Array.from({ length: 12 }, () => block(served))
    await pause(500)
    const slow = await readyz(served)
    expect(slow).toMatchObject({ status: 503, inTime: true })
    expect(slow.notReady).toContain('database slow')
    expect((await ask(served, '/healthz')).status).toBe(200)
    for (const { status, retryAfter, code } of await Promise.all(waiting))
      expect({ status, retryAfter, code }).toEqual({ status: 503, retryAfter: '5', code: 'database-away' })
    await unlock()
    await untilItLooksAgain()
    await until('it is ready again', async () => (await readyz(served)).status === 200)
    expect((await block(served)).status).toBe(200)
  }, 120_000)

  it('answers in time, and 503 to people, while the server is there and says nothing', async () => {
    const served = await serve()
    await until('it is ready', async () => served.url !== '' && (await readyz(served)).status === 200)
    await untilItLooksAgain()
    server.freeze()
    try {
      const asked = ask(served, '/api/me')
      const slow = await readyz(served)
      expect(slow).toMatchObject({ status: 503, inTime: true })
      expect(slow.notReady).toContain('database slow')
      expect((await ask(served, '/healthz')).status).toBe(200)
      expect(await asked).toMatchObject({ status: 503, retryAfter: '5', code: 'database-away' })
    } finally {
      server.thaw()
    }
    await until('it is ready again', async () => (await readyz(served)).status === 200)
    expect((await ask(served, '/api/me')).status).toBe(200)
    expect(isAlive(served)).toBe(true)
  }, 120_000)
})
