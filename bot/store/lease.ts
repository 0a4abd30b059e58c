/**
 * Who holds a piece of work, and until when, is decided by the database's clock alone: instances may disagree about the
 * time by minutes, and the product's clock is one that the demo moves. The time of day at this statement, not at the
 * transaction's beginning, in milliseconds, so that what comes back as a Date is the very value of the row.
 */
import { type AnyColumn, type SQL, sql } from 'drizzle-orm'

export const databaseNow: SQL<Date> = sql<Date>`date_trunc('milliseconds', clock_timestamp())`

const span = (ms: number) => sql`${ms / 1000}::float8 * interval '1 second'`

export const leaseFrom = (leaseMs: number): SQL<Date> =>
  sql<Date>`date_trunc('milliseconds', clock_timestamp() + ${span(leaseMs)})`

/** Nobody has it, or whoever had it took too long. */
export const isFree = (claimedUntil: AnyColumn): SQL =>
  sql`(${claimedUntil} is null or ${claimedUntil} < clock_timestamp())`

/** Claimed so long ago that its worker counts as dead. */
export const isOlderThan = (at: AnyColumn, leaseMs: number): SQL<boolean> =>
  sql<boolean>`coalesce(${at} < clock_timestamp() - ${span(leaseMs)}, false)`
