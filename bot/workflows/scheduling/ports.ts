/** What scheduling needs of the world. */
import { Fault } from '../../domain/fault.ts'
import type { PersonId } from '../../domain/organization/person.ts'
import type { PairingId } from '../../domain/pairing/pairing.ts'
import type { CohortId } from '../../domain/program/program.ts'
import type { MailboxTrouble } from '../../domain/program/scheduling-policy.ts'
import type { Appointment } from '../../domain/scheduling/appointment.ts'
import type {
  Availability,
  BookedSeries,
  MeetingRequest,
  SeriesRequest,
} from '../../domain/scheduling/calendar-time.ts'
import type { CalendarWatch } from '../../domain/scheduling/calendar-watch.ts'
import type { Booking, Hold, HoldId } from '../../domain/scheduling/hold.ts'
import type { Interval } from '../../domain/scheduling/interval.ts'
import type { SeriesNow, SingleNow, SingleRequest } from '../../domain/scheduling/occurrence.ts'
import type { Repair } from '../../domain/scheduling/repair/repair.ts'
import type { Session, SessionId } from '../../domain/scheduling/session.ts'
import type { Claims } from '../under-claim.ts'

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
  /** An appointment of somebody's own calendar, by their Outlook's id; nothing for what is not there. @throws when nobody knows */
  appointment(mailbox: PersonId, id: string): Promise<Appointment | undefined>
  /** Our ids of what shares its iCalendar id in the organizer's calendar. */
  eventsSharing(organizerId: PersonId, sharedId: string): Promise<string[]>
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

/** One aggregate a line; see `Store`. */
export interface SchedulingStore {
  holds: Claims<HoldId> & {
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
  repairs: Claims<string> & {
    get(id: string): Promise<Repair | undefined>
    /** Locks the row until the transaction ends. */
    lock(id: string): Promise<Repair | undefined>
    /** In their order. */
    ofSession(sessionId: SessionId): Promise<Repair[]>
    ofPairing(pairingId: PairingId): Promise<Repair[]>
    list(cohortId: CohortId): Promise<Repair[]>
    save(repair: Repair): Promise<void>
    /** Waiting for times, or for Outlook, opened before that moment, and nobody is at it. */
    stranded(before: Date): Promise<Repair[]>
    /** Open, with a time on offer that has passed. */
    passing(now: Date, limit: number): Promise<Repair[]>
    /** Offered for two days or more, or of a Session that begins within a day, and nobody has chosen. */
    unanswered(now: Date): Promise<Repair[]>
    /** Still offered, or looked for by people, although the week is over. */
    overdue(now: Date, limit: number): Promise<Repair[]>
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
}

export interface SchedulingJobs {
  'book-hold': { holdId: HoldId }
  'release-hold': { holdId: HoldId }
  /** `unlisted`: events that the calendar did not list at `since`; a second absence says that they are gone. */
  'look-at-mailbox': { mailbox: PersonId; unlisted?: string[]; since?: string }
  'tend-watches': Record<string, never>
  'offer-repair': { repairId: string }
  'book-repair': { repairId: string }
}
