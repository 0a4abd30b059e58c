import { asc, eq } from 'drizzle-orm'
import type { Action, ActionId } from '../../domain/meeting/action.ts'
import type { PairingId } from '../../domain/pairing/pairing.ts'
import type { CohortId } from '../../domain/program/program.ts'
import type { DataKeys } from '../data-keys.ts'
import type { Database } from '../database.ts'
import { present } from '../rows.ts'
import * as t from '../schema.ts'
import { erased } from '../sealed-box.ts'
import { places } from '../sealed-places.ts'

export function actionStore({ orm }: Database, keys: DataKeys) {
  const opened = (rows: (typeof t.pairActions.$inferSelect)[]) =>
    keys.openEach(
      rows,
      ({ cohortId }) => cohortId,
      (row, box): Action => {
        const { cohortId: _, text: sealed, ...rest } = present(row)
        const text = box.open<string>(places.action(row.id), sealed)
        return text === erased ? { ...rest, text: '', isErased: true } : { ...rest, text }
      },
    )
  return {
    async get(id: ActionId): Promise<Action | undefined> {
      const [action] = await opened(await orm.select().from(t.pairActions).where(eq(t.pairActions.id, id)))
      return action
    },
    async ofPairing(pairingId: PairingId): Promise<Action[]> {
      return opened(
        await orm
          .select()
          .from(t.pairActions)
          .where(eq(t.pairActions.pairingId, pairingId))
          .orderBy(asc(t.pairActions.addedAt), asc(t.pairActions.id)),
      )
    },
    async add({ text, isErased: _, ...action }: Action, cohortId: CohortId): Promise<void> {
      const box = await keys.boxOf(cohortId)
      const sealed = box.seal(places.action(action.id), text)
      await orm.insert(t.pairActions).values({ ...action, cohortId, text: sealed })
    },
    async settle(id: ActionId, doneAt: Date | undefined): Promise<void> {
      await orm
        .update(t.pairActions)
        .set({ doneAt: doneAt ?? null })
        .where(eq(t.pairActions.id, id))
    },
    async remove(id: ActionId): Promise<void> {
      await orm.delete(t.pairActions).where(eq(t.pairActions.id, id))
    },
  }
}
