/** Whom people would like, and whom they declined: read by their owner or by the engine, and by nobody else. */
import { and, asc, desc, eq, isNotNull, lte, or, sql } from 'drizzle-orm'
import type { PairingId } from '../domain/pairing.ts'
import type { PersonId } from '../domain/person.ts'
import type { PairRequest, RequestId } from '../domain/preference.ts'
import type { CohortId } from '../domain/program.ts'
import type { Database } from './database.ts'
import * as t from './schema.ts'

export function rankingStore({ orm, transaction }: Database) {
  const mine = (cohortId: CohortId, fromId: PersonId) =>
    and(eq(t.rankings.cohortId, cohortId), eq(t.rankings.fromId, fromId))
  return {
    /** First choice first. */
    async of(cohortId: CohortId, fromId: PersonId): Promise<PersonId[]> {
      const rows = await orm
        .select({ toId: t.rankings.toId })
        .from(t.rankings)
        .where(mine(cohortId, fromId))
        .orderBy(asc(t.rankings.rank))
      return rows.map(({ toId }) => toId)
    },
    async replace(cohortId: CohortId, fromId: PersonId, toIds: PersonId[], at: Date): Promise<void> {
      await transaction(async () => {
        await orm.delete(t.rankings).where(mine(cohortId, fromId))
        const rows = toIds.map((toId, at0) => ({ cohortId, fromId, toId, rank: at0 + 1, rankedAt: at }))
        if (rows.length > 0) await orm.insert(t.rankings).values(rows)
      })
    },
    /** For the engine alone. */
    async list(cohortId: CohortId): Promise<{ from: PersonId; to: PersonId; rank: number }[]> {
      return orm
        .select({ from: t.rankings.fromId, to: t.rankings.toId, rank: t.rankings.rank })
        .from(t.rankings)
        .where(eq(t.rankings.cohortId, cohortId))
        .orderBy(asc(t.rankings.fromId), asc(t.rankings.rank))
    },
  }
}

/** As the partial indexes have it: the planner takes them only for the same words. */
const stillWaits = sql`${t.pairRequests.state} in ('open', 'set-aside')`

export function requestStore({ orm }: Database) {
  const { cohortId: ofCohort, fromId, toId, askedAt, id } = t.pairRequests
  return {
    async get(requestId: RequestId): Promise<PairRequest | undefined> {
      return (await orm.select().from(t.pairRequests).where(eq(id, requestId)))[0]
    },
    /** Locks the row until the transaction ends. */
    async lock(requestId: RequestId): Promise<PairRequest | undefined> {
      return (await orm.select().from(t.pairRequests).where(eq(id, requestId)).for('update'))[0]
    },
    async save(request: PairRequest): Promise<void> {
      await orm
        .insert(t.pairRequests)
        .values(request)
        .onConflictDoUpdate({ target: t.pairRequests.id, set: { state: request.state } })
    },
    /** What somebody asked and was asked in a Cohort, newest first. */
    ofPerson: (cohortId: CohortId, personId: PersonId): Promise<PairRequest[]> =>
      orm
        .select()
        .from(t.pairRequests)
        .where(and(eq(ofCohort, cohortId), or(eq(fromId, personId), eq(toId, personId))))
        .orderBy(desc(askedAt), asc(id)),
    /** Their time is over and nobody has said so yet. */
    overdue: (now: Date, limit: number): Promise<PairRequest[]> =>
      orm
        .select()
        .from(t.pairRequests)
        .where(and(stillWaits, lte(t.pairRequests.expiresAt, now)))
        .orderBy(asc(t.pairRequests.expiresAt))
        .limit(limit),
  }
}

export function vetoStore({ orm }: Database) {
  return {
    /** False when this person has declined a Pairing of this Cohort before. */
    async add(veto: {
      cohortId: CohortId
      personId: PersonId
      pairingId: PairingId
      at: Date
    }): Promise<boolean> {
      const rows = await orm
        .insert(t.vetoes)
        .values(veto)
        .onConflictDoNothing()
        .returning({ pairingId: t.vetoes.pairingId })
      return rows.length > 0
    },
    /** Which Pairing this person declined in this Cohort; for their own eyes. */
    async of(cohortId: CohortId, personId: PersonId): Promise<PairingId | undefined> {
      const [row] = await orm
        .select({ pairingId: t.vetoes.pairingId })
        .from(t.vetoes)
        .where(and(eq(t.vetoes.cohortId, cohortId), eq(t.vetoes.personId, personId)))
      return row?.pairingId
    },
    /**
     * Whose Pairing of a Cohort did not begin, whoever undid it: were it only those that one of the two declined, the next
     * proposals would tell which these were.
     */
    async pairs(cohortId: CohortId): Promise<[mentorId: PersonId, menteeId: PersonId][]> {
      const rows = await orm
        .select({ mentorId: t.pairings.mentorId, menteeId: t.pairings.menteeId })
        .from(t.pairings)
        .where(
          and(
            eq(t.pairings.cohortId, cohortId),
            eq(t.pairings.state, 'declined'),
            isNotNull(t.pairings.endedAt),
          ),
        )
        .orderBy(asc(t.pairings.id))
      return rows.map((row) => [row.mentorId, row.menteeId])
    },
  }
}
