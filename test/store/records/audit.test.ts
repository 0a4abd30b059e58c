/** The record of deeds calls people by a name that is theirs until they are erased, and that only the people table knows. */
import { readdir, readFile } from 'node:fs/promises'
import { PGlite } from '@electric-sql/pglite'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { storeOn, type TestDatabase, testDatabase } from '../../support/database.ts'

const ana = 'aaaaaaaa-0000-4000-8000-000000000001'
const ben = 'bbbbbbbb-0000-4000-8000-000000000002'

describe('an entry', () => {
  let held: TestDatabase
  beforeAll(async () => {
    held = await testDatabase()
    for (const id of [ana, ben])
      await held.database.query(
        `insert into people (id, display_name, is_eligible, sort_name, search_text, seen_at) values ($1, 'X', true, 'x', 'x', now())`,
        [id],
      )
  })
  afterAll(() => held.close())

  it('holds nobody’s id, wherever one was given, and is read back with them', async () => {
    const { audit } = storeOn(held.database)
    const at = new Date('2026-11-27T10:00:00Z')
    const entry = {
      at,
      actorId: ana,
      action: 'wish-pin',
      subject: `${ana} ${ben}`,
      detail: { to: ben, n: 2 },
    }
    await audit.add(entry)
    await audit.add({ at, actorId: 'system', action: 'x', subject: `mailbox-gone.c.${ben}` })
    const { rows } = await held.database.query('select * from audit_entries')
    expect(JSON.stringify(rows)).not.toMatch(new RegExp(`${ana}|${ben}`))
    expect(rows[0].subject).toMatch(/^somebody-[0-9a-f-]{36} somebody-[0-9a-f-]{36}$/)
    expect(await audit.list(9)).toEqual([
      { at, actorId: 'system', action: 'x', subject: `mailbox-gone.c.${ben}` },
      entry,
    ])
  })

  it('is tied to nobody any more once they have another name, and says all else', async () => {
    const { audit, personal } = storeOn(held.database)
    await personal.erase(ana, 'erased-1')
    const [, entry] = await audit.list(9)
    expect(entry!.actorId).toMatch(/^somebody-/)
    expect(entry).toMatchObject({ action: 'wish-pin', detail: { to: ben, n: 2 } })
    expect(entry!.subject.endsWith(` ${ben}`)).toBe(true)
  })
})

describe('from before people had such names', () => {
  const folder = 'bot/store/migrations'
  let database: PGlite
  const run = async (file: string) => {
    for (const statement of (await readFile(`${folder}/${file}`, 'utf8')).split('--> statement-breakpoint'))
      await database.exec(statement)
  }
  const rows = async (query: string) => (await database.query<Record<string, string>>(query)).rows

  beforeAll(async () => {
    database = await PGlite.create()
    const files = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
    const last = files.find((name) => name.endsWith('erasures.sql'))!
    for (const file of files.slice(0, files.indexOf(last))) await run(file)
    await database.exec(`
      insert into people (id, display_name, is_eligible, sort_name, search_text, seen_at)
        values ('${ana}', 'A', true, 'a', 'a', now()), ('${ben}', 'B', true, 'b', 'b', now());
      insert into audit_entries (at, actor_id, action, subject, detail) values
        (now(), '${ana}', 'wish-pin', '${ana} ${ben}', null), (now(), 'system', 'concern-closed', 'mailbox-gone.c.${ben}', null),
        (now(), '${ben}', 'top-confirmed', '${ana}', null), (now(), '${ben}', 'sponsor-asked', 'p', '{"to": "${ana}", "n": 1}');
      insert into programs values ('p', 'P', '{}', '[]', '{}', 'sponsor', '', 'organizer');
      insert into cohorts (id, program_id, name, stage, starts_on, ends_on, sessions, cadence_weeks, session_minutes)
        values ('c', 'p', 'C', 'closed', '2026-01-01', '2026-06-01', 6, 3, 50),
          ('d', 'p', 'D', 'running', '2026-01-01', '2026-06-01', 6, 3, 50);
    `)
    await run(last)
  })
  afterAll(() => database.close())

  it('what the log says already names them by it, each the same everywhere', async () => {
    const [a, b] = (await rows('select audit_name from people order by id')).map((row) => row['audit_name'])
    expect(a).not.toBe(b)
    expect(await rows('select actor_id, subject, detail from audit_entries order by number')).toEqual([
      { actor_id: a, subject: `${a} ${b}`, detail: null },
      { actor_id: 'system', subject: `mailbox-gone.c.${b}`, detail: null },
      { actor_id: b, subject: a, detail: null },
      { actor_id: b, subject: 'p', detail: { to: a, n: 1 } },
    ])
  })

  it('the time of a Cohort that was closed counts from now on', async () => {
    expect(await rows('select id, closed_at is not null as counts from cohorts order by id')).toEqual([
      { id: 'c', counts: true },
      { id: 'd', counts: false },
    ])
  })
})
