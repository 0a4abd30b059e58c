import { index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import type { Booking } from '../../domain/scheduling/hold.ts'
import type { SpeedEvent } from '../../domain/speed/speed-event.ts'
import { instant } from '../columns.ts'

/** An event of short rounds in which Mentors and Mentees meet before they are paired. */
export const speedEvents = pgTable(
  'speed_events',
  {
    id: text().primaryKey(),
    cohortId: text().notNull(),
    name: text().notNull(),
    startsAt: instant().notNull(),
    rounds: integer().notNull(),
    roundMinutes: integer().notNull(),
    state: text().$type<'drafted' | 'published' | 'over' | 'cancelled'>().notNull(),
    seed: integer().notNull(),
    /** Whose mailbox invites, and what Outlook made of it. */
    booking: jsonb().$type<Booking | { failure: NonNullable<SpeedEvent['failure']> }>(),
    createdBy: text().notNull(),
    claimedUntil: instant(),
  },
  (table) => [index('speed_events_by_cohort').on(table.cohortId)],
)

export const speedMeetings = pgTable(
  'speed_meetings',
  {
    eventId: text()
      .notNull()
      .references(() => speedEvents.id),
    round: integer().notNull(),
    mentorId: text().notNull(),
    menteeId: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.eventId, table.mentorId, table.menteeId] }),
    uniqueIndex('mentor_once_a_round').on(table.eventId, table.round, table.mentorId),
    uniqueIndex('mentee_once_a_round').on(table.eventId, table.round, table.menteeId),
  ],
)

/** Private: nobody but the engine reads them. 1 to 10. */
export const speedRatings = pgTable(
  'speed_ratings',
  {
    eventId: text().notNull(),
    fromId: text().notNull(),
    toId: text().notNull(),
    /** Sealed. */
    rating: text().notNull(),
    ratedAt: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.eventId, table.fromId, table.toId] })],
)
