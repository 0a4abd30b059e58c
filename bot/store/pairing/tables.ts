import { sql } from 'drizzle-orm'
import {
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import type { MatchingRun, RunOutcome } from '../../domain/pairing/matching-run.ts'
import type { MatchingSettings } from '../../domain/program/matching-settings.ts'
import { instant } from '../columns.ts'
import { cohorts } from '../program/tables.ts'

export const pairings = pgTable(
  'pairings',
  {
    id: text().primaryKey(),
    cohortId: text()
      .notNull()
      .references(() => cohorts.id),
    mentorId: text().notNull(),
    menteeId: text().notNull(),
    state: text().$type<'proposed' | 'approved' | 'active' | 'completed' | 'ended' | 'declined'>().notNull(),
    score: integer().notNull(),
    /** Sealed: parts and reason, in which rankings and ratings count. */
    why: text().notNull(),
    pinned: boolean().notNull(),
    approvedBy: text(),
    approvedAt: instant(),
    activeSince: instant(),
    /** Until when the two pause. */
    pausedUntil: date({ mode: 'string' }),
    endedAt: instant(),
    endedBy: text(),
  },
  (table) => [
    index('pairings_by_cohort').on(table.cohortId, table.state),
    index('pairings_by_mentor').on(table.mentorId),
    index('pairings_by_mentee').on(table.menteeId),
    uniqueIndex('pair_proposed_once')
      .on(table.cohortId, table.mentorId, table.menteeId)
      .where(sql`state = 'proposed'`),
    uniqueIndex('pair_once_at_a_time')
      .on(table.mentorId, table.menteeId)
      .where(sql`state in ('approved', 'active')`),
  ],
)

export const wishes = pgTable(
  'wishes',
  {
    cohortId: text().notNull(),
    mentorId: text().notNull(),
    menteeId: text().notNull(),
    kind: text().$type<'pin' | 'forbid'>().notNull(),
    /** `both`: a pin to which the two agreed themselves. */
    by: text().$type<'organizer' | 'both'>().notNull().default('organizer'),
  },
  (table) => [primaryKey({ columns: [table.cohortId, table.mentorId, table.menteeId] })],
)

export const runs = pgTable(
  'matching_runs',
  {
    id: text().primaryKey(),
    cohortId: text().notNull(),
    state: text().$type<'waiting' | 'running' | 'done' | 'failed' | 'cancelled'>().notNull(),
    seed: integer().notNull(),
    objective: text().$type<'best-total' | 'fairest'>().notNull(),
    startedAt: instant().notNull(),
    finishedAt: instant(),
    /** A run from before phases were keys kept a sentence. */
    phase: text().$type<NonNullable<MatchingRun['phase']>>(),
    done: integer(),
    of: integer(),
    failure: text(),
    outcome: jsonb().$type<RunOutcome>(),
    /** By which rules and weights, so that the run can be repeated. */
    settings: jsonb().$type<MatchingSettings>(),
  },
  (table) => [index('runs_by_cohort').on(table.cohortId, table.startedAt)],
)

/** A named set of choices and what the engine made of it, to compare side by side and publish. */
export const scenarios = pgTable(
  'scenarios',
  {
    id: text().primaryKey(),
    cohortId: text().notNull(),
    name: text().notNull(),
    settings: jsonb().$type<MatchingSettings>().notNull(),
    seed: integer().notNull(),
    state: text().$type<'waiting' | 'running' | 'done' | 'failed'>().notNull(),
    outcome: jsonb().$type<RunOutcome>(),
    pairs: jsonb().$type<[mentorId: string, menteeId: string, score: number][]>(),
    createdAt: instant().notNull(),
    failure: text(),
  },
  (table) => [index('scenarios_by_cohort').on(table.cohortId)],
)

/** Every version of what two agreed on; see `domain/pairing/agreement.ts`. */
export const agreements = pgTable(
  'agreements',
  {
    pairingId: text()
      .notNull()
      .references(() => pairings.id),
    version: integer().notNull(),
    /** Of the sentences that stand in every agreement of the Program; see `domain/program/content.ts`. */
    template: integer().notNull().default(1),
    /** Sealed: Terms. */
    terms: text().notNull(),
    /** Sealed: a goal and where its owner stands. */
    mentorGoal: text(),
    menteeGoal: text(),
    mentorSignedAt: instant(),
    menteeSignedAt: instant(),
  },
  (table) => [primaryKey({ columns: [table.pairingId, table.version] })],
)
