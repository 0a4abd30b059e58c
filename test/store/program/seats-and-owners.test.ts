/** What was there before seats and lists had owners belongs to whoever the log says it came from. */
import { readdir, readFile } from 'node:fs/promises'
import { PGlite } from '@electric-sql/pglite'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

const folder = 'bot/store/migrations'
let database: PGlite
const run = async (file: string) => {
  const text = await readFile(`${folder}/${file}`, 'utf8')
  for (const statement of text.split('--> statement-breakpoint')) await database.exec(statement)
}

beforeAll(async () => {
  database = await PGlite.create()
  const files = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  const last = files.find((name) => name.endsWith('seats-and-owners.sql'))!
  for (const file of files.slice(0, files.indexOf(last))) await run(file)
  await database.exec(`
    insert into programs values ('p', 'P', '{}', '[]', '{}', 'sponsor', '', 'organizer');
    insert into cohorts (id, program_id, name, stage, starts_on, ends_on, sessions, cadence_weeks, session_minutes)
      values ('c', 'p', 'C', 'running', '2026-01-01', '2026-06-01', 6, 3, 50);
    insert into summaries (id, cohort_id, state, revision, title, body, figures, channels, author_id, changed_at)
      values ('sent', 'c', 'submitted', 3, '', '', '[]', '[]', 'ana', now()), ('draft', 'c', 'drafted', 1, '', '', '[]', '[]', 'ben', now());
    insert into exclusions values ('conflict', 'x', 'y', 'legal.csv'), ('conflict', 'x', 'z', 'unknown.csv');
    insert into audit_entries (at, actor_id, action, subject) values
      (now(), 'sponsor', 'summary-drafted', 'sent'), (now(), 'ana', 'summary-edited', 'sent'),
      (now(), 'first', 'exclusions-imported', 'legal.csv'), (now(), 'second', 'exclusions-imported', 'legal.csv'),
      (now(), 'first', 'exclusions-imported', 'emptied.csv');
  `)
  await run(last)
})
afterAll(() => database.close())

const rows = async (query: string) => (await database.query(query)).rows

describe('from before', () => {
  it('a Summary knows everybody who wrote any of it, and one that was sent its Sponsor', async () => {
    expect(await rows('select id, writers, sponsor_id from summaries order by id')).toEqual([
      { id: 'draft', writers: ['ben'], sponsor_id: null },
      { id: 'sent', writers: ['ana', 'sponsor'], sponsor_id: 'sponsor' },
    ])
  })

  it('a list belongs to whoever imported its last edition; where the log does not know, to nobody', async () => {
    expect(await rows('select source, owner_id from exclusion_lists')).toEqual([
      { source: 'legal.csv', owner_id: 'second' },
    ])
  })
})
