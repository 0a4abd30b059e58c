/**
 * What the workflows need of the world. Real ones live in `store`, `graph`, `messages` and `jobs`; `wire.ts` hands them
 * in and proves at compile time that they fit. Times are `Date` instants unless a name says otherwise.
 */
import type { CheckIn } from '../domain/check-in.ts'
import type { Announcement, Notice } from '../domain/notice.ts'
import type { OrganizationFault } from '../domain/organization.ts'
import type { Pairing, PairingId, PairingState } from '../domain/pairing.ts'
import type {
  Participant,
  ParticipantId,
  ParticipantState,
  Side,
  WorkingHours,
} from '../domain/participant.ts'
import type { Person, PersonId } from '../domain/person.ts'
import type { Cohort, CohortId, Program, ProgramId } from '../domain/program.ts'
import type { Booking, Hold, HoldId } from '../domain/scheduling/hold.ts'
import type { Interval } from '../domain/scheduling/interval.ts'
import type { Slot } from '../domain/scheduling/slot.ts'
import type { Session, SessionId } from '../domain/session.ts'
import type { ChannelRef, Summary, SummaryId } from '../domain/summary.ts'

export interface Clock {
  now(): Date
}

/** Chance, so that tests can fix it. */
export interface Chance {
  /** A new UUID. */
  id(): string
  /** A seed for a run, kept with the run so that it can be replayed. */
  seed(): number
}

// ---------------------------------------------------------------- directory

/** One row of a directory page: somebody as described now, somebody gone, or a row nobody could read. */
export type DirectoryRow =
  | {
      kind: 'person'
      person: Person
      /** Absence of a manager in a change is not "no manager": `unchanged` keeps what is known. */
      manager: 'unchanged' | 'none' | { id: PersonId }
    }
  | { kind: 'removed'; id: PersonId }
  | { kind: 'unreadable'; id?: PersonId; why: string }

export interface DirectoryPage {
  rows: DirectoryRow[]
  /** Where to go on after a crash; with `done`, from where to ask for changes next time. */
  cursor: string
  done: boolean
}

export interface Directory {
  /**
   * Pages from `cursor` on: without one the whole directory, else what changed since.
   * @throws DirectoryReset when the cursor is too old and everything must be read anew.
   */
  pages(cursor?: string): AsyncIterable<DirectoryPage>
  /** JPEG or PNG, or nothing. */
  photo(id: PersonId): Promise<{ bytes: Uint8Array; type: string } | undefined>
  /** Teams somebody belongs to, with their channels. */
  channelsOf(
    id: PersonId,
  ): Promise<{ teamId: string; teamName: string; channels: { id: string; name: string }[] }[]>
}

/** Graph said 410: start over. */
export class DirectoryReset extends Error {
  override readonly name = 'DirectoryReset'
  readonly code = 'directory-reset'
}

// ---------------------------------------------------------------- calendar

/** A person's time as Outlook tells it. Unknown is never free. */
export type Availability =
  | { known: true; busy: Interval[]; timeZone?: string; workingHours?: WorkingHours }
  | { known: false; why: 'no-mailbox' | 'not-permitted' | 'unreadable' }

export interface SeriesRequest {
  /** `holdKey`: the same key twice is the same series. */
  key: string
  organizer: { id: PersonId }
  attendee: { mail: string; name: string }
  slot: Slot
  subject: string
  /** Plain text; becomes escaped HTML. */
  body: string
}

export interface BookedSeries extends Booking {
  occurrences: { start: Date; end: Date }[]
}

export interface Calendar {
  /** Free/busy of many between two instants. Everyone asked for is in the answer. */
  availability(
    people: { id: PersonId; mail?: string }[],
    from: Date,
    to: Date,
  ): Promise<Map<PersonId, Availability>>
  /** Creates the series, or finds the one that already carries the key. Never makes a second. */
  book(request: SeriesRequest): Promise<BookedSeries>
  /** Cancels what is in the future; gone already is fine. */
  cancel(booking: Booking, comment: string): Promise<void>
  occurrences(
    booking: Booking,
    from: Date,
    to: Date,
  ): Promise<{ start: Date; end: Date; cancelled: boolean }[]>
}

/** Outlook said no for a reason that waiting does not cure. */
export class CalendarRefused extends Error {
  override readonly name = 'CalendarRefused'
  readonly code: 'no-mailbox' | 'not-permitted' | 'refused'
  constructor(
    code: 'no-mailbox' | 'not-permitted' | 'refused',
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options)
    this.code = code
  }
}

// ---------------------------------------------------------------- messenger

export type Delivery =
  | { sent: true; conversationId: string; activityId: string }
  | { sent: false; why: 'not-installed' | 'blocked' | 'gone' }

export interface Messenger {
  /** One card in the person's own chat with the bot. Throws when trying again may help. */
  toPerson(id: PersonId, notice: Notice, locale: string): Promise<Delivery>
  /** Replaces a card sent before. */
  replace(at: { conversationId: string; activityId: string }, notice: Notice, locale: string): Promise<void>
  /** A new thread in a channel; `key` goes into the post so that `findInChannel` can see it. */
  toChannel(channel: ChannelRef, announcement: Announcement, key: string): Promise<Delivery>
  /** Looks through the channel's recent posts for `key`; what a crash between post and record makes necessary. */
  findInChannel(
    channel: ChannelRef,
    key: string,
  ): Promise<{ conversationId: string; activityId: string } | undefined>
  removeFromChannel(at: { conversationId: string; activityId: string }): Promise<void>
}

// ---------------------------------------------------------------- jobs

/** What can be asked for later; `jobs/catalog.ts` says who does it and how often it is tried. */
export interface JobPayloads {
  'read-organization': Record<string, never>
  'propose-pairings': { cohortId: CohortId; runId: string }
  'book-hold': { holdId: HoldId }
  'release-hold': { holdId: HoldId }
  'deliver-notice': { noticeKey: string }
  'post-summary': { summaryId: SummaryId }
}
export type JobName = keyof JobPayloads

export interface Jobs {
  /** Joins the open transaction: no commit, no job. */
  add<N extends JobName>(name: N, payload: JobPayloads[N], options?: { after?: Date }): Promise<void>
}

// ---------------------------------------------------------------- store

export interface MatchingRun {
  id: string
  cohortId: CohortId
  state: 'waiting' | 'running' | 'done' | 'failed'
  seed: number
  objective: 'best-total' | 'fairest'
  startedAt: Date
  finishedAt?: Date
  phase?: string
  done?: number
  of?: number
  failure?: string
  outcome?: RunOutcome
}

/** What a run leaves beside its Pairings. */
export interface RunOutcome {
  totals: {
    mentors: number
    mentees: number
    placedMentors: number
    placedMentees: number
    pairs: number
    score: number
  }
  proof: {
    certificate: 'verified' | 'failed'
    scope: 'all-allowed-pairs' | 'candidate-list'
    bound: number
    gapPercent: number
  }
  candidates: number
  unplaced: {
    personId: PersonId
    side: Side
    cause: string
    detail?: Record<string, string | number>
    smallestChange: string
  }[]
  notTakingPart: { personId: PersonId; why: string }[]
}

/** The Organizer's wish for two people, kept across runs. */
export interface Wish {
  cohortId: CohortId
  mentorId: PersonId
  menteeId: PersonId
  kind: 'pin' | 'forbid'
}

export interface OrganizationReading {
  state: 'never' | 'reading' | 'fresh' | 'failed'
  /** From where to go on, or ask for changes. */
  cursor?: string
  /** A first, whole reading is not finished yet. */
  whole: boolean
  pages: number
  people: number
  startedAt?: Date
  finishedAt?: Date
  failure?: string
}

/** A Notice on its way: the intention first, the effect after it, under one key. */
export interface OutgoingNotice {
  key: string
  personId: PersonId
  notice: Notice
  state: 'waiting' | 'sending' | 'sent' | 'unreachable'
  attempts: number
  conversationId?: string
  activityId?: string
  why?: string
}

/** One Summary in one channel. */
export interface Post {
  key: string
  summaryId: SummaryId
  channel: ChannelRef
  state: 'waiting' | 'posting' | 'posted' | 'refused' | 'removed'
  attempts: number
  claimedAt?: Date
  conversationId?: string
  activityId?: string
  why?: string
}

/** Where the bot can reach somebody, or a team that has it. */
export interface Reachable {
  /** Person id, or `team:<team id>`. */
  id: string
  conversationId: string
  serviceUrl: string
}

export interface AuditEntry {
  at: Date
  actorId: PersonId
  action: string
  subject: string
  detail?: Record<string, string | number | boolean>
}

export interface PeopleQuery {
  cohortId?: CohortId
  /** Matches name, title, department; case and accents do not matter. */
  text?: string
  state?: ParticipantState | 'enrolled' | 'everyone'
  side?: Side
  /** Exclusive start, as given by the page before. */
  after?: string
  limit: number
}

export interface PeopleResult {
  people: { person: Person; participant?: Participant; load: number }[]
  next?: string
  total: number
}

/** One aggregate a line; all calls inside `transaction` commit together or not at all. */
export interface Store {
  /** Nested calls join the outer one. Never held open across a call to Graph or Teams. */
  transaction<T>(work: () => Promise<T>): Promise<T>
  people: {
    get(id: PersonId): Promise<Person | undefined>
    many(ids: PersonId[]): Promise<Map<PersonId, Person>>
    /** Everybody's id and stated manager: what reporting lines are built from. */
    lines(): Promise<{ id: PersonId; managerId?: PersonId }[]>
    /** As `lines`, with what the engine scores by. */
    all(): Promise<Person[]>
    search(query: PeopleQuery): Promise<PeopleResult>
    /** One page and the cursor that follows it, together. */
    applyPage(page: DirectoryPage, round: { whole: boolean; startedAt: Date; at: Date }): Promise<void>
    count(): Promise<number>
  }
  organization: {
    reading(): Promise<OrganizationReading>
    begin(at: Date, whole: boolean): Promise<void>
    fail(message: string, at: Date): Promise<void>
    faults(): Promise<OrganizationFault[]>
    replaceFaults(faults: OrganizationFault[]): Promise<void>
  }
  programs: {
    get(id: ProgramId): Promise<Program | undefined>
    save(program: Program): Promise<void>
  }
  cohorts: {
    get(id: CohortId): Promise<Cohort | undefined>
    list(): Promise<Cohort[]>
    save(cohort: Cohort): Promise<void>
  }
  participants: {
    get(id: ParticipantId): Promise<Participant | undefined>
    of(cohortId: CohortId, personId: PersonId): Promise<Participant | undefined>
    list(cohortId: CohortId): Promise<Participant[]>
    ofPerson(personId: PersonId): Promise<Participant[]>
    counts(cohortId: CohortId): Promise<Record<ParticipantState, number>>
    pausedUntil(date: string): Promise<Participant[]>
    save(participant: Participant): Promise<void>
    block(byPerson: PersonId, other: PersonId): Promise<void>
    blocks(): Promise<[PersonId, PersonId][]>
  }
  pairings: {
    get(id: PairingId): Promise<Pairing | undefined>
    list(cohortId: CohortId, states?: PairingState[]): Promise<Pairing[]>
    ofPerson(personId: PersonId): Promise<Pairing[]>
    /** Every two who ever were paired, in any Cohort. */
    earlier(): Promise<[mentorId: PersonId, menteeId: PersonId][]>
    save(pairing: Pairing): Promise<void>
    /** Proposals of the Cohort give way to these; approved ones stay. */
    replaceProposals(cohortId: CohortId, proposals: Pairing[]): Promise<void>
    /** Locks the row until the transaction ends, so that two approvals never both pass. */
    lock(id: PairingId): Promise<Pairing | undefined>
  }
  wishes: {
    list(cohortId: CohortId): Promise<Wish[]>
    set(wish: Wish): Promise<void>
    clear(cohortId: CohortId, mentorId: PersonId, menteeId: PersonId): Promise<void>
  }
  runs: {
    get(id: string): Promise<MatchingRun | undefined>
    latest(cohortId: CohortId): Promise<MatchingRun | undefined>
    save(run: MatchingRun): Promise<void>
  }
  holds: {
    get(id: HoldId): Promise<Hold | undefined>
    ofPairing(pairingId: PairingId): Promise<Hold | undefined>
    list(cohortId: CohortId): Promise<Hold[]>
    /** Requested, and nobody has worked on them since `before`. */
    stranded(before: Date): Promise<Hold[]>
    save(hold: Hold): Promise<void>
    /** Takes the Hold for one worker until `until`; false when somebody else has it. */
    claim(id: HoldId, now: Date, until: Date): Promise<boolean>
    release(id: HoldId): Promise<void>
  }
  sessions: {
    get(id: SessionId): Promise<Session | undefined>
    ofPairing(pairingId: PairingId): Promise<Session[]>
    list(cohortId: CohortId): Promise<Session[]>
    /** Over by `now`, not cancelled, and not asked about yet. */
    unasked(now: Date, limit: number): Promise<Session[]>
    save(session: Session): Promise<void>
  }
  checkIns: {
    of(sessionId: SessionId): Promise<CheckIn[]>
    list(cohortId: CohortId): Promise<CheckIn[]>
    asked(before: Date, limit: number): Promise<CheckIn[]>
    save(checkIn: CheckIn): Promise<void>
  }
  summaries: {
    get(id: SummaryId): Promise<Summary | undefined>
    list(cohortId: CohortId): Promise<Summary[]>
    lock(id: SummaryId): Promise<Summary | undefined>
    save(summary: Summary): Promise<void>
  }
  posts: {
    of(summaryId: SummaryId): Promise<Post[]>
    save(post: Post): Promise<void>
    /** From waiting, or from a claim older than `staleBefore`, to posting; undefined when somebody else has it. */
    claim(key: string, now: Date, staleBefore: Date): Promise<{ post: Post; unknown: boolean } | undefined>
    stranded(before: Date): Promise<SummaryId[]>
  }
  notices: {
    get(key: string): Promise<OutgoingNotice | undefined>
    /** Writes the intention; a key known already changes nothing and answers false. */
    intend(key: string, personId: PersonId, notice: Notice): Promise<boolean>
    save(notice: OutgoingNotice): Promise<void>
    claim(key: string, now: Date, staleBefore: Date): Promise<OutgoingNotice | undefined>
    stranded(before: Date, limit: number): Promise<string[]>
    ofPerson(personId: PersonId): Promise<OutgoingNotice[]>
  }
  reachable: {
    get(id: string): Promise<Reachable | undefined>
    teams(): Promise<string[]>
    save(reachable: Reachable): Promise<void>
    remove(id: string): Promise<void>
    /** True the first time this activity id is seen: Teams delivers twice when an answer is late. */
    firstSeen(activityId: string, at: Date): Promise<boolean>
  }
  audit: {
    add(entry: AuditEntry): Promise<void>
    list(limit: number, before?: Date): Promise<AuditEntry[]>
  }
}

/** What every workflow gets. */
export interface Ports {
  store: Store
  directory: Directory
  calendar: Calendar
  messenger: Messenger
  jobs: Jobs
  clock: Clock
  chance: Chance
  /** Runs the engine without blocking the service; the same function, elsewhere. */
  matcher: Matcher
}

export interface Matcher {
  propose(
    input: import('../domain/matching/person.ts').MatchingInput,
    onProgress: (phase: string, done: number, of: number) => void,
  ): Promise<import('../domain/matching/propose.ts').Proposal>
}
