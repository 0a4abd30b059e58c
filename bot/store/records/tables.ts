import { index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import type { AuditEntry } from '../../domain/records/audit.ts'
import type { Erasure } from '../../domain/records/erasure.ts'
import { instant } from '../columns.ts'

/** Somebody is to be erased, and was: what is outside of the database, in calendars, goes first. */
export const erasures = pgTable(
  'erasures',
  {
    id: text().primaryKey(),
    /** Nobody once it is done. */
    personId: text(),
    state: text().$type<Erasure['state']>().notNull(),
    askedAt: instant().notNull(),
    doneAt: instant(),
  },
  (table) => [
    uniqueIndex('one_erasure_waits').on(table.personId),
    index('erasures_by_state').on(table.state),
  ],
)

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
  (table) => [index('audit_by_time').on(table.at), index('audit_by_subject').on(table.subject, table.number)],
)
