import { asc, eq } from 'drizzle-orm'
import type { Contact } from '../../domain/meeting/contact.ts'
import type { CohortId } from '../../domain/program/program.ts'
import type { DataKeys } from '../data-keys.ts'
import type { Database } from '../database.ts'
import { present } from '../rows.ts'
import * as t from '../schema.ts'
import { erased } from '../sealed-box.ts'
import { places } from '../sealed-places.ts'

export function contactStore({ orm }: Database, keys: DataKeys) {
  return {
    /** The earliest first. */
    async list(cohortId: CohortId): Promise<Contact[]> {
      const rows = await orm
        .select()
        .from(t.contacts)
        .where(eq(t.contacts.cohortId, cohortId))
        .orderBy(asc(t.contacts.at), asc(t.contacts.id))
      return keys.openEach(
        rows,
        (row) => row.cohortId,
        (row, box): Contact => {
          const { note: sealed, ...rest } = present(row)
          if (sealed === undefined) return rest
          const note = box.open<string>(places.note(row.id), sealed)
          return note === erased ? { ...rest, isErased: true } : { ...rest, note }
        },
      )
    },
    async add({ note, isErased: _, ...contact }: Contact): Promise<void> {
      const box = note === undefined ? undefined : await keys.boxOf(contact.cohortId)
      const sealed = box ? box.seal(places.note(contact.id), note) : null
      await orm.insert(t.contacts).values({ ...contact, until: contact.until ?? null, note: sealed })
    },
  }
}
