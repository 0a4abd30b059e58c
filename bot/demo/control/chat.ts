/** Messages as the page draws them: who, when, words, and the card as the one person looking sees it. */
import type { DemoConversation, DemoMessage, TenantState } from '../state.ts'
import { cardOf } from '../teams/acts.ts'

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

export function shownChat(state: TenantState, personId: string): ShownMessage[] {
  const chat = [...state.conversations.values()].find((one) => one.personId === personId)
  return chat ? kept(chat).map((message) => shownMessage(state, message, personId)) : []
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
