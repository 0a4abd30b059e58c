import { and, eq } from 'drizzle-orm'
import type { Certificate } from '../../domain/meeting/certificate.ts'
import type { PersonId } from '../../domain/organization/person.ts'
import type { PairingId } from '../../domain/pairing/pairing.ts'
import type { CohortId } from '../../domain/program/program.ts'
import type { DataKeys } from '../data-keys.ts'
import type { Database } from '../database.ts'
import * as t from '../schema.ts'
import { erased } from '../sealed-box.ts'
import { places } from '../sealed-places.ts'

export function certificateStore({ orm }: Database, keys: DataKeys) {
  return {
    async get(code: string): Promise<Certificate | undefined> {
      return (await orm.select().from(t.certificates).where(eq(t.certificates.code, code)))[0]
    },
    async of(pairingId: PairingId, personId: PersonId): Promise<Certificate | undefined> {
      const theirs = and(eq(t.certificates.pairingId, pairingId), eq(t.certificates.personId, personId))
      return (await orm.select().from(t.certificates).where(theirs))[0]
    },
    async save(certificate: Certificate): Promise<void> {
      await orm
        .insert(t.certificates)
        .values(certificate)
        .onConflictDoUpdate({ target: t.certificates.code, set: certificate })
    },
    /** Undefined where nobody confirmed any, and where what was said is erased. */
    async skills(pairingId: PairingId): Promise<string[] | undefined> {
      const [row] = await orm
        .select()
        .from(t.confirmedSkills)
        .where(eq(t.confirmedSkills.pairingId, pairingId))
      if (!row) return undefined
      const skills = (await keys.boxOf(row.cohortId)).open<string[]>(places.skills(pairingId), row.skills)
      return skills === erased ? undefined : skills
    },
    async confirm(
      of: { pairingId: PairingId; cohortId: CohortId; byId: PersonId; at: Date },
      skills: readonly string[],
    ): Promise<void> {
      const sealed = (await keys.boxOf(of.cohortId)).seal(places.skills(of.pairingId), skills)
      const row = { ...of, skills: sealed }
      await orm
        .insert(t.confirmedSkills)
        .values(row)
        .onConflictDoUpdate({ target: t.confirmedSkills.pairingId, set: row })
    },
  }
}
