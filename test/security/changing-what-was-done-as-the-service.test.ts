/**
 * The attack: whoever holds the service's way into the database (a leaked address, a query that was slipped in) alters tables
 * or rewrites who did what. On PostgreSQL, as production runs: the embedded database has one role.
 */
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createSeededCompany } from '../../bot/demo/company.ts'
import { startTenant } from '../../bot/demo/tenant.ts'
import { openQueue, type Queue } from '../../bot/jobs/queue.ts'
import { type Database, openDatabase } from '../../bot/store/database.ts'
import { grantToService, verifierOf } from '../../bot/store/service-role.ts'
import { freshDatabase, migrations, storeOn } from '../support/database.ts'
import { hurried } from '../support/hurried.ts'
import { enrolCompany, openCohort, proposeAll, wireProduct } from '../support/product.ts'
import { nameOf, tables } from '../support/quoting-tables.ts'

const server = process.env['TEST_DATABASE_URL'] || undefined
const onServer = server ? describe : describe.skip
const silent = { error: () => {}, warn: () => {} }

onServer('the service’s role', () => {
  const role = `service_${randomBytes(4).toString('hex')}`
  const password = 'it’s "long" & odd: %/@'
  let owner: Database
  let service: Database
  let queue: Queue
  let drop: () => Promise<void>
  beforeAll(async () => {
    const fresh = await freshDatabase(server!)
    const url = new URL(fresh.url)
    url.username = role
    url.password = encodeURIComponent(password)
    owner = await openDatabase({ url: fresh.url, poolSize: 2 })
    await owner.migrate(migrations)
    await (await openQueue(owner, silent)).stop()
    // Twice, as two starts do.
    for (let start = 0; start < 2; start++) await grantToService(owner, url.href, randomBytes)
    service = await openDatabase({ url: url.href, poolSize: 2 })
    drop = async () => {
      await service.close()
      const { rows } = await owner.query('select current_database() as base')
      await owner.query(`drop owned by ${role}`)
      await owner.query(`revoke all on database "${rows[0].base}" from ${role}`)
      await owner.query(`drop role ${role}`)
      await owner.close()
      await fresh.drop()
    }
  })
  afterAll(async () => {
    await queue?.stop()
    await drop()
  })

  it('starts: it finds nothing to migrate, and opens the queue', async () => {
    await service.alone(async () => {
      await service.migrate(migrations)
      queue = await openQueue(service, silent)
    })
    await queue.add('tend-watches', {})
    const { rows } = await service.query(
      `select count(*)::int as n from jobs.job where name = 'tend-watches'`,
    )
    expect(rows[0].n).toBe(1)
  })

  it('reads and writes the rows of every table but the log of deeds', async () => {
    for (const table of tables) {
      const name = nameOf(table)
      await service.query(`select * from ${name} limit 1`)
      if (name !== 'audit_entries') await service.query(`delete from ${name} where false`)
    }
  })

  it('adds to the log of deeds, and changes nothing of it', async () => {
    const { audit } = storeOn(service)
    await audit.add({ at: new Date(), actorId: 'ana', action: 'pairings-approved', subject: 'p1' })
    for (const change of [
      `update audit_entries set actor_id = 'ben'`,
      'delete from audit_entries',
      'truncate audit_entries',
      `insert into audit_entries (number, at, actor_id, action, subject) overriding system value values (1, now(), 'x', 'x', 'x')
         on conflict (number) do update set actor_id = 'ben'`,
      'select * from audit_entries for update',
    ])
      await expect(service.query(change)).rejects.toMatchObject({ code: '42501' })
    expect(await audit.list(5)).toMatchObject([{ actorId: 'ana' }])
  })

  it.each(tables.map(nameOf))('cannot alter, drop, disable or own %s', async (name) => {
    for (const change of [
      `alter table ${name} add column more text`,
      `drop table ${name}`,
      `alter table ${name} disable trigger all`,
      `alter table ${name} owner to current_user`,
      `create index on ${name} ((1))`,
      `create trigger x before insert on ${name} for each row execute function suppress_redundant_updates_trigger()`,
      `truncate ${name}`,
      `grant all on ${name} to current_user`,
    ]) {
      const outcome = await service.query(change).then(
        () => 'done',
        (error: { code: string }) => error.code,
      )
      // A grant of what is not one's own is answered with a warning and does nothing.
      if (change.startsWith('grant')) expect(['done', '42501']).toContain(outcome)
      else expect([change, outcome]).toEqual([change, '42501'])
    }
    const { rows } = await owner.query(
      `select has_table_privilege($1, $2, 'truncate') or has_table_privilege($1, $2, 'trigger') as more`,
      [role, name],
    )
    expect(rows[0].more).toBe(false)
  })

  it.each([
    'create table more (x int)',
    'create schema more',
    'create temporary table more (x int)',
    'create role more',
    'create function more() returns int language sql as $$ select 1 $$',
    'alter role current_user superuser',
    'set role postgres',
    'set session authorization postgres',
    `select pg_read_file('/etc/passwd')`,
    `copy people to program 'cat'`,
    'delete from drizzle.__drizzle_migrations',
    'drop schema jobs cascade',
    'alter table jobs.job add column more text',
  ])('cannot make anything, become anybody or reach outside: %s', async (statement) => {
    await expect(service.query(statement)).rejects.toMatchObject({
      code: expect.stringMatching(/^(42501|0LP01)$/),
    })
  })

  it('signs in by the password of its address, which goes over as PostgreSQL would keep it', async () => {
    await owner.query(`set password_encryption = 'scram-sha-256'`)
    await owner.query(`create role ${role}_plain login password '${password}'`)
    const { rows } = await owner.query(
      'select rolpassword from pg_authid where rolname = any($1) order by rolname',
      [[role, `${role}_plain`]],
    )
    await owner.query(`drop role ${role}_plain`)
    for (const { rolpassword } of rows) {
      const salt = Buffer.from(/^SCRAM-SHA-256\$4096:([^$]+)\$/.exec(rolpassword)![1]!, 'base64')
      expect(rolpassword).toBe(verifierOf(password, salt))
    }
    expect(rows).toHaveLength(2)
  })

  it('is refused where it would be the owner', async () => {
    const { rows } = await owner.query('select current_user as name')
    const same = `postgres://${rows[0].name}@127.0.0.1/x`
    await expect(grantToService(owner, same, randomBytes)).rejects.toMatchObject({ code: 'service-is-owner' })
  })
})

onServer('the whole product', () => {
  it('starts on an empty database with both addresses, works as the service, and starts again', async () => {
    const fresh = await freshDatabase(server!)
    const role = `service_${randomBytes(4).toString('hex')}`
    const url = new URL(fresh.url)
    url.username = role
    url.password = 'service'
    const company = createSeededCompany({ people: 120, mentors: 8, mentees: 5 })
    const tenant = await startTenant({ company, pageDir: '/nowhere', tick: hurried.now })
    const settings = { DATABASE_URL: url.href, DATABASE_MIGRATION_URL: fresh.url }
    const first = await wireProduct(tenant, company, settings)
    const cohortId = await openCohort(first)
    await enrolCompany(first, cohortId)
    expect((await proposeAll(first, cohortId)).length).toBeGreaterThan(0)
    await first.service.listen()
    await first.service.ports.jobs.add('read-organization', {})
    const owner = await openDatabase({ url: fresh.url, poolSize: 1 })
    const done = async () => {
      const state = `select state from jobs.job where name = 'read-organization' and state = 'completed'`
      return (await owner.query(state)).rows.length > 0
    }
    for (let tries = 0; tries < 100 && !(await done()); tries++)
      await new Promise((go) => setTimeout(go, 100))
    expect(await done()).toBe(true)
    const { rows } = await owner.query(
      'select distinct usename from pg_stat_activity where datname = current_database()',
    )
    expect(rows.map(({ usename }) => usename).sort()).toEqual(['postgres', role])
    await first.close()
    // The next one is not given the owner: nothing is to be done, and nothing is.
    const second = await wireProduct(tenant, company, { DATABASE_URL: url.href })
    expect(await second.ports.store.participants.list(cohortId)).toHaveLength(13)
    await second.close()
    await tenant.close()
    await owner.query(`drop owned by ${role}`)
    await owner.close()
    await fresh.drop()
  })
})

if (!server)
  it('is tried on PostgreSQL alone; this run has none', () => {
    expect(server).toBeUndefined()
  })
