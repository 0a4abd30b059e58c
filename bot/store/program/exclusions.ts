import { and, asc, count, eq } from 'drizzle-orm'
import { asWritten, type Exclusion, type FormerManager } from '../../domain/program/exclusion.ts'
import type { ExclusionList } from '../../domain/program/exclusion-owner.ts'
import type { Database } from '../database.ts'
import { inParts } from '../rows.ts'
import * as t from '../schema.ts'

export function exclusionStore({ orm, transaction }: Database) {
  return {
    /** From every source; for the engine and for the Organizer's list. */
    list: (): Promise<Exclusion[]> =>
      orm
        .select()
        .from(t.exclusions)
        .orderBy(asc(t.exclusions.source), asc(t.exclusions.onePerson), asc(t.exclusions.other)),
    /** What the source said before gives way; other sources that say the same stay. */
    async replaceSource(source: string, rows: Exclusion[]): Promise<void> {
      await transaction(async () => {
        await orm.delete(t.exclusions).where(eq(t.exclusions.source, source))
        for (const part of inParts(rows.map(asWritten), 1000))
          if (part.length) await orm.insert(t.exclusions).values(part).onConflictDoNothing()
      })
    },
    /** Whose each list is. */
    lists: (): Promise<ExclusionList[]> => orm.select().from(t.exclusionLists),
    async listOf(source: string): Promise<ExclusionList | undefined> {
      return (await orm.select().from(t.exclusionLists).where(eq(t.exclusionLists.source, source)))[0]
    },
    async saveList(list: ExclusionList): Promise<void> {
      const { source, ...rest } = list
      await orm
        .insert(t.exclusionLists)
        .values(list)
        .onConflictDoUpdate({ target: t.exclusionLists.source, set: rest })
    },
    /** The name is free again. */
    async forgetList(source: string): Promise<void> {
      await orm.delete(t.exclusionLists).where(eq(t.exclusionLists.source, source))
    },
    async countOf(source: string): Promise<number> {
      const [row] = await orm.select({ n: count() }).from(t.exclusions).where(eq(t.exclusions.source, source))
      return row?.n ?? 0
    },
    /** False when there was no such line. */
    async remove(exclusion: Exclusion): Promise<boolean> {
      const { kind, onePerson, other, source } = asWritten(exclusion)
      const rows = await orm
        .delete(t.exclusions)
        .where(
          and(
            eq(t.exclusions.kind, kind),
            eq(t.exclusions.source, source),
            eq(t.exclusions.onePerson, onePerson),
            eq(t.exclusions.other, other),
          ),
        )
        .returning({ kind: t.exclusions.kind })
      return rows.length > 0
    },
    /** Everybody's managers of former times, as the readings of the directory saw them change. */
    formerManagers: (): Promise<FormerManager[]> => orm.select().from(t.formerManagers),
  }
}
