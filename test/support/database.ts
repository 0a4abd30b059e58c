/**
 * A database of its own for each test file: PGlite, or, with TEST_DATABASE_URL, a database on that PostgreSQL server, both
 * from a template that is made once. The same tests run on both.
 */
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { openQueue } from '../../bot/jobs/queue.ts'
import { dataKeysOf, type KeyRing } from '../../bot/store/data-keys.ts'
import { type Database, openDatabase } from '../../bot/store/database.ts'
import { grantToService } from '../../bot/store/service-role.ts'
import { createStore } from '../../bot/store/store.ts'

export const migrations = join(process.cwd(), 'bot/store/migrations')
const silent = { error: () => {}, warn: () => {} }

/** Any fixed number; released with the connection that holds it. */
const templateLock = 727_002

/** As DATA_KEYS has it. */
export const testKek = `test:${Buffer.alloc(32, 7).toString('base64')}`

/** The store on a database, with a key of the tests. */
export const storeOn = (database: Database) => createStore(database, keysOn(database))

export const keysOn = (database: Database, ring: Partial<KeyRing> = {}) =>
  dataKeysOf(database, {
    keks: [{ id: 'test', key: Buffer.alloc(32, 7) }],
    random: (count) => randomBytes(count),
    now: () => 0,
    ...ring,
  })

export interface TestDatabase {
  database: Database
  close(): Promise<void>
}

export async function testDatabase(): Promise<TestDatabase> {
  const server = process.env['TEST_DATABASE_URL']
  return server ? onServer(server) : embeddedDatabase()
}

/** The URL of an empty database on the server, and how to drop it. */
export async function freshDatabase(
  server: string,
  template = 'template1',
): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await once(server, `create database ${name} template ${template}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return { url: url.href, drop: () => once(server, `drop database ${name} with (force)`) }
}

/** The same database, signed in as the role that the service has in production (`service-role.ts`). */
function asService(url: string): string {
  const service = new URL(url)
  service.username = 'mentoring_test_service'
  service.password = 'service'
  return service.href
}

const once = (server: string, statement: string) =>
  connected(server, async (client) => {
    await client.query(statement)
  })

async function connected(server: string, use: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    await use(client)
  } finally {
    await client.end()
  }
}

/** The same with every table in it: a copy of a database of the server that has them. */
export async function migratedDatabase(server: string): Promise<{ url: string; drop(): Promise<void> }> {
  const template = `template_${schemaHash()}_granted`
  await makeServerTemplate(server, template)
  return freshDatabase(server, template)
}

async function onServer(server: string): Promise<TestDatabase> {
  const { url, drop } = await migratedDatabase(server)
  const database = await openDatabase({
    url: process.env['TEST_AS_SERVICE'] ? asService(url) : url,
    poolSize: 8,
  })
  return {
    database,
    async close() {
      await database.close()
      await drop()
    },
  }
}

/** PGlite wherever the tests run. */
export async function embeddedDatabase(): Promise<TestDatabase> {
  const file = templateFile()
  if (!existsSync(file)) await makeTemplate(file)
  const database = await openDatabase({ template: new FileInMemory(readFileSync(file)) })
  return { database, close: () => database.close() }
}

/** A Blob of Node copies its bytes when it is made, and again, piece by piece, when it is read. */
class FileInMemory extends Blob {
  readonly #bytes: Buffer
  constructor(bytes: Buffer) {
    super()
    this.#bytes = bytes
  }
  override async arrayBuffer(): Promise<ArrayBuffer> {
    const { buffer, byteOffset, byteLength } = this.#bytes
    return buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer
  }
}

/** A data folder with every table in it, to be copied: a database of its own for a product that is a process of its own. */
export async function migratedFolder(): Promise<string> {
  const file = templateFile()
  if (!existsSync(file)) await makeTemplate(file)
  const folder = file.replace(/\.tar$/, '')
  if (existsSync(folder)) return folder
  const unfinished = `${folder}.${randomUUID()}`
  const database = await openDatabase({ dir: unfinished, template: new Blob([readFileSync(file)]) })
  await database.close()
  // Another test file may have been faster: theirs is as good.
  if (existsSync(folder)) rmSync(unfinished, { recursive: true, force: true })
  else renameSync(unfinished, folder)
  return folder
}

const templateFile = () => join('.cache', `database-${schemaHash()}.tar`)

/** What a template is named by: a new migration makes a new one. */
function schemaHash(): string {
  const hash = createHash('sha256')
  for (const name of readdirSync(migrations).sort()) {
    if (name.endsWith('.sql')) hash.update(readFileSync(join(migrations, name)))
  }
  hash.update('without what new databases are made from')
  // A template remembers its migrations by the moments that stand there.
  hash.update(readFileSync(join(migrations, 'meta/_journal.json')))
  return hash.digest('hex').slice(0, 16)
}

/** Made by whoever comes first while the others wait, under another name until it is whole. */
async function makeServerTemplate(server: string, name: string): Promise<void> {
  await connected(server, async (client) => {
    await client.query('select pg_advisory_lock($1)', [templateLock])
    const made = await client.query('select 1 from pg_database where datname = $1', [name])
    if (made.rowCount) return
    const { url } = await freshDatabase(server)
    const database = await openDatabase({ url, poolSize: 2 })
    await setUp(database)
    await grantToService(database, asService(url), (count) => randomBytes(count))
    await database.close()
    await client.query(`alter database ${new URL(url).pathname.slice(1)} rename to ${name}`)
  })
}

async function makeTemplate(file: string): Promise<void> {
  const database = await openDatabase({})
  await setUp(database)
  // Its usual 128 MB are filled with noughts at each start; a test never needs as much.
  await database.query("alter system set shared_buffers = '16MB'")
  // What new databases are made from is two thirds of the files, and in PGlite there is but one database.
  for (const name of ['template0', 'template1']) {
    await database.query(`alter database ${name} is_template false`)
    await database.query(`drop database ${name}`)
  }
  const dump = await database.dump!()
  mkdirSync('.cache', { recursive: true })
  const unfinished = `${file}.${randomUUID()}`
  writeFileSync(unfinished, Buffer.from(await dump.arrayBuffer()))
  renameSync(unfinished, file)
  await database.close()
}

async function setUp(database: Database): Promise<void> {
  await database.migrate(migrations)
  const queue = await openQueue(database, silent)
  await queue.stop()
}
