import { share } from '../company/chance.ts'
import type { DemoPerson } from '../company.ts'
import type { DemoEvent, TenantState } from '../state.ts'

/** A change of the directory after the tenant started, in order. Its index is a position in delta links. */
export interface DirectoryChange {
  id: string
  removed: boolean
  managerChanged: boolean
  /** Before the change; names who is no longer the manager. */
  formerManager: string | undefined
  /** Properties that held something before and hold nothing now. */
  cleared: string[]
}

export interface StoredSubscription {
  id: string
  resource: Record<string, unknown>
  /** Whose events; without it, all users of the tenant. */
  mailbox?: string
  /** Begun with `Prefer: IdType="ImmutableId"`: its notifications name events so (outlook-immutable-id). */
  immutable?: boolean
}

/** One message about a meeting in an attendee's inbox; `date` when it is about one occurrence. */
export interface MeetingMail {
  to: string
  iCalUId: string
  kind: 'invitation' | 'update' | 'cancellation'
  date?: string
}

/** What the Graph stand-in remembers beside the tenant's state: indexes, journals, counters. */
export interface SentMail {
  from: string
  to: string[]
  subject: string
  content: string
  /** In the sender's Sent Items. */
  isKept: boolean
}

export interface GraphMemory {
  byAddress: Map<string, string>
  /** Person id by userPrincipalName, in lower case. */
  bySignIn: Map<string, string>
  /** Ids in the order a full read lists them; never reordered, so pages stay whole while people change. */
  order: string[]
  changes: DirectoryChange[]
  /** Raised to make every delta link handed out so far unusable. */
  deltaGeneration: number
  /** How a change says that somebody has no manager any more: as each of these has been met or is likely. */
  clearedManagerAs: 'removed' | 'empty' | 'null' | 'absent'
  /** Whether those subscribed to users hear of a new manager alone: no page of the documentation promises it. */
  tellsNewManagers: boolean
  eventsOf: Map<string, Set<string>>
  /** Event ids by iCalUId: the organizer's copy first. */
  copiesOf: Map<string, Set<string>>
  /** `mailbox|transactionId` of events that exist. */
  transactions: Map<string, { eventId: string; content: string }>
  calendarChanges: { mailbox: string; eventId: string; kind: 'created' | 'updated' | 'deleted' }[]
  subscriptions: Map<string, StoredSubscription>
  inFlight: Map<string, number>
  units: { left: number; at: number }
  nextEvent: number
  /** Deleted and called-off events: still read by their immutable id, in no calendar and no list. */
  deletedItems: Map<string, DemoEvent>
  /** People whose mailbox went, with its license or with them. */
  goneMailboxes: Set<string>
  /** People who lost Teams, and with it the right to make its meetings. */
  withoutTeams: Set<string>
  /** What Exchange sent to attendees, in order. */
  meetingMails: MeetingMail[]
  /** What was sent by `sendMail`, in order; the demo tenant shows no inbox. */
  sentMails: SentMail[]
  /** Events that a search by property does not find yet, or for a moment. */
  unindexed: Set<string>
  /** Deleted events that the search by property still finds for a moment. */
  lingering: Set<string>
}

const memories = new WeakMap<TenantState, GraphMemory>()

export function memoryOf(state: TenantState): GraphMemory {
  const known = memories.get(state)
  if (known) return known
  const memory: GraphMemory = {
    byAddress: new Map(),
    bySignIn: new Map(),
    order: state.company.people.map((person) => person.id),
    changes: [],
    deltaGeneration: 1,
    clearedManagerAs: 'removed',
    tellsNewManagers: false,
    eventsOf: new Map(),
    copiesOf: new Map(),
    transactions: new Map(),
    calendarChanges: [],
    subscriptions: new Map(),
    inFlight: new Map(),
    units: { left: 8000, at: Date.now() },
    nextEvent: 1,
    deletedItems: new Map(),
    goneMailboxes: new Set(),
    withoutTeams: new Set(),
    meetingMails: [],
    sentMails: [],
    unindexed: new Set(),
    lingering: new Set(),
  }
  for (const person of state.company.people) indexAddresses(memory, person)
  memories.set(state, memory)
  return memory
}

export function indexAddresses(memory: GraphMemory, person: DemoPerson): void {
  memory.byAddress.set(person.mail.toLowerCase(), person.id)
  memory.bySignIn.set(person.userPrincipalName.toLowerCase(), person.id)
}

/** Whose `/users/{key}` is: by object id or userPrincipalName, never by mail address. */
export function findAccount(state: TenantState, memory: GraphMemory, key: string): DemoPerson | undefined {
  return state.company.byId.get(accountId(state, memory, key))
}

export function accountId({ company }: TenantState, memory: GraphMemory, key: string): string {
  return company.byId.has(key) ? key : (memory.bySignIn.get(key.toLowerCase()) ?? key)
}

/** Whose mail address it is. Exchange delivers by addresses, and a userPrincipalName need not be one. */
export function findByAddress(
  state: TenantState,
  memory: GraphMemory,
  address: string,
): DemoPerson | undefined {
  return state.company.byId.get(memory.byAddress.get(address.toLowerCase()) ?? '')
}

/** Guests have no mailbox here, and somebody's may have gone. */
export function hasMailbox(state: TenantState, person: DemoPerson): boolean {
  return person.userType === 'Member' && !memoryOf(state).goneMailboxes.has(person.id)
}

/** A few mailboxes do not allow Teams meetings; nobody whom the page plays is among them. */
export function allowsTeamsMeetings(state: TenantState, person: DemoPerson): boolean {
  if (memoryOf(state).withoutTeams.has(person.id)) return false
  return Object.values(state.company.personas).includes(person.id) || share(`teams:${person.id}`) >= 0.02
}
