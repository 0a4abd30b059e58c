/** Whom people would like, and whom they declined: read by their owner or by the engine, and by nobody else. */
import { and, asc, desc, eq, isNotNull, lte, or, sql } from 'drizzle-orm'
import type { PersonId } from '../../domain/organization/person.ts'
import type { PairingId } from '../../domain/pairing/pairing.ts'
import type { PairRequest } from '../../domain/preferences/preference.ts'
import type { CohortId } from '../../domain/program/program.ts'
import type { DataKeys } from '../data-keys.ts'
import type { Database } from '../database.ts'
import { byKey } from '../rows.ts'
import * as t from '../schema.ts'
import { erased } from '../sealed-box.ts'
import { places } from '../sealed-places.ts'

export function rankingStore({ orm }: Database, keys: DataKeys) {
  const mine = (cohortId: CohortId, fromId: PersonId) =>
    and(eq(t.rankings.cohortId, cohortId), eq(t.rankings.fromId, fromId))
  /** Of a Cohort whose key was destroyed: nobody's choices. */
  const opened = (rows: (typeof t.rankings.$inferSelect)[]) =>
    keys.openEach(
      rows,
      ({ cohortId }) => cohortId,
      ({ cohortId, fromId, choices }, box) => {
        const toIds = box.open<PersonId[]>(places.choices(cohortId, fromId), choices)
        return { fromId, toIds: toIds === erased ? [] : toIds }
      },
    )
  return {
    /** First choice first. */
    async of(cohortId: CohortId, fromId: PersonId): Promise<PersonId[]> {
      const [ranking] = await opened(await orm.select().from(t.rankings).where(mine(cohortId, fromId)))
      return ranking?.toIds ?? []
    },
    async replace(cohortId: CohortId, fromId: PersonId, toIds: PersonId[], at: Date): Promise<void> {
      if (toIds.length === 0) {
        await orm.delete(t.rankings).where(mine(cohortId, fromId))
        return
      }
      const box = await keys.boxOf(cohortId)
      const changed = { choices: box.seal(places.choices(cohortId, fromId), toIds), rankedAt: at }
      await orm
        .insert(t.rankings)
        .values({ cohortId, fromId, ...changed })
        .onConflictDoUpdate({ target: [t.rankings.cohortId, t.rankings.fromId], set: changed })
    },
    /** For the engine alone. */
    async list(cohortId: CohortId): Promise<{ from: PersonId; to: PersonId; rank: number }[]> {
      const rows = await orm
        .select()
        .from(t.rankings)
        .where(eq(t.rankings.cohortId, cohortId))
        .orderBy(asc(t.rankings.fromId))
      return (await opened(rows)).flatMap(({ fromId, toIds }) =>
        toIds.map((to, at0) => ({ from: fromId, to, rank: at0 + 1 })),
      )
    },
  }
}

/** As the partial indexes have it: the planner takes them only for the same words. */
const stillWaits = sql`${t.pairRequests.state} in ('open', 'set-aside')`

export function requestStore({ orm }: Database) {
  const { cohortId: ofCohort, fromId, toId, askedAt, id } = t.pairRequests
  return {
    ...byKey({ orm }, t.pairRequests, id, (row) => row),
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

export function vetoStore({ orm }: Database, keys: DataKeys) {
  return {
    /** False when this person has declined a Pairing of this Cohort before. */
    async add({ cohortId, personId, pairingId, at }: Veto): Promise<boolean> {
      const box = await keys.boxOf(cohortId)
      const person = box.lookUp('veto', personId)
      const rows = await orm
        .insert(t.vetoes)
        .values({ cohortId, person, pairing: box.seal(places.veto(cohortId, person), pairingId), at })
        .onConflictDoNothing()
        .returning({ at: t.vetoes.at })
      return rows.length > 0
    },
    /** Which Pairing this person declined in this Cohort; for their own eyes. */
    async of(cohortId: CohortId, personId: PersonId): Promise<PairingId | undefined> {
      const box = await keys.boxOf(cohortId)
      const person = box.lookUp('veto', personId)
      const [row] = await orm
        .select()
        .from(t.vetoes)
        .where(and(eq(t.vetoes.cohortId, cohortId), eq(t.vetoes.person, person)))
      const pairingId = row && box.open<PairingId>(places.veto(cohortId, person), row.pairing)
      return pairingId === erased ? undefined : pairingId
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

interface Veto {
  cohortId: CohortId
  personId: PersonId
  pairingId: PairingId
  at: Date
}
