import { eq, type SQL, sql } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { Database } from './database.ts'

/** A row without its empty columns: SQL says null where the domain has no key. */
export type Present<Row> = { [K in keyof Row as null extends Row[K] ? never : K]: Row[K] } & {
  [K in keyof Row as null extends Row[K] ? K : never]?: NonNullable<Row[K]>
}

export function present<Row extends Record<string, unknown>>(row: Row): Present<Row> {
  const result: Record<string, unknown> = {}
  for (const key in row) if (row[key] !== null && row[key] !== undefined) result[key] = row[key]
  return result as Present<Row>
}

/** The opposite: every column named, so that a key that went away is cleared on update. */
export function columns<Key extends string>(
  keys: readonly Key[],
  value: Partial<Record<Key, unknown>>,
): Record<Key, unknown> {
  return Object.fromEntries(keys.map((key) => [key, value[key] ?? null])) as Record<Key, unknown>
}

/** Long lists of ids go in parts: one statement takes at most 65,535 parameters. */
export function inParts<T>(list: readonly T[], size: number): T[][] {
  const parts: T[][] = []
  for (let start = 0; start < list.length; start += size) parts.push(list.slice(start, start + size))
  return parts
}

/** One row by its key as the domain has it; `lock` keeps it for the caller until the transaction ends. */
export function byKey<Table extends PgTable, Value>(
  { orm }: Pick<Database, 'orm'>,
  table: Table,
  key: PgColumn,
  read: (row: Table['$inferSelect']) => Value,
) {
  const find = (id: string) =>
    orm
      .select()
      .from(table as PgTable)
      .where(eq(key, id))
  const one = async (rows: PromiseLike<unknown[]>): Promise<Awaited<Value> | undefined> => {
    const [row] = await rows
    return row === undefined ? undefined : await read(row as Table['$inferSelect'])
  }
  return { get: (id: string) => one(find(id)), lock: (id: string) => one(find(id).for('update')) }
}

/** For `onConflictDoUpdate`: each of these columns becomes what was to be inserted. */
export function asInserted<Key extends string>(keys: readonly Key[]): Record<Key, SQL> {
  const column = (key: Key) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  return Object.fromEntries(keys.map((key) => [key, sql`excluded.${sql.identifier(column(key))}`])) as Record<
    Key,
    SQL
  >
}
