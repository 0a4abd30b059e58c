/**
 * Who holds a piece of work, and until when, is decided by the database's clock alone: instances may disagree about the
 * time by minutes, and the product's clock is one that the demo moves. The time of day at this statement, not at the
 * transaction's beginning, in milliseconds, so that what comes back as a Date is the very value of the row.
 */
import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import { secondMs } from '../domain/span.ts'
import type { Database } from './database.ts'

export const databaseNow: SQL<Date> = sql<Date>`date_trunc('milliseconds', clock_timestamp())`

const span = (ms: number) => sql`${ms / secondMs}::float8 * interval '1 second'`

/** That long ago, or longer. */
export const isOlderThan = (at: PgColumn, ms: number): SQL<boolean> =>
  sql<boolean>`coalesce(${at} < clock_timestamp() - ${span(ms)}, false)`

/** Most tables keep until when a claim runs. Those of what is sent keep since when, beside a state that says so too. */
type Leased = PgTable & ({ claimedUntil: PgColumn } | { claimedAt: PgColumn })

/** Which rows may be taken, when it is not all that are free, and what is written into the one that is. */
interface Taking {
  where: SQL | undefined
  set: Record<string, unknown>
}

/** The claims on the rows of one table: who takes a row, for how long, and when a dead worker's is free again. */
export function leasesOn({ orm }: Pick<Database, 'orm'>, table: Leased, key: PgColumn) {
  const kept = keptIn(table)
  const write = (values: Record<string, unknown>) => orm.update(table as PgTable).set(values)
  return {
    /** Nobody has it, or whoever had it took too long. */
    isFree: kept.isFree,
    /** What `release` takes; undefined when it is somebody else's. One statement, so that of two at once one takes it. */
    async claim(id: string, leaseMs: number, taking?: Taking): Promise<Date | undefined> {
      const mayTake = taking ? taking.where : kept.isFree(leaseMs)
      const [row] = await write({ ...taking?.set, [kept.name]: kept.from(leaseMs) })
        .where(and(eq(key, id), mayTake))
        .returning({ claimed: kept.column })
      return (row?.claimed as Date | undefined) ?? undefined
    },
    /** A claim that somebody took over meanwhile stays theirs. */
    async release(id: string, claimed: Date): Promise<void> {
      await write({ [kept.name]: null }).where(and(eq(key, id), eq(kept.column, claimed)))
    },
  }
}

function keptIn(table: Leased) {
  if ('claimedUntil' in table) {
    const column = table.claimedUntil
    const from = (leaseMs: number) =>
      sql<Date>`date_trunc('milliseconds', clock_timestamp() + ${span(leaseMs)})`
    const isFree = (_leaseMs?: number) => sql`(${column} is null or ${column} < clock_timestamp())`
    return { name: 'claimedUntil', column, from, isFree }
  }
  const column = table.claimedAt
  return {
    name: 'claimedAt',
    column,
    from: (_leaseMs: number) => databaseNow,
    isFree: (leaseMs = 0) => isOlderThan(column, leaseMs),
  }
}
