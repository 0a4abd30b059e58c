import { and, desc, eq, isNotNull, isNull, like } from 'drizzle-orm'
import { answerWithinDays } from '../../domain/meeting/check-in.ts'
import type { Concern, ConcernKind } from '../../domain/meeting/concern.ts'
import type { PersonId } from '../../domain/organization/person.ts'
import type { PairingId } from '../../domain/pairing/pairing.ts'
import type { CohortId } from '../../domain/program/program.ts'
import type { Database } from '../database.ts'
import { present } from '../rows.ts'
import * as t from '../schema.ts'

function toConcern(row: typeof t.concerns.$inferSelect): Concern {
  const { kind, ...rest } = present(row)
  return { ...rest, kind: kind as ConcernKind }
}

/** What is looked for by its beginning holds no wildcards of ours, only ids and dots. */
const under = (prefix: string) => like(t.concerns.key, `${prefix.replace(/[%_\\]/g, '\\$&')}%`)

export function concernStore({ orm, query }: Database) {
  return {
    async get(key: string): Promise<Concern | undefined> {
      const [row] = await orm.select().from(t.concerns).where(eq(t.concerns.key, key))
      return row && toConcern(row)
    },
    /** True when it is new, or had closed by itself; what a person closed stays closed. */
    async raise({ key, cohortId, pairingId, kind, detail, raisedAt }: Concern): Promise<boolean> {
      const opened = { cohortId, kind, detail, raisedAt, closedAt: null, closedBy: null }
      const rows = await orm
        .insert(t.concerns)
        .values({ key, pairingId: pairingId ?? null, ...opened })
        .onConflictDoUpdate({
          target: t.concerns.key,
          set: opened,
          setWhere: and(isNotNull(t.concerns.closedAt), isNull(t.concerns.closedBy))!,
        })
        .returning({ key: t.concerns.key })
      return rows.length > 0
    },
    /** Nothing happens to one that is closed already. @param by nobody when it closed by itself */
    async close(key: string, at: Date, by?: PersonId): Promise<void> {
      await orm
        .update(t.concerns)
        .set({ closedAt: at, closedBy: by ?? null })
        .where(and(eq(t.concerns.key, key), isNull(t.concerns.closedAt)))
    },
    /** Facts that were added since. */
    async detail(key: string, detail: Concern['detail']): Promise<void> {
      await orm.update(t.concerns).set({ detail }).where(eq(t.concerns.key, key))
    },
    /** Latest first. */
    async list(cohortId: CohortId, closed = false): Promise<Concern[]> {
      const which = closed ? isNotNull(t.concerns.closedAt) : isNull(t.concerns.closedAt)
      const rows = await orm
        .select()
        .from(t.concerns)
        .where(and(eq(t.concerns.cohortId, cohortId), which))
        .orderBy(desc(t.concerns.raisedAt), t.concerns.key)
      return rows.map(toConcern)
    },
    /** Open ones whose key begins so. */
    async open(prefix: string): Promise<Concern[]> {
      const rows = await orm
        .select()
        .from(t.concerns)
        .where(and(under(prefix), isNull(t.concerns.closedAt)))
      return rows.map(toConcern)
    },
    /** Active pairs of running Cohorts of which some Session may not have taken place, or that count as stalled. */
    async unsteady(now: Date): Promise<PairingId[]> {
      const { rows } = await query(
        `select p.id from pairings p join cohorts c on c.id = p.cohort_id
         where p.state = 'active' and c.stage <> 'closed' and (exists (
             select 1 from sessions s where s.pairing_id = p.id
               and (s.state = 'missed' or (s.declined_by is not null and s.ends_at <= $1)
                 or (s.state = 'planned' and s.ends_at <= $1::timestamptz - $2 * interval '1 day')))
           or exists (select 1 from concerns k where k.pairing_id = p.id and k.kind = 'stalled' and k.closed_at is null))
         order by p.id`,
        [now, answerWithinDays],
      )
      return rows.map((row: { id: string }) => row.id)
    },
  }
}
