import { and, desc, eq } from 'drizzle-orm'
import type { PersonId } from '../../domain/organization/person.ts'
import type { MatchingSettings } from '../../domain/program/matching-settings.ts'
import type { Cohort, CohortId, GroundRules, Program, ProgramId } from '../../domain/program/program.ts'
import type { DataKeys } from '../data-keys.ts'
import type { Database } from '../database.ts'
import { present } from '../rows.ts'
import * as t from '../schema.ts'
import { stir } from './moments.ts'

export function programStore({ orm }: Database) {
  return {
    async get(id: ProgramId): Promise<Program | undefined> {
      const [row] = await orm.select().from(t.programs).where(eq(t.programs.id, id))
      return row && present(row)
    },
    async save(program: Program): Promise<void> {
      const { id: _, ...rest } = program
      await orm.insert(t.programs).values(program).onConflictDoUpdate({ target: t.programs.id, set: rest })
    },
    async keepRules(programId: ProgramId, { version, items }: GroundRules, by: PersonId, at: Date) {
      await orm
        .insert(t.groundRules)
        .values({ programId, version, items, changedBy: by, changedAt: at })
        .onConflictDoNothing()
    },
    async rulesOf(programId: ProgramId, version: number): Promise<string[] | undefined> {
      const [row] = await orm
        .select({ items: t.groundRules.items })
        .from(t.groundRules)
        .where(and(eq(t.groundRules.programId, programId), eq(t.groundRules.version, version)))
      return row?.items
    },
  }
}

/** What a plan may leave open is cleared where it does. */
const nothing = { enrolsOn: null, pairsOn: null, admission: null }

function toCohort({ closedAt: _c, forgottenAt: _f, ...cohort }: typeof t.cohorts.$inferSelect): Cohort {
  return present(cohort)
}

export function cohortStore({ orm, transaction }: Database, keys: DataKeys) {
  return {
    async get(id: CohortId): Promise<Cohort | undefined> {
      const [row] = await orm.select().from(t.cohorts).where(eq(t.cohorts.id, id))
      return row && toCohort(row)
    },
    /** Newest first. */
    async list(): Promise<Cohort[]> {
      const rows = await orm.select().from(t.cohorts).orderBy(desc(t.cohorts.startsOn), desc(t.cohorts.id))
      return rows.map(toCohort)
    },
    /** From when on its retention counts. */
    async closed(id: CohortId, at: Date): Promise<void> {
      await orm.update(t.cohorts).set({ closedAt: at }).where(eq(t.cohorts.id, id))
    },
    /** What people said in it is gone. */
    async isForgotten(id: CohortId): Promise<boolean> {
      const [row] = await orm.select().from(t.cohorts).where(eq(t.cohorts.id, id))
      return row !== undefined && row.forgottenAt !== null
    },
    /** What counts in matching is written by `changeMatching` alone: two forms saved at once lose nothing. */
    async save(cohort: Cohort): Promise<void> {
      const { id: _, matching: _m, ...rest } = cohort
      await transaction(async () => {
        await orm
          .insert(t.cohorts)
          .values(cohort)
          .onConflictDoUpdate({ target: t.cohorts.id, set: { ...nothing, ...rest } })
        await stir({ orm }, [cohort.id])
        // Its key is there before anything is said: whoever only reads later has nothing to write.
        await keys.boxOf(cohort.id)
      })
    },
    async changeMatching(id: CohortId, matching: MatchingSettings): Promise<void> {
      await orm.update(t.cohorts).set({ matching }).where(eq(t.cohorts.id, id))
    },
  }
}
