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
import type { Admission } from '../../domain/program/admission.ts'
import type { RunningChoice, ThanksWords } from '../../domain/program/closing.ts'
import type { HandoverState } from '../../domain/program/handover.ts'
import type { MatchingSettings } from '../../domain/program/matching-settings.ts'
import type { MomentState } from '../../domain/program/moment.ts'
import type { Part, ProgramRole } from '../../domain/program/part.ts'
import type { BusinessChallenge, GroundRules, Objective } from '../../domain/program/program.ts'
import { type SchedulingPolicy, usualScheduling } from '../../domain/program/scheduling-policy.ts'
import type { Duty } from '../../domain/program/sponsor-duties.ts'
import { instant } from '../columns.ts'

export const programs = pgTable('programs', {
  id: text().primaryKey(),
  name: text().notNull(),
  challenge: jsonb().$type<BusinessChallenge>().notNull(),
  objectives: jsonb().$type<Objective[]>().notNull(),
  groundRules: jsonb().$type<GroundRules>().notNull(),
  /** Nobody until the first one has accepted. */
  sponsorId: text(),
  sponsorMessage: text().notNull(),
  organizerId: text().notNull(),
  /** False for those that ran before there was training. */
  trainingFirst: boolean().notNull().default(false),
})

/** Every version of a Program's ground rules there ever was; the newest stands in `programs` too. */
export const groundRules = pgTable(
  'ground_rules',
  {
    programId: text()
      .notNull()
      .references(() => programs.id),
    version: integer().notNull(),
    items: jsonb().$type<string[]>().notNull(),
    changedBy: text().notNull(),
    changedAt: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.programId, table.version] })],
)

/** What a Program says in its own words, every version of it there ever was; see `domain/program/content.ts`. */
export const programContent = pgTable(
  'program_content',
  {
    programId: text()
      .notNull()
      .references(() => programs.id),
    kind: text().notNull(),
    key: text().notNull(),
    version: integer().notNull(),
    language: text().notNull(),
    /** Null: the language gave its text back. */
    body: jsonb().$type<unknown>(),
    changedBy: text().notNull(),
    changedAt: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.programId, table.kind, table.key, table.version] })],
)

/** Somebody is asked to take a part in a Program; see `domain/program/handover.ts`. */
export const handovers = pgTable(
  'handovers',
  {
    id: text().primaryKey(),
    programId: text()
      .notNull()
      .references(() => programs.id),
    seat: text().$type<Part>().notNull(),
    fromId: text(),
    toId: text().notNull(),
    askedBy: text().notNull(),
    state: text().$type<HandoverState>().notNull(),
    askedAt: instant().notNull(),
    answeredAt: instant(),
  },
  (table) => [
    uniqueIndex('one_handover_waits')
      .on(table.programId, table.seat)
      .where(sql`state = 'open' and seat in ('sponsor', 'organizer', 'stand-in')`),
    uniqueIndex('one_question_a_person')
      .on(table.programId, table.seat, table.toId)
      .where(sql`state = 'open'`),
    index('handovers_by_program').on(table.programId, table.askedAt),
    index('handovers_by_asked').on(table.toId),
  ],
)

/** Who has which part in a Program beside its two seats; see `domain/program/part.ts`. */
export const programRoles = pgTable(
  'program_roles',
  {
    programId: text()
      .notNull()
      .references(() => programs.id),
    personId: text().notNull(),
    role: text().$type<ProgramRole>().notNull(),
    since: instant().notNull(),
    givenBy: text().notNull(),
    /** Until when a stand-in decides for the Sponsor. */
    decidesUntil: date({ mode: 'string' }),
  },
  (table) => [
    primaryKey({ columns: [table.programId, table.role, table.personId] }),
    uniqueIndex('one_stand_in').on(table.programId).where(sql`role = 'stand-in'`),
    index('program_roles_by_person').on(table.personId),
  ],
)

export const cohorts = pgTable('cohorts', {
  id: text().primaryKey(),
  programId: text()
    .notNull()
    .references(() => programs.id),
  name: text().notNull(),
  stage: text().$type<'draft' | 'enrolling' | 'matching' | 'running' | 'closed'>().notNull(),
  startsOn: date({ mode: 'string' }).notNull(),
  endsOn: date({ mode: 'string' }).notNull(),
  enrolsOn: date({ mode: 'string' }),
  pairsOn: date({ mode: 'string' }),
  sessions: integer().notNull(),
  cadenceWeeks: integer().notNull(),
  sessionMinutes: integer().notNull(),
  /** Null: everybody whom the Program is open to. */
  admission: jsonb().$type<Admission>(),
  scheduling: jsonb().$type<SchedulingPolicy>().notNull().default(usualScheduling),
  matching: jsonb().$type<MatchingSettings>().notNull().default({}),
  closedAt: instant(),
  /** What people said in it is gone since then. */
  forgottenAt: instant(),
})

/** What the Sponsor has done for a Cohort. */
export const sponsorDuties = pgTable(
  'sponsor_duties',
  {
    cohortId: text()
      .notNull()
      .references(() => cohorts.id),
    duty: text().$type<Duty>().notNull(),
    byId: text().notNull(),
    at: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.cohortId, table.duty] })],
)

/** How a Cohort was closed; see `domain/program/closing.ts`. */
export const closings = pgTable('closings', {
  cohortId: text()
    .primaryKey()
    .references(() => cohorts.id),
  byId: text().notNull(),
  at: instant().notNull(),
  running: text().$type<RunningChoice>().notNull(),
  isMeasured: boolean().notNull(),
  thanksVersion: integer().notNull(),
  thanksBy: text(),
})

/** The thanks to whoever took part, by version. */
export const thanks = pgTable(
  'thanks',
  {
    cohortId: text()
      .notNull()
      .references(() => cohorts.id),
    version: integer().notNull(),
    words: jsonb().$type<ThanksWords>().notNull(),
    byId: text().notNull(),
    at: instant().notNull(),
    /** The Sponsor who agreed to this version. */
    agreedBy: text(),
    agreedAt: instant(),
  },
  (table) => [primaryKey({ columns: [table.cohortId, table.version] })],
)

/** Somebody asked an independent contact for a talk: who, and what about, is for the two alone. */
export const talks = pgTable(
  'talks',
  {
    id: text().primaryKey(),
    cohortId: text().notNull(),
    /** Look-up of whoever asked. */
    asker: text().notNull(),
    contactId: text().notNull(),
    /** Sealed: `{ askerId, line? }`. */
    said: text().notNull(),
    askedAt: instant().notNull(),
    /** ISO date. */
    answerOn: date({ mode: 'string' }).notNull(),
    answeredAt: instant(),
  },
  (table) => [
    index('talks_by_asker').on(table.cohortId, table.asker),
    index('talks_by_contact').on(table.contactId),
  ],
)

/** What time makes due, and what became of it; see `domain/program/moment.ts`. */
export const moments = pgTable(
  'moments',
  {
    key: text().primaryKey(),
    kind: text().notNull(),
    cohortId: text()
      .notNull()
      .references(() => cohorts.id),
    subject: text().notNull(),
    dueAt: instant().notNull(),
    until: instant().notNull(),
    state: text().$type<MomentState>().notNull(),
    attempts: integer().notNull(),
    nextAt: instant().notNull(),
    doneAt: instant(),
  },
  (table) => [
    index('moments_due').on(table.nextAt).where(sql`state = 'planned'`),
    index('moments_by_subject').on(table.subject),
  ],
)

/** Pairings, Cohorts and people who take part, of whom something changed that moments may depend on, and the night that was looked at last. */
export const momentsStirred = pgTable('moments_stirred', { subject: text().primaryKey() })

/** Who may book and move a leader's Sessions, and sees times only. */
export const delegates = pgTable(
  'delegates',
  { leaderId: text().notNull(), assistantId: text().notNull(), since: instant().notNull() },
  (table) => [
    primaryKey({ columns: [table.leaderId] }),
    index('delegates_by_assistant').on(table.assistantId),
  ],
)

/** Declared conflicts, shared panels and dotted lines: marked by hand or imported. */
export const exclusions = pgTable(
  'exclusions',
  {
    kind: text().$type<'conflict' | 'panel' | 'dotted-line'>().notNull(),
    onePerson: text().notNull(),
    other: text().notNull(),
    /** Where it comes from, e.g. the imported file's name. */
    source: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.onePerson, table.other, table.source] })],
)

/** A list of exclusions belongs to whoever brought it in. */
export const exclusionLists = pgTable('exclusion_lists', {
  source: text().primaryKey(),
  ownerId: text().notNull(),
  importedAt: instant().notNull(),
})
