/** A database of the version before values were sealed, with what people said in the clear, is brought up to date once. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { type Database, openDatabase } from '../../bot/store/database.ts'
import { sealWhatIsPlain } from '../../bot/store/seal-what-is-plain.ts'
import { createStore } from '../../bot/store/store.ts'
import { freshDatabase, keysOn, migrations } from '../support/database.ts'

const server = process.env['TEST_DATABASE_URL']
/** What every test begins with a copy of: brought up to date, with the words still in the clear. */
let plain: { template: Blob } | { url: string; drop(): Promise<void> }
let database: Database
let drop: () => Promise<void>

beforeAll(async () => {
  const own = server ? await freshDatabase(server) : undefined
  const older = await openDatabase(own ? { url: own.url, poolSize: 3 } : {})
  await migrateBefore(older, 'sealed')
  for (const statement of plainRows) await older.query(statement)
  await older.migrate(migrations)
  plain = own ?? { template: await older.dump!() }
  await older.close()
})
afterAll(async () => {
  if ('drop' in plain) await plain.drop()
})
beforeEach(async () => {
  if ('template' in plain) {
    database = await openDatabase(plain)
    drop = () => database.close()
    return
  }
  const own = await freshDatabase(server!, new URL(plain.url).pathname.slice(1))
  database = await openDatabase({ url: own.url, poolSize: 3 })
  drop = async () => {
    await database.close()
    await own.drop()
  }
})
afterEach(() => drop())

/** Everything up to that migration, as an older version would. */
async function migrateBefore(to: Database, tag: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'older-migrations-'))
  try {
    cpSync(migrations, folder, { recursive: true })
    const journal = join(folder, 'meta/_journal.json')
    const { entries, ...rest } = JSON.parse(readFileSync(journal, 'utf8')) as { entries: { tag: string }[] }
    const older = entries.slice(
      0,
      entries.findIndex((one) => one.tag.endsWith(`_${tag}`)),
    )
    expect(older.length).toBeGreaterThan(4)
    writeFileSync(journal, JSON.stringify({ ...rest, entries: older }))
    await to.migrate(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const many = 1203
const week = `'{"days":[1],"start":"09:00","end":"17:00"}'`
const plainRows = [
  `insert into programs values ('program', 'Reverse', '{}', '[]', '{"version":1,"items":[]}', 'sponsor', '', 'organizer')`,
  `insert into cohorts (id, program_id, name, stage, starts_on, ends_on, sessions, cadence_weeks, session_minutes)
     select id, 'program', id, 'matching', '2026-12-07', '2027-06-07', 6, 3, 50 from unnest(array['spring', 'autumn']) id`,
  `insert into participants (id, cohort_id, person_id, side, state, capacity, topics, languages, interests, time_zone,
       working_hours, goal, goal_start, accepted_ground_rules, enrolled_at)
     select 'p' || n, case when n % 2 = 0 then 'spring' else 'autumn' end, 'person' || n, 'mentor', 'approved', 1, '[]', '[]', '[]',
       'Europe/London', ${week}, 'goal "' || n || '"', 2, 1, now() from generate_series(1, ${many}) n`,
  `insert into blocks (by_person, other) values ('ana', 'ben'), ('ben', 'ana')`,
  `insert into rankings (cohort_id, from_id, to_id, rank, ranked_at) values ('spring', 'ana', 'x', 2, now()), ('spring', 'ana', 'y', 1, now()),
     ('spring', 'ben', 'x', 1, now()), ('autumn', 'ana', 'z', 1, now())`,
  `insert into speed_events (id, cohort_id, name, starts_at, rounds, round_minutes, state, seed, created_by)
     values ('event', 'spring', 'Meet', now(), 1, 10, 'over', 1, 'organizer')`,
  `insert into speed_ratings (event_id, from_id, to_id, rating, rated_at) values ('event', 'mo', 'ed', 9, now())`,
  `insert into pairings (id, cohort_id, mentor_id, mentee_id, state, score, parts, reason, pinned, ended_at)
     values ('declined', 'spring', 'mo', 'ed', 'declined', 1, '[]', '', false, now()), ('pair', 'spring', 'mo', 'al', 'active', 1, '[{"part":"topics","points":1}]', 'Both "cook".', false, null)`,
  `insert into vetoes (cohort_id, person_id, pairing_id, at) values ('spring', 'mo', 'declined', now())`,
  `insert into holds (id, pairing_id, revision, state, attempts, requested_at) values ('hold', 'pair', 1, 'requested', 0, now())`,
  `insert into sessions (id, hold_id, pairing_id, number, starts_at, ends_at, state)
     values ('session', 'hold', 'pair', 1, now(), now(), 'planned')`,
  `insert into check_ins (session_id, person_id, state, answer) values ('session', 'mo', 'answered', '{"held":true,"worth":4,"obstacle":"time"}'),
     ('session', 'al', 'asked', null)`,
  `insert into notices (key, person_id, notice, state, attempts) values
     ('of-a-pair', 'mo', '{"kind":"nudge","pairingId":"pair","partner":{"id":"al","name":"Al"},"sessions":2,"timeZone":"UTC"}', 'sent', 1),
     ('of-nobody', 'mo', '{"kind":"pairing-off","partner":{"id":"al","name":"Al"}}', 'sent', 1)`,
]

async function expectAllThere(): Promise<void> {
  const store = createStore(database, keysOn(database))
  const goals = (await store.participants.list('spring')).concat(await store.participants.list('autumn'))
  expect(new Set(goals.map(({ goal }) => goal))).toEqual(
    new Set(Array.from({ length: many }, (_, at0) => `goal "${at0 + 1}"`)),
  )
  expect((await store.participants.blocks()).sort()).toEqual([
    ['ana', 'ben'],
    ['ben', 'ana'],
  ])
  expect(await store.rankings.of('spring', 'ana')).toEqual(['y', 'x'])
  expect(await store.rankings.of('spring', 'ben')).toEqual(['x'])
  expect(await store.rankings.of('autumn', 'ana')).toEqual(['z'])
  expect(await store.pairings.get('pair')).toMatchObject({
    parts: [{ part: 'topics', points: 1 }],
    reason: 'Both "cook".',
  })
  expect(await store.speed.ratingsOf('spring')).toEqual([{ from: 'mo', to: 'ed', rating: 9 }])
  expect(await store.vetoes.of('spring', 'mo')).toBe('declined')
  expect(await store.vetoes.pairs('spring')).toEqual([['mo', 'ed']])
  const answers = (await store.checkIns.of('session')).map(({ personId, answer }) => [personId, answer])
  expect(new Map(answers as [string, unknown][])).toEqual(
    new Map<string, unknown>([
      ['mo', { held: true, worth: 4, obstacle: 'time' }],
      ['al', undefined],
    ]),
  )
  expect((await store.notices.get('of-a-pair'))!.notice).toMatchObject({ kind: 'nudge', sessions: 2 })
  expect((await store.notices.get('of-nobody'))!.notice).toMatchObject({ kind: 'pairing-off' })
  await store.dataKeys.destroy('spring', new Date())
  expect(await store.notices.get('of-a-pair')).toBeUndefined()
  expect(await store.notices.get('of-nobody')).toBeDefined()
}

/** participants, pairings, blocks, rankings, rating, veto, answer, notices */
const all = many + 2 + 2 + 3 + 1 + 1 + 1 + 2

describe('what was said before values were sealed', () => {
  it('is sealed at the next start, each value once, and read as before', async () => {
    expect(await sealWhatIsPlain(database, keysOn(database))).toBe(all)
    const { rows: before } = await database.query('select goal from participants order by id')
    expect(await sealWhatIsPlain(database, keysOn(database))).toBe(0)
    const { rows: after } = await database.query('select goal from participants order by id')
    expect(after).toEqual(before)
    await expectAllThere()
  })

  it('is not read before', async () => {
    const store = createStore(database, keysOn(database))
    await expect(store.participants.list('spring')).rejects.toMatchObject({ code: 'not-sealed' })
    await expect(store.participants.blocks()).rejects.toMatchObject({ code: 'not-sealed' })
  })

  it.each([3, 600, 1100, 1215])(
    'is sealed by the next start when one was killed (at the %ith statement)',
    async (nth) => {
      let statements = 0
      const query: Database['query'] = async (...given) => {
        if (++statements === nth) throw new Error('killed')
        return database.query(...given)
      }
      // The same database through a connection that breaks.
      const orm = new Proxy(database.orm, {
        get(target, name) {
          if (['select', 'update', 'insert', 'delete'].includes(String(name)) && ++statements === nth)
            throw new Error('killed')
          return Reflect.get(target, name)
        },
      })
      const cut = sealWhatIsPlain({ ...database, query, orm } as Database, keysOn(database))
      await expect(cut).rejects.toThrow('killed')
      expect(await sealWhatIsPlain(database, keysOn(database))).toBeGreaterThan(0)
      await expectAllThere()
    },
  )

  it('is not in the files any more either: the tables are written anew, once', async () => {
    const file = async () =>
      (await database.query(`select pg_relation_filenode('participants') as file`)).rows[0].file as number
    const before = await file()
    await sealWhatIsPlain(database, keysOn(database))
    const sealed = await file()
    expect(sealed).not.toBe(before)
    await sealWhatIsPlain(database, keysOn(database))
    expect(await file()).toBe(sealed)
  })
})
