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
import type { InvitationState } from '../../domain/enrolment/invitation.ts'
import type { TopicLevel, WorkingHours } from '../../domain/enrolment/participant.ts'
import type { PlaceOfferState } from '../../domain/enrolment/place-offer.ts'
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

/** What somebody answered who wants to teach. */
export const applications = pgTable('applications', {
  participantId: text()
    .primaryKey()
    .references(() => participants.id, { onDelete: 'cascade' }),
  cohortId: text().notNull(),
  /** Sealed: answers by question. */
  answers: text().notNull(),
  sentAt: instant().notNull(),
})

/** What a reviewer thought of an application, given alone. */
export const reviews = pgTable(
  'reviews',
  {
    participantId: text()
      .notNull()
      .references(() => participants.id, { onDelete: 'cascade' }),
    reviewerId: text().notNull(),
    cohortId: text().notNull(),
    /** Sealed: scores, verdict and note. */
    review: text().notNull(),
    at: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.participantId, table.reviewerId] })],
)

/** What was decided on an application and why, each time. */
export const decisions = pgTable(
  'decisions',
  {
    id: text().primaryKey(),
    participantId: text()
      .notNull()
      .references(() => participants.id, { onDelete: 'cascade' }),
    cohortId: text().notNull(),
    byId: text().notNull(),
    decision: text().$type<'approve' | 'waitlist' | 'decline'>().notNull(),
    /** Sealed. */
    reason: text().notNull(),
    at: instant().notNull(),
  },
  (table) => [index('decisions_by_participant').on(table.participantId, table.at)],
)

/** Places that were offered to people on the waiting list, and what became of each; see `domain/enrolment/place-offer.ts`. */
export const placeOffers = pgTable(
  'place_offers',
  {
    id: text().primaryKey(),
    cohortId: text().notNull(),
    participantId: text()
      .notNull()
      .references(() => participants.id, { onDelete: 'cascade' }),
    byId: text().notNull(),
    state: text().$type<PlaceOfferState>().notNull(),
    offeredAt: instant().notNull(),
    until: instant().notNull(),
    endedAt: instant(),
    passedOnAt: instant(),
  },
  (table) => [
    index('place_offers_by_cohort').on(table.cohortId, table.offeredAt),
    index('place_offers_by_participant').on(table.participantId),
    uniqueIndex('one_place_offer_waits').on(table.participantId).where(sql`state = 'open'`),
  ],
)

/** Who was put forward, by whom: each once in a Cohort; see `domain/enrolment/nomination.ts`. */
export const nominations = pgTable(
  'nominations',
  {
    id: text().primaryKey(),
    cohortId: text()
      .notNull()
      .references(() => cohorts.id),
    personId: text().notNull(),
    side: text().$type<'mentor' | 'mentee'>().notNull(),
    byId: text().notNull(),
    isNamed: boolean().notNull(),
    /** Sealed: why. */
    line: text().notNull(),
    saidAt: instant().notNull(),
    asideAt: instant(),
  },
  (table) => [
    uniqueIndex('nominated_once_by_each').on(table.cohortId, table.personId, table.byId),
    index('nominations_by_person').on(table.personId),
    index('nominations_by_nominator').on(table.byId),
  ],
)

/** Who was asked to enroll, once in a Cohort; see `domain/enrolment/invitation.ts`. */
export const invitations = pgTable(
  'invitations',
  {
    id: text().primaryKey(),
    cohortId: text()
      .notNull()
      .references(() => cohorts.id),
    personId: text().notNull(),
    side: text().$type<'mentor' | 'mentee'>().notNull(),
    byId: text().notNull(),
    state: text().$type<InvitationState>().notNull(),
    invitedAt: instant().notNull(),
    sentAt: instant(),
    remindedAt: instant(),
    openedAt: instant(),
    endedAt: instant(),
  },
  (table) => [
    uniqueIndex('invited_once_in_cohort').on(table.cohortId, table.personId),
    index('invitations_by_person').on(table.personId),
    index('invitations_to_send').on(table.invitedAt).where(sql`state = 'open' and sent_at is null`),
    index('invitations_to_remind').on(table.sentAt).where(sql`state = 'open' and reminded_at is null`),
  ],
)
