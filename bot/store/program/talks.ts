import { and, asc, eq } from 'drizzle-orm'
import type { PersonId } from '../../domain/organization/person.ts'
import type { CohortId } from '../../domain/program/program.ts'
import type { Talk, TalkId } from '../../domain/program/talk.ts'
import type { DataKeys } from '../data-keys.ts'
import type { Database } from '../database.ts'
import { present } from '../rows.ts'
import * as t from '../schema.ts'
import { erased } from '../sealed-box.ts'
import { places } from '../sealed-places.ts'

type Said = Pick<Talk, 'askerId' | 'line'>

export function talkStore({ orm }: Database, keys: DataKeys) {
  /** Of one whose Cohort has lost its key nobody knows who asked: it is there for nobody. */
  const opened = async (rows: (typeof t.talks.$inferSelect)[]): Promise<Talk[]> => {
    const found = await keys.openEach(
      rows,
      ({ cohortId }) => cohortId,
      (row, box): Talk[] => {
        const { asker: _, said: sealed, ...rest } = present(row)
        const said = box.open<Said>(places.talk(row.id), sealed)
        return said === erased ? [] : [{ ...rest, ...said }]
      },
    )
    return found.flat()
  }
  const find = (where: ReturnType<typeof and>) =>
    orm.select().from(t.talks).where(where).orderBy(asc(t.talks.askedAt), asc(t.talks.id))
  return {
    async get(id: TalkId): Promise<Talk | undefined> {
      const [talk] = await opened(await find(eq(t.talks.id, id)))
      return talk
    },
    async ofAsker(cohortId: CohortId, askerId: PersonId): Promise<Talk[]> {
      const box = await keys.boxOf(cohortId)
      if (box.isErased) return []
      const asker = box.lookUp('talk', askerId)
      return opened(await find(and(eq(t.talks.cohortId, cohortId), eq(t.talks.asker, asker))))
    },
    async ofContact(contactId: PersonId): Promise<Talk[]> {
      return opened(await find(eq(t.talks.contactId, contactId)))
    },
    async add({ askerId, line, ...talk }: Talk): Promise<void> {
      const box = await keys.boxOf(talk.cohortId)
      const said = box.seal(places.talk(talk.id), { askerId, ...(line ? { line } : {}) } satisfies Said)
      await orm.insert(t.talks).values({ ...talk, asker: box.lookUp('talk', askerId), said })
    },
    async answer({ id, cohortId, askerId }: Talk, at: Date): Promise<void> {
      const said = (await keys.boxOf(cohortId)).seal(places.talk(id), { askerId } satisfies Said)
      await orm.update(t.talks).set({ said, answeredAt: at }).where(eq(t.talks.id, id))
    },
    async remove(id: TalkId): Promise<void> {
      await orm.delete(t.talks).where(eq(t.talks.id, id))
    },
  }
}
