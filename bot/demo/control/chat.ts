/** Messages as the page draws them: who, when, words, and the card as the one person looking sees it. */
import type { DemoConversation, DemoMessage, TenantState } from '../state.ts'
import { cardOf } from '../teams/acts.ts'
import { chatWith } from '../teams/ids.ts'

export interface ShownMessage {
  id: string
  from: 'bot' | { id: string; name: string }
  at: string
  text: string
  /** What a notification would say. */
  summary: string
  card?: unknown
  edited: boolean
  replies?: ShownMessage[]
}

export function shownMessage(state: TenantState, message: DemoMessage, viewer: string): ShownMessage {
  const card = cardOf(message, viewer)
  return {
    id: message.id,
    from: message.from === 'bot' ? 'bot' : { id: message.from, name: nameOf(state, message.from) },
    at: message.at,
    text: String(message.activity['text'] ?? ''),
    summary: String(message.activity['summary'] ?? ''),
    ...(card === undefined ? {} : { card }),
    edited: message.edited,
  }
}

const nameOf = (state: TenantState, id: string) => state.company.byId.get(id)?.displayName ?? id

const kept = ({ messages }: DemoConversation) => messages.filter(({ deleted }) => !deleted)

/** How many messages of the bot each person has opened. The page is the only reader, so reading is seeing. */
const seen = new WeakMap<TenantState, Map<string, number>>()

const fromBot = (state: TenantState, personId: string) =>
  kept(chatWith(state, personId)).filter(({ from }) => from === 'bot').length

export function unreadOf(state: TenantState, personId: string): number {
  return Math.max(0, fromBot(state, personId) - (seen.get(state)?.get(personId) ?? 0))
}

/** Opens the chat: what is in it counts as read from now on. */
export function openChat(state: TenantState, personId: string): ShownMessage[] {
  const wasUnread = unreadOf(state, personId) > 0
  const read = seen.get(state) ?? new Map<string, number>()
  seen.set(state, read.set(personId, fromBot(state, personId)))
  if (wasUnread) state.changed('directory')
  return shownChat(state, personId)
}

export function shownChat(state: TenantState, personId: string): ShownMessage[] {
  return kept(chatWith(state, personId)).map((message) => shownMessage(state, message, personId))
}

/** The teams a person belongs to, each channel with its threads: first message, then the answers to it. */
export function shownTeams(state: TenantState, personId: string) {
  const theirs = state.company.teams.filter(({ memberIds }) => memberIds.includes(personId))
  return theirs.map((team) => ({
    id: team.id,
    name: team.displayName,
    hasApp: state.installedInTeams.has(team.id),
    channels: team.channels.map((channel) => ({
      id: channel.id,
      name: channel.displayName,
      threads: threads(state, state.conversations.get(channel.id), personId),
    })),
  }))
}

function threads(state: TenantState, channel: DemoConversation | undefined, viewer: string): ShownMessage[] {
  const messages = channel ? kept(channel) : []
  return messages
    .filter(({ id, rootId }) => rootId === id)
    .map((root) => ({
      ...shownMessage(state, root, viewer),
      replies: messages
        .filter(({ id, rootId }) => rootId === root.id && id !== root.id)
        .map((reply) => shownMessage(state, reply, viewer)),
    }))
}
