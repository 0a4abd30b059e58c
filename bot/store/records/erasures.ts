import { asc, eq } from 'drizzle-orm'
import type { PersonId } from '../../domain/organization/person.ts'
import type { Erasure, ErasureId } from '../../domain/records/erasure.ts'
import type { Database } from '../database.ts'
import { byKey, present } from '../rows.ts'
import * as t from './tables.ts'

const toErasure = (row: typeof t.erasures.$inferSelect) => present(row) as unknown as Erasure

export function erasureStore({ orm }: Database) {
  return {
    lock: byKey({ orm }, t.erasures, t.erasures.id, toErasure).lock,
    async ofPerson(personId: PersonId): Promise<Erasure | undefined> {
      const [row] = await orm.select().from(t.erasures).where(eq(t.erasures.personId, personId))
      return row && toErasure(row)
    },
    /** Asked for and not done yet. */
    async waiting(limit: number): Promise<ErasureId[]> {
      const rows = await orm
        .select({ id: t.erasures.id })
        .from(t.erasures)
        .where(eq(t.erasures.state, 'asked'))
        .orderBy(asc(t.erasures.askedAt))
        .limit(limit)
      return rows.map(({ id }) => id)
    },
    /** Whose it was is forgotten with it. */
    async save(erasure: Erasure): Promise<void> {
      const row =
        erasure.state === 'done'
          ? { ...erasure, personId: null }
          : { ...erasure, personId: erasure.personId, doneAt: null }
      await orm.insert(t.erasures).values(row).onConflictDoUpdate({ target: t.erasures.id, set: row })
    },
  }
}
