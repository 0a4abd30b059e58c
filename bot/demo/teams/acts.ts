/** What people do in Teams that the bot hears of: write, press a button, add the app to a chat or a team. */
import type { DemoMessage } from '../state.ts'
import { fromChannel, fromPerson } from './activity.ts'
import type { TeamsChannel } from './channel.ts'
import { type Activity, store } from './connector.ts'
import { type Delivery, deliver, invoke } from './deliver.ts'
import { botMri, chatWith, type Place, personMri, placeOf } from './ids.ts'

/** What the person who pressed gets: a new card, a line of text, or Teams' "Something went wrong". */
export interface InvokeOutcome {
  /** HTTP status of the bot's endpoint. */
  httpStatus: number
  /** From the invoke response: 200 when the press worked. */
  statusCode: number
  type?: string
  value?: unknown
}

const CARD = 'application/vnd.microsoft.card.adaptive'
const ANSWERS = [CARD, 'application/vnd.microsoft.activity.message', 'application/vnd.microsoft.error']

/** The person types `text` in their chat with the bot. Resolves when the bot has answered (or has not). */
export async function say(channel: TeamsChannel, personId: string, text: string): Promise<Delivery> {
  const person = personById(channel, personId)
  const place: Place = { kind: 'personal', person, conversation: chatWith(channel.state, personId) }
  const message = store(channel, place, { type: 'message', text, textFormat: 'plain' }, personId)
  return deliver(
    channel,
    fromPerson(channel, person, { type: 'message', id: message.id, text, textFormat: 'plain' }),
  )
}

/**
 * The person writes in a channel, to the bot where `mentions` says so, to the team otherwise. In a team that has the app
 * Teams delivers what mentions the bot; and every message when the manifest asks for ChannelMessage.Read.Group
 * (learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/channel-messages-with-rsc).
 */
export async function writeInChannel(
  channel: TeamsChannel,
  personId: string,
  channelId: string,
  text: string,
  mentions: 'bot' | 'nobody',
): Promise<Delivery | undefined> {
  const { state } = channel
  const person = personById(channel, personId)
  const place = placeOf(state, channelId)
  if (place?.kind !== 'channel') throw new Error(`There is no channel ${channelId}.`)
  const named = '<at>Mentoring</at>'
  const words = mentions === 'bot' ? `${named} ${text}` : text
  const message = store(channel, place, { type: 'message', text: words, textFormat: 'plain' }, personId)
  if (!state.installedInTeams.has(place.team.id)) return undefined
  if (mentions === 'nobody' && !state.consentedInTeams.has('ChannelMessage.Read.Group')) return undefined
  const activity = fromChannel(channel, person, place.team, channelId, { type: 'message', id: message.id })
  const mention = { type: 'mention', text: named, mentioned: { id: botMri(state), name: 'Mentoring' } }
  const entities = [...(activity['entities'] as object[]), ...(mentions === 'bot' ? [mention] : [])]
  return deliver(channel, { ...activity, text: words, textFormat: 'plain', entities })
}

/** Action.Execute: the bot's answer replaces the card for this person alone. */
export function press(
  channel: TeamsChannel,
  personId: string,
  messageId: string,
  verb: string,
  data: Record<string, unknown>,
): Promise<InvokeOutcome> {
  return execute(channel, personId, messageId, {
    action: { type: 'Action.Execute', verb, data },
    trigger: 'manual',
  })
}

/** The card's own `refresh` action, which Teams runs when a person for whom it is meant opens the chat. */
export async function refresh(
  channel: TeamsChannel,
  personId: string,
  messageId: string,
): Promise<InvokeOutcome | undefined> {
  const { message } = seenBy(channel, personId, messageId)
  const card = cardOf(message, personId) as
    | { refresh?: { action?: Activity; userIds?: string[] } }
    | undefined
  const action = card?.refresh?.action
  if (!action || !card?.refresh?.userIds?.includes(personMri(personId))) return undefined
  return execute(channel, personId, messageId, { action, trigger: 'automatic' })
}

async function execute(
  channel: TeamsChannel,
  personId: string,
  messageId: string,
  value: Activity,
): Promise<InvokeOutcome> {
  const { message, place } = seenBy(channel, personId, messageId)
  const { status, body } = await invoke(
    channel,
    heardIn(channel, personId, place, message, { type: 'invoke', name: 'adaptiveCard/action', value }),
  )
  const answer = (typeof body === 'object' && body !== null ? body : {}) as Partial<InvokeOutcome>
  const isAnswer =
    status === 200 && typeof answer.statusCode === 'number' && ANSWERS.includes(answer.type ?? '')
  if (!isAnswer) return { httpStatus: status, statusCode: status === 200 ? 502 : status, value: body }
  if (answer.statusCode === 200 && answer.type === CARD) {
    message.views = { ...message.views, [personId]: answer.value }
    channel.state.changed(place.kind === 'channel' ? 'channel' : 'chat')
  }
  return { httpStatus: status, ...answer } as InvokeOutcome
}

/** Action.Submit: a message that carries `value` and no text. */
export function submit(
  channel: TeamsChannel,
  personId: string,
  messageId: string,
  value: Record<string, unknown>,
): Promise<Delivery> {
  const { message, place } = seenBy(channel, personId, messageId)
  return deliver(channel, heardIn(channel, personId, place, message, { type: 'message', value }))
}

function heardIn(
  channel: TeamsChannel,
  personId: string,
  place: Place,
  message: DemoMessage,
  activity: Activity,
): Activity {
  const person = personById(channel, personId)
  const full = { ...activity, replyToId: message.id }
  if (place.kind === 'personal') return fromPerson(channel, person, full)
  return fromChannel(channel, person, place.team, message.conversationId, full)
}

/** The card as this person sees it: what a press left them with, else what the bot sent to everybody. */
export function cardOf(message: DemoMessage, personId: string): unknown {
  const own = message.views?.[personId]
  if (own !== undefined) return own
  const attachments = message.activity['attachments'] as
    | { contentType?: string; content?: unknown }[]
    | undefined
  return attachments?.find(({ contentType }) => contentType === CARD)?.content
}

/** Finds a message among those the person can see: their own chat, and the channels of their teams. */
function seenBy(channel: TeamsChannel, personId: string, messageId: string) {
  const { state } = channel
  const teams = state.company.teams.filter(({ memberIds }) => memberIds.includes(personId))
  for (const conversation of state.conversations.values()) {
    const isTheirs = conversation.personId === personId || teams.some(({ id }) => id === conversation.teamId)
    const message = isTheirs && conversation.messages.find(({ id, deleted }) => id === messageId && !deleted)
    const place = message && placeOf(state, message.conversationId)
    if (message && place) return { message, place }
  }
  throw new Error(`Cannot act on message ${messageId}: ${personId} sees no such message.`)
}

/** Personal installation. Teams tells the bot twice: installationUpdate, and conversationUpdate for the chat. */
export async function tellInstalled(channel: TeamsChannel, personId: string, action: 'add' | 'remove') {
  const person = personById(channel, personId)
  const members = [{ id: botMri(channel.state) }]
  const change = action === 'add' ? { membersAdded: members } : { membersRemoved: members }
  await deliver(channel, fromPerson(channel, person, { type: 'installationUpdate', action }))
  await deliver(channel, fromPerson(channel, person, { type: 'conversationUpdate', ...change }))
}

/** Installation in a team: the same two events, from the general channel, in the name of the team's first member. */
export async function tellInstalledInTeam(channel: TeamsChannel, teamId: string, action: 'add' | 'remove') {
  const team = channel.state.company.teams.find(({ id }) => id === teamId)
  if (!team) throw new Error(`Cannot install the app: there is no team ${teamId}.`)
  const person = personById(channel, team.memberIds[0] ?? '')
  const general = team.channels[0]?.id ?? ''
  const members = [{ id: botMri(channel.state) }]
  const change = action === 'add' ? { membersAdded: members } : { membersRemoved: members }
  for (const activity of [
    { type: 'installationUpdate', action },
    { type: 'conversationUpdate', ...change },
  ]) {
    await deliver(channel, fromChannel(channel, person, team, general, activity))
  }
}

function personById({ state }: TeamsChannel, personId: string) {
  const person = state.company.byId.get(personId)
  if (!person) throw new Error(`Nobody in ${state.company.name} has the id ${personId}.`)
  return person
}
