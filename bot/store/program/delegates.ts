import { asc, eq } from 'drizzle-orm'
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
    /** One leader has one assistant: another takes the place. */
    async name(delegate: Delegate): Promise<void> {
      await orm
        .insert(t.delegates)
        .values(delegate)
        .onConflictDoUpdate({ target: t.delegates.leaderId, set: delegate })
    },
    async remove(leaderId: PersonId): Promise<void> {
      await orm.delete(t.delegates).where(eq(t.delegates.leaderId, leaderId))
    },
  }
}
