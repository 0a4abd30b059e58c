import { asc, count, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { ConfirmedTop, OrganizationFault } from '../../domain/organization/organization.ts'
import {
  asTrouble,
  type Census,
  type OrganizationReading,
  type ReadingTrouble,
} from '../../domain/organization/organization-reading.ts'
import type { PersonId } from '../../domain/organization/person.ts'
import type { Database } from '../database.ts'
import { inParts, present } from '../rows.ts'
import * as t from '../schema.ts'

const never: OrganizationReading = { state: 'never', whole: true, pages: 0, people: 0, unreadable: [] }

function toCensus({ startedAt, next, at }: { startedAt: string; next?: string; at: string }): Census {
  return { startedAt: new Date(startedAt), at: new Date(at), ...(next ? { next } : {}) }
}

export function organizationStore({ orm, transaction }: Database) {
  return {
    async reading(): Promise<OrganizationReading> {
      const [row] = await orm.select().from(t.organizationReading)
      if (!row) return never
      const [people] = await orm.select({ n: count() }).from(t.people).where(isNull(t.people.removedAt))
      const { id: _, census, failure, ...reading } = present(row)
      return {
        ...reading,
        ...(census ? { census: toCensus(census) } : {}),
        ...(failure ? { failure: asTrouble(failure) } : {}),
        people: people?.n ?? 0,
      }
    },

    async beginCensus(at: Date): Promise<void> {
      const census = { startedAt: at.toISOString(), at: at.toISOString() }
      await orm.update(t.organizationReading).set({ census }).where(eq(t.organizationReading.id, 1))
    },

    /** A whole reading forgets every link; one of changes starts where the last finished reading ended. */
    async begin(at: Date, whole: boolean): Promise<void> {
      const fresh = {
        state: 'reading' as const,
        whole,
        pages: 0,
        unreadable: [],
        startedAt: at,
        failure: null,
      }
      await orm
        .insert(t.organizationReading)
        .values({ id: 1, cursor: null, ...fresh })
        .onConflictDoUpdate({
          target: t.organizationReading.id,
          set: whole
            ? { ...fresh, cursor: null, cursorAt: null, changesFrom: null }
            : { ...fresh, cursor: sql`${t.organizationReading.changesFrom}`, cursorAt: null },
        })
    },

    async fail(failure: ReadingTrouble): Promise<void> {
      await orm
        .update(t.organizationReading)
        .set({ state: 'failed', failure })
        .where(eq(t.organizationReading.id, 1))
    },

    async faults(): Promise<OrganizationFault[]> {
      const rows = await orm.select().from(t.organizationFaults).orderBy(asc(t.organizationFaults.number))
      return rows.map(({ personId, kind, detail }) => ({
        personId,
        kind: kind as OrganizationFault['kind'],
        detail,
      }))
    },

    async tops(): Promise<ConfirmedTop[]> {
      return orm.select().from(t.chartTops).orderBy(asc(t.chartTops.confirmedAt), asc(t.chartTops.personId))
    },

    async confirmTops(personIds: PersonId[], confirmedBy: PersonId, confirmedAt: Date): Promise<void> {
      const rows = personIds.map((personId) => ({ personId, confirmedBy, confirmedAt }))
      for (const part of inParts(rows, 5000))
        if (part.length) await orm.insert(t.chartTops).values(part).onConflictDoNothing()
    },

    /** Those who were confirmed until now. */
    async withdrawTops(personIds: PersonId[]): Promise<PersonId[]> {
      const gone = await orm
        .delete(t.chartTops)
        .where(inArray(t.chartTops.personId, personIds))
        .returning({ id: t.chartTops.personId })
      return gone.map(({ id }) => id)
    },

    async replaceFaults(faults: OrganizationFault[]): Promise<void> {
      await transaction(async () => {
        await orm.delete(t.organizationFaults)
        const rows = faults.map((fault, number) => ({ number, ...fault }))
        for (const part of inParts(rows, 5000))
          if (part.length) await orm.insert(t.organizationFaults).values(part)
      })
    },
  }
}
