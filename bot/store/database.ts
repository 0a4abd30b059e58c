/**
 * PostgreSQL, or PGlite (PostgreSQL in WebAssembly) when embedded, behind one small face. Drizzle and pg-boss both speak
 * through `query`; whatever runs inside `transaction` joins one transaction, found through AsyncLocalStorage, so that a
 * row and the job it causes commit together and PGlite's single connection never waits for itself.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { drizzle } from 'drizzle-orm/pg-proxy'
import { migrate } from 'drizzle-orm/pg-proxy/migrator'
import pg from 'pg'
import { asText, type Driver, dateTypes, type Query } from './driver.ts'
import { embedded } from './embedded.ts'
import { listenOn } from './listen.ts'
import { QueryFailed, queryFailed } from './query-failed.ts'

/** int8 becomes a number on both engines. */
pg.types.setTypeParser(20, Number)
const textDates = {
  getTypeParser: (type: number, format?: 'text' | 'binary') =>
    dateTypes.has(type) ? asText : pg.types.getTypeParser(type, format as 'text'),
}
/** Any fixed number: the name of the set-up lock. */
const setUpLock = 727_001

/**
 * Milliseconds. A caller hears that the database is slow before its own patience ends. The server gives up first, and says
 * so; `answer` is for one that says nothing any more.
 */
const patience = { connection: 5000, lock: 10_000, statement: 30_000, answer: 35_000 }
const endless = 2 ** 31 - 1

function postgres(url: string, poolSize: number): Driver {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    connectionTimeoutMillis: patience.connection,
    keepAlive: true,
    onConnect: (client) =>
      client.query({
        text: `set lock_timeout = ${patience.lock}; set statement_timeout = ${patience.statement}`,
        query_timeout: patience.connection,
      } as pg.QueryConfig),
  })
  // An idle connection that breaks is replaced by the pool; the query that meets a broken one throws by itself. While a
  // connection is lent, as for a transaction, the pool does not listen to it: unheard, its error would end the process.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  /** Whoever sets up the tables waits for them as long as it takes. */
  let settingUp = 0
  const on =
    (client: pg.Pool | pg.PoolClient): Query =>
    async (text, values = [], mode = 'object') => {
      const config = {
        text,
        values,
        query_timeout: settingUp > 0 ? endless : patience.answer,
        ...(mode === 'array' ? { rowMode: 'array', types: textDates } : {}),
      }
      const result = await client.query(config as pg.QueryConfig)
      return { rows: result.rows ?? [], rowCount: result.rowCount ?? 0 }
    }
  const asFailed = (what: string) => (error: unknown) => {
    throw queryFailed(what, error)
  }
  const connect = (what: string) => pool.connect().catch(asFailed(what))
  return {
    query: on(pool),
    listen: (channel, listening) =>
      listenOn(url, channel, listening, (payload) =>
        on(pool)('select pg_notify($1, $2)', [channel, payload]),
      ),
    close: () => pool.end(),
    async alone(work) {
      const client = await connect('set up')
      settingUp += 1
      const set = (statement: string, values?: unknown[]) =>
        client.query(statement, values).catch(asFailed('set up'))
      try {
        // For one transaction: a pooler that lends a connection no longer would keep a session's lock for ever.
        await set('begin')
        await set(
          'set local lock_timeout = 0; set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0',
        )
        await set('select pg_advisory_xact_lock($1)', [setUpLock])
        const result = await work()
        await set('commit')
        return result
      } finally {
        settingUp -= 1
        // When something was thrown, the lock goes with the connection.
        client.release(true)
      }
    },
    async begin(work) {
      const client = await pool.connect()
      const run = on(client)
      let broken: Error | undefined
      try {
        await run('begin')
        const result = await work(run)
        await run('commit')
        return result
      } catch (error) {
        await run('rollback').catch((failure: Error) => {
          broken = failure
        })
        throw error
      } finally {
        client.release(broken)
      }
    },
  }
}

export type DatabaseAt = { url: string; poolSize?: number } | { dir?: string; template?: Blob }

/** Opens, changes nothing. `migrate` brings the tables up to date. */
export async function openDatabase(at: DatabaseAt) {
  const driver = 'url' in at ? postgres(at.url, at.poolSize ?? 10) : await embedded(at.dir, at.template)
  const scope = new AsyncLocalStorage<{ query: Query; open: boolean; after: (() => void)[] }>()
  const joined = () => {
    const current = scope.getStore()
    return current?.open ? current : undefined
  }
  const query: Query = async (text, values, mode) => {
    try {
      return await (joined()?.query ?? driver.query)(text, values, mode)
    } catch (error) {
      throw queryFailed(text, error)
    }
  }
  const transaction = <T>(work: () => Promise<T>): Promise<T> => {
    if (joined()) return work()
    // What `work` throws passes as it is; the rest is about beginning and ending the transaction.
    let thrown: { error: unknown } | undefined
    const after: (() => void)[] = []
    const begun = driver.begin((run) => {
      const current = { query: run, open: true, after }
      // A timer started inside must not write into a transaction that has ended.
      return scope.run(current, () =>
        work()
          .catch((error: unknown) => {
            thrown = { error }
            throw error
          })
          .finally(() => {
            current.open = false
          }),
      )
    })
    return begun.then(
      (result) => {
        for (const act of after) act()
        return result
      },
      (error: unknown) => {
        throw thrown ? thrown.error : queryFailed('transaction', error)
      },
    )
  }
  /** Once the transaction has committed; at once outside of one, and never when it is rolled back. */
  const afterCommit = (act: () => void): void => {
    const current = joined()
    if (current) current.after.push(act)
    else act()
  }
  const orm = drizzle(
    async (text, values, method) => query(text, values, method === 'execute' ? 'object' : 'array'),
    { casing: 'snake_case' },
  )
  withoutParams(orm)
  return {
    query,
    transaction,
    afterCommit,
    orm,
    embedded: !('url' in at),
    alone: driver.alone,
    listen: driver.listen,
    close: driver.close,
    ...(driver.dump ? { dump: driver.dump } : {}),
    /** Changes nothing when there is nothing to do: then a role without the right to alter tables may ask too. */
    migrate: async (folder: string) => {
      if ((await newestMigration(query)) === newestIn(folder)) return
      await transaction(async () => {
        if ('url' in at) await query('set local lock_timeout = 0; set local statement_timeout = 0')
        await migrate(
          orm,
          async (statements) => {
            for (const statement of statements) await query(statement)
          },
          { migrationsFolder: folder },
        )
      })
    },
  }
}

/** By the moment it was written, which drizzle keeps of each that was done. */
async function newestMigration(query: Query): Promise<number | undefined> {
  const { rows } = await query(`select to_regclass('drizzle.__drizzle_migrations') is not null as made`)
  if (!rows[0].made) return undefined
  const done = await query('select max(created_at)::bigint as newest from drizzle.__drizzle_migrations')
  return Number(done.rows[0].newest)
}

function newestIn(folder: string): number {
  const journal = readFileSync(join(folder, 'meta/_journal.json'), 'utf8')
  const { entries } = JSON.parse(journal) as { entries: { when: number }[] }
  return Math.max(...entries.map(({ when }) => when))
}

/**
 * Drizzle wraps what a query throws in an error that lists every parameter, and has no switch for it
 * (drizzle-team/drizzle-orm#5939): the error of `query` inside is given on instead.
 */
function withoutParams(orm: object): void {
  const { session } = (orm as { _: { session: Session } })._
  const prepare = session.prepareQuery.bind(session)
  session.prepareQuery = (...how) => {
    const prepared = prepare(...how)
    const execute = prepared.execute.bind(prepared)
    prepared.execute = async (...values) => {
      try {
        return await execute(...values)
      } catch (error) {
        const { cause } = error as Error
        throw cause instanceof QueryFailed ? cause : queryFailed(prepared.getQuery().sql, error)
      }
    }
    return prepared
  }
}

interface Session {
  prepareQuery(...how: unknown[]): {
    execute(...values: unknown[]): Promise<unknown>
    getQuery(): { sql: string }
  }
}

export type Database = Awaited<ReturnType<typeof openDatabase>>
