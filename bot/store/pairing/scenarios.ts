import { desc, eq } from 'drizzle-orm'
import type { Scenario } from '../../domain/pairing/scenario.ts'
import type { CohortId } from '../../domain/program/program.ts'
import type { Database } from '../database.ts'
import { columns, present } from '../rows.ts'
import * as t from '../schema.ts'

const keys = [
  ...(['id', 'cohortId', 'name', 'settings', 'seed'] as const),
  ...(['state', 'outcome', 'pairs', 'failure', 'createdAt'] as const),
] as const

export function scenarioStore({ orm }: Database) {
  return {
    async get(id: string): Promise<Scenario | undefined> {
      const [row] = await orm.select().from(t.scenarios).where(eq(t.scenarios.id, id))
      return row && present(row)
    },
    /** Newest first. */
    async list(cohortId: CohortId): Promise<Scenario[]> {
      const rows = await orm
        .select()
        .from(t.scenarios)
        .where(eq(t.scenarios.cohortId, cohortId))
        .orderBy(desc(t.scenarios.createdAt), t.scenarios.id)
      return rows.map(present)
    },
    async save(scenario: Scenario): Promise<void> {
      const row = columns(keys, scenario) as unknown as typeof t.scenarios.$inferInsert
      await orm.insert(t.scenarios).values(row).onConflictDoUpdate({ target: t.scenarios.id, set: row })
    },
    /** Only if it is still there: one that was removed meanwhile does not come back. */
    async update(scenario: Scenario): Promise<void> {
      const row = columns(keys, scenario) as unknown as typeof t.scenarios.$inferInsert
      await orm.update(t.scenarios).set(row).where(eq(t.scenarios.id, scenario.id))
    },
    async remove(id: string): Promise<void> {
      await orm.delete(t.scenarios).where(eq(t.scenarios.id, id))
    },
  }
}
