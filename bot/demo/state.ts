/**
 * What the demo tenant remembers. Entra, Graph and Teams stand-ins share this one object, as the real services
 * share one tenant. It lives in memory: starting again starts a new tenant, from the same seed the same one.
 * Nothing below `bot/demo` (but `start.ts`) imports the product: a stand-in that shares our code shares our mistakes.
 */
import type { Company } from './company.ts'
import type { LifeMemory } from './life/shape.ts'

/** An app registration in the tenant's Entra ID. */
export interface AppRegistration {
  /** Client id. */
  id: string
  secret: string
  /** Application permissions an administrator consented to; they become `roles` of an app-only token. */
  applicationPermissions: string[]
  /** Delegated Graph scopes consented to for on-behalf-of. */
  delegatedPermissions: string[]
}

export interface DemoEvent {
  id: string
  /** Mailbox (person id) this copy lies in. */
  mailbox: string
  iCalUId: string
  /** The Graph event resource as last written, without what is computed on reading. */
  resource: Record<string, unknown>
  transactionId?: string
  /** Recurring master only: occurrences moved (by original start, ISO date) and cancelled. */
  exceptions: Map<string, Record<string, unknown>>
  cancelled: Set<string>
  etag: number
}

/** One message in a conversation, as the channel service stores it. */
export interface DemoMessage {
  id: string
  conversationId: string
  /** A person's id, or `bot`. */
  from: string
  at: string
  /** The Bot Framework activity as received. */
  activity: Record<string, unknown>
  edited: boolean
  deleted: boolean
  /** Cards that a button press replaced for the presser alone, by person id. */
  views?: Record<string, unknown>
  /** Channel posts: the thread's first message. */
  rootId?: string
}

export interface DemoConversation {
  id: string
  kind: 'personal' | 'channel'
  /** Personal: whose chat with the bot. */
  personId?: string
  teamId?: string
  channelId?: string
  messages: DemoMessage[]
}

/** What should go wrong, counted down by the stand-in that meets it. An empty plan is a calm day. */
export interface Fault {
  /** Which service; a request matches when `path` (if given) matches `METHOD /path`. */
  service: 'graph' | 'teams' | 'entra'
  path?: RegExp
  kind:
    | 'throttle' /* 429 with Retry-After */
    | 'error-before' /* status without effect */
    | 'error-after' /* the write happened, the answer is lost as `status` */
    | 'drop-before' /* connection closed, no effect */
    | 'drop-after' /* the write happened, connection closed */
    | 'slow'
    | 'expire-token' /* 401 as if the token had run out */
  status?: number
  /** Of the answer, in the shape that Teams gives this refusal. */
  body?: unknown
  retryAfterSeconds?: number
  delayMs?: number
  /** How many matching requests it still hits. */
  times: number
  /** Hit only this share of matching requests (seeded); 1 when absent. */
  share?: number
}

export interface TenantState {
  company: Company
  /** Clock of the tenant, moved by the page. */
  now: () => Date
  /** Names under which links and tokens are issued, as in the real services. */
  names: {
    graph: string /* https://graph.microsoft.com */
    login: string /* https://login.microsoftonline.com */
  }
  /** `tab` validates the tab's tokens and calls Graph; `bot` speaks to the channel. */
  apps: { tab: AppRegistration; bot: AppRegistration }
  /** Application ID URI of the tab's API. */
  tabResource: string
  /** Base URL where the stand-ins listen, e.g. http://127.0.0.1:3978. */
  address: string
  events: Map<string, DemoEvent>
  conversations: Map<string, DemoConversation>
  /** People who have the app installed personally; teams that have it. */
  installedFor: Set<string>
  installedInTeams: Set<string>
  /** Whom an app permission policy keeps from having the app. */
  appBlockedFor?: Set<string>
  /** Who blocked the bot in their chat; Teams tells the bot neither of that nor of the contrary. */
  botBlockedBy?: Set<string>
  /** Resource-specific permissions of the manifest: consented in each team to which the app is added. */
  consentedInTeams: Set<string>
  /** Steps of the guided path that have happened; kept, since what they were seen by is not. */
  stepsDone: Set<string>
  /** How the company has lived until now; absent until somebody asks. */
  life?: LifeMemory
  faults: Fault[]
  /** Every request the stand-ins answered, newest last, capped; what contract tests read. */
  log: LoggedRequest[]
  /** The Teams manifest's id, which the catalog calls externalId; the bot's client id when absent. */
  teamsAppId?: string
  /** Uploaded by somebody for themselves: then the catalog does not hold the app. */
  isSideloaded?: boolean
  /** Told after every change worth redrawing the page for. */
  changed: (what: 'calendar' | 'chat' | 'channel' | 'clock' | 'directory') => void
}

export interface LoggedRequest {
  service: 'graph' | 'teams' | 'entra'
  method: string
  /** Path below the service's root, e.g. /v1.0/users/delta, with query. */
  path: string
  headers: Record<string, string>
  requestBody: unknown
  status: number
  responseHeaders: Record<string, string>
  responseBody: unknown
}
