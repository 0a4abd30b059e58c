/**
 * What the bot may ask of Teams: the Bot Framework connector, version 3, as far as Teams offers it. Every function
 * decides one call and has its effect at once; tokens, faults and the log are around it (`../teams-server.ts`).
 */
import type { DemoMessage } from '../state.ts'
import { type Answer, refusals } from './answer.ts'
import { nextMessageId, type TeamsChannel } from './channel.ts'
import { chatId, isReachable, memberAccount, type Place, personFrom, placeOf } from './ids.ts'

export type Activity = Record<string, unknown>

/** Teams counts a message in UTF-16, card included: about 100 KB. */
const MOST_BYTES = 100 * 1024

const isTooBig = (activity: Activity) => JSON.stringify(activity).length * 2 > MOST_BYTES

interface ConversationParameters {
  isGroup?: boolean
  members?: { id?: string }[]
  channelData?: { channel?: { id?: string }; tenant?: { id?: string } }
  tenantId?: string
  activity?: Activity
}

/** POST /v3/conversations: a chat with one person, or a new thread in a channel. */
export function createConversation(channel: TeamsChannel, wanted: ConversationParameters): Answer {
  const channelId = wanted.channelData?.channel?.id
  return channelId ? startThread(channel, channelId, wanted.activity) : openChat(channel, wanted)
}

function openChat(channel: TeamsChannel, wanted: ConversationParameters): Answer {
  const { state } = channel
  const [member, ...others] = wanted.members ?? []
  if (!member?.id || others.length > 0 || wanted.isGroup) {
    return refusals.badArgument('A bot opens a conversation with exactly one member.')
  }
  const tenantId = wanted.channelData?.tenant?.id ?? wanted.tenantId
  if (tenantId !== state.company.tenantId) return refusals.badArgument('Unknown tenant id.')
  const person = personFrom(state, member.id)
  if (!person) return refusals.badArgument(`Failed to decrypt pairwise id: ${member.id}`)
  if (!isReachable(state, person.id)) return refusals.notInstalled()
  const place = placeOf(state, chatId(state, person.id))!
  if (!wanted.activity) return paced(channel, place, () => created(channel, place))
  return sendTo(channel, place, wanted.activity, (message) => created(channel, place, message))
}

function startThread(channel: TeamsChannel, channelId: string, activity: Activity | undefined): Answer {
  const place = placeOf(channel.state, channelId)
  if (place?.kind !== 'channel') return refusals.noConversation()
  if (!activity) return refusals.badArgument('A new thread needs its first activity.')
  return sendTo(channel, place, activity, (message) => created(channel, place, message))
}

function created(channel: TeamsChannel, place: Place, message?: DemoMessage): Answer {
  return {
    status: 201,
    body: {
      id: message?.conversationId ?? place.conversation.id,
      ...(message ? { activityId: message.id } : {}),
      serviceUrl: serviceUrl(channel),
    },
  }
}

/** The address the bot must answer to; it is also what the channel's tokens claim. */
export const serviceUrl = ({ state }: TeamsChannel) => `${state.address}/teams/service/`

/** POST /v3/conversations/{id}/activities[/{replyTo}] */
export function sendActivity(channel: TeamsChannel, conversationId: string, activity: Activity): Answer {
  const place = placeOf(channel.state, conversationId)
  if (!place || !threadExists(place)) return refusals.noConversation()
  return sendTo(channel, place, activity, ({ id }) => ({ status: 201, body: { id } }))
}

function sendTo(
  channel: TeamsChannel,
  place: Place,
  activity: Activity,
  answer: (message: DemoMessage) => Answer,
): Answer {
  if (!isInRoster(channel, place)) return refusals.notInRoster()
  if (isBlocked(channel, place)) return refusals.blocked()
  if (isTooBig(activity)) return refusals.tooBig()
  return paced(channel, place, () => {
    if (activity['type'] === 'typing') return { status: 202, body: { id: nextMessageId(channel) } }
    return answer(store(channel, place, activity, 'bot'))
  })
}

function paced(channel: TeamsChannel, place: Place, act: () => Answer): Answer {
  const seconds = channel.rateLimit.wait('send', place.conversation.id)
  return seconds > 0 ? refusals.throttled(seconds) : act()
}

/** Keeps a message where people see it. Called for the bot's messages and for what people write. */
export function store(channel: TeamsChannel, place: Place, activity: Activity, from: string): DemoMessage {
  const id = nextMessageId(channel)
  const rootId = place.kind === 'channel' ? (place.rootId ?? id) : undefined
  const message: DemoMessage = {
    id,
    conversationId: rootId ? `${place.conversation.id};messageid=${rootId}` : place.conversation.id,
    from,
    at: channel.state.now().toISOString(),
    activity,
    edited: false,
    deleted: false,
    ...(rootId ? { rootId } : {}),
  }
  place.conversation.messages.push(message)
  channel.state.changed(place.kind === 'channel' ? 'channel' : 'chat')
  return message
}

/** PUT /v3/conversations/{id}/activities/{activityId}: everybody sees the new text or card. */
export function updateActivity(
  channel: TeamsChannel,
  conversationId: string,
  activityId: string,
  activity: Activity,
): Answer {
  return withOwnMessage(channel, conversationId, activityId, (place, message) => {
    if (isBlocked(channel, place)) return refusals.blocked()
    if (isTooBig(activity)) return refusals.tooBig()
    return paced(channel, place, () => {
      message.activity = activity
      message.edited = true
      delete message.views
      channel.state.changed(place.kind === 'channel' ? 'channel' : 'chat')
      return { status: 200, body: { id: message.id } }
    })
  })
}

/** DELETE /v3/conversations/{id}/activities/{activityId} */
export function deleteActivity(channel: TeamsChannel, conversationId: string, activityId: string): Answer {
  return withOwnMessage(channel, conversationId, activityId, (place, message) => {
    message.deleted = true
    channel.state.changed(place.kind === 'channel' ? 'channel' : 'chat')
    return { status: 200 }
  })
}

function withOwnMessage(
  channel: TeamsChannel,
  conversationId: string,
  activityId: string,
  act: (place: Place, message: DemoMessage) => Answer,
): Answer {
  const place = placeOf(channel.state, conversationId)
  if (!place) return refusals.noConversation()
  if (!isInRoster(channel, place)) return refusals.notInRoster()
  const message = place.conversation.messages.find(({ id, deleted }) => id === activityId && !deleted)
  if (!message) return refusals.noActivity()
  return message.from === 'bot' ? act(place, message) : refusals.notYours()
}

/** GET /v3/conversations/{id}/members[/{memberId}] and /pagedmembers, 50 to 500 a page. */
export function listMembers(
  channel: TeamsChannel,
  conversationId: string,
  page?: { size: number; from: number },
): Answer {
  return withRoster(channel, conversationId, (roster) => {
    if (!page) return { status: 200, body: roster }
    const end = page.from + Math.min(500, Math.max(50, page.size))
    const members = roster.slice(page.from, end)
    const more = end < roster.length ? { continuationToken: String(end) } : {}
    return { status: 200, body: { members, ...more } }
  })
}

export function getMember(channel: TeamsChannel, conversationId: string, memberId: string): Answer {
  return withRoster(channel, conversationId, (roster) => {
    const person = personFrom(channel.state, memberId)
    const member = roster.find(({ objectId }) => objectId === person?.id)
    return member ? { status: 200, body: member } : refusals.noMember()
  })
}

type Roster = ReturnType<typeof memberAccount>[]

function withRoster(channel: TeamsChannel, conversationId: string, act: (roster: Roster) => Answer): Answer {
  // Teams also accepts a team's id where it asks for a conversation.
  const team = channel.state.company.teams.find(({ id }) => id === conversationId)
  const place = placeOf(channel.state, team?.channels[0]?.id ?? conversationId)
  if (!place) return refusals.noConversation()
  if (!isInRoster(channel, place)) return refusals.notInRoster()
  const seconds = channel.rateLimit.wait('members', place.conversation.id)
  if (seconds > 0) return refusals.throttled(seconds)
  const { state } = channel
  const people =
    place.kind === 'personal'
      ? [place.person]
      : place.team.memberIds.flatMap((id) => state.company.byId.get(id) ?? [])
  return act(people.map((person) => memberAccount(state, person)))
}

/** GET /v3/teams/{id}: `id` is the team's thread, its first channel's id, as in Teams. */
export function teamDetails(channel: TeamsChannel, teamId: string): Answer {
  return withTeam(channel, teamId, (team) => ({
    status: 200,
    body: {
      id: team.channels[0]?.id ?? team.id,
      name: team.displayName,
      aadGroupId: team.id,
      channelCount: team.channels.length,
      memberCount: team.memberIds.length,
      tenantId: channel.state.company.tenantId,
      type: 'standard',
    },
  }))
}

/** GET /v3/teams/{id}/conversations. The general channel comes without a name, as in Teams. */
export function teamChannels(channel: TeamsChannel, teamId: string): Answer {
  return withTeam(channel, teamId, (team) => ({
    status: 200,
    body: {
      conversations: team.channels.map(({ id, displayName }, at) => ({
        id,
        ...(at === 0 ? {} : { name: displayName }),
        type: 'standard',
      })),
    },
  }))
}

type Team = TeamsChannel['state']['company']['teams'][number]

function withTeam(channel: TeamsChannel, teamId: string, act: (team: Team) => Answer): Answer {
  const { company, installedInTeams } = channel.state
  const team = company.teams.find(({ id, channels }) => id === teamId || channels[0]?.id === teamId)
  if (!team) return refusals.noConversation()
  return installedInTeams.has(team.id) ? act(team) : refusals.notInRoster()
}

function isInRoster({ state }: TeamsChannel, place: Place): boolean {
  return place.kind === 'personal'
    ? isReachable(state, place.person.id)
    : // Adding an app to a team adds it to the team's standard channels.
      state.installedInTeams.has(place.team.id) && !place.channel.membershipType
}

/** As documented of messages: .../bots/how-to/conversations/conversation-messages, "Status codes from bot conversational APIs". */
const isBlocked = ({ state }: TeamsChannel, place: Place): boolean =>
  place.kind === 'personal' && (state.botBlockedBy?.has(place.person.id) ?? false)

function threadExists(place: Place): boolean {
  if (place.kind === 'personal' || !place.rootId) return true
  return place.conversation.messages.some(({ id }) => id === place.rootId)
}
