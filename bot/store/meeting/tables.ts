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
import type { AskState } from '../../domain/meeting/ask.ts'
import type { PauseStep } from '../../domain/meeting/follow-up.ts'
import type { FormName } from '../../domain/meeting/form.ts'
import type { IdeaState } from '../../domain/meeting/idea.ts'
import { instant } from '../columns.ts'
import { pairings } from '../pairing/tables.ts'
import { sessions } from '../scheduling/tables.ts'

export const checkIns = pgTable(
  'check_ins',
  {
    sessionId: text()
      .notNull()
      .references(() => sessions.id),
    personId: text().notNull(),
    state: text().$type<'due' | 'asked' | 'answered' | 'missed'>().notNull(),
    askedAt: instant(),
    remindedAt: instant(),
    answeredAt: instant(),
    /** Sealed: a CheckInAnswer. */
    answer: text(),
  },
  (table) => [
    primaryKey({ columns: [table.sessionId, table.personId] }),
    index('check_ins_by_state').on(table.state, table.askedAt),
  ],
)

/** One form put to one person about one Pairing; see `domain/meeting/ask.ts`. */
export const asks = pgTable(
  'asks',
  {
    key: text().primaryKey(),
    form: text().$type<FormName>().notNull(),
    version: integer().notNull(),
    personId: text().notNull(),
    side: text().$type<'mentor' | 'mentee'>().notNull(),
    pairingId: text()
      .notNull()
      .references(() => pairings.id),
    cohortId: text().notNull(),
    state: text().$type<AskState>().notNull(),
    askedAt: instant().notNull(),
    until: instant().notNull(),
    remindedAt: instant(),
    answeredAt: instant(),
    /** Asked with the word that both read where both stand; false for those from before. */
    sharesGoal: boolean().notNull().default(false),
    /** Sealed: Answers. */
    answers: text(),
  },
  (table) => [
    index('asks_by_pairing').on(table.pairingId),
    index('asks_by_person').on(table.personId),
    index('asks_open').on(table.until).where(sql`state = 'asked'`),
  ],
)

/** What an Organizer did for a pair, or until when it is left alone. */
export const followUps = pgTable(
  'follow_ups',
  {
    id: text().primaryKey(),
    cohortId: text().notNull(),
    pairingId: text()
      .notNull()
      .references(() => pairings.id),
    byId: text().notNull(),
    at: instant().notNull(),
    /** Sealed: a short note. */
    note: text(),
    /** ISO date. */
    until: date({ mode: 'string' }),
    /** Who looks after the pair from then on. */
    toId: text(),
    /** A break of the pair begins or ends. */
    pause: text().$type<PauseStep>(),
  },
  (table) => [index('follow_ups_by_cohort').on(table.cohortId, table.at)],
)

/** What the two of a pair agreed to do until they meet again. */
export const pairActions = pgTable(
  'pair_actions',
  {
    id: text().primaryKey(),
    cohortId: text().notNull(),
    pairingId: text()
      .notNull()
      .references(() => pairings.id),
    writerId: text().notNull(),
    ownerId: text().notNull(),
    /** Sealed: the words. */
    text: text().notNull(),
    addedAt: instant().notNull(),
    doneAt: instant(),
  },
  (table) => [index('pair_actions_by_pairing').on(table.pairingId, table.addedAt)],
)

/** An idea that came up between two; see `domain/meeting/idea.ts`. */
export const ideas = pgTable(
  'ideas',
  {
    id: text().primaryKey(),
    cohortId: text().notNull(),
    pairingId: text()
      .notNull()
      .references(() => pairings.id),
    writerId: text().notNull(),
    state: text().$type<IdeaState>().notNull(),
    withNames: boolean().notNull(),
    wroteAt: instant().notNull(),
    sharedAt: instant(),
    decidedAt: instant(),
    decidedById: text(),
    ownerId: text(),
    closedAt: instant(),
    /** Sealed: IdeaWords. */
    words: text().notNull(),
    /** Sealed: the reason, and what came of it. */
    told: text(),
  },
  (table) => [
    index('ideas_by_pairing').on(table.pairingId, table.wroteAt),
    index('ideas_by_cohort').on(table.cohortId, table.sharedAt),
  ],
)

/** The page of notes that the two of a pair write about a Session. */
export const sessionNotes = pgTable(
  'session_notes',
  {
    sessionId: text()
      .primaryKey()
      .references(() => sessions.id),
    cohortId: text().notNull(),
    pairingId: text()
      .notNull()
      .references(() => pairings.id),
    version: integer().notNull(),
    savedById: text().notNull(),
    savedAt: instant().notNull(),
    /** Sealed: the words. */
    text: text().notNull(),
  },
  (table) => [index('session_notes_by_pairing').on(table.pairingId)],
)

/** What one of them wrote for themselves, locked in their browser; see `domain/meeting/private-note.ts`. */
export const privateNotes = pgTable(
  'private_notes',
  {
    sessionId: text()
      .notNull()
      .references(() => sessions.id),
    personId: text().notNull(),
    cohortId: text().notNull(),
    pairingId: text()
      .notNull()
      .references(() => pairings.id),
    version: integer().notNull(),
    savedAt: instant().notNull(),
    /** Locked by a passphrase that is nowhere here. */
    box: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.sessionId, table.personId] }),
    index('private_notes_by_pairing').on(table.pairingId, table.personId),
  ],
)

/** Something the Organizer should look at; raised once under its key, closed by a person or when it is no longer so. */
export const concerns = pgTable(
  'concerns',
  {
    key: text().primaryKey(),
    cohortId: text().notNull(),
    pairingId: text(),
    kind: text().notNull(),
    detail: jsonb().$type<Record<string, string | number>>().notNull(),
    raisedAt: instant().notNull(),
    closedAt: instant(),
    closedBy: text(),
  },
  (table) => [index('concerns_by_cohort').on(table.cohortId, table.closedAt)],
)

/** What somebody may show of a pair that is behind them; see `domain/meeting/certificate.ts`. */
export const certificates = pgTable(
  'certificates',
  {
    code: text().primaryKey(),
    cohortId: text().notNull(),
    pairingId: text()
      .notNull()
      .references(() => pairings.id),
    personId: text().notNull(),
    side: text().$type<'mentor' | 'mentee'>().notNull(),
    issuedAt: instant().notNull(),
    sessions: integer().notNull(),
    minutes: integer().notNull(),
    from: date({ mode: 'string' }).notNull(),
    to: date({ mode: 'string' }).notNull(),
    topics: jsonb().$type<string[]>().notNull(),
    skills: jsonb().$type<string[]>().notNull(),
  },
  (table) => [uniqueIndex('one_certificate_each').on(table.pairingId, table.personId)],
)

/** What two chose for after the end, and how much longer they meet; see `domain/meeting/pair-choice.ts`. */
export const pairEndings = pgTable('pair_endings', {
  pairingId: text()
    .primaryKey()
    .references(() => pairings.id),
  cohortId: text().notNull(),
  at: instant().notNull(),
  /** Sealed: a PairChoice. */
  choice: text().notNull(),
  months: integer(),
  /** Beyond those of the plan. */
  sessions: integer(),
  moreAt: instant(),
})

/** What a Mentee confirms that their Mentor has shown. */
export const confirmedSkills = pgTable('confirmed_skills', {
  pairingId: text()
    .primaryKey()
    .references(() => pairings.id),
  cohortId: text().notNull(),
  byId: text().notNull(),
  at: instant().notNull(),
  /** Sealed: keys of topics. */
  skills: text().notNull(),
})
