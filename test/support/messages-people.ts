/** What one person sees of the bot in Teams. */

import type { DemoMessage } from '../../bot/demo/state.ts'
import { cardOf, writeInChannel } from '../../bot/demo/teams/acts.ts'
import { chatWith as conversationWith } from '../../bot/demo/teams/ids.ts'
import type { Stage } from './messages-stage.ts'

const asSeen = (message: DemoMessage, personId: string) => ({
  id: message.id,
  summary: String(message.activity['summary'] ?? ''),
  text: String(message.activity['text'] ?? ''),
  card: cardOf(message, personId) as Record<string, unknown> | undefined,
  activity: message.activity,
})

/** What the bot said in somebody's own chat, oldest first. */
export function chatWith({ tenant }: Stage, personId: string) {
  return conversationWith(tenant.state, personId)
    .messages.filter(({ from, deleted }) => from === 'bot' && !deleted)
    .map((message) => asSeen(message, personId))
}

/** Somebody writes in a channel, naming the bot; what the bot then says there. */
export async function fromChannelTo({ tenant }: Stage, personId: string, channelId: string, text: string) {
  await writeInChannel(tenant.channel, personId, channelId, text, 'bot')
  return asSeen(tenant.state.conversations.get(channelId)!.messages.at(-1)!, personId)
}

/** What the bot posted in a channel and did not take back, oldest first. */
export function postsIn({ tenant }: Stage, channelId: string) {
  const messages = tenant.state.conversations.get(channelId)?.messages ?? []
  return messages
    .filter(({ from, deleted }) => from === 'bot' && !deleted)
    .map((message) => asSeen(message, ''))
}
