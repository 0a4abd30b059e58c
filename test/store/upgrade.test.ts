/** Data of an earlier version is still there, under the words of today. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from '@jest/globals'
import { openDatabase } from '../../bot/store/database.ts'
import { freshDatabase } from '../support/database.ts'

const all = 'bot/store/migrations'
const folder = mkdtempSync(join(tmpdir(), 'before-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The migrations up to this one, as an installation of that time has them. */
function upTo(tag: string): string {
  cpSync(all, folder, { recursive: true })
  const path = join(folder, 'meta/_journal.json')
  const journal = JSON.parse(readFileSync(path, 'utf8')) as { entries: { tag: string }[] }
  const last = journal.entries.findIndex((entry) => entry.tag === tag)
  expect(last).toBeGreaterThan(0)
  writeFileSync(path, JSON.stringify({ ...journal, entries: journal.entries.slice(0, last + 1) }))
  return folder
}

/** Empty: on the server of the tests where there is one. */
async function empty() {
  const server = process.env['TEST_DATABASE_URL']
  const at = server ? await freshDatabase(server) : undefined
  const database = await openDatabase(at ? { url: at.url } : {})
  return {
    database,
    async close() {
      await database.close()
      await at?.drop()
    },
  }
}

it('a Hold is booked, an event is over, rules and their acceptance have a version and a time', async () => {
  const { database, close } = await empty()
  await database.migrate(upTo('0011_mailed-notices'))
  await database.query(`
    insert into programs (id, name, challenge, objectives, ground_rules, sponsor_message, organizer_id)
      values ('p', 'Fluent', '{}', '[]', '{"version": 3, "items": ["Be kind"]}', '', 'organizer');
    insert into cohorts (id, program_id, name, stage, starts_on, ends_on, sessions, cadence_weeks, session_minutes)
      values ('c', 'p', 'Spring', 'running', '2026-09-01', '2027-03-01', 6, 4, 50);
    insert into participants (id, cohort_id, person_id, side, state, capacity, topics, languages, interests, time_zone,
        working_hours, goal, goal_start, accepted_ground_rules, enrolled_at)
      values ('one', 'c', 'ana', 'mentor', 'approved', 1, '[]', '[]', '[]', 'UTC', '{}', '', 2, 2, '2026-08-01T10:00:00Z');
    insert into pairings (id, cohort_id, mentor_id, mentee_id, state, score, why, pinned)
      values ('pair', 'c', 'ana', 'ben', 'active', 500, '', false);
    insert into holds (id, pairing_id, revision, state, attempts, requested_at)
      values ('hold', 'pair', 1, 'held', 1, now());
    insert into sessions (id, hold_id, pairing_id, number, starts_at, ends_at, state)
      values ('session', 'hold', 'pair', 1, now(), now(), 'held');
    insert into repairs (id, session_id, round, state, reason, options, opened_at)
      values ('repair', 'session', 2, 'booked', 'declined', '[]', now());
    insert into speed_events (id, cohort_id, name, starts_at, rounds, round_minutes, state, seed, created_by)
      values ('event', 'c', 'Meet', now(), 3, 7, 'held', 1, 'organizer')`)
  await database.migrate(all)
  const one = async (sql: string) => (await database.query(sql)).rows[0]
  expect(await one('select state from holds')).toEqual({ state: 'booked' })
  expect(await one('select state from sessions')).toEqual({ state: 'held' })
  expect(await one('select state from speed_events')).toEqual({ state: 'over' })
  expect(await one('select attempt from repairs')).toEqual({ attempt: 2 })
  expect(await one('select version, items, changed_by from ground_rules')).toEqual({
    ...{ version: 3, items: ['Be kind'], changed_by: 'organizer' },
  })
  expect(await one('select participant_id, version, accepted_at from acceptances')).toEqual({
    ...{ participant_id: 'one', version: 2, accepted_at: new Date('2026-08-01T10:00:00Z') },
  })
  await close()
})
