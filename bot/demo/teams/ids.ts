/**
 * Names Teams gives to people, chats and threads. They look as opaque as the real ones, but can be read back, so
 * that a conversation which the bot remembers from an earlier run of the tenant still means the same person.
 */
import type { DemoPerson, DemoTeam } from '../company.ts'
import type { DemoConversation, TenantState } from '../state.ts'

const PERSON = '29:1'
const CHAT = 'a:1'

const pack = (text: string) => Buffer.from(text).toString('base64url')
const unpack = (text: string) => Buffer.from(text, 'base64url').toString()

/** `29:...`, the id under which a bot sees a person. */
export const personMri = (personId: string) => `${PERSON}${pack(personId)}`

/** `28:...`, the id of the bot itself. */
export const botMri = (state: TenantState) => `28:${state.apps.bot.id}`

/** Accepts what Teams accepts as a member id: the `29:` id or the Entra object id, never a mail address. */
export function personFrom(state: TenantState, id: string): DemoPerson | undefined {
  return state.company.byId.get(id.startsWith(PERSON) ? unpack(id.slice(PERSON.length)) : id)
}

export const chatId = (state: TenantState, personId: string) =>
  `${CHAT}${pack(`${state.apps.bot.id}/${personId}`)}`

export type Place =
  | { kind: 'personal'; conversation: DemoConversation; person: DemoPerson }
  | {
      kind: 'channel'
      conversation: DemoConversation
      team: DemoTeam
      channel: DemoTeam['channels'][number]
      /** First message of the thread that the id names; absent when it names the channel itself. */
      rootId?: string
    }

/** What a conversation id stands for, or undefined when this tenant has no such conversation. */
export function placeOf(state: TenantState, conversationId: string): Place | undefined {
  if (conversationId.startsWith(CHAT)) {
    const [bot, personId] = unpack(conversationId.slice(CHAT.length)).split('/')
    const person = bot === state.apps.bot.id ? state.company.byId.get(personId ?? '') : undefined
    return person && { kind: 'personal', person, conversation: chatWith(state, person.id) }
  }
  const [channelId = '', rootId] = conversationId.split(';messageid=')
  const team = state.company.teams.find(({ channels }) => channels.some(({ id }) => id === channelId))
  const channel = team?.channels.find(({ id }) => id === channelId)
  if (!team || !channel) return undefined
  const conversation = keep(state, {
    id: channelId,
    kind: 'channel',
    teamId: team.id,
    channelId,
    messages: [],
  })
  return { kind: 'channel', conversation, team, channel, ...(rootId ? { rootId } : {}) }
}

/** The one chat a person has with the bot. */
export function chatWith(state: TenantState, personId: string): DemoConversation {
  return keep(state, { id: chatId(state, personId), kind: 'personal', personId, messages: [] })
}

function keep(state: TenantState, fresh: DemoConversation): DemoConversation {
  const known = state.conversations.get(fresh.id)
  if (known) return known
  state.conversations.set(fresh.id, fresh)
  return fresh
}

/** Teams lets a bot write to people who have the app, or who are in a team that has it. */
export function isReachable(state: TenantState, personId: string): boolean {
  if (state.installedFor.has(personId)) return true
  return state.company.teams.some(
    ({ id, memberIds }) => state.installedInTeams.has(id) && memberIds.includes(personId),
  )
}

/** A roster entry, as the connector's members calls give it. */
export function memberAccount(state: TenantState, person: DemoPerson) {
  return {
    id: personMri(person.id),
    name: person.displayName,
    objectId: person.id,
    aadObjectId: person.id,
    givenName: person.givenName,
    surname: person.surname,
    email: person.mail,
    userPrincipalName: person.userPrincipalName,
    tenantId: state.company.tenantId,
    userRole: 'user',
  }
}
