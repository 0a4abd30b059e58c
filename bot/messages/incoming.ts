/** What the bot heard and what it answers, as plain data: all that handlers know of Teams. */
import type { CardMessage } from './cards/card.ts'

/** Where something was said, and by whom. */
export interface Where {
  /** Teams may deliver one activity twice under the same id. Empty when Teams gave none; in another conversation another's. */
  activityId: string
  /** The thread of a channel in which it was said. */
  threadId?: string
  /** Entra object id of whoever acted; absent when Teams did not say. */
  personId?: string
  conversationId: string
  serviceUrl: string
  scope: 'personal' | 'team' | 'group'
  /** Entra id of the team, where the scope is one. */
  teamId?: string
  /** BCP 47, as the person set Teams to. */
  locale?: string
}

export type Heard =
  | { kind: 'installed'; where: Where }
  | { kind: 'removed'; where: Where }
  | { kind: 'message'; where: Where; text: string }
  | {
      kind: 'card-action'
      where: Where
      verb: string
      /** Of the sender's making: never trusted to say who somebody is. */
      data: Record<string, unknown>
      /** The message that holds the card, where Teams names it. */
      messageId?: string
      /** `execute` waits for an answer on screen; `submit` is a message and gets one. */
      via: 'execute' | 'submit'
    }
  | { kind: 'other'; where: Where; isInvoke: boolean }

export type Answer =
  /** Nothing to say. */
  | { kind: 'silent' }
  /** A new message with a card. */
  | { kind: 'card'; message: CardMessage }
  /** In place of the card whose button was pressed. */
  | { kind: 'replace'; message: CardMessage }
  /** A line of text: below the card after a press, a message otherwise. */
  | { kind: 'text'; text: string }

export const silent: Answer = { kind: 'silent' }

export type Handler = (heard: Heard) => Promise<Answer>
