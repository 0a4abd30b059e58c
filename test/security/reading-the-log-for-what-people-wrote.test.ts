/**
 * The attack: whoever may read the log, the jobs, a failed run or a refused post makes the database fail, or waits until it
 * does, and reads there what people wrote. Every table refuses a marked row and quotes it; the marks are then looked for.
 */
import { inspect } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { eq } from 'drizzle-orm'
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core'
import pino from 'pino'
import { logShape, tellingOf } from '../../bot/domain/fault.ts'
import { failureOf } from '../../bot/domain/pairing/run-failure.ts'
import type { Database } from '../../bot/store/database.ts'
import * as t from '../../bot/store/schema.ts'
import { publishSummary } from '../../bot/workflows/publishing/publish-summary.ts'
import { type Api, openApi } from '../support/api.ts'
import { testDatabase } from '../support/database.ts'
import { enrolCompany, openCohort, type Product, startProduct } from '../support/product.ts'
import { breakTable, mendTable, nameOf, tables } from '../support/quoting-tables.ts'

const mark = 'WHAT-SOMEBODY-WROTE'

describe('a table that refuses what it is given and quotes it', () => {
  let database: Database
  let close: () => Promise<void>
  beforeAll(async () => {
    const held = await testDatabase()
    database = held.database
    close = held.close
    for (const table of tables) await breakTable(database, table)
  })
  afterAll(() => close())

  it('is each of them: no table of the schema is left out', () => {
    expect(tables.length).toBeGreaterThan(30)
  })

  it.each(tables.map((table) => [nameOf(table), table] as const))('%s', async (name, table) => {
    const { orm, query } = database
    const row = markedRow(table)
    const column = Object.keys(row).find((key) => typeof row[key] === 'string')!
    const failures = [
      await thrownBy(orm.insert(table).values(row as never)),
      await thrownBy(database.transaction(async () => orm.insert(table).values(row as never))),
      // PostgreSQL takes no NUL, and says which text had it.
      await thrownBy(orm.insert(table).values({ ...row, [column]: `${mark}\u0000` } as never)),
      await thrownBy(query(`select $1::integer from ${name}`, [mark])),
    ]
    for (const error of failures) {
      for (const told of everyTelling(error)) expect(told).not.toContain(mark)
      expect(tellingOf(error)).toMatch(
        /^QueryFailed: The database refused with [0-9A-Z]{5}\b.*(insert|select)/,
      )
    }
    expect(failures[0]).toMatchObject({ code: '23514', constraint: 'always_refused' })
    expect(tellingOf(failures[0])).toContain(`"${name}"`)
  })

  it('a look-up by what somebody wrote', async () => {
    const error = await thrownBy(
      database.orm
        .select()
        .from(t.people)
        .where(eq(t.people.id, `${mark}\u0000`)),
    )
    for (const told of everyTelling(error)) expect(told).not.toContain(mark)
  })
})

describe('an error of somebody else', () => {
  const json = () => JSON.parse(`{"goal": ${mark}`)
  const foreign: [string, () => unknown][] = [
    ['a parser that quotes the text', json],
    ['a function that is none', () => [1].map(mark as never)],
    ['a time zone that is none', () => new Intl.DateTimeFormat('en', { timeZone: mark })],
    [
      'text that is thrown',
      () => {
        throw mark
      },
    ],
    [
      'fields and a cause',
      () => {
        throw Object.assign(new Error(mark, { cause: new Error(mark) }), {
          body: mark,
          request: { body: mark },
        })
      },
    ],
    [
      'a name and a code that are sentences',
      () => {
        throw Object.assign(new Error('x'), { name: `${mark} !`, code: `${mark} !` })
      },
    ],
    [
      'a message that looks like a place in the code',
      () => {
        throw new Error(`a\n    at ${mark} (b.ts:1:1)`)
      },
    ],
    [
      'a message that was changed afterwards',
      () => {
        throw Object.assign(new Error(`a\n    at ${mark} (b.ts:1:1)`), { message: 'b' })
      },
    ],
  ]
  it.each(foreign)('%s stays out of log, job and run', async (_, act) => {
    const error = await thrownBy(Promise.resolve().then(act))
    for (const told of writtenDown(error)) expect(told).not.toContain(mark)
  })
  it('still says its name and where it happened', async () => {
    const [line] = writtenDown(await thrownBy(Promise.resolve().then(json)))
    expect(JSON.parse(line!).err).toMatchObject({
      type: 'SyntaxError',
      stack: expect.stringContaining('.test.ts:'),
    })
  })
})

describe('the whole product', () => {
  let product: Product & { database: Database }
  let api: Api
  let database: Database
  let cohortId: string
  const lines: string[] = []
  beforeAll(async () => {
    product = await startProduct({
      ...{ people: 120, mentors: 8, mentees: 5, settings: { LOG_LEVEL: 'debug' } },
      logTo: { write: (line) => void lines.push(line) },
    })
    cohortId = await openCohort(product)
    await enrolCompany(product, cohortId)
    database = product.database
    api = await openApi(product)
  })
  afterAll(() => product.close())

  it('answers 500 to what a broken table refuses, and the log has the request, the statement and no word of it', async () => {
    const { mentor, mentee } = product.company.personas
    const [mine] = await product.ports.store.participants.ofPerson(mentor)
    const { topics, languages, interests, capacity, timeZone, workingHours, goalStart } = mine!
    const said = { topics, languages, interests, capacity, timeZone, workingHours, goalStart }
    const ask = api.as(mentor)
    const asked: [PgTable, () => Promise<{ status: number }>, string][] = [
      [
        t.participants,
        () => ask('enrol', { ...said, cohortId, side: 'mentor', acceptedGroundRules: 1, goal: mark }),
        mark,
      ],
      [t.blocks, () => ask('blockPerson', { personId: mentee }), mentee],
    ]
    for (const [table, request, wrote] of asked) {
      lines.length = 0
      await breakTable(database, table)
      expect((await request()).status).toBe(500)
      await mendTable(database, table)
      const log = lines.join('\n')
      expect(log).toContain('a request failed')
      expect(log).toContain(`insert into \\"${nameOf(table)}\\"`)
      expect(log).toContain('23514')
      expect(log).not.toContain(wrote)
    }
  })

  it('keeps a failed run without the pairs it was about', async () => {
    lines.length = 0
    await breakTable(database, t.pairings)
    const organizer = api.as(product.company.personas.organizer)
    const { status } = await organizer('propose', { id: cohortId, objective: 'best-total' })
    expect(status).toBe(200)
    const run = await eventually(async () => {
      const latest = await product.ports.store.runs.latest(cohortId)
      return latest?.state === 'failed' ? latest : undefined
    })
    await mendTable(database, t.pairings)
    expect(run.failure).toBe('QueryFailed 23514')
    const [output] = await eventually(() => outputsOf('propose-pairings'))
    expect(output).toContain('23514')
    const people = (await product.ports.store.participants.list(cohortId)).map(({ personId }) => personId)
    for (const id of people)
      for (const told of [run.failure, output, lines.join()]) expect(told).not.toContain(id)
  })

  it('keeps a failed job without the card it was to send', async () => {
    lines.length = 0
    const { mentor } = product.company.personas
    const { store, jobs } = product.service.ports
    const notice = { kind: 'pairing-ended', partner: { id: mark, name: mark } } as const
    await store.notices.intend('marked', mentor, notice)
    await breakTable(database, t.notices)
    await jobs.add('deliver-notice', { noticeKey: 'marked' })
    const [output] = await eventually(() => outputsOf('deliver-notice'))
    await mendTable(database, t.notices)
    expect(output).toContain('QueryFailed')
    for (const told of [output, lines.join()]) expect(told).not.toContain(mark)
  })

  it('keeps why a post did not come about without the post', async () => {
    const { store, clock } = product.ports
    const { communications, sponsor } = product.company.personas
    const now = clock.now()
    const team = product.company.teams[0]!
    const channel = { teamId: team.id, channelId: team.channels[0]!.id }
    const approved = {
      state: 'approved',
      approvedBy: sponsor,
      approvedAt: now,
      authorId: communications,
    } as const
    const words = {
      title: mark,
      body: mark,
      figures: [],
      channels: [],
      writers: [],
      changedAt: now,
      revision: 1,
    }
    await store.summaries.save({ id: 'marked', cohortId, ...words, ...approved } as never)
    await store.posts.save({
      key: 'marked-post',
      summaryId: 'marked',
      channel,
      state: 'waiting',
      attempts: 0,
    })
    const quoting = {
      ...product.ports.messenger,
      async toChannel() {
        throw Object.assign(new Error(`400: "${mark}" is not allowed here`), {
          code: 'BadRequest',
          body: mark,
        })
      },
    }
    const error = await thrownBy(publishSummary({ ...product.ports, messenger: quoting as never }, 'marked'))
    const [post] = await store.posts.of('marked')
    expect(post!.why).toBe('Error BadRequest')
    for (const told of writtenDown(error)) expect(told).not.toContain(mark)
  })

  const outputsOf = async (queue: string) => {
    const { rows } = await database.query(
      'select output::text from jobs.job where name = $1 and output is not null',
      [queue],
    )
    return rows.length > 0 ? (rows as { output: string }[]).map(({ output }) => output) : undefined
  }
})

function markedRow(table: PgTable): Record<string, unknown> {
  const { columns } = getTableConfig(table)
  const values: Record<string, (name: string) => unknown> = {
    string: () => mark,
    number: () => 7,
    boolean: () => true,
    json: () => ({ said: mark }),
    date: () => new Date('2026-11-27T08:00:00Z'),
  }
  const keys = Object.entries(table).filter(([, column]) => columns.includes(column as never))
  return Object.fromEntries(
    keys.flatMap(([key, column]) => {
      const { dataType, columnType, generatedIdentity } = column as (typeof columns)[number]
      if (generatedIdentity) return []
      return [[key, columnType === 'PgDateString' ? '2026-11-27' : values[dataType]!(key)]]
    }),
  )
}

async function thrownBy(act: PromiseLike<unknown>): Promise<unknown> {
  const missing = {}
  const error = await act.then(
    () => missing,
    (thrown: unknown) => thrown,
  )
  expect(error).not.toBe(missing)
  return error
}

/** The error as a debugger would show it: not only what is written down of it. */
const everyTelling = (error: unknown): string[] => [
  inspect(error, { depth: 12, showHidden: true }),
  String((error as Error).stack),
  ...writtenDown(error),
]

/** The log's line, the job's output, the run's failure. */
function writtenDown(error: unknown): string[] {
  const lines: string[] = []
  const log = pino(logShape, { write: (line) => void lines.push(line) })
  log.error({ err: error }, 'failed')
  return [...lines, tellingOf(error), failureOf(error)]
}

async function eventually<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (let tries = 0; tries < 300; tries++) {
    const found = await look()
    if (found !== undefined) return found
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('It did not come about.')
}
