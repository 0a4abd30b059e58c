import { pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'

/** Keys of what is sealed, wrapped by a key that is not in the database. */
export const dataKeys = pgTable('data_keys', {
  /** A Cohort's id, or `organization`. */
  scope: text().primaryKey(),
  /** Null once destroyed. */
  wrapped: text(),
  /** Name of the key that wraps it. */
  kekId: text().notNull(),
  madeAt: instant().notNull().defaultNow(),
  destroyedAt: instant(),
})
