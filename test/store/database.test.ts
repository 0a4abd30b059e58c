/** The two engines behind one face: what commits together, who gets in, and what an empty database becomes. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { openQueue } from '../../bot/jobs/queue.ts'
import { type Database, openDatabase } from '../../bot/store/database.ts'
import { lockDirectory } from '../../bot/store/lock.ts'
import { freshDatabase, migrations, storeOn, testDatabase } from '../support/database.ts'
import { morning } from './builders.ts'

const silent = { error: () => {}, warn: () => {} }
const settings = `select name, heartbeat_seconds, retry_limit, expire_seconds from jobs.queue
  where name not like '\\_\\_%' order by name`
const server = process.env['TEST_DATABASE_URL']

let database: Database
let close: () => Promise<void>
beforeAll(async () => {
  const opened = await testDatabase()
  database = opened.database
  close = opened.close
})
afterAll(() => close())

const entry = (action: string) => ({ at: morning, actorId: 'ana', action, subject: 's' })
const actions = async () => (await storeOn(database).audit.list(50)).map((one) => one.action)
async function jobsFor(holdId: string): Promise<number> {
  const { rows } = await database.query(
    `select count(*)::int as n from jobs.job where data->>'holdId' = $1`,
    [holdId],
  )
  return rows[0].n
}

describe('queues of an earlier version', () => {
  it('work as this version wants them', async () => {
    await (await openQueue(database, silent)).stop()
    const wanted = async () => (await database.query(settings)).rows
    const before = await wanted()
    expect(before.length).toBeGreaterThan(10)
    await database.query('update jobs.queue set heartbeat_seconds = 11, retry_limit = 1, expire_seconds = 7')
    await (await openQueue(database, silent)).stop()
    expect(await wanted()).toEqual(before)
  })
})

describe('a statement that comes again', () => {
  // The service's own role may make no tables.
  const onTables = process.env['TEST_AS_SERVICE'] ? it.skip : it
  onTables('sees a table that was changed meanwhile', async () => {
    await database.query('create table thing (id int primary key, name text, at timestamptz)')
    await database.query('insert into thing values ($1, $2, $3)', [1, null, '2026-11-28T09:00:00Z'])
    const all = 'select * from thing where id = any($1::int[])'
    const one = { id: 1, name: null, at: new Date('2026-11-28T09:00:00Z') }
    for (const _ of [1, 2]) expect((await database.query(all, [[1, 2]])).rows).toEqual([one])
    await database.query('alter table thing add column size int')
    expect((await database.query(all, [[1, 2]])).rows).toEqual([{ ...one, size: null }])
  })

  it('works after it failed, alone and in a transaction', async () => {
    const divide = 'select 6 / $1::int as part'
    for (const _ of [1, 2]) {
      await expect(database.query(divide, [0])).rejects.toMatchObject({ code: '22012' })
      await expect(database.transaction(() => database.query(divide, [0]))).rejects.toMatchObject({
        code: '22012',
      })
      await expect(database.query('select nothing from nowhere where 1 = $1', [1])).rejects.toMatchObject({
        code: '42P01',
      })
      expect((await database.query(divide, [2])).rows).toEqual([{ part: 3 }])
    }
  })

  it('is one of hundreds, and several are asked for at once', async () => {
    const asked = Array.from({ length: 700 }, (_, n) => n)
    const ask = async (n: number) => (await database.query(`select $1::int + ${n} as sum`, [n])).rows[0].sum
    expect(await Promise.all(asked.map(ask))).toEqual(asked.map((n) => 2 * n))
    const twice = () => Promise.all([...asked.slice(0, 40), ...asked.slice(0, 40)].map(ask))
    expect(new Set(await database.transaction(twice)).size).toBe(40)
  })

  onTables('says how many rows it changed', async () => {
    expect(await database.query('update thing set size = $1', [2])).toEqual({ rows: [], rowCount: 1 })
    expect(await database.query('delete from thing where id = $1', [5])).toEqual({ rows: [], rowCount: 0 })
    const many = `insert into thing values ${Array.from({ length: 900 }, (_, n) => `($1, 'a long name of number ${n}', $2, $3)`).join(', ')} on conflict do nothing`
    expect(await database.query(many, [7, '2026-11-28', 3])).toMatchObject({ rowCount: 1 })
    await database.query('drop table thing')
  })
})

describe('a transaction', () => {
  it('keeps rows and jobs together, or neither of them', async () => {
    const store = storeOn(database)
    const queue = await openQueue(database, silent)
    const change = (name: string) => async () => {
      await store.audit.add(entry(name))
      await queue.add('book-hold', { holdId: name })
    }
    await store.transaction(change('kept'))
    const failing = store.transaction(async () => {
      await change('lost')()
      throw new Error('No.')
    })
    await expect(failing).rejects.toThrow('No.')
    expect([await jobsFor('kept'), await jobsFor('lost')]).toEqual([1, 0])
    expect(await actions()).toEqual(['kept'])
    await queue.stop()
  })

  it('is joined by the one inside it, which fails with it', async () => {
    const store = storeOn(database)
    const failing = store.transaction(async () => {
      await store.transaction(() => store.audit.add(entry('inner')))
      throw new Error('No.')
    })
    await expect(failing).rejects.toThrow('No.')
    expect(await actions()).not.toContain('inner')
  })

  it('is not written into by what it started and did not wait for', async () => {
    const store = storeOn(database)
    let after: Promise<void> | undefined
    const failing = store.transaction(async () => {
      after = new Promise<void>((resolve) => setTimeout(resolve, 30)).then(() =>
        store.audit.add(entry('afterwards')),
      )
      throw new Error('No.')
    })
    await expect(failing).rejects.toThrow('No.')
    await after
    expect(await actions()).toContain('afterwards')
  })

  it('lets one at a time past a lock of the same name', async () => {
    const store = storeOn(database)
    const seen: string[] = []
    const enter = (who: string) =>
      store.transaction(async () => {
        await store.lock('door')
        seen.push(`${who} in`)
        await new Promise((resolve) => setTimeout(resolve, 20))
        seen.push(`${who} out`)
      })
    await Promise.all(['a', 'b', 'c'].map(enter))
    for (let index = 0; index < seen.length; index += 2)
      expect(seen[index]!.split(' ')[0]).toBe(seen[index + 1]!.split(' ')[0])
  })
})

describe('the queue', () => {
  it('keeps a job that is asked for twice waiting once', async () => {
    const queue = await openQueue(database, silent)
    for (let time = 1; time <= 3; time++) await queue.add('book-hold', { holdId: 'twice' })
    await queue.add('book-hold', { holdId: 'other' })
    expect([await jobsFor('twice'), await jobsFor('other')]).toEqual([1, 1])
    await queue.stop()
  })
})

describe('an empty database', () => {
  const tables = async (of: Database) => {
    const { rows } = await of.query(
      `select table_name as name from information_schema.tables where table_schema = 'public' order by 1`,
    )
    return rows.map((row: { name: string }) => row.name)
  }

  it('gets its tables, and nothing more the second time', async () => {
    const own = server ? await freshDatabase(server) : undefined
    const empty = await openDatabase(own ? { url: own.url } : {})
    try {
      expect(await tables(empty)).toEqual([])
      await empty.migrate(migrations)
      const once = await tables(empty)
      expect(once).toContain('pairings')
      await storeOn(empty).audit.add(entry('before'))
      await empty.migrate(migrations)
      expect(await tables(empty)).toEqual(once)
      expect(await storeOn(empty).audit.list(5)).toHaveLength(1)
    } finally {
      await empty.close()
      await own?.drop()
    }
  })

  // One process at a time has the embedded database, so only a server can meet several.
  const onServer = server ? it : it.skip
  onServer('is set up once by several instances that start at the same moment', async () => {
    const { url, drop } = await freshDatabase(server!)
    const instances = await Promise.all([1, 2, 3, 4].map(() => openDatabase({ url, poolSize: 4 })))
    try {
      const queues = await Promise.all(
        instances.map((one) =>
          one.alone(async () => {
            await one.migrate(migrations)
            return openQueue(one, silent)
          }),
        ),
      )
      await Promise.all(queues.map((queue, index) => queue.add('book-hold', { holdId: `hold ${index}` })))
      const { rows } = await instances[0]!.query(
        'select count(*)::int as n from jobs.job where data is not null',
      )
      expect(rows[0].n).toBe(4)
      await Promise.all(queues.map((queue) => queue.stop()))
    } finally {
      await Promise.all(instances.map((one) => one.close()))
      await drop()
    }
  })
})

describe('setting up', () => {
  const onServer = server ? it : it.skip
  onServer('is kept to one by a lock of a transaction, which no pooler keeps longer', async () => {
    const { url, drop } = await freshDatabase(server!)
    const one = await openDatabase({ url, poolSize: 2 })
    const holders = async () => {
      const { rows } = await one.query(
        `select state from pg_stat_activity join pg_locks using (pid) where locktype = 'advisory'
          and pg_stat_activity.datname = current_database()`,
      )
      return rows
    }
    try {
      expect(await one.alone(holders)).toEqual([{ state: 'idle in transaction' }])
      expect(await holders()).toEqual([])
    } finally {
      await one.close()
      await drop()
    }
  })
})

describe('the lock on a data directory', () => {
  const holder = `
    import { lockDirectory } from './bot/store/lock.ts'
    await lockDirectory(process.argv[1])
    console.log('locked')
    setInterval(() => {}, 1000)`

  it('refuses a second process with a clear word, and lets it in when the first was killed', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'mentoring-lock-'))
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', holder, dir])
    try {
      await new Promise<void>((resolve, reject) => {
        child.stdout.once('data', () => resolve())
        child.once('exit', () => reject(new Error('The holder of the lock died early.')))
      })
      await expect(lockDirectory(dir)).rejects.toMatchObject({
        code: 'data-directory-in-use',
        message: expect.stringContaining(dir),
      })
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGKILL')
      await gone
      const lock = await lockDirectory(dir)
      lock.close()
    } finally {
      child.kill('SIGKILL')
      rmSync(dir, { recursive: true, force: true })
    }
  })
})
