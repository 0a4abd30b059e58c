/**
 * The tables. Ids of people are Entra object ids, ours are UUIDs. What is asked for in SQL is a column; what only travels
 * is jsonb. Change this file, then generate the next migration (CONTRIBUTING.md); migrations are only ever added to.
 */
import { sql } from 'drizzle-orm'
import {
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import type { TopicLevel, WorkingHours } from '../domain/enrolment/participant.ts'
import type { RunOutcome } from '../domain/pairing/matching-run.ts'
import type { RequestState } from '../domain/preferences/preference.ts'
import type { HandoverState, Seat } from '../domain/program/handover.ts'
import type { MatchingSettings } from '../domain/program/matching-settings.ts'
import type { BusinessChallenge, GroundRules, Objective } from '../domain/program/program.ts'
import { type SchedulingPolicy, usualScheduling } from '../domain/program/scheduling-policy.ts'
import type { Snapshot } from '../domain/publishing/snapshot.ts'
import type { NamedChannel, ShownFigure } from '../domain/publishing/summary.ts'
import type { AuditEntry } from '../domain/records/audit.ts'
import type { Booking, MovedOccurrence, SingleDate } from '../domain/scheduling/hold.ts'
import type { RepairReason, RepairState } from '../domain/scheduling/move-session/repair.ts'
import type { Slot } from '../domain/scheduling/slot.ts'
import type { SpeedEvent } from '../domain/speed/speed-event.ts'

const instant = () => timestamp({ withTimezone: true, mode: 'date' })

export const people = pgTable(
  'people',
  {
    id: text().primaryKey(),
    displayName: text().notNull(),
    mail: text(),
    userPrincipalName: text(),
    jobTitle: text(),
    department: text(),
    officeLocation: text(),
    city: text(),
    country: text(),
    preferredLanguage: text(),
    hiredOn: date({ mode: 'string' }),
    grade: smallint(),
    managerId: text(),
    isEligible: boolean().notNull(),
    /** Name in lower case without accents: sorting and paging. */
    sortName: text().notNull(),
    /** Name, title and unit, likewise: searching. */
    searchText: text().notNull(),
    /** Start of the last reading that saw this person; a finished whole reading removes the others. */
    seenAt: instant().notNull(),
    removedAt: instant(),
  },
  (table) => [
    index('people_by_name').on(table.sortName, table.id).where(sql`removed_at is null`),
    index('people_by_manager').on(table.managerId),
  ],
)

/** One row: how far the reading of the directory is. */
export const organizationReading = pgTable('organization_reading', {
  id: smallint().primaryKey(),
  state: text().$type<'never' | 'reading' | 'fresh' | 'failed'>().notNull(),
  cursor: text(),
  cursorAt: instant(),
  changesFrom: text(),
  whole: boolean().notNull(),
  wholeAt: instant(),
  census: jsonb().$type<{ startedAt: string; next?: string; at: string }>(),
  pages: integer().notNull(),
  unreadable: jsonb().$type<{ id?: string; why: string }[]>().notNull(),
  startedAt: instant(),
  finishedAt: instant(),
  failure: text(),
})

export const organizationFaults = pgTable('organization_faults', {
  number: integer().primaryKey(),
  personId: text().notNull(),
  kind: text().notNull(),
  detail: jsonb().$type<Record<string, string>>().notNull(),
})

/** Who was confirmed to have nobody above them, and by whom. */
export const chartTops = pgTable('chart_tops', {
  personId: text().primaryKey(),
  confirmedBy: text().notNull(),
  confirmedAt: instant().notNull(),
})

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
})

/** Somebody is asked to take a seat of a Program; see `domain/handover.ts`. */
export const handovers = pgTable(
  'handovers',
  {
    id: text().primaryKey(),
    programId: text()
      .notNull()
      .references(() => programs.id),
    seat: text().$type<Seat>().notNull(),
    fromId: text(),
    toId: text().notNull(),
    askedBy: text().notNull(),
    state: text().$type<HandoverState>().notNull(),
    askedAt: instant().notNull(),
    answeredAt: instant(),
  },
  (table) => [
    uniqueIndex('one_handover_waits').on(table.programId, table.seat).where(sql`state = 'open'`),
    index('handovers_by_program').on(table.programId, table.askedAt),
    index('handovers_by_asked').on(table.toId),
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
  sessions: integer().notNull(),
  cadenceWeeks: integer().notNull(),
  sessionMinutes: integer().notNull(),
  scheduling: jsonb().$type<SchedulingPolicy>().notNull().default(usualScheduling),
  matching: jsonb().$type<MatchingSettings>().notNull().default({}),
})

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

export const pairings = pgTable(
  'pairings',
  {
    id: text().primaryKey(),
    cohortId: text()
      .notNull()
      .references(() => cohorts.id),
    mentorId: text().notNull(),
    menteeId: text().notNull(),
    state: text().$type<'proposed' | 'approved' | 'active' | 'ended' | 'declined'>().notNull(),
    score: integer().notNull(),
    /** Sealed: parts and reason, in which rankings and ratings count. */
    why: text().notNull(),
    pinned: boolean().notNull(),
    approvedBy: text(),
    approvedAt: instant(),
    activeSince: instant(),
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
    phase: text(),
    done: integer(),
    of: integer(),
    failure: text(),
    outcome: jsonb().$type<RunOutcome>(),
    /** By which rules and weights, so that the run can be repeated. */
    settings: jsonb().$type<MatchingSettings>(),
  },
  (table) => [index('runs_by_cohort').on(table.cohortId, table.startedAt)],
)

export const holds = pgTable(
  'holds',
  {
    id: text().primaryKey(),
    pairingId: text()
      .notNull()
      .references(() => pairings.id),
    revision: integer().notNull(),
    state: text().$type<'requested' | 'held' | 'released' | 'failed'>().notNull(),
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

export const checkIns = pgTable(
  'check_ins',
  {
    sessionId: text()
      .notNull()
      .references(() => sessions.id),
    personId: text().notNull(),
    state: text().$type<'due' | 'asked' | 'answered' | 'missed'>().notNull(),
    askedAt: instant(),
    answeredAt: instant(),
    /** Sealed: a CheckInAnswer. */
    answer: text(),
  },
  (table) => [
    primaryKey({ columns: [table.sessionId, table.personId] }),
    index('check_ins_by_state').on(table.state, table.askedAt),
  ],
)

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
})

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

export const notices = pgTable(
  'notices',
  {
    key: text().primaryKey(),
    personId: text().notNull(),
    /** Sealed: a Notice. */
    notice: text().notNull(),
    /** Whose data key seals it: the Cohort's it belongs to. */
    scope: text().notNull().default('organization'),
    state: text().$type<'waiting' | 'sending' | 'sent' | 'unreachable'>().notNull(),
    attempts: integer().notNull(),
    intendedAt: instant().notNull().defaultNow(),
    claimedAt: instant(),
    conversationId: text(),
    activityId: text(),
    why: text(),
    /** When somebody set out to mail it, which happens once. */
    mailedAt: instant(),
  },
  (table) => [index('notices_by_person').on(table.personId), index('notices_by_state').on(table.state)],
)

/** Where the bot can reach a person, or `team:<id>`. */
export const reachable = pgTable('reachable', {
  id: text().primaryKey(),
  conversationId: text().notNull(),
  serviceUrl: text().notNull(),
})

/** Activities already handled: Teams delivers twice when an answer is late. */
export const seenActivities = pgTable(
  'seen_activities',
  { id: text().primaryKey(), at: instant().notNull() },
  (table) => [index('seen_activities_by_age').on(table.at)],
)

export const auditEntries = pgTable(
  'audit_entries',
  {
    number: integer().primaryKey().generatedAlwaysAsIdentity(),
    at: instant().notNull(),
    actorId: text().notNull(),
    action: text().notNull(),
    subject: text().notNull(),
    detail: jsonb().$type<NonNullable<AuditEntry['detail']>>(),
  },
  (table) => [index('audit_by_time').on(table.at)],
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
    round: integer().notNull(),
    state: text().$type<RepairState>().notNull(),
    reason: text().$type<RepairReason>().notNull(),
    askedBy: text(),
    options: jsonb().$type<{ start: string; end: string }[]>().notNull(),
    chosen: integer(),
    chosenBy: text(),
    openedAt: instant().notNull(),
    claimedUntil: instant(),
  },
  (table) => [
    uniqueIndex('repair_once').on(table.sessionId, table.round),
    index('repairs_by_state').on(table.state),
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

/** Who may book and move a leader's Sessions, and sees times only. */
export const delegates = pgTable(
  'delegates',
  { leaderId: text().notNull(), assistantId: text().notNull(), since: instant().notNull() },
  (table) => [
    primaryKey({ columns: [table.leaderId] }),
    index('delegates_by_assistant').on(table.assistantId),
  ],
)

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
    state: text().$type<'drafted' | 'published' | 'held' | 'cancelled'>().notNull(),
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

/** Who was whose manager, from every reading on: "not a manager of the last months" needs it. */
export const formerManagers = pgTable(
  'former_managers',
  { personId: text().notNull(), managerId: text().notNull(), until: date({ mode: 'string' }).notNull() },
  (table) => [primaryKey({ columns: [table.personId, table.managerId] })],
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
