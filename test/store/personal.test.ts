/** The register of personal data is whole: no table and no column in which something of somebody could stand is left out of it. */
import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it, test } from '@jest/globals'
import { getTableColumns, is } from 'drizzle-orm'
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core'
import { everyTable } from '../../bot/store/personal.ts'
import type { EraseStep, PersonalTable } from '../../bot/store/personal-table.ts'
import * as schema from '../../bot/store/schema.ts'
import { generatedFrom, personalDocument } from '../support/personal-document.ts'

const tables = Object.values(schema).flatMap((one): PgTable[] => (is(one, PgTable) ? [one] : []))
const nameOf = (table: PgTable) => getTableConfig(table).name

/** Where words, ids and JSON can stand. Numbers, dates and yes or no are somebody's by the row they stand in. */
const canHoldWords = (table: PgTable) =>
  Object.entries(getTableColumns(table)).flatMap(([name, { columnType }]) =>
    ['PgText', 'PgJsonb', 'PgVarchar', 'PgJson', 'PgUUID', 'PgArray', 'PgChar', 'PgCustomColumn'].includes(
      columnType,
    )
      ? [name]
      : [],
  )

function missingIn(register: readonly PersonalTable[], all: readonly PgTable[]): string[] {
  const known = new Map(register.map((entry) => [entry.table, entry]))
  return all.flatMap((table) => {
    const entry = known.get(table)
    if (!entry) return [nameOf(table)]
    return canHoldWords(table)
      .filter((column) => !(column in entry.columns))
      .map((column) => `${nameOf(table)}.${column}`)
  })
}

const touched = (step: EraseStep): readonly string[] =>
  step.act === 'delete' || step.act === 'blank' ? step.by : step.in

describe('the register', () => {
  test('knows every table and every column of it that can hold words', () => {
    expect(tables.length).toBeGreaterThan(30)
    expect(missingIn(everyTable, tables)).toEqual([])
  })

  test('a table, or a column, that nobody wrote down is found', () => {
    const [first, second, ...rest] = everyTable
    const { displayName: _, ...columns } = first!.columns
    const missing = missingIn([{ ...first!, columns }, ...rest], tables)
    expect(new Set(missing)).toEqual(new Set([`${nameOf(first!.table)}.displayName`, nameOf(second!.table)]))
  })

  test('each table stands there once, with columns that it has', () => {
    expect(new Set(everyTable.map(({ table }) => table)).size).toBe(everyTable.length)
    for (const { table, columns, erase } of everyTable) {
      const has = Object.keys(getTableColumns(table))
      expect(has).toEqual(expect.arrayContaining(Object.keys(columns)))
      for (const step of erase) expect(has).toEqual(expect.arrayContaining([...touched(step)]))
    }
  })

  test.each(everyTable.map((entry) => [nameOf(entry.table), entry] as const))(
    '%s: erasing knows what becomes of every id in it, and of what was said',
    (_, { columns, erase }) => {
      const whole = erase.some(({ act }) => act === 'delete' || act === 'keep')
      const done = new Set(
        erase.flatMap((step) => [...touched(step), ...(step.act === 'blank' ? Object.keys(step.set) : [])]),
      )
      for (const [name, note] of Object.entries(columns)) {
        if (note.is === 'impersonal') continue
        // What is said or told goes, or stays, with the row; an id is looked for by its own column.
        const isDone = done.has(name) || (note.is !== 'id' && note.of !== 'other' && whole)
        expect([name, isDone || isTold(note)]).toEqual([name, true])
      }
    },
  )

  const isTold = ({ is: kind, of }: { is: string; of: string }) => kind === 'about' && of === 'writer'

  test('JSON in which somebody stands says where', () => {
    for (const { table, columns } of everyTable)
      for (const [name, column] of Object.entries(getTableColumns(table))) {
        const note = columns[name]
        if (column.columnType === 'PgJsonb' && note?.is !== 'impersonal')
          expect([nameOf(table), name, note?.paths?.length ?? 0]).not.toEqual([nameOf(table), name, 0])
      }
  })

  test('what is declared impersonal says why, and what is not exported says why not', () => {
    for (const { columns, exported } of everyTable) {
      for (const note of Object.values(columns))
        if (note.is === 'impersonal') expect(note.why.length).toBeGreaterThan(5)
      if ('not' in exported) expect(exported.not.length).toBeGreaterThan(15)
    }
  })

  test('keys of the export are plain and each is there once', () => {
    const keys = everyTable.flatMap(({ exported }) => ('as' in exported ? [exported.as] : []))
    expect(new Set(keys).size).toBe(keys.length)
    for (const key of keys) expect(key).toMatch(/^[a-z]+([A-Z][a-z]+)*$/)
  })

  test('what lies sealed is what sealed-at-rest says', () => {
    const sealedColumns = everyTable.flatMap(({ table, columns }) =>
      Object.entries(columns).flatMap(([name, note]) =>
        note.is !== 'impersonal' && note.sealed ? [`${nameOf(table)}.${name}`] : [],
      ),
    )
    expect(sealedColumns.sort()).toEqual([
      'agreements.menteeGoal',
      'agreements.mentorGoal',
      'agreements.terms',
      'applications.answers',
      'asks.answers',
      'blocks.pair',
      'blocks.people',
      'check_ins.answer',
      'confirmed_skills.skills',
      'decisions.reason',
      'follow_ups.note',
      'ideas.told',
      'ideas.words',
      'nominations.line',
      'notices.notice',
      'pair_actions.text',
      'pair_endings.choice',
      'pairings.why',
      'participants.goal',
      'rankings.choices',
      'reviews.review',
      'session_notes.text',
      'speed_ratings.rating',
      'talks.asker',
      'talks.said',
      'vetoes.pairing',
      'vetoes.person',
    ])
  })

  test('what goes with a Cohort says which rows are one’s', () => {
    for (const { table, kept, ofCohort, group } of everyTable)
      if (kept === 'cohort' && group !== 'none')
        expect([nameOf(table), ofCohort !== undefined]).toEqual([nameOf(table), true])
  })
})

it('docs/personal-data.md says what the register says (npm test -- test/store/personal with UPDATE_DOCS=1 writes it)', () => {
  const path = 'docs/personal-data.md'
  const [intro] = readFileSync(path, 'utf8').split(generatedFrom)
  const wanted = `${intro}${personalDocument()}`
  if (process.env['UPDATE_DOCS']) writeFileSync(path, wanted)
  expect(readFileSync(path, 'utf8')).toBe(wanted)
})
