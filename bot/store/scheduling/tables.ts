import { boolean, index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import type { Booking, MovedOccurrence, SingleDate } from '../../domain/scheduling/hold.ts'
import type { RepairOption, RepairReason, RepairState, Span } from '../../domain/scheduling/repair/repair.ts'
import type { Slot } from '../../domain/scheduling/slot.ts'
import { instant } from '../columns.ts'
import { pairings } from '../pairing/tables.ts'

export const holds = pgTable(
  'holds',
  {
    id: text().primaryKey(),
    pairingId: text()
      .notNull()
      .references(() => pairings.id),
    revision: integer().notNull(),
    state: text().$type<'requested' | 'booked' | 'released' | 'failed'>().notNull(),
    attempts: integer().notNull(),
    requestedAt: instant().notNull(),
    slot: jsonb().$type<Slot>(),
    /** Occurrences that take place at another time than the slot says, where it clashes. */
    moved: jsonb().$type<MovedOccurrence[]>(),
    /** Single dates, where no weekly time exists. */
    dates: jsonb().$type<SingleDate[]>(),
    booking: jsonb().$type<Booking>(),
    failure: text(),
    failureDetail: text(),
    releasedAt: instant(),
    /** Until when one worker has it. */
    claimedUntil: instant(),
  },
  (table) => [uniqueIndex('one_hold_a_pairing').on(table.pairingId), index('holds_by_state').on(table.state)],
)

export const sessions = pgTable(
  'sessions',
  {
    id: text().primaryKey(),
    holdId: text()
      .notNull()
      .references(() => holds.id),
    pairingId: text().notNull(),
    number: integer().notNull(),
    startsAt: instant().notNull(),
    endsAt: instant().notNull(),
    state: text().$type<'planned' | 'held' | 'missed' | 'cancelled'>().notNull(),
    movedFrom: instant(),
    /** Who moved or declined it, as Outlook or a card told. */
    movedBy: text(),
    declinedBy: text(),
    /** Outlook's name of this occurrence: where the series had it, or the event of a single date. */
    originalStart: instant(),
    eventId: text(),
  },
  (table) => [
    uniqueIndex('session_once').on(table.pairingId, table.number),
    index('sessions_by_end').on(table.endsAt),
    index('sessions_by_hold').on(table.holdId),
  ],
)

/** What we listen to in one mailbox: Graph's subscription, and the delta link of the safety net. */
export const calendarWatches = pgTable('calendar_watches', {
  mailbox: text().primaryKey(),
  subscriptionId: text(),
  /** Shared secret of this subscription; Graph sends it with every notification. */
  clientState: text().notNull(),
  expiresAt: instant(),
  deltaLink: text(),
  lookedAt: instant(),
  /** Something changed there since we last looked. */
  stirred: boolean().notNull().default(false),
})

/** A Session that does not take place as agreed, and the times offered instead. */
export const repairs = pgTable(
  'repairs',
  {
    id: text().primaryKey(),
    sessionId: text()
      .notNull()
      .references(() => sessions.id),
    /** How often this Session has been repaired before: part of the key of each effect. */
    attempt: integer().notNull(),
    state: text().$type<RepairState>().notNull(),
    reason: text().$type<RepairReason>().notNull(),
    askedBy: text(),
    options: jsonb().$type<RepairOption[]>().notNull(),
    /** What one of the two has said no to for this Session. */
    refused: jsonb().$type<Span[]>().notNull().default([]),
    chosen: integer(),
    chosenBy: text(),
    openedAt: instant().notNull(),
    claimedUntil: instant(),
  },
  (table) => [
    uniqueIndex('repair_once').on(table.sessionId, table.attempt),
    index('repairs_by_state').on(table.state),
  ],
)
