/** Activities as Teams words them for a bot. */
import type { DemoPerson } from '../company.ts'
import { nextMessageId, type TeamsChannel } from './channel.ts'
import { type Activity, serviceUrl } from './connector.ts'
import { botMri, chatId, personMri } from './ids.ts'

/** What every activity from a person in their chat with the bot has in common. */
export function fromPerson(channel: TeamsChannel, person: DemoPerson, activity: Activity): Activity {
  const { state } = channel
  return {
    ...envelope(channel, person),
    conversation: {
      conversationType: 'personal',
      tenantId: state.company.tenantId,
      id: chatId(state, person.id),
    },
    channelData: { tenant: { id: state.company.tenantId } },
    ...activity,
  }
}

/** What every activity from a team's channel has in common; `threadId` is the channel or one of its threads. */
export function fromChannel(
  channel: TeamsChannel,
  person: DemoPerson,
  team: { id: string; displayName: string; channels: { id: string; displayName: string }[] },
  threadId: string,
  activity: Activity,
): Activity {
  const { state } = channel
  const general = team.channels[0]
  const channelId = threadId.split(';')[0]
  return {
    ...envelope(channel, person),
    conversation: {
      isGroup: true,
      conversationType: 'channel',
      tenantId: state.company.tenantId,
      id: threadId,
    },
    channelData: {
      tenant: { id: state.company.tenantId },
      team: {
        ...{ id: general?.id, name: team.displayName },
        ...(channel.namesGroups ? { aadGroupId: team.id } : {}),
      },
      channel: { id: channelId },
    },
    ...activity,
  }
}

function envelope(channel: TeamsChannel, person: DemoPerson): Activity {
  const { state } = channel
  return {
    id: nextMessageId(channel),
    timestamp: state.now().toISOString(),
    channelId: 'msteams',
    serviceUrl: serviceUrl(channel),
    from: { id: personMri(person.id), name: person.displayName, aadObjectId: person.id },
    recipient: { id: botMri(state), name: 'Mentoring' },
    locale: person.preferredLanguage,
    entities: [{ type: 'clientInfo', locale: person.preferredLanguage, platform: 'Web' }],
  }
}
