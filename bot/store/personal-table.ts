/**
 * What a register of personal data is made of. Beside each shelf's tables lies `personal.ts`, which says of every text and
 * JSON column what it holds of whom, and of every table who reads it, what its person gets to see, what erasing does with it
 * and how long it is kept. Export, erasure, retention and docs/personal-data.md are loops over it.
 */
import { eq, getTableColumns, inArray, or, type SQL, sql } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { PersonId } from '../domain/organization/person.ts'
import type { Kept, PersonalGroup } from '../domain/records/personal-data.ts'
import type { DataKeys } from './data-keys.ts'
import type { Database } from './database.ts'

/** Of the person the row is about, of whoever wrote it, or of somebody else in it. */
export type Whose = 'subject' | 'writer' | 'other'

/** What a column holds. With `paths`, where in its JSON: `[]` is each of a list, `*` each key. */
export type ColumnNote =
  | { is: 'id' | 'said' | 'about'; of: Whose; paths?: readonly string[]; sealed?: true }
  /** Words or facts of the program, of Outlook or of ours; why they say nothing of one person. */
  | { is: 'impersonal'; why: string }

export const id = (of: Whose, ...paths: string[]): ColumnNote => ({ is: 'id', of, ...at(paths) })
export const said = (of: Whose, ...paths: string[]): ColumnNote => ({ is: 'said', of, ...at(paths) })
export const about = (of: Whose, ...paths: string[]): ColumnNote => ({ is: 'about', of, ...at(paths) })
export const sealed = <N extends ColumnNote>(note: N): N => ({ ...note, sealed: true })
export const impersonal = (why: string): ColumnNote => ({ is: 'impersonal', why })
const at = (paths: string[]) => (paths.length > 0 ? { paths } : {})

/** Said of so many columns that it is worth a name. */
export const ours = impersonal('a name of our own that no person bears')
export const state = impersonal('one of a few words of ours')

export interface World {
  database: Database
  keys: DataKeys
}

/** Somebody who is erased, and what stands where they stood. */
export interface Leaver {
  id: PersonId
  /** Of this erasure, and written down nowhere as theirs. */
  pseudonym: string
  /** The directory no longer holds them: nothing needs to know them any more. */
  isGone: boolean
  /** Their name and addresses, as far as they are known. */
  names: readonly string[]
}

export type EraseStep =
  /** Rows in which one of these columns names them go. */
  | { act: 'delete'; by: readonly string[]; where?: SQL }
  /** The row stays, for somebody else's sake; they become a name that is nobody's, also inside JSON. */
  | { act: 'rename'; in: readonly string[] }
  /** In rows in which one of the columns `by` names them. */
  | { act: 'blank'; by: readonly string[]; set: Record<string, unknown> }
  | { act: 'keep'; in: readonly string[]; why: string; whenGone?: 'delete' }
  /** Where names lie sealed, or in the middle of a key. */
  | { act: 'own'; in: readonly string[]; does: string; run(world: World, leaver: Leaver): Promise<void> }

export interface PersonalTable {
  table: PgTable
  group: PersonalGroup | 'none'
  /** A short sentence for people who know no tables. */
  what: string
  columns: Record<string, ColumnNote>
  /** Who reads it, in words. */
  readers: string
  exported:
    | { as: string; read(world: World, personId: PersonId): Promise<Record<string, unknown>[]> }
    | { not: string }
  erase: readonly EraseStep[]
  kept: Kept
  /** Rows of a Cohort, and what becomes of them when its time is over. */
  ofCohort?: { where(cohortId: string): SQL; becomes: 'delete' | { set: Record<string, unknown> } }
}

export function columnOf(table: PgTable, name: string): PgColumn {
  const column = getTableColumns(table)[name]
  if (!column) throw new TypeError(`There is no column ${name}.`)
  return column as PgColumn
}

export const namedIn = (table: PgTable, columns: readonly string[], personId: PersonId): SQL | undefined =>
  or(...columns.map((name) => eq(columnOf(table, name), personId)))

/** A reader of rows in which one of the columns names the person: of these columns, and nothing else. */
export function own(table: PgTable, by: readonly string[], shown: readonly string[]) {
  return async ({ database }: World, personId: PersonId): Promise<Record<string, unknown>[]> => {
    const columns = Object.fromEntries(shown.map((name) => [name, columnOf(table, name)]))
    const rows = await database.orm
      .select(columns)
      .from(table)
      .where(namedIn(table, by, personId))
    return rows.map(withoutNothing)
  }
}

/** SQL says null where there is nothing to say. */
export const withoutNothing = (row: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null && value !== undefined))

/** Of somebody who is no longer known. */
export const noName = '—'

/** Names of people, as the directory has them. */
export async function namesOf(
  { database }: World,
  people: PgTable,
  ids: readonly PersonId[],
): Promise<Map<PersonId, string>> {
  if (ids.length === 0) return new Map()
  const [idColumn, name] = [columnOf(people, 'id'), columnOf(people, 'displayName')]
  const rows = await database.orm
    .select({ id: idColumn, name })
    .from(people)
    .where(inArray(idColumn, [...new Set(ids)]))
  return new Map(rows.map((row) => [String(row.id), String(row.name)]))
}

/** Rows whose Pairing is one of the Cohort's. */
export const ofPairingIn = (pairingId: PgColumn | SQL, cohortId: string): SQL =>
  sql`${pairingId} in (select id from pairings where cohort_id = ${cohortId})`
