import { eq } from 'drizzle-orm'
import type { PairChoice, PairEnding } from '../../domain/meeting/pair-choice.ts'
import type { PairingId } from '../../domain/pairing/pairing.ts'
import type { CohortId } from '../../domain/program/program.ts'
import type { DataKeys } from '../data-keys.ts'
import type { Database } from '../database.ts'
import * as t from '../schema.ts'
import { type Box, erased } from '../sealed-box.ts'
import { places } from '../sealed-places.ts'

/** Undefined when what it said is erased. */
export function toEnding(row: typeof t.pairEndings.$inferSelect, box: Box): PairEnding | undefined {
  const { months, sessions, moreAt, choice: sealed, ...rest } = row
  const choice = box.open<PairChoice>(places.pairChoice(row.pairingId), sealed)
  if (choice === erased) return undefined
  const more = months !== null && sessions !== null && moreAt ? { months, sessions, at: moreAt } : undefined
  return { ...rest, choice, ...(more ? { more } : {}) }
}

export function pairEndingStore({ orm }: Database, keys: DataKeys) {
  return {
    async of(pairingId: PairingId): Promise<PairEnding | undefined> {
      const [row] = await orm.select().from(t.pairEndings).where(eq(t.pairEndings.pairingId, pairingId))
      return row && toEnding(row, await keys.boxOf(row.cohortId))
    },
    async list(cohortId: CohortId): Promise<PairEnding[]> {
      const rows = await orm.select().from(t.pairEndings).where(eq(t.pairEndings.cohortId, cohortId))
      const box = await keys.boxOf(cohortId)
      return rows.flatMap((row) => toEnding(row, box) ?? [])
    },
    /** Sessions beyond the plan. */
    async more(pairingId: PairingId): Promise<number> {
      const [row] = await orm
        .select({ sessions: t.pairEndings.sessions })
        .from(t.pairEndings)
        .where(eq(t.pairEndings.pairingId, pairingId))
      return row?.sessions ?? 0
    },
    async save({ more, choice, ...rest }: PairEnding): Promise<void> {
      const box = await keys.boxOf(rest.cohortId)
      const row = {
        ...rest,
        choice: box.seal(places.pairChoice(rest.pairingId), choice),
        ...{ months: more?.months ?? null, sessions: more?.sessions ?? null, moreAt: more?.at ?? null },
      }
      await orm
        .insert(t.pairEndings)
        .values(row)
        .onConflictDoUpdate({ target: t.pairEndings.pairingId, set: row })
    },
  }
}
