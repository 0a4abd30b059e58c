import { and, eq, isNull, lt } from 'drizzle-orm'
import { Fault } from '../../domain/fault.ts'
import type { CheckIn, CheckInAnswer } from '../../domain/meeting/check-in.ts'
import type { PairingId } from '../../domain/pairing/pairing.ts'
import type { CohortId } from '../../domain/program/program.ts'
import type { SessionId } from '../../domain/scheduling/session.ts'
import type { DataKeys } from '../data-keys.ts'
import type { Database } from '../database.ts'
import { present } from '../rows.ts'
import * as t from '../schema.ts'
import { type Box, erased } from '../sealed-box.ts'
import { places } from '../sealed-places.ts'

type Row = typeof t.checkIns.$inferSelect

function toCheckIn(row: Row, box: Box): CheckIn {
  const { answer: sealed, ...rest } = present(row)
  if (sealed === undefined) return rest
  const answer = box.open<CheckInAnswer>(places.answer(row), sealed)
  return answer === erased ? { ...rest, isErased: true } : { ...rest, answer }
}

export function checkInStore({ orm }: Database, keys: DataKeys) {
  const withCohort = () =>
    orm
      .select({ checkIn: t.checkIns, cohortId: t.pairings.cohortId })
      .from(t.checkIns)
      .innerJoin(t.sessions, eq(t.sessions.id, t.checkIns.sessionId))
      .innerJoin(t.pairings, eq(t.pairings.id, t.sessions.pairingId))
  const opened = (rows: { checkIn: Row; cohortId: CohortId }[]) =>
    keys.openEach(
      rows,
      ({ cohortId }) => cohortId,
      ({ checkIn }, box) => toCheckIn(checkIn, box),
    )
  const cohortOf = async (sessionId: SessionId): Promise<CohortId> => {
    const [row] = await orm
      .select({ cohortId: t.pairings.cohortId })
      .from(t.sessions)
      .innerJoin(t.pairings, eq(t.pairings.id, t.sessions.pairingId))
      .where(eq(t.sessions.id, sessionId))
    if (!row) throw new Fault(`There is no Session ${sessionId} to answer for.`)
    return row.cohortId
  }
  return {
    async of(sessionId: SessionId): Promise<CheckIn[]> {
      return opened(await withCohort().where(eq(t.checkIns.sessionId, sessionId)))
    },
    async answered(pairingId: PairingId): Promise<Set<SessionId>> {
      const rows = await orm
        .select({ sessionId: t.checkIns.sessionId })
        .from(t.checkIns)
        .innerJoin(t.sessions, eq(t.sessions.id, t.checkIns.sessionId))
        .where(and(eq(t.sessions.pairingId, pairingId), eq(t.checkIns.state, 'answered')))
      return new Set(rows.map(({ sessionId }) => sessionId))
    },
    async list(cohortId: CohortId): Promise<CheckIn[]> {
      return opened(await withCohort().where(eq(t.pairings.cohortId, cohortId)))
    },
    /** Asked before that moment and still open. */
    async asked(before: Date, limit: number): Promise<CheckIn[]> {
      const open = and(eq(t.checkIns.state, 'asked'), lt(t.checkIns.askedAt, before))
      return opened(await withCohort().where(open).limit(limit))
    },
    async unreminded(before: Date, limit: number): Promise<CheckIn[]> {
      const open = and(
        eq(t.checkIns.state, 'asked'),
        lt(t.checkIns.askedAt, before),
        isNull(t.checkIns.remindedAt),
      )
      return opened(await withCohort().where(open).orderBy(t.checkIns.askedAt).limit(limit))
    },
    async forget(sessionId: SessionId): Promise<void> {
      await orm.delete(t.checkIns).where(eq(t.checkIns.sessionId, sessionId))
    },
    async save({ isErased, ...checkIn }: CheckIn): Promise<void> {
      const { answer } = checkIn
      const box = answer && (await keys.boxOf(await cohortOf(checkIn.sessionId)))
      const { answer: _, ...rest } = checkIn
      const row = {
        ...rest,
        askedAt: checkIn.askedAt ?? null,
        remindedAt: checkIn.remindedAt ?? null,
        answeredAt: checkIn.answeredAt ?? null,
        ...(isErased ? {} : { answer: box ? box.seal(places.answer(checkIn), answer) : null }),
      }
      await orm
        .insert(t.checkIns)
        .values(row)
        .onConflictDoUpdate({ target: [t.checkIns.sessionId, t.checkIns.personId], set: row })
    },
  }
}
