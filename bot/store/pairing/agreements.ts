import { and, desc, eq, isNotNull } from 'drizzle-orm'
import type { Side } from '../../domain/enrolment/participant.ts'
import type { Agreement, Signature, Terms } from '../../domain/pairing/agreement.ts'
import type { PairingId } from '../../domain/pairing/pairing.ts'
import type { CohortId } from '../../domain/program/program.ts'
import type { DataKeys } from '../data-keys.ts'
import type { Database } from '../database.ts'
import * as t from '../schema.ts'
import { type Box, erased } from '../sealed-box.ts'
import { places } from '../sealed-places.ts'

type Row = typeof t.agreements.$inferSelect
type Goal = Pick<Signature, 'goal' | 'goalStart'>

const sides = ['mentor', 'mentee'] as const

/** Undefined once its words are erased: what nobody can read any more is agreed by nobody. */
function toAgreement(row: Row, box: Box): Agreement | undefined {
  const { pairingId, version, template } = row
  const terms = box.open<Terms>(places.terms(pairingId, version), row.terms)
  if (terms === erased) return undefined
  const signatures: Agreement['signatures'] = {}
  for (const side of sides) {
    const [sealedGoal, at] = [row[`${side}Goal`], row[`${side}SignedAt`]]
    if (sealedGoal === null || at === null) continue
    const goal = box.open<Goal>(places.signed(pairingId, version, side), sealedGoal)
    if (goal !== erased) signatures[side] = { ...goal, at }
  }
  return { pairingId, version, template, terms, signatures }
}

export function agreementStore({ orm }: Database, keys: DataKeys) {
  const boxFor = async (pairingId: PairingId) => {
    const [row] = await orm
      .select({ cohortId: t.pairings.cohortId })
      .from(t.pairings)
      .where(eq(t.pairings.id, pairingId))
    return row && keys.boxOf(row.cohortId)
  }
  return {
    async latest(pairingId: PairingId): Promise<Agreement | undefined> {
      const [row] = await orm
        .select()
        .from(t.agreements)
        .where(eq(t.agreements.pairingId, pairingId))
        .orderBy(desc(t.agreements.version))
        .limit(1)
      const box = row && (await boxFor(pairingId))
      return box && toAgreement(row, box)
    },
    async at(pairingId: PairingId, version: number): Promise<Agreement | undefined> {
      const [row] = await orm
        .select()
        .from(t.agreements)
        .where(and(eq(t.agreements.pairingId, pairingId), eq(t.agreements.version, version)))
      const box = row && (await boxFor(pairingId))
      return box && toAgreement(row, box)
    },
    async agreed(cohortId: CohortId): Promise<Set<PairingId>> {
      const rows = await orm
        .selectDistinct({ id: t.agreements.pairingId })
        .from(t.agreements)
        .innerJoin(t.pairings, eq(t.pairings.id, t.agreements.pairingId))
        .where(
          and(
            eq(t.pairings.cohortId, cohortId),
            isNotNull(t.agreements.mentorSignedAt),
            isNotNull(t.agreements.menteeSignedAt),
          ),
        )
      return new Set(rows.map(({ id }) => id))
    },
    async agreedAt(cohortId: CohortId): Promise<Map<PairingId, Date>> {
      const { pairingId, mentorSignedAt, menteeSignedAt } = t.agreements
      const rows = await orm
        .select({ pairingId, mentorSignedAt, menteeSignedAt })
        .from(t.agreements)
        .innerJoin(t.pairings, eq(t.pairings.id, pairingId))
        .where(and(eq(t.pairings.cohortId, cohortId), isNotNull(mentorSignedAt), isNotNull(menteeSignedAt)))
      const first = new Map<PairingId, Date>()
      for (const row of rows) {
        if (!row.mentorSignedAt || !row.menteeSignedAt) continue
        const both = row.mentorSignedAt > row.menteeSignedAt ? row.mentorSignedAt : row.menteeSignedAt
        const known = first.get(row.pairingId)
        if (!known || both < known) first.set(row.pairingId, both)
      }
      return first
    },
    async save({ pairingId, version, template, terms, signatures }: Agreement): Promise<void> {
      const box = await boxFor(pairingId)
      if (!box || box.isErased) return
      const goalOf = (side: Side) => {
        const signature = signatures[side]
        if (!signature) return null
        const { goal, goalStart } = signature
        return box.seal(places.signed(pairingId, version, side), { goal, goalStart })
      }
      const row = {
        ...{ pairingId, version, template, terms: box.seal(places.terms(pairingId, version), terms) },
        ...{ mentorGoal: goalOf('mentor'), menteeGoal: goalOf('mentee') },
        mentorSignedAt: signatures.mentor?.at ?? null,
        menteeSignedAt: signatures.mentee?.at ?? null,
      }
      await orm
        .insert(t.agreements)
        .values(row)
        .onConflictDoUpdate({ target: [t.agreements.pairingId, t.agreements.version], set: row })
    },
  }
}
