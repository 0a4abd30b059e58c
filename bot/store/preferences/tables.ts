import { sql } from 'drizzle-orm'
import { index, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import type { RequestState } from '../../domain/preferences/preference.ts'
import { instant } from '../columns.ts'
import { cohorts } from '../program/tables.ts'

/** Whom somebody would like, 1 the first choice. Private: its owner and the engine read it. */
export const rankings = pgTable(
  'rankings',
  {
    cohortId: text().notNull(),
    fromId: text().notNull(),
    /** Sealed: ids in order. */
    choices: text().notNull(),
    rankedAt: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.cohortId, table.fromId] })],
)

/** "I would like to be paired with you": between the two, see `domain/preference.ts`. */
export const pairRequests = pgTable(
  'pair_requests',
  {
    id: text().primaryKey(),
    cohortId: text()
      .notNull()
      .references(() => cohorts.id),
    fromId: text().notNull(),
    toId: text().notNull(),
    state: text().$type<RequestState>().notNull(),
    askedAt: instant().notNull(),
    expiresAt: instant().notNull(),
  },
  (table) => [
    uniqueIndex('asked_once').on(table.cohortId, table.fromId, table.toId),
    uniqueIndex('one_request_waits')
      .on(table.cohortId, table.fromId)
      .where(sql`state in ('open', 'set-aside')`),
    index('requests_by_asked').on(table.toId),
    index('requests_waiting').on(table.expiresAt).where(sql`state in ('open', 'set-aside')`),
  ],
)

/** Who has declined which Pairing; each may once in a Cohort, and nobody but the engine asks. */
export const vetoes = pgTable(
  'vetoes',
  {
    cohortId: text().notNull(),
    /** Look-up of the person. */
    person: text().notNull(),
    /** Sealed: the Pairing's id. */
    pairing: text().notNull(),
    at: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.cohortId, table.person] })],
)
