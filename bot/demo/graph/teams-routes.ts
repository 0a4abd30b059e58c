import { guidOf } from '../company/chance.ts'
import type { DemoTeam } from '../company.ts'
import type { DemoMessage, TenantState } from '../state.ts'
import { personOr404 } from './directory.ts'
import { badRequest, type Call, context, created, type GraphAnswer, GraphRefusal, ok } from './exchange.ts'
import { collection, linkTo, pick, readToken, selected, topOf, writeToken } from './odata.ts'
import { parseFilter } from './odata-filter.ts'
import { requirePermission } from './permissions.ts'

const MOST_MESSAGES = 50

/** GET /users/{id}/joinedTeams */
export function listJoinedTeams(call: Call): GraphAnswer {
  const person = personOr404(call.state, call.memory, call.params['id']!)
  const own = call.request.caller.personId
  if (own && own !== person.id)
    throw new GraphRefusal(
      403,
      'Forbidden',
      'Missing role permissions on the request: joined teams of others.',
    )
  // Graph documents that OData options are not supported here; whether it ignores or refuses them is not said.
  for (const name of call.request.query.keys())
    if (name.startsWith('$'))
      throw badRequest(`The query option '${name}' is not supported on joinedTeams.`, 'BadRequest')
  const teams = call.state.company.teams.filter((team) => team.memberIds.includes(person.id))
  return ok(
    collection(context(call.state, 'teams'), { value: teams.map((team) => teamRow(call.state, team)) }),
  )
}

/** GET /teams/{id} */
export function getTeam(call: Call): GraphAnswer {
  const team = teamOr404(call)
  const row = {
    ...teamRow(call.state, team),
    webUrl: `https://teams.microsoft.com/l/team/${encodeURIComponent(team.channels[0]!.id)}/conversations?groupId=${team.id}&tenantId=${call.state.company.tenantId}`,
    isArchived: false,
    memberSettings: {
      allowCreateUpdateChannels: true,
      allowDeleteChannels: true,
      allowAddRemoveApps: true,
      allowCreateUpdateRemoveTabs: true,
      allowCreateUpdateRemoveConnectors: true,
    },
  }
  return ok({
    '@odata.context': context(call.state, 'teams/$entity'),
    ...pick(row, selected(call.request.query)),
  })
}

function teamRow(state: TenantState, team: DemoTeam) {
  return {
    id: team.id,
    displayName: team.displayName,
    description: team.displayName,
    isArchived: false,
    tenantId: state.company.tenantId,
    visibility: 'public',
  }
}

function teamOr404(call: Call): DemoTeam {
  const team = call.state.company.teams.find(({ id }) => id === call.params['team'])
  if (!team) throw new GraphRefusal(404, 'NotFound', `No team found with Group Id ${call.params['team']}`)
  const { personId } = call.request.caller
  if (personId && !team.memberIds.includes(personId))
    throw new GraphRefusal(403, 'Forbidden', 'Caller is not a member of the team.')
  return team
}

function channelOr404(call: Call, team: DemoTeam) {
  const channel = team.channels.find(({ id }) => id === call.params['channel'])
  if (channel) return channel
  throw new GraphRefusal(404, 'NotFound', 'Invalid channel id or channel not found.')
}

/** GET /teams/{id}/channels */
export function listChannels(call: Call): GraphAnswer {
  const team = teamOr404(call)
  const rows: Record<string, unknown>[] = team.channels.map((channel) => ({
    id: channel.id,
    createdDateTime: '2024-03-04T09:00:00Z',
    displayName: channel.displayName,
    description: null,
    email: '',
    isArchived: false,
    isFavoriteByDefault: null,
    membershipType: channel.membershipType ?? 'standard',
    tenantId: call.state.company.tenantId,
    webUrl: `https://teams.microsoft.com/l/channel/${encodeURIComponent(channel.id)}/${encodeURIComponent(channel.displayName)}?groupId=${team.id}&tenantId=${call.state.company.tenantId}`,
  }))
  const filter = call.request.query.get('$filter')
  const names = selected(call.request.query)
  const value = (filter ? rows.filter(parseFilter(filter)) : rows).map((row) => pick(row, names))
  return ok(
    collection(
      context(call.state, `teams('${team.id}')/channels`),
      { value },
      { '@odata.count': value.length },
    ),
  )
}

/** Consent in the team stands for the permission, if the manifest asks for it: it comes with adding the app there. */
function requireChannelReading(call: Call, team: DemoTeam): void {
  const { caller } = call.request
  if (
    caller.personId
      ? caller.scopes.has('ChannelMessage.Read.All')
      : caller.roles.has('ChannelMessage.Read.All') ||
        (call.state.consentedInTeams.has('ChannelMessage.Read.Group') &&
          call.state.installedInTeams.has(team.id))
  )
    return
  requirePermission(
    caller,
    {
      application: ['ChannelMessage.Read.Group', 'ChannelMessage.Read.All'],
      delegated: ['ChannelMessage.Read.All'],
    },
    'teams',
  )
}

/** GET /teams/{id}/channels/{id}/messages: posts without their replies, the newest first, at most 50 a page. */
export function listChannelMessages(call: Call): GraphAnswer {
  const team = teamOr404(call)
  const channel = channelOr404(call, team)
  requireChannelReading(call, team)
  const top = topOf(call.request.query, 20, MOST_MESSAGES)
  const posts = channelMessages(call.state, channel.id).filter(
    (message) => !message.rootId || message.rootId === message.id,
  )
  return messagePage(call, team, channel.id, posts, top)
}

/** GET .../messages/{id}/replies */
export function listReplies(call: Call): GraphAnswer {
  const team = teamOr404(call)
  const channel = channelOr404(call, team)
  requireChannelReading(call, team)
  const root = call.params['message']!
  const replies = channelMessages(call.state, channel.id).filter(
    (message) => message.rootId === root && message.id !== root,
  )
  return messagePage(call, team, channel.id, replies, topOf(call.request.query, 20, MOST_MESSAGES))
}

function messagePage(
  call: Call,
  team: DemoTeam,
  channelId: string,
  messages: DemoMessage[],
  top: number,
): GraphAnswer {
  const newest = messages.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
  const from = readToken<number>(call.request.query.get('$skiptoken') ?? '') ?? 0
  const value = newest
    .slice(from, from + top)
    .map((message) => messageRow(call.state, team, channelId, message))
  const next =
    from + top < newest.length ? { next: linkTo(call, { $skiptoken: writeToken(from + top) }) } : {}
  return ok(
    collection(
      context(call.state, `teams('${team.id}')/channels('${channelId}')/messages`),
      { value, ...next },
      { '@odata.count': value.length },
    ),
  )
}

function channelMessages(state: TenantState, channelId: string): DemoMessage[] {
  return [...state.conversations.values()]
    .filter((conversation) => conversation.kind === 'channel' && conversation.channelId === channelId)
    .flatMap((conversation) => conversation.messages)
}

interface ActivityAttachment {
  contentType?: string
  content?: unknown
  contentUrl?: string
  name?: string
}

function messageRow(
  state: TenantState,
  team: DemoTeam,
  channelId: string,
  message: DemoMessage,
): Record<string, unknown> {
  const attachments = message.deleted
    ? []
    : ((message.activity['attachments'] as ActivityAttachment[] | undefined) ?? [])
  const ids = attachments.map((_, index) => guidOf(`${message.id}:attachment:${index}`).replaceAll('-', ''))
  const text = message.deleted ? '' : String(message.activity['text'] ?? '')
  return {
    id: message.id,
    replyToId: message.rootId && message.rootId !== message.id ? message.rootId : null,
    etag: message.id,
    messageType: 'message',
    createdDateTime: message.at,
    lastModifiedDateTime: message.at,
    lastEditedDateTime: message.edited ? message.at : null,
    deletedDateTime: message.deleted ? message.at : null,
    subject: null,
    summary: (message.activity['summary'] as string | undefined) ?? null,
    chatId: null,
    importance: message.activity['importance'] === 'urgent' ? 'urgent' : 'normal',
    locale: 'en-us',
    webUrl: `https://teams.microsoft.com/l/message/${encodeURIComponent(channelId)}/${message.id}?groupId=${team.id}&tenantId=${state.company.tenantId}`,
    policyViolation: null,
    eventDetail: null,
    from: senderOf(state, message.from),
    body: {
      contentType: 'html',
      content: `${text}${ids.map((id) => `<attachment id="${id}"></attachment>`).join('')}`,
    },
    channelIdentity: { teamId: team.id, channelId },
    attachments: attachments.map((attachment, index) => ({
      id: ids[index],
      contentType: attachment.contentType ?? 'reference',
      contentUrl: attachment.contentUrl ?? null,
      content: attachment.content === undefined ? null : JSON.stringify(attachment.content),
      name: attachment.name ?? null,
      thumbnailUrl: null,
      teamsAppId: null,
    })),
    mentions: [],
    reactions: [],
  }
}

function senderOf(state: TenantState, from: string): Record<string, unknown> {
  if (from === 'bot')
    return {
      application: {
        '@odata.type': '#microsoft.graph.teamworkApplicationIdentity',
        id: state.apps.bot.id,
        displayName: 'Mentoring',
        applicationIdentityType: 'bot',
      },
      device: null,
      user: null,
    }
  const person = state.company.byId.get(from)
  return {
    application: null,
    device: null,
    user: {
      '@odata.type': '#microsoft.graph.teamworkUserIdentity',
      id: from,
      displayName: person?.displayName ?? null,
      userIdentityType: 'aadUser',
      tenantId: state.company.tenantId,
    },
  }
}

/** POST /teams/{id}/channels/{id}/messages in a person's name. */
export function postChannelMessage(call: Call): GraphAnswer {
  const team = teamOr404(call)
  const channel = channelOr404(call, team)
  const { personId } = call.request.caller
  if (!personId)
    throw new GraphRefusal(
      403,
      'Forbidden',
      'Application permission Teamwork.Migrate.All is for migration only.',
    )
  const body = call.request.body as
    | { body?: { content?: string }; attachments?: { contentType: string; content?: string }[] }
    | undefined
  if (typeof body?.body?.content !== 'string') throw badRequest('Missing body content.', 'BadRequest')
  const at = call.state.now()
  const conversation = [...call.state.conversations.values()].find((one) => one.channelId === channel.id) ?? {
    id: channel.id,
    kind: 'channel' as const,
    teamId: team.id,
    channelId: channel.id,
    messages: [],
  }
  call.state.conversations.set(conversation.id, conversation)
  const id = String(
    Math.max(at.getTime(), ...conversation.messages.map((message) => Number(message.id) + 1 || 0)),
  )
  const text = body.body.content.replace(/<attachment[^>]*>(<\/attachment>)?/g, '')
  const attachments = (body.attachments ?? []).map((one) => ({
    contentType: one.contentType,
    content: one.content ? JSON.parse(one.content) : undefined,
  }))
  const message: DemoMessage = {
    id,
    conversationId: conversation.id,
    from: personId,
    at: at.toISOString(),
    activity: { type: 'message', text, textFormat: 'xml', attachments },
    edited: false,
    deleted: false,
    rootId: id,
  }
  conversation.messages.push(message)
  call.state.changed('channel')
  return created(messageRow(call.state, team, channel.id, message))
}
