/**
 * What the workflows need of the world, shelf by shelf. Real ones live in `store`, `graph`, `messages` and `jobs`; `wire.ts` hands them
 * in and proves at compile time that they fit. Times are `Date` instants unless a name says otherwise.
 */

import type { EnrolmentStore } from './enrolment/ports.ts'
import type { MeetingStore } from './meeting/ports.ts'
import type { Directory, OrganizationJobs, OrganizationStore } from './organization/ports.ts'
import type { Matcher, PairingJobs, PairingStore } from './pairing/ports.ts'
import type { PreferencesStore } from './preferences/ports.ts'
import type { ProgramStore } from './program/ports.ts'
import type { PublishingJobs, PublishingStore } from './publishing/ports.ts'
import type { RecordsJobs, RecordsStore } from './records/ports.ts'
import type { Calendar, CalendarWatcher, SchedulingJobs, SchedulingStore } from './scheduling/ports.ts'
import type { SpeedJobs, SpeedStore } from './speed/ports.ts'
import type { AppInstaller, Mailer, Messenger, TellingJobs, TellingStore } from './telling/ports.ts'

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

/** What can be asked for later; `jobs/catalog.ts` says who does it and how often it is tried. */
export interface JobPayloads
  extends OrganizationJobs,
    PairingJobs,
    SchedulingJobs,
    SpeedJobs,
    PublishingJobs,
    TellingJobs,
    RecordsJobs {}

export type JobName = keyof JobPayloads

export interface Jobs {
  /** Joins the open transaction: no commit, no job. */
  add<N extends JobName>(name: N, payload: JobPayloads[N], options?: { inSeconds?: number }): Promise<void>
}

/** One aggregate a line; all calls inside `transaction` commit together or not at all. */
export interface Store
  extends OrganizationStore,
    ProgramStore,
    EnrolmentStore,
    PairingStore,
    PreferencesStore,
    SchedulingStore,
    MeetingStore,
    SpeedStore,
    PublishingStore,
    TellingStore,
    RecordsStore {
  /** Nested calls join the outer one. Never held open across a call to Graph or Teams. */
  transaction<T>(work: () => Promise<T>): Promise<T>
  /** Until the transaction ends, nobody else gets past a lock of this name, in any instance. */
  lock(name: string): Promise<void>
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
  /** How long what people said is kept after their Cohort has closed. */
  retentionMonths: number
}
