import { index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import type { AuditEntry } from '../../domain/records/audit.ts'
import { instant } from '../columns.ts'

export const auditEntries = pgTable(
  'audit_entries',
  {
    number: integer().primaryKey().generatedAlwaysAsIdentity(),
    at: instant().notNull(),
    actorId: text().notNull(),
    action: text().notNull(),
    subject: text().notNull(),
    detail: jsonb().$type<NonNullable<AuditEntry['detail']>>(),
  },
  (table) => [index('audit_by_time').on(table.at)],
)
