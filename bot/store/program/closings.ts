import { and, desc, eq, isNull } from 'drizzle-orm'
import type { PersonId } from '../../domain/organization/person.ts'
import type { Closing, Thanks } from '../../domain/program/closing.ts'
import type { CohortId } from '../../domain/program/program.ts'
import type { Database } from '../database.ts'
import { present } from '../rows.ts'
import * as t from '../schema.ts'

export function closingStore({ orm }: Database) {
  return {
    async of(cohortId: CohortId): Promise<Closing | undefined> {
      const [row] = await orm.select().from(t.closings).where(eq(t.closings.cohortId, cohortId))
      return row && present(row)
    },
    async add(closing: Closing): Promise<void> {
      await orm.insert(t.closings).values(closing).onConflictDoNothing()
    },
  }
}

export function thanksStore({ orm }: Database) {
  return {
    async latest(cohortId: CohortId): Promise<Thanks | undefined> {
      const [row] = await orm
        .select()
        .from(t.thanks)
        .where(eq(t.thanks.cohortId, cohortId))
        .orderBy(desc(t.thanks.version))
        .limit(1)
      return row && present(row)
    },
    async version(cohortId: CohortId, version: number): Promise<Thanks | undefined> {
      const one = and(eq(t.thanks.cohortId, cohortId), eq(t.thanks.version, version))
      const [row] = await orm.select().from(t.thanks).where(one)
      return row && present(row)
    },
    async add(thanks: Thanks): Promise<void> {
      await orm.insert(t.thanks).values(thanks)
    },
    async agree({ cohortId, version }: Thanks, by: PersonId, at: Date): Promise<void> {
      const open = and(
        eq(t.thanks.cohortId, cohortId),
        eq(t.thanks.version, version),
        isNull(t.thanks.agreedBy),
      )
      await orm.update(t.thanks).set({ agreedBy: by, agreedAt: at }).where(open)
    },
  }
}
