import { and, asc, eq, ne } from 'drizzle-orm'
import type { PersonId } from '../../domain/organization/person.ts'
import type { Delegate } from '../../domain/program/delegate.ts'
import type { Database } from '../database.ts'
import * as t from '../schema.ts'

export function delegateStore({ orm }: Database) {
  return {
    async of(leaderId: PersonId): Promise<Delegate | undefined> {
      const [row] = await orm.select().from(t.delegates).where(eq(t.delegates.leaderId, leaderId))
      return row
    },
    /** Whom somebody assists. */
    async leadersOf(assistantId: PersonId): Promise<Delegate[]> {
      return orm
        .select()
        .from(t.delegates)
        .where(eq(t.delegates.assistantId, assistantId))
        .orderBy(asc(t.delegates.since), asc(t.delegates.leaderId))
    },
    /** One leader has one assistant: another takes the place. False when it is that one already. */
    async name(delegate: Delegate): Promise<boolean> {
      const rows = await orm
        .insert(t.delegates)
        .values(delegate)
        .onConflictDoUpdate({
          ...{ target: t.delegates.leaderId, set: delegate },
          setWhere: ne(t.delegates.assistantId, delegate.assistantId),
        })
        .returning({ leaderId: t.delegates.leaderId })
      return rows.length > 0
    },
    /** Whoever it was; nobody where there was none, or another one. */
    async remove(leaderId: PersonId, assistantId?: PersonId): Promise<Delegate | undefined> {
      const [gone] = await orm
        .delete(t.delegates)
        .where(
          and(
            eq(t.delegates.leaderId, leaderId),
            assistantId === undefined ? undefined : eq(t.delegates.assistantId, assistantId),
          ),
        )
        .returning()
      return gone
    },
  }
}
