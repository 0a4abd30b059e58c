/**
 * Written and read, never changed. An entry calls people by names that only `people.audit_name` ties to them: whoever is
 * erased gets another, and what they did stays, by nobody.
 */
import { and, desc, eq, inArray, lt } from 'drizzle-orm'
import type { AuditEntry } from '../../domain/records/audit.ts'
import type { Database } from '../database.ts'
import { people } from '../organization/tables.ts'
import { present } from '../rows.ts'
import * as t from './tables.ts'

/** Ids in it stand apart from the rest. */
const parts = (text: string) => text.split(/([ .])/)

function wordsOf({ actorId, subject, detail }: AuditEntry): string[] {
  const said = Object.values(detail ?? {}).filter((one) => typeof one === 'string')
  return [actorId, ...parts(subject), ...said]
}

function renamed(entry: AuditEntry, names: ReadonlyMap<string, string>): AuditEntry {
  const nameOf = (word: string) => names.get(word) ?? word
  const { actorId, subject, detail } = entry
  return {
    ...entry,
    actorId: nameOf(actorId),
    subject: parts(subject).map(nameOf).join(''),
    ...(detail
      ? {
          detail: Object.fromEntries(
            Object.entries(detail).map(([key, one]) => [key, typeof one === 'string' ? nameOf(one) : one]),
          ),
        }
      : {}),
  }
}

export function auditStore({ orm }: Database) {
  async function namesOf(words: readonly string[], from: 'id' | 'auditName'): Promise<Map<string, string>> {
    const rows = await orm
      .select({ id: people.id, auditName: people.auditName })
      .from(people)
      .where(inArray(people[from], [...new Set(words)]))
    return new Map(rows.map(({ id, auditName }) => (from === 'id' ? [id, auditName] : [auditName, id])))
  }
  async function entriesOf(rows: (typeof t.auditEntries.$inferSelect)[]): Promise<AuditEntry[]> {
    const entries = rows.map((row): AuditEntry => {
      const { number: _, ...entry } = present(row)
      return entry
    })
    if (entries.length === 0) return []
    const people = await namesOf(entries.flatMap(wordsOf), 'auditName')
    return entries.map((entry) => renamed(entry, people))
  }
  async function on(subject: string, actions: readonly string[], limit: number): Promise<AuditEntry[]> {
    const rows = await orm
      .select()
      .from(t.auditEntries)
      .where(and(eq(t.auditEntries.subject, subject), inArray(t.auditEntries.action, [...actions])))
      .orderBy(desc(t.auditEntries.number))
      .limit(limit)
    return entriesOf(rows)
  }
  return {
    async add(entry: AuditEntry): Promise<void> {
      await orm.insert(t.auditEntries).values(renamed(entry, await namesOf(wordsOf(entry), 'id')))
    },
    async lastOn(subject: string, actions: readonly string[]): Promise<AuditEntry | undefined> {
      return (await on(subject, actions, 1))[0]
    },
    on,
    async list(limit: number, before?: Date): Promise<AuditEntry[]> {
      const rows = await orm
        .select()
        .from(t.auditEntries)
        .where(before ? lt(t.auditEntries.at, before) : undefined)
        .orderBy(desc(t.auditEntries.number))
        .limit(limit)
      return entriesOf(rows)
    },
  }
}
