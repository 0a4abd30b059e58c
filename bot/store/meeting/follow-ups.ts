import { asc, eq } from 'drizzle-orm'
import type { FollowUp } from '../../domain/meeting/follow-up.ts'
import type { CohortId } from '../../domain/program/program.ts'
import type { DataKeys } from '../data-keys.ts'
import type { Database } from '../database.ts'
import { present } from '../rows.ts'
import * as t from '../schema.ts'
import { erased } from '../sealed-box.ts'
import { places } from '../sealed-places.ts'

export function followUpStore({ orm }: Database, keys: DataKeys) {
  return {
    /** The earliest first. */
    async list(cohortId: CohortId): Promise<FollowUp[]> {
      const rows = await orm
        .select()
        .from(t.followUps)
        .where(eq(t.followUps.cohortId, cohortId))
        .orderBy(asc(t.followUps.at), asc(t.followUps.id))
      return keys.openEach(
        rows,
        (row) => row.cohortId,
        (row, box): FollowUp => {
          const { note: sealed, ...rest } = present(row)
          if (sealed === undefined) return rest
          const note = box.open<string>(places.note(row.id), sealed)
          return note === erased ? { ...rest, isErased: true } : { ...rest, note }
        },
      )
    },
    async add({ note, isErased: _, ...followUp }: FollowUp): Promise<void> {
      const box = note === undefined ? undefined : await keys.boxOf(followUp.cohortId)
      const sealed = box ? box.seal(places.note(followUp.id), note) : null
      await orm
        .insert(t.followUps)
        .values({ ...followUp, until: followUp.until ?? null, toId: followUp.toId ?? null, note: sealed })
    },
  }
}
