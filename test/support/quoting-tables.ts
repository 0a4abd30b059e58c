/** Tables that refuse what is written to them and quote all of it while they do, as a database does at its worst. */
import { is } from 'drizzle-orm'
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core'
import type { Database } from '../../bot/store/database.ts'
import * as schema from '../../bot/store/schema.ts'

export const tables: PgTable[] = Object.values(schema).filter((one) => is(one, PgTable))

export const nameOf = (table: PgTable): string => getTableConfig(table).name

/** @param when a condition over `new`, in SQL. */
export async function breakTable(database: Database, table: PgTable, when = 'true'): Promise<void> {
  await database.query(`create or replace function quote_row() returns trigger language plpgsql as $body$
    begin
      raise exception 'refused: %', new using detail = new::text, hint = new::text,
        errcode = '23514', constraint = 'always_refused', column = new::text;
    end $body$`)
  const name = nameOf(table)
  await database.query(`create trigger quoting before insert or update on ${name}
    for each row when (${when}) execute function quote_row()`)
}

export async function mendTable(database: Database, table: PgTable): Promise<void> {
  await database.query(`drop trigger if exists quoting on ${nameOf(table)}`)
}
