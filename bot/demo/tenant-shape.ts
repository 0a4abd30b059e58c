/** What starts a demo tenant, and what it is once it runs. */
import type { Company } from './company.ts'
import type { KeyPair } from './entra/keys.ts'
import type { EntraKeys } from './entra-server.ts'
import type { Life } from './life/life.ts'
import type { TenantState } from './state.ts'
import type { TeamsChannel } from './teams/channel.ts'

export interface TenantOptions {
  company: Company
  /** 0 (the default) takes any free port. */
  port?: number
  /** Address to listen on; 127.0.0.1 by default. */
  host?: string
  /** Origin of the product, e.g. http://localhost:3979; can be set later with `setProductUrl`. */
  productUrl?: string | (() => string)
  /** Folder of the built page; without it the tenant answers APIs only. */
  pageDir?: string
  /** Clock of the tenant. Without it the tenant keeps its own, which the page can move forward. */
  now?: () => Date
  botId?: string
  tabAppId?: string
  /** Called when the page moves the clock, before it shows the new time. */
  onClock?: (to: Date) => Promise<void>
  /** Told what a person did through the page, for a log. */
  onAct?: (act: { kind: string; personId?: string; detail?: unknown }) => void
  /** How long the bot may take before Teams sends a message again; 15,000 ms. */
  answerWithinMs?: number
  /** Milliseconds that only rise, for the channel's limits; real time by default. */
  tick?: () => number
  /** Key pairs of Entra and of the channel that exist already: making a pair takes a moment of computing. */
  keyPairs?: { entra: KeyPair; channel: KeyPair }
}

export interface Tenant {
  /** Where the tenant listens, e.g. http://127.0.0.1:3978. */
  url: string
  state: TenantState
  keys: EntraKeys
  channel: TeamsChannel
  productUrl: () => string | undefined
  setProductUrl: (url: string) => void
  /** From now on everybody acts while the clock is moved; until then it jumps. */
  begin: (life: Life) => void
  /** Moves the tenant's clock; never backwards. */
  advanceTo: (to: Date) => Promise<void>
  /** Where the clock is on its way to, while everybody acts. */
  movingTo: () => Date | undefined
  /** The clock stays where it is by now; what has begun there is finished. */
  stopClock: () => void
  /** What the product needs in its environment to live in this tenant. */
  settings: () => Record<string, string>
  close: () => Promise<void>
}
