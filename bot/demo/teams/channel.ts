/**
 * The Teams channel service of the demo tenant: what its parts share. One per tenant, between the connector API
 * that the bot calls (`connector.ts`) and the activities that people cause (`acts.ts`).
 */
import type { TenantState } from '../state.ts'
import type { RateLimit } from './rate-limit.ts'
import type { ChannelSigner } from './signer.ts'

/** Claims of the bot's bearer token, as far as the connector reads them. */
export type TokenClaims = Record<string, unknown>

export interface TeamsChannel {
  state: TenantState
  signer: ChannelSigner
  rateLimit: RateLimit
  /** Verifies a bearer token for the audience https://api.botframework.com; throws when it does not hold. */
  verify: (bearer: string) => Promise<TokenClaims>
  /** Where the bot listens, e.g. http://127.0.0.1:3979/api/messages; undefined while no product runs. */
  botEndpoint: () => string | undefined
  /** How long the bot has to answer before Teams sends a message again (15 s in the real service). */
  answerWithinMs: number
  /** Every message reaches the bot twice under one activity id, as happens on bad days. */
  deliverTwice: boolean
  /** Activities of teams carry `aadGroupId`; some do not, and the bot has to ask which team it is. */
  namesGroups: boolean
  /** Deliveries under way, so that a test can wait until Teams has nothing left to say. */
  pending: Set<Promise<unknown>>
  lastMessageId: number
}

/** Ids are milliseconds of the tenant's clock, as in Teams, kept strictly rising. */
export function nextMessageId(channel: TeamsChannel): string {
  channel.lastMessageId = Math.max(channel.lastMessageId + 1, channel.state.now().getTime())
  return String(channel.lastMessageId)
}

/** Resolves when no delivery to the bot is under way, those begun meanwhile included. */
export async function settled(channel: TeamsChannel): Promise<void> {
  while (channel.pending.size > 0) await Promise.allSettled(channel.pending)
}

export function track<T>(channel: TeamsChannel, work: Promise<T>): Promise<T> {
  channel.pending.add(work)
  const forget = () => channel.pending.delete(work)
  work.then(forget, forget)
  return work
}
