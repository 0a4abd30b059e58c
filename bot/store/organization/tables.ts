import { sql } from 'drizzle-orm'
import {
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
} from 'drizzle-orm/pg-core'
import { instant } from '../columns.ts'

export const people = pgTable(
  'people',
  {
    id: text().primaryKey(),
    displayName: text().notNull(),
    mail: text(),
    userPrincipalName: text(),
    jobTitle: text(),
    department: text(),
    officeLocation: text(),
    city: text(),
    country: text(),
    preferredLanguage: text(),
    hiredOn: date({ mode: 'string' }),
    grade: smallint(),
    managerId: text(),
    isEligible: boolean().notNull(),
    /** Name in lower case without accents: sorting and paging. */
    sortName: text().notNull(),
    /** Name, title and unit, likewise: searching. */
    searchText: text().notNull(),
    /** Start of the last reading that saw this person; a finished whole reading removes the others. */
    seenAt: instant().notNull(),
    removedAt: instant(),
    /** What the record of deeds calls them: it can only be added to, and an erasure changes this. */
    auditName: text().notNull().default(sql`'somebody-' || gen_random_uuid()`),
  },
  (table) => [
    index('people_by_name').on(table.sortName, table.id).where(sql`removed_at is null`),
    index('people_by_manager').on(table.managerId),
    index('people_by_audit_name').on(table.auditName),
  ],
)

/** One row: how far the reading of the directory is. */
export const organizationReading = pgTable('organization_reading', {
  id: smallint().primaryKey(),
  state: text().$type<'never' | 'reading' | 'fresh' | 'failed'>().notNull(),
  cursor: text(),
  cursorAt: instant(),
  changesFrom: text(),
  whole: boolean().notNull(),
  wholeAt: instant(),
  census: jsonb().$type<{ startedAt: string; next?: string; at: string }>(),
  pages: integer().notNull(),
  unreadable: jsonb().$type<{ id?: string; why: string }[]>().notNull(),
  startedAt: instant(),
  finishedAt: instant(),
  failure: text(),
})

export const organizationFaults = pgTable('organization_faults', {
  number: integer().primaryKey(),
  personId: text().notNull(),
  kind: text().notNull(),
  detail: jsonb().$type<Record<string, string>>().notNull(),
})

/** Who was confirmed to have nobody above them, and by whom. */
export const chartTops = pgTable('chart_tops', {
  personId: text().primaryKey(),
  confirmedBy: text().notNull(),
  confirmedAt: instant().notNull(),
})

/** Who was whose manager, from every reading on: "not a manager of the last months" needs it. */
export const formerManagers = pgTable(
  'former_managers',
  { personId: text().notNull(), managerId: text().notNull(), until: date({ mode: 'string' }).notNull() },
  (table) => [primaryKey({ columns: [table.personId, table.managerId] })],
)
