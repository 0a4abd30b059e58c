import { doublePrecision, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import type { ReadingMoment } from '../../domain/publishing/challenge.ts'
import type { Snapshot } from '../../domain/publishing/snapshot.ts'
import type { NamedChannel, ShownFigure } from '../../domain/publishing/summary.ts'
import { instant } from '../columns.ts'
import { cohorts } from '../program/tables.ts'

/** What may be said of a Cohort's answers since the last Monday: every page, draft and card reads this. */
export const snapshots = pgTable('snapshots', {
  cohortId: text()
    .primaryKey()
    .references(() => cohorts.id),
  lookedAt: instant().notNull(),
  takenAt: instant(),
  answered: integer().notNull(),
  figures: jsonb().$type<Snapshot['figures']>().notNull(),
  weeks: jsonb().$type<Snapshot['weeks']>().notNull(),
  outcomes: jsonb().$type<Snapshot['outcomes']>().notNull(),
  pooled: jsonb().$type<Snapshot['pooled']>().notNull().default([]),
  measures: jsonb().$type<Snapshot['measures']>().notNull().default([]),
})

/** What the challenge of a Program was measured at, and by whom; the newest of each moment. */
export const challengeReadings = pgTable(
  'challenge_readings',
  {
    cohortId: text()
      .notNull()
      .references(() => cohorts.id),
    moment: text().$type<ReadingMoment>().notNull(),
    value: doublePrecision().notNull(),
    byId: text().notNull(),
    at: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.cohortId, table.moment] })],
)

export const summaries = pgTable(
  'summaries',
  {
    id: text().primaryKey(),
    cohortId: text().notNull(),
    state: text().$type<'drafted' | 'submitted' | 'approved' | 'published' | 'withdrawn'>().notNull(),
    revision: integer().notNull(),
    title: text().notNull(),
    body: text().notNull(),
    figures: jsonb().$type<ShownFigure[]>().notNull(),
    language: text(),
    channels: jsonb().$type<NamedChannel[]>().notNull(),
    authorId: text().notNull(),
    /** Everybody who wrote any of it. */
    writers: jsonb().$type<string[]>().notNull().default([]),
    changedAt: instant().notNull(),
    note: text(),
    /** Whom it was sent to for approval. */
    sponsorId: text(),
    approvedBy: text(),
    approvedAt: instant(),
    publishedAt: instant(),
    withdrawnAt: instant(),
  },
  (table) => [index('summaries_by_cohort').on(table.cohortId)],
)

/** One Summary in one channel: the unique key is what makes "exactly once" a fact of the database. */
export const posts = pgTable(
  'posts',
  {
    key: text().primaryKey(),
    summaryId: text()
      .notNull()
      .references(() => summaries.id),
    teamId: text().notNull(),
    channelId: text().notNull(),
    state: text().$type<'waiting' | 'posting' | 'posted' | 'refused' | 'removed' | 'unknown'>().notNull(),
    attempts: integer().notNull(),
    claimedAt: instant(),
    conversationId: text(),
    activityId: text(),
    why: text(),
  },
  (table) => [index('posts_by_summary').on(table.summaryId), index('posts_by_state').on(table.state)],
)
