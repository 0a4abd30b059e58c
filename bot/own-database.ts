/**
 * The product's own database, as this version wants it: opened, its tables, values and job queues up to date, by their owner
 * where the service is not the owner.
 */
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { systemChance } from './chance.ts'
import { steadyMs } from './clock.ts'
import type { Config } from './config.ts'
import { under } from './correlation.ts'
import { Fault, isAway } from './domain/fault.ts'
import { sleepFor } from './graph/throttle.ts'
import { openQueue, type Queue } from './jobs/queue.ts'
import { dataKeysOf, type KeyRing } from './store/data-keys.ts'
import { type Database, openDatabase } from './store/database.ts'
import { keysBeside } from './store/key-file.ts'
import { lockDirectory } from './store/lock.ts'
import { sealWhatIsPlain } from './store/seal-what-is-plain.ts'
import { grantToService } from './store/service-role.ts'

interface Log {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

/** @param opened already, by whoever starts the service. */
export async function ownDatabase(config: Config, log: Log, opened?: Database) {
  const { database, lock } = opened ? { database: opened, lock: undefined } : await openOwnDatabase(config)
  const ring = keyRing(config)
  await onceDatabaseAnswers(() => prepareAsOwner(config, ring, log), log)
  const keys = dataKeysOf(database, ring)
  const queue = await onceDatabaseAnswers(() => database.alone(() => prepare(database, ring, log)), log)
  return { database, lock, keys, queue }
}

const here = dirname(fileURLToPath(import.meta.url))
/** Sources lie in `bot/`, the bundle in `dist/bot/` or `dist/demo/`; both know where the rest is. */
const fromSources = import.meta.url.endsWith('.ts')
const migrations = join(here, fromSources ? 'store/migrations' : 'migrations')

const databaseWaitMs = 1000

/** A database that is away at the start is waited for, and that is said once; any other fault ends the start. */
export async function onceDatabaseAnswers<T>(work: () => Promise<T>, log: Log): Promise<T> {
  for (let isSaid = false; ; isSaid = true) {
    try {
      return await work()
    } catch (error) {
      if (!isAway(error)) throw error
      if (!isSaid) log.warn({ err: error }, 'the database does not answer; waiting for it')
      await sleepFor(databaseWaitMs)
    }
  }
}

/** Tables, values and job queues as this version wants them. */
async function prepare(database: Database, ring: KeyRing, log: Log): Promise<Queue> {
  await database.migrate(migrations)
  const keys = dataKeysOf(database, ring)
  const rewrapped = await keys.rewrap()
  const sealed = await sealWhatIsPlain(database, keys)
  if (rewrapped + sealed > 0) log.info({ rewrapped, sealed }, 'data keys and values are up to date')
  return openQueue(database, log, under)
}

/** Where tables have another owner: signed in as that role for as long as it takes, and never while the service runs. */
async function prepareAsOwner({ database: at }: Config, ring: KeyRing, log: Log): Promise<void> {
  if (!('url' in at) || !at.owner) return
  const owner = await openDatabase({ url: at.owner, poolSize: 2 })
  try {
    await owner.alone(async () => {
      const queue = await prepare(owner, ring, log)
      await queue.stop()
      await grantToService(owner, at.url, ring.random)
    })
  } finally {
    await owner.close()
  }
}

/** The key-encryption keys of the settings, or one beside the embedded database. */
function keyRing({ dataKeys, database: at }: Config): KeyRing {
  const random = systemChance.bytes
  const [newest, ...older] = dataKeys ?? keysBeside('dir' in at ? at.dir : '.data', random)
  if (!newest) throw new Fault('DATA_KEYS is empty.')
  return { keks: [newest, ...older], random, now: steadyMs }
}

async function openOwnDatabase({ database: at }: Config) {
  if (!('dir' in at)) return { database: await openDatabase(at), lock: undefined }
  const lock = await lockDirectory(at.dir)
  return { database: await openDatabase({ dir: join(at.dir, 'database') }), lock }
}
