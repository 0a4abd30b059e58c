import { date, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import type { TopicLevel, WorkingHours } from '../../domain/enrolment/participant.ts'
import { instant } from '../columns.ts'
import { cohorts } from '../program/tables.ts'

export const participants = pgTable(
  'participants',
  {
    id: text().primaryKey(),
    cohortId: text()
      .notNull()
      .references(() => cohorts.id),
    personId: text().notNull(),
    side: text().$type<'mentor' | 'mentee'>().notNull(),
    state: text().$type<'applied' | 'approved' | 'waitlisted' | 'declined' | 'paused' | 'left'>().notNull(),
    pausedUntil: date({ mode: 'string' }),
    capacity: integer().notNull(),
    topics: jsonb().$type<TopicLevel[]>().notNull(),
    languages: jsonb().$type<string[]>().notNull(),
    interests: jsonb().$type<string[]>().notNull(),
    timeZone: text().notNull(),
    workingHours: jsonb().$type<WorkingHours>().notNull(),
    /** Sealed (`sealed-box.ts`), as everything else that says so. */
    goal: text().notNull(),
    goalStart: integer().notNull(),
    acceptedGroundRules: integer().notNull(),
    enrolledAt: instant().notNull(),
  },
  (table) => [
    uniqueIndex('participant_once_in_cohort').on(table.cohortId, table.personId),
    index('participants_by_person').on(table.personId),
  ],
)

/** "Not with this person." Read by the engine alone. A row tells that there is a block, and neither by whom nor whom. */
export const blocks = pgTable('blocks', {
  /** Look-up of the two, in this order. */
  pair: text().primaryKey(),
  /** Sealed: `[byPerson, other]`. */
  people: text().notNull(),
})

/** Who has started and finished which lesson; how its check was answered on the way is not kept. */
export const lessonProgress = pgTable(
  'lesson_progress',
  {
    personId: text().notNull(),
    lessonId: text().notNull(),
    version: integer().notNull(),
    startedAt: instant().notNull(),
    finishedAt: instant(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.lessonId] })],
)

/** Who accepted which version of the ground rules, and when; never overwritten. */
export const acceptances = pgTable(
  'acceptances',
  {
    participantId: text()
      .notNull()
      .references(() => participants.id, { onDelete: 'cascade' }),
    version: integer().notNull(),
    acceptedAt: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.participantId, table.version] })],
)
