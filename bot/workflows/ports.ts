/**
 * What the workflows need of the world. Real ones live in `store`, `graph`, `messages` and `jobs`; `wire.ts` hands them
 * in and proves at compile time that they fit. Times are `Date` instants unless a name says otherwise.
 */

import type { Participant, ParticipantId, ParticipantState } from '../domain/enrolment/participant.ts'
import type { PeopleQuery, PeopleResult } from '../domain/enrolment/people-query.ts'
import { Fault } from '../domain/fault.ts'
import type { CheckIn } from '../domain/meeting/check-in.ts'
import type { Concern } from '../domain/meeting/concern.ts'
import type { CensusPage, DirectoryPage } from '../domain/organization/directory-page.ts'
import type { ConfirmedTop, OrganizationFault } from '../domain/organization/organization.ts'
import type { OrganizationReading, ReadingTrouble } from '../domain/organization/organization-reading.ts'
import type { Person, PersonId } from '../domain/organization/person.ts'
import type { AnswerTo, Question } from '../domain/pairing/matching-questions.ts'
import type { MatchingRun, Wish } from '../domain/pairing/matching-run.ts'
import type { Pairing, PairingId, PairingState } from '../domain/pairing/pairing.ts'
import type { Scenario } from '../domain/pairing/scenario.ts'
import type { PairRequest, RequestId } from '../domain/preferences/preference.ts'
import type { Delegate } from '../domain/program/delegate.ts'
import type { Exclusion, FormerManager } from '../domain/program/exclusion.ts'
import type { ExclusionList } from '../domain/program/exclusion-owner.ts'
import type { Handover, HandoverId, Seat } from '../domain/program/handover.ts'
import type { MatchingSettings } from '../domain/program/matching-settings.ts'
import type { Cohort, CohortId, Program, ProgramId } from '../domain/program/program.ts'
import type { MailboxTrouble } from '../domain/program/scheduling-policy.ts'
import type { Snapshot } from '../domain/publishing/snapshot.ts'
import type { ChannelRef, Summary, SummaryId } from '../domain/publishing/summary.ts'
import type { AuditEntry } from '../domain/records/audit.ts'
import type {
  Availability,
  BookedSeries,
  MeetingRequest,
  SeriesRequest,
} from '../domain/scheduling/calendar-time.ts'
import type { CalendarWatch } from '../domain/scheduling/calendar-watch.ts'
import type { Booking, Hold, HoldId } from '../domain/scheduling/hold.ts'
import type { Interval } from '../domain/scheduling/interval.ts'
import type { Repair } from '../domain/scheduling/move-session/repair.ts'
import type { SeriesNow, SingleNow, SingleRequest } from '../domain/scheduling/occurrence.ts'
import type { Session, SessionId } from '../domain/scheduling/session.ts'
import type { SpeedEvent, SpeedEventId, SpeedMeeting } from '../domain/speed/speed-event.ts'
import type { Announcement, Notice } from '../domain/telling/notice.ts'
import type { ClaimedNotice, OutgoingNotice, Post, Reachable, Unreached } from '../domain/telling/outgoing.ts'
import type { MatchingInput } from '../engine/person.ts'
import type { ShownProposal } from '../engine/shown-proposal.ts'

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

export interface Directory {
  /**
   * Pages from `cursor` on: without one the whole directory, else what changed since.
   * @throws DirectoryReset when the cursor is too old and everything must be read anew.
   */
  pages(cursor?: string): AsyncIterable<DirectoryPage>
  /**
   * Everybody and their manager as they are now, from `next` on. Twice the requests of `pages`, and no manager is left open.
   * @throws DirectoryReset when the directory no longer takes `next`.
   */
  census(next?: string): AsyncIterable<CensusPage>
  /** Which of these the directory no longer holds. */
  goneAmong(ids: PersonId[]): Promise<PersonId[]>
  /** JPEG or PNG, or nothing. */
  photo(id: PersonId): Promise<{ bytes: Uint8Array; type: string } | undefined>
  /** Teams somebody belongs to, with their channels. */
  channelsOf(
    id: PersonId,
  ): Promise<{ teamId: string; teamName: string; channels: { id: string; name: string }[] }[]>
}

/** Graph said 410: start over. */
export class DirectoryReset extends Fault {
  override readonly name = 'DirectoryReset'
  readonly code = 'directory-reset'
}

// ---------------------------------------------------------------- calendar

export interface Calendar {
  /** Outlook makes this instance wait with a mailbox at this moment: it said so, or its limits leave no place. */
  isHeldBack(mailbox: PersonId): boolean
  /** Free/busy of many between two instants. Everyone asked for is in the answer. */
  availability(
    people: { id: PersonId; mail?: string }[],
    from: Date,
    to: Date,
  ): Promise<Map<PersonId, Availability>>
  /** Why this mailbox cannot invite to Sessions; nothing when it can. @throws when nobody knows. */
  troubleWith(mailbox: PersonId): Promise<MailboxTrouble | undefined>
  /** Creates the series, or finds the one that already carries the key. Never makes a second. */
  book(request: SeriesRequest): Promise<BookedSeries>
  /** The series that carries the key, if there is one: what an attempt nobody heard the end of may have left. */
  find(sought: Pick<SeriesRequest, 'key' | 'organizer'>): Promise<Booking | undefined>
  /** Cancels what is in the future; gone already is fine. */
  cancel(booking: Booking, comment: string): Promise<void>
  /** One event for many people, exactly once under its key. */
  bookMeeting(request: MeetingRequest): Promise<Booking>
  cancelMeeting(booking: Booking, comment: string): Promise<void>
  occurrences(
    booking: Booking,
    from: Date,
    to: Date,
  ): Promise<{ start: Date; end: Date; cancelled: boolean }[]>
  /** The series as it is now, with everybody's answer, or that it is gone. @throws when nobody knows. */
  seriesNow(booking: Booking): Promise<SeriesNow | 'gone'>
  /** The booking with the series that took over from it, if the calendar has exactly one that can be it. */
  continuationOf(booking: Booking): Promise<Booking | undefined>
  /** As `seriesNow`, for an event of its own. */
  singleNow(booking: Booking): Promise<SingleNow | 'gone'>
  /** Moves one occurrence, named by where the series had it; there already is fine. */
  moveOccurrence(booking: Booking, originalStart: Date, to: Interval): Promise<MoveAnswer>
  /** Moves an event of its own. */
  moveSingle(booking: Booking, to: Interval): Promise<'moved' | 'gone'>
  /** Creates the event, or finds the one that already carries the key. */
  bookSingle(request: SingleRequest): Promise<Booking>
  /** One occurrence goes, the others stay; gone already is fine. */
  cancelOccurrence(booking: Booking, originalStart: Date, comment: string): Promise<void>
}

/** `crossing`: it would reach or pass its neighbours in the series, which Outlook does not allow. */
export type MoveAnswer = 'moved' | 'gone' | 'crossing'

/** Graph's subscriptions to the events of one mailbox; all lead to this service. */
export interface CalendarWatcher {
  /** All of ours that Graph knows. */
  /** Without their secrets: Graph tells those of one subscription at a time. */
  list(): Promise<{ id: string; mailbox: PersonId; expiresAt: Date }[]>
  clientStateOf(id: string): Promise<string | undefined>
  begin(mailbox: PersonId, clientState: string, until: Date): Promise<{ id: string; expiresAt: Date }>
  renew(id: string, until: Date): Promise<{ expiresAt: Date } | 'gone'>
  /** Gone already is fine. */
  end(id: string): Promise<void>
}

/** Outlook said no for a reason that waiting does not cure. */
export class CalendarRefused extends Fault {
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
  /**
   * A new thread in a channel. Nothing is sent any more when `withinMs` are over. @throws when it was not done, or when
   * nobody knows.
   */
  toChannel(channel: ChannelRef, announcement: Announcement, withinMs: number): Promise<Delivery>
  removeFromChannel(at: { conversationId: string; activityId: string }): Promise<void>
}

export interface AppInstaller {
  /**
   * Puts this app into somebody's Teams; there already is fine. `refused`: not into this person's; `impossible`: into nobody's,
   * as things are. @throws when trying again may help
   */
  installFor(id: PersonId): Promise<'installed' | 'there' | 'refused' | 'impossible'>
}

export interface Mailer {
  /**
   * What a card would have said, as a mail that names nobody. `refused`: not sent, for good; `busy`: not sent, trying again may
   * help. @throws when nobody knows
   */
  mail(
    to: { address: string; name: string },
    notice: Notice,
    locale: string,
  ): Promise<'sent' | 'refused' | 'busy'>
}

// ---------------------------------------------------------------- jobs

/** What can be asked for later; `jobs/catalog.ts` says who does it and how often it is tried. */
export interface JobPayloads {
  'read-organization': Record<string, never>
  'judge-pairings': Record<string, never>
  'propose-pairings': { cohortId: CohortId; runId: string }
  'approve-pairings': { runId: string }
  'run-scenario': { scenarioId: string }
  'book-hold': { holdId: HoldId }
  'release-hold': { holdId: HoldId }
  /** `unlisted`: events that the calendar did not list at `since`; a second absence says that they are gone. */
  'look-at-mailbox': { mailbox: PersonId; unlisted?: string[]; since?: string }
  'tend-watches': Record<string, never>
  'offer-repair': { repairId: string }
  'book-repair': { repairId: string }
  'deliver-notice': { noticeKey: string }
  /** The card that was sent under this key says something else by now. */
  'replace-notice': { noticeKey: string }
  'install-app': { personId: PersonId }
  /** What this person missed for want of the app. */
  'deliver-missed': { personId: PersonId }
  /** What Teams did not take for a day. */
  'mail-notice': { noticeKey: string }
  'post-summary': { summaryId: SummaryId }
  'settle-speed-event': { eventId: SpeedEventId }
}
export type JobName = keyof JobPayloads

export interface Jobs {
  /** Joins the open transaction: no commit, no job. */
  add<N extends JobName>(name: N, payload: JobPayloads[N], options?: { inSeconds?: number }): Promise<void>
}

// ---------------------------------------------------------------- store

/** One aggregate a line; all calls inside `transaction` commit together or not at all. */
export interface Store {
  /** Nested calls join the outer one. Never held open across a call to Graph or Teams. */
  transaction<T>(work: () => Promise<T>): Promise<T>
  /** Until the transaction ends, nobody else gets past a lock of this name, in any instance. */
  lock(name: string): Promise<void>
  people: {
    get(id: PersonId): Promise<Person | undefined>
    many(ids: PersonId[]): Promise<Map<PersonId, Person>>
    /** Everybody's id and stated manager: what reporting lines are built from. */
    lines(): Promise<{ id: PersonId; managerId?: PersonId; isEligible: boolean }[]>
    /** As `lines`, with what the engine scores by. The very same list until somebody changes. */
    all(): Promise<readonly Person[]>
    search(query: PeopleQuery): Promise<PeopleResult>
    /** One page and the cursor that follows it, together. */
    applyPage(page: DirectoryPage, round: { whole: boolean; startedAt: Date; at: Date }): Promise<void>
    /** One page of a census and the link that follows it, together. */
    applyCensusPage(page: CensusPage, census: { startedAt: Date; at: Date }): Promise<void>
    /** Those whom no page has named since, at most so many. */
    unseenSince(startedAt: Date, limit: number): Promise<PersonId[]>
    /** `isWhole`: everybody was read, and whoever is missing was asked about. */
    endCensus(gone: PersonId[], end: { at: Date; isWhole: boolean }): Promise<void>
    count(): Promise<number>
  }
  organization: {
    reading(): Promise<OrganizationReading>
    begin(at: Date, whole: boolean): Promise<void>
    beginCensus(at: Date): Promise<void>
    fail(failure: ReadingTrouble): Promise<void>
    faults(): Promise<OrganizationFault[]>
    tops(): Promise<ConfirmedTop[]>
    confirmTops(personIds: PersonId[], by: PersonId, at: Date): Promise<void>
    /** Those who were confirmed until now. */
    withdrawTops(personIds: PersonId[]): Promise<PersonId[]>
    replaceFaults(faults: OrganizationFault[]): Promise<void>
  }
  programs: {
    get(id: ProgramId): Promise<Program | undefined>
    save(program: Program): Promise<void>
  }
  handovers: {
    get(id: HandoverId): Promise<Handover | undefined>
    open(programId: ProgramId, seat: Seat): Promise<Handover | undefined>
    /** The one asked about last, whatever came of it. */
    latest(programId: ProgramId, seat: Seat): Promise<Handover | undefined>
    waitingFor(personId: PersonId): Promise<Handover[]>
    save(handover: Handover): Promise<void>
  }
  cohorts: {
    get(id: CohortId): Promise<Cohort | undefined>
    list(): Promise<Cohort[]>
    /** Everything but what counts in matching. */
    save(cohort: Cohort): Promise<void>
    chooseMatching(id: CohortId, matching: MatchingSettings): Promise<void>
  }
  exclusions: {
    list(): Promise<Exclusion[]>
    /** What the source said before gives way; other sources that say the same stay. */
    replaceSource(source: string, rows: Exclusion[]): Promise<void>
    /** False when there was no such line. */
    remove(exclusion: Exclusion): Promise<boolean>
    /** Whose each list is. */
    lists(): Promise<ExclusionList[]>
    listOf(source: string): Promise<ExclusionList | undefined>
    saveList(list: ExclusionList): Promise<void>
    /** The name is free again. */
    forgetList(source: string): Promise<void>
    countOf(source: string): Promise<number>
    formerManagers(): Promise<FormerManager[]>
  }
  scenarios: {
    get(id: string): Promise<Scenario | undefined>
    /** Newest first. */
    list(cohortId: CohortId): Promise<Scenario[]>
    save(scenario: Scenario): Promise<void>
    /** Only if it is still there. */
    update(scenario: Scenario): Promise<void>
    remove(id: string): Promise<void>
  }
  participants: {
    get(id: ParticipantId): Promise<Participant | undefined>
    of(cohortId: CohortId, personId: PersonId): Promise<Participant | undefined>
    list(cohortId: CohortId): Promise<Participant[]>
    ofPerson(personId: PersonId): Promise<Participant[]>
    counts(cohortId: CohortId): Promise<Record<ParticipantState, number>>
    /** Approved people by side. */
    sides(cohortId: CohortId): Promise<{ mentors: number; mentees: number }>
    /** Offers and wishes of approved people by topic, most wanted first. */
    balance(cohortId: CohortId): Promise<{ topic: string; offered: number; wanted: number }[]>
    /** In how many earlier Cohorts somebody was approved and never had a Pairing. */
    waited(cohortId: CohortId): Promise<Map<PersonId, number>>
    pausedUntil(date: string): Promise<Participant[]>
    save(participant: Participant): Promise<void>
    block(byPerson: PersonId, other: PersonId): Promise<void>
    unblock(byPerson: PersonId, other: PersonId): Promise<void>
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
    /** Of the two, whoever of them is the Mentor, in every Cohort. */
    removeProposals(one: PersonId, other: PersonId): Promise<void>
    /** Locks the row until the transaction ends, so that two approvals never both pass. */
    lock(id: PairingId): Promise<Pairing | undefined>
  }
  wishes: {
    list(cohortId: CohortId): Promise<Wish[]>
    set(wish: Wish): Promise<void>
    clear(cohortId: CohortId, mentorId: PersonId, menteeId: PersonId): Promise<void>
  }
  rankings: {
    /** First choice first; for its owner. */
    of(cohortId: CohortId, fromId: PersonId): Promise<PersonId[]>
    replace(cohortId: CohortId, fromId: PersonId, toIds: PersonId[], at: Date): Promise<void>
    /** For the engine alone. */
    list(cohortId: CohortId): Promise<{ from: PersonId; to: PersonId; rank: number }[]>
  }
  requests: {
    get(id: RequestId): Promise<PairRequest | undefined>
    /** Locks the row until the transaction ends. */
    lock(id: RequestId): Promise<PairRequest | undefined>
    save(request: PairRequest): Promise<void>
    /** What somebody asked and was asked in a Cohort, newest first. */
    ofPerson(cohortId: CohortId, personId: PersonId): Promise<PairRequest[]>
    /** Their time is over and nobody has said so yet. */
    overdue(now: Date, limit: number): Promise<PairRequest[]>
  }
  vetoes: {
    /** False when this person has declined a Pairing of this Cohort before. */
    add(veto: { cohortId: CohortId; personId: PersonId; pairingId: PairingId; at: Date }): Promise<boolean>
    /** Which Pairing this person declined in this Cohort; for their own eyes. */
    of(cohortId: CohortId, personId: PersonId): Promise<PairingId | undefined>
    /** Whose Pairing did not begin, whoever undid it. For the engine alone. */
    pairs(cohortId: CohortId): Promise<[mentorId: PersonId, menteeId: PersonId][]>
  }
  runs: {
    get(id: string): Promise<MatchingRun | undefined>
    /** Locks the row until the transaction ends. */
    lock(id: string): Promise<MatchingRun | undefined>
    latest(cohortId: CohortId): Promise<MatchingRun | undefined>
    /** The one whose proposals the board shows. */
    latestDone(cohortId: CohortId): Promise<MatchingRun | undefined>
    save(run: MatchingRun): Promise<void>
  }
  holds: {
    get(id: HoldId): Promise<Hold | undefined>
    ofPairing(pairingId: PairingId): Promise<Hold | undefined>
    list(cohortId: CohortId): Promise<Hold[]>
    /** Locks the row until the transaction ends. */
    lock(id: HoldId): Promise<Hold | undefined>
    /** Requested, before that moment, nobody is at it, and booking is not paused. */
    stranded(before: Date): Promise<Hold[]>
    /** Of live Pairings of these people: a time is chosen and not in Outlook yet. */
    promised(people: PersonId[]): Promise<{ hold: Hold; mentorId: PersonId; menteeId: PersonId }[]>
    /** Of Pairings that have ended, before that moment, not released, and nobody is at it. */
    unreleased(before: Date): Promise<HoldId[]>
    save(hold: Hold): Promise<void>
    /** Takes the Hold for one worker, by the database's clock; until when, or undefined when somebody else has it. */
    claim(id: HoldId, leaseMs: number): Promise<Date | undefined>
    /** Gives back a claim that ran until `until`; one that somebody took over meanwhile stays theirs. */
    release(id: HoldId, until: Date): Promise<void>
  }
  sessions: {
    get(id: SessionId): Promise<Session | undefined>
    ofPairing(pairingId: PairingId): Promise<Session[]>
    list(cohortId: CohortId): Promise<Session[]>
    /** Planned and not over, of live Pairings of these people. */
    ahead(
      people: PersonId[],
      now: Date,
    ): Promise<{ session: Session; mentorId: PersonId; menteeId: PersonId }[]>
    /** Over by `now`, not cancelled, not waiting for another time, and not asked about yet. */
    unasked(now: Date, limit: number): Promise<Session[]>
    save(session: Session): Promise<void>
  }
  repairs: {
    get(id: string): Promise<Repair | undefined>
    /** Locks the row until the transaction ends. */
    lock(id: string): Promise<Repair | undefined>
    /** In the order of their rounds. */
    ofSession(sessionId: SessionId): Promise<Repair[]>
    ofPairing(pairingId: PairingId): Promise<Repair[]>
    list(cohortId: CohortId): Promise<Repair[]>
    save(repair: Repair): Promise<void>
    /** Takes the Repair for one worker, by the database's clock; until when, or undefined when somebody else has it. */
    claim(id: string, leaseMs: number): Promise<Date | undefined>
    release(id: string, until: Date): Promise<void>
    /** Waiting for times, or for Outlook, opened before that moment, and nobody is at it. */
    stranded(before: Date): Promise<Repair[]>
    /** Still offered although the week is over. */
    overdue(now: Date, limit: number): Promise<Repair[]>
  }
  concerns: {
    get(key: string): Promise<Concern | undefined>
    /** True when it is new, or had closed by itself; what a person closed stays closed. */
    raise(concern: Concern): Promise<boolean>
    /** @param by nobody when it closed by itself */
    close(key: string, at: Date, by?: PersonId): Promise<void>
    detail(key: string, detail: Concern['detail']): Promise<void>
    /** Open ones, or closed ones; latest first. */
    list(cohortId: CohortId, closed?: boolean): Promise<Concern[]>
    /** Open ones whose key begins so. */
    open(prefix: string): Promise<Concern[]>
    /** Active pairs of which some Session did not take place, or that count as stalled. */
    unsteady(now: Date): Promise<PairingId[]>
  }
  watches: {
    get(mailbox: PersonId): Promise<CalendarWatch | undefined>
    subscriptionIds(): Promise<string[]>
    ofSubscriptions(ids: string[]): Promise<CalendarWatch[]>
    /** Mailboxes with a live series that nobody listens to yet. */
    missing(now: Date, limit: number): Promise<PersonId[]>
    /** Watches of mailboxes in which nothing of ours lies ahead any more. */
    idle(now: Date, limit: number): Promise<CalendarWatch[]>
    /** Without a subscription and not put off, or with one that ends before `renewBefore`. */
    due(now: Date, renewBefore: Date, limit: number): Promise<CalendarWatch[]>
    /** Nobody has read their series since `before`. */
    unlooked(before: Date, limit: number): Promise<PersonId[]>
    /** True for the first who says so since the last look. */
    stir(mailbox: PersonId): Promise<boolean>
    calm(mailbox: PersonId): Promise<void>
    looked(mailbox: PersonId, at: Date): Promise<void>
    save(watch: CalendarWatch): Promise<void>
    remove(mailbox: PersonId): Promise<void>
    /** Holds whose series lies in this mailbox. */
    seriesIn(mailbox: PersonId): Promise<HoldId[]>
    /** Whether this event is one of such a Hold's: a series, what took it over, or a date of its own. */
    isOurs(mailbox: PersonId, eventId: string): Promise<boolean>
  }
  checkIns: {
    of(sessionId: SessionId): Promise<CheckIn[]>
    list(cohortId: CohortId): Promise<CheckIn[]>
    asked(before: Date, limit: number): Promise<CheckIn[]>
    save(checkIn: CheckIn): Promise<void>
  }
  snapshots: {
    get(cohortId: CohortId): Promise<Snapshot | undefined>
    /** Cohorts that nobody has looked at since that moment. */
    behind(since: Date): Promise<CohortId[]>
    save(snapshot: Snapshot): Promise<void>
  }
  speed: {
    get(id: SpeedEventId): Promise<SpeedEvent | undefined>
    /** Locks the row until the transaction ends. */
    lock(id: SpeedEventId): Promise<SpeedEvent | undefined>
    /** The latest first. */
    list(cohortId: CohortId): Promise<SpeedEvent[]>
    save(event: SpeedEvent): Promise<void>
    /** Takes the event for one worker, by the database's clock; until when, or undefined when somebody else has it. */
    claim(id: SpeedEventId, leaseMs: number): Promise<Date | undefined>
    release(id: SpeedEventId, until: Date): Promise<void>
    /** Published and not in Outlook, or cancelled and still there; nobody is at it. */
    unsettled(): Promise<SpeedEventId[]>
    /** Published, and begun before that moment. */
    begun(before: Date): Promise<SpeedEvent[]>
    meetings(eventId: SpeedEventId): Promise<SpeedMeeting[]>
    replaceMeetings(eventId: SpeedEventId, meetings: SpeedMeeting[]): Promise<void>
    /** Everybody who met, or will, in events that were published. */
    pairsOf(cohortId: CohortId): Promise<[mentorId: PersonId, menteeId: PersonId][]>
    /** Published or held events that somebody has a meeting in, begun after that moment, the latest first. */
    ofPerson(personId: PersonId, after: Date): Promise<SpeedEvent[]>
    /** 1 to 10; a later answer replaces the former. */
    rate(rating: {
      eventId: SpeedEventId
      fromId: PersonId
      toId: PersonId
      rating: number
      ratedAt: Date
    }): Promise<void>
    /** What one person said; nobody else's. */
    ratingsBy(eventId: SpeedEventId, fromId: PersonId): Promise<{ toId: PersonId; rating: number }[]>
    /** For the engine alone. */
    ratingsOf(cohortId: CohortId): Promise<{ from: PersonId; to: PersonId; rating: number }[]>
  }
  delegates: {
    of(leaderId: PersonId): Promise<Delegate | undefined>
    /** Whom somebody assists. */
    leadersOf(assistantId: PersonId): Promise<Delegate[]>
    /** One leader has one assistant: another takes the place. */
    name(delegate: Delegate): Promise<void>
    remove(leaderId: PersonId): Promise<void>
  }
  summaries: {
    get(id: SummaryId): Promise<Summary | undefined>
    list(cohortId: CohortId): Promise<Summary[]>
    lock(id: SummaryId): Promise<Summary | undefined>
    /** Whether a text waits for this person's decision, in this Cohort or in any. */
    waitsFor(personId: PersonId, cohortId?: CohortId): Promise<boolean>
    /** Approved by the Sponsor, and not in all its channels yet. */
    unpublished(): Promise<SummaryId[]>
    save(summary: Summary): Promise<void>
  }
  posts: {
    of(summaryId: SummaryId): Promise<Post[]>
    save(post: Post): Promise<void>
    /**
     * From waiting to posting; undefined when it is not waiting. A claim older than the lease becomes unknown: its
     * worker may have posted, and nobody heard.
     */
    claim(key: string, leaseMs: number): Promise<Post | undefined>
  }
  notices: {
    get(key: string): Promise<OutgoingNotice | undefined>
    /** Writes the intention; a key known already changes nothing and answers false. */
    intend(key: string, personId: PersonId, notice: Notice): Promise<boolean>
    save(notice: OutgoingNotice): Promise<void>
    /** Says something else under the same key from now on; false when nothing was intended under it. */
    rewrite(key: string, notice: Notice): Promise<boolean>
    claim(key: string, leaseMs: number): Promise<ClaimedNotice | undefined>
    /** Back to waiting: what this person missed without the app, unless it is older. Their keys, oldest first. */
    reviveMissed(personId: PersonId, mostAgeMs: number): Promise<string[]>
    /** Waiting since `before`, or claimed longer ago than the lease. */
    stranded(since: { before: Date; leaseMs: number }, limit: number): Promise<string[]>
    ofPerson(personId: PersonId): Promise<OutgoingNotice[]>
    /** Not taken by Teams since a day and no older than that, and not mailed: to eligible people with an address. */
    unmailed(mostAgeMs: number, limit: number): Promise<string[]>
    /** True for the first who mails it, for as long as Teams has not taken it. */
    claimMail(key: string): Promise<boolean>
    /** It was not sent after all, and may be. */
    giveMailBack(key: string): Promise<void>
    /** Of those who take part in the Cohort; what is between two counts for nothing here. */
    unreached(cohortId: CohortId): Promise<Unreached[]>
  }
  reachable: {
    get(id: string): Promise<Reachable | undefined>
    teams(): Promise<string[]>
    save(reachable: Reachable): Promise<void>
    remove(id: string): Promise<void>
    /** True for the first who asks for this person since a day. */
    firstToInstall(personId: PersonId, at: Date): Promise<boolean>
    /** Eligible people whose cards, no older than that, wait for the app, and for whom nobody has asked since a day. */
    lackingApp(since: { at: Date; mostAgeMs: number }, limit: number): Promise<PersonId[]>
    /** True the first time in a day that this is seen, whatever names it: Teams delivers twice when an answer is late. */
    firstSeen(what: readonly string[]): Promise<boolean>
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
  watcher: CalendarWatcher
  messenger: Messenger
  installer: AppInstaller
  /** Absent where no mailbox is set. */
  mailer?: Mailer
  jobs: Jobs
  clock: Clock
  chance: Chance
  /** Runs the engine without blocking the service; the same function, elsewhere. */
  matcher: Matcher
  /** A link that opens a place of the tab in Teams. */
  tabLink(place: string): string
  /** How long a worker may take for one piece of work before another takes it for dead, in milliseconds. */
  leaseMs: number
  /** No figure stands on fewer people than that; 5 or more. */
  fewestPeople: number
}

export interface Matcher {
  propose(
    input: MatchingInput,
    onProgress: (phase: string, done: number, of: number) => void,
    /** By which it can be stopped. */
    name?: string,
  ): Promise<ShownProposal>
  /** Stops the run of that name if it is one of this process; it rejects with `Cancelled`. */
  stop(name: string): void
  /** What takes about as long as a run; one question after the other. */
  ask<Q extends Question>(question: Q): Promise<AnswerTo<Q>>
}
