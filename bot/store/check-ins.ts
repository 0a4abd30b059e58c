import { and, eq, lt } from 'drizzle-orm'
import type { CheckIn } from '../domain/check-in.ts'
import type { CohortId } from '../domain/program.ts'
import type { SessionId } from '../domain/session.ts'
import type { Database } from './database.ts'
import { present } from './rows.ts'
import * as t from './schema.ts'

const toCheckIn = (row: typeof t.checkIns.$inferSelect): CheckIn => present(row)

export function checkInStore({ orm }: Database) {
  return {
    async of(sessionId: SessionId): Promise<CheckIn[]> {
      return (await orm.select().from(t.checkIns).where(eq(t.checkIns.sessionId, sessionId))).map(toCheckIn)
    },
    async list(cohortId: CohortId): Promise<CheckIn[]> {
      const rows = await orm
        .select({ checkIn: t.checkIns })
        .from(t.checkIns)
        .innerJoin(t.sessions, eq(t.sessions.id, t.checkIns.sessionId))
        .innerJoin(t.pairings, eq(t.pairings.id, t.sessions.pairingId))
        .where(eq(t.pairings.cohortId, cohortId))
      return rows.map((row) => toCheckIn(row.checkIn))
    },
    /** Asked before that moment and still open. */
    async asked(before: Date, limit: number): Promise<CheckIn[]> {
      const rows = await orm
        .select()
        .from(t.checkIns)
        .where(and(eq(t.checkIns.state, 'asked'), lt(t.checkIns.askedAt, before)))
        .limit(limit)
      return rows.map(toCheckIn)
    },
    async save(checkIn: CheckIn): Promise<void> {
      const row = {
        ...checkIn,
        askedAt: checkIn.askedAt ?? null,
        answeredAt: checkIn.answeredAt ?? null,
        answer: checkIn.answer ?? null,
      }
      await orm
        .insert(t.checkIns)
        .values(row)
        .onConflictDoUpdate({ target: [t.checkIns.sessionId, t.checkIns.personId], set: row })
    },
  }
}
