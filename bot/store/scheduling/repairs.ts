import { and, asc, eq, gt, inArray, lt, or, sql } from 'drizzle-orm'
import type { PairingId } from '../../domain/pairing/pairing.ts'
import type { CohortId } from '../../domain/program/program.ts'
import { type Repair, remindAfterDays, repairWithinDays } from '../../domain/scheduling/repair/repair.ts'
import type { SessionId } from '../../domain/scheduling/session.ts'
import { dayMs } from '../../domain/span.ts'
import type { Database } from '../database.ts'
import { leasesOn } from '../lease.ts'
import { byKey, columns, present } from '../rows.ts'
import * as t from '../schema.ts'

const keys = [
  'id',
  'sessionId',
  'attempt',
  'state',
  'reason',
  'askedBy',
  'options',
  'refused',
  'chosen',
  'chosenBy',
  'openedAt',
] as const

function toRepair(row: typeof t.repairs.$inferSelect): Repair {
  const { claimedUntil: _, ...rest } = present(row)
  return rest
}

export function repairStore({ orm }: Database) {
  const leases = leasesOn({ orm }, t.repairs, t.repairs.id)
  return {
    ...byKey({ orm }, t.repairs, t.repairs.id, toRepair),
    /** In the order of their rounds. */
    async ofSession(sessionId: SessionId): Promise<Repair[]> {
      const rows = await orm
        .select()
        .from(t.repairs)
        .where(eq(t.repairs.sessionId, sessionId))
        .orderBy(asc(t.repairs.attempt))
      return rows.map(toRepair)
    },
    async ofPairing(pairingId: PairingId): Promise<Repair[]> {
      const rows = await orm
        .select({ repair: t.repairs })
        .from(t.repairs)
        .innerJoin(t.sessions, eq(t.sessions.id, t.repairs.sessionId))
        .where(eq(t.sessions.pairingId, pairingId))
        .orderBy(asc(t.repairs.attempt))
      return rows.map((row) => toRepair(row.repair))
    },
    async list(cohortId: CohortId): Promise<Repair[]> {
      const rows = await orm
        .select({ repair: t.repairs })
        .from(t.repairs)
        .innerJoin(t.sessions, eq(t.sessions.id, t.repairs.sessionId))
        .innerJoin(t.pairings, eq(t.pairings.id, t.sessions.pairingId))
        .where(eq(t.pairings.cohortId, cohortId))
        .orderBy(asc(t.repairs.attempt))
      return rows.map((row) => toRepair(row.repair))
    },
    async save(repair: Repair): Promise<void> {
      const row = columns(keys, repair) as unknown as typeof t.repairs.$inferInsert
      await orm.insert(t.repairs).values(row).onConflictDoUpdate({ target: t.repairs.id, set: row })
    },
    ...{ claim: leases.claim, release: leases.release },
    /** Waiting for times, or for Outlook, and nobody is at it. */
    async stranded(before: Date): Promise<Repair[]> {
      const waiting = or(
        eq(t.repairs.state, 'booking'),
        and(
          eq(t.repairs.state, 'open'),
          sql`not exists (select from jsonb_array_elements(${t.repairs.options}) o where o->>'gone' is null)`,
        ),
      )
      const rows = await orm
        .select()
        .from(t.repairs)
        .where(and(waiting, leases.isFree(), lt(t.repairs.openedAt, before)))
      return rows.map(toRepair)
    },
    async passing(now: Date, limit: number): Promise<Repair[]> {
      const passed = sql`exists (select from jsonb_array_elements(${t.repairs.options}) o
        where o->>'gone' is null and (o->>'start')::timestamptz <= ${now})`
      const rows = await orm
        .select()
        .from(t.repairs)
        .where(and(eq(t.repairs.state, 'open'), passed))
        .limit(limit)
      return rows.map(toRepair)
    },
    async unanswered(now: Date): Promise<Repair[]> {
      const rows = await orm
        .select({ repair: t.repairs })
        .from(t.repairs)
        .innerJoin(t.sessions, eq(t.sessions.id, t.repairs.sessionId))
        .where(
          and(
            inArray(t.repairs.state, ['open', 'none']),
            or(
              lt(t.repairs.openedAt, new Date(now.getTime() - remindAfterDays * dayMs)),
              and(gt(t.sessions.startsAt, now), lt(t.sessions.startsAt, new Date(now.getTime() + dayMs))),
            ),
          ),
        )
        .orderBy(asc(t.repairs.openedAt))
      return rows.map((row) => toRepair(row.repair))
    },
    /** Still offered, or looked for by people, although the week is over. */
    async overdue(now: Date, limit: number): Promise<Repair[]> {
      const week = sql`make_interval(days => ${repairWithinDays})`
      const rows = await orm
        .select({ repair: t.repairs })
        .from(t.repairs)
        .innerJoin(t.sessions, eq(t.sessions.id, t.repairs.sessionId))
        .where(
          and(
            inArray(t.repairs.state, ['open', 'none']),
            sql`coalesce(${t.sessions.movedFrom}, ${t.sessions.startsAt}) + ${week} < ${now}`,
          ),
        )
        .limit(limit)
      return rows.map((row) => toRepair(row.repair))
    },
  }
}
