import { index, integer, pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from '../columns.ts'

export const notices = pgTable(
  'notices',
  {
    key: text().primaryKey(),
    personId: text().notNull(),
    /** Sealed: a Notice. */
    notice: text().notNull(),
    /** Whose data key seals it: the Cohort's it belongs to. */
    scope: text().notNull().default('organization'),
    state: text().$type<'waiting' | 'sending' | 'sent' | 'unreachable'>().notNull(),
    attempts: integer().notNull(),
    intendedAt: instant().notNull().defaultNow(),
    claimedAt: instant(),
    conversationId: text(),
    activityId: text(),
    why: text(),
    /** When somebody set out to mail it, which happens once. */
    mailedAt: instant(),
  },
  (table) => [index('notices_by_person').on(table.personId), index('notices_by_state').on(table.state)],
)

/** Where the bot can reach a person, or `team:<id>`. */
export const reachable = pgTable('reachable', {
  id: text().primaryKey(),
  conversationId: text().notNull(),
  serviceUrl: text().notNull(),
})

/** Activities already handled: Teams delivers twice when an answer is late. */
export const seenActivities = pgTable(
  'seen_activities',
  { id: text().primaryKey(), at: instant().notNull() },
  (table) => [index('seen_activities_by_age').on(table.at)],
)
