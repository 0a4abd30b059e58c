/** What the bot can do in Teams, without a word of how. `adapter.ts` does it. */
import { Fault } from '../domain/fault.ts'
import type { CardMessage } from './cards/card.ts'

export interface Sent {
  conversationId: string
  activityId: string
}

/** Every call is sent once and throws ChannelFault when Teams did not take it. */
export interface Connector {
  /** The group behind a team, by the conversation that stands for it; older activities name that alone. */
  groupOf(serviceUrl: string, teamId: string): Promise<string | undefined>
  /** The one chat with a person; the same id when it exists already. */
  openChat(serviceUrl: string, personId: string): Promise<string>
  startThread(serviceUrl: string, channelId: string, message: CardMessage): Promise<Sent>
  send(serviceUrl: string, conversationId: string, message: CardMessage): Promise<Sent>
  update(serviceUrl: string, at: Sent, message: CardMessage): Promise<void>
  remove(serviceUrl: string, at: Sent): Promise<void>
}

/** Teams, or the way to it, said no. */
export class ChannelFault extends Fault {
  override readonly name = 'ChannelFault'
  /** HTTP status, or 0 when there was no answer: then the call may have had its effect. */
  readonly status: number
  /** Teams' own word for it, e.g. `BotNotInConversationRoster`. */
  readonly code: string
  readonly retryAfterMs?: number
  constructor(
    what: string,
    { status, code, retryAfterMs }: { status: number; code: string; retryAfterMs?: number },
    options?: { cause?: unknown },
  ) {
    super(`Teams did not ${what}: ${status || 'no answer'} ${code}.`, options)
    this.status = status
    this.code = code
    if (retryAfterMs !== undefined) this.retryAfterMs = retryAfterMs
  }
}
