import { and, asc, eq } from 'drizzle-orm'
import type { CohortId } from '../../domain/program/program.ts'
import type { Duty, DutyDone } from '../../domain/program/sponsor-duties.ts'
import type { Database } from '../database.ts'
import * as t from '../schema.ts'
import { stir } from './moments.ts'

export function dutyStore({ orm, transaction }: Database) {
  return {
    async of(cohortId: CohortId): Promise<DutyDone[]> {
      return orm
        .select()
        .from(t.sponsorDuties)
        .where(eq(t.sponsorDuties.cohortId, cohortId))
        .orderBy(asc(t.sponsorDuties.at), asc(t.sponsorDuties.duty))
    },
    async tick(done: DutyDone): Promise<void> {
      await transaction(async () => {
        await orm.insert(t.sponsorDuties).values(done).onConflictDoNothing()
        await stir({ orm }, [done.cohortId])
      })
    },
    async untick(cohortId: CohortId, duty: Duty): Promise<void> {
      const one = and(eq(t.sponsorDuties.cohortId, cohortId), eq(t.sponsorDuties.duty, duty))
      await transaction(async () => {
        await orm.delete(t.sponsorDuties).where(one)
        await stir({ orm }, [cohortId])
      })
    },
  }
}
