import { index, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant } from '../columns.ts'
import { sessions } from '../scheduling/tables.ts'

export const checkIns = pgTable(
  'check_ins',
  {
    sessionId: text()
      .notNull()
      .references(() => sessions.id),
    personId: text().notNull(),
    state: text().$type<'due' | 'asked' | 'answered' | 'missed'>().notNull(),
    askedAt: instant(),
    answeredAt: instant(),
    /** Sealed: a CheckInAnswer. */
    answer: text(),
  },
  (table) => [
    primaryKey({ columns: [table.sessionId, table.personId] }),
    index('check_ins_by_state').on(table.state, table.askedAt),
  ],
)

/** Something the Organizer should look at; raised once under its key, closed by a person or when it is no longer so. */
export const concerns = pgTable(
  'concerns',
  {
    key: text().primaryKey(),
    cohortId: text().notNull(),
    pairingId: text(),
    kind: text().notNull(),
    detail: jsonb().$type<Record<string, string | number>>().notNull(),
    raisedAt: instant().notNull(),
    closedAt: instant(),
    closedBy: text(),
  },
  (table) => [index('concerns_by_cohort').on(table.cohortId, table.closedAt)],
)
