import { desc, lt } from 'drizzle-orm'
import type { AuditEntry } from '../../domain/records/audit.ts'
import type { Database } from '../database.ts'
import { present } from '../rows.ts'
import * as t from '../schema.ts'

/** Written and read, never changed. */
export function auditStore({ orm }: Database) {
  return {
    async add(entry: AuditEntry): Promise<void> {
      await orm.insert(t.auditEntries).values(entry)
    },
    async list(limit: number, before?: Date): Promise<AuditEntry[]> {
      const rows = await orm
        .select()
        .from(t.auditEntries)
        .where(before ? lt(t.auditEntries.at, before) : undefined)
        .orderBy(desc(t.auditEntries.number))
        .limit(limit)
      return rows.map((row) => {
        const { number: _, ...entry } = present(row)
        return entry
      })
    },
  }
}
