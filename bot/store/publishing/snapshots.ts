import { and, eq, gte, isNull, ne, or, sql } from 'drizzle-orm'
import { addDays } from '../../domain/calendar-date.ts'
import type { CohortId } from '../../domain/program/program.ts'
import type { Snapshot } from '../../domain/publishing/snapshot.ts'
import { utcDate } from '../../domain/span.ts'
import type { Database } from '../database.ts'
import { present } from '../rows.ts'
import * as t from '../schema.ts'

/** After the last Session of a closed Cohort nothing comes any more. */
const weeksAfterEnd = 6

export function snapshotStore({ orm }: Database) {
  return {
    async get(cohortId: CohortId): Promise<Snapshot | undefined> {
      const [row] = await orm.select().from(t.snapshots).where(eq(t.snapshots.cohortId, cohortId))
      return row && present(row)
    },
    /** Cohorts that nobody has looked at since that moment, and that may have answers. */
    async behind(since: Date): Promise<CohortId[]> {
      const day = addDays(utcDate(since), -7 * weeksAfterEnd)
      const rows = await orm
        .select({ id: t.cohorts.id })
        .from(t.cohorts)
        .leftJoin(t.snapshots, eq(t.snapshots.cohortId, t.cohorts.id))
        .where(
          and(
            ne(t.cohorts.stage, 'draft'),
            or(ne(t.cohorts.stage, 'closed'), gte(t.cohorts.endsOn, day)),
            or(isNull(t.snapshots.lookedAt), sql`${t.snapshots.lookedAt} < ${since.toISOString()}`),
          ),
        )
      return rows.map(({ id }) => id)
    },
    async save(snapshot: Snapshot): Promise<void> {
      const row = { ...snapshot, takenAt: snapshot.takenAt ?? null }
      await orm.insert(t.snapshots).values(row).onConflictDoUpdate({ target: t.snapshots.cohortId, set: row })
    },
  }
}
