import type { ChannelRef } from '../domain/summary.ts'
import type { Graph } from './client.ts'
import { pathPart } from './path-part.ts'

interface Message {
  id: string
  attachments?: { content?: unknown }[]
}

const mostAtOnce = 50

/**
 * Root messages of a channel, newest first. Application permission ChannelMessage.Read.Group, consented in the team:
 * learn.microsoft.com/graph/api/channel-list-messages
 */
export function channelMessagesFrom(graph: Graph) {
  return async function* (channel: ChannelRef, limit: number) {
    const { teamId, channelId } = channel
    const path = `/teams/${pathPart(teamId)}/channels/${pathPart(channelId)}/messages?$top=${Math.min(limit, mostAtOnce)}`
    for await (const page of graph.pages<Message>(path)) {
      for (const { id, attachments } of page.value) yield { id, attachments: attachments ?? [] }
    }
  }
}
