import { asc, eq } from 'drizzle-orm'
import type { CohortId } from '../../domain/program/program.ts'
import type { ChallengeReading } from '../../domain/publishing/challenge.ts'
import type { Database } from '../database.ts'
import * as t from '../schema.ts'

export function challengeReadingStore({ orm }: Database) {
  return {
    async of(cohortId: CohortId): Promise<ChallengeReading[]> {
      return orm
        .select()
        .from(t.challengeReadings)
        .where(eq(t.challengeReadings.cohortId, cohortId))
        .orderBy(asc(t.challengeReadings.at))
    },
    async save(reading: ChallengeReading): Promise<void> {
      const { cohortId, moment } = t.challengeReadings
      await orm
        .insert(t.challengeReadings)
        .values(reading)
        .onConflictDoUpdate({ target: [cohortId, moment], set: reading })
    },
  }
}
