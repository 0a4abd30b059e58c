/** An activity as Teams sends it, parsed as far as the bot reads it, and turned into plain data. */
import { z } from 'zod'
import { isStorable } from '../domain/storable.ts'
import type { Heard, Where } from './incoming.ts'

const text = z.string().max(4096)
/** Nobody asks a bot for more, and the expressions below take time with the square of what they read. */
const mostRead = 1000

const activitySchema = z.looseObject({
  type: z.string().min(1).max(64),
  id: text.optional(),
  action: text.optional(),
  name: text.optional(),
  text: z
    .string()
    .nullish()
    .transform((words) => words?.slice(0, mostRead)),
  value: z.unknown().optional(),
  replyToId: text.optional(),
  locale: text.optional(),
  channelId: z.string().min(1).max(64),
  serviceUrl: z.url(),
  from: z.looseObject({ id: text, aadObjectId: text.optional() }),
  recipient: z.looseObject({ id: text }),
  entities: z.array(z.unknown()).max(1000).nullish(),
  conversation: z.looseObject({
    id: z.string().min(1).max(1024),
    conversationType: text.optional(),
    isGroup: z.boolean().nullish(),
    tenantId: text.optional(),
  }),
  channelData: z
    .looseObject({
      tenant: z.looseObject({ id: text.optional() }).nullish(),
      team: z.looseObject({ id: text.optional(), aadGroupId: text.optional() }).nullish(),
    })
    .nullish(),
})

export type IncomingActivity = z.output<typeof activitySchema>

/** @returns undefined for a body that is no activity. */
export function parseActivity(body: unknown): IncomingActivity | undefined {
  if (!isStorable(body)) return undefined
  const parsed = activitySchema.safeParse(body)
  return parsed.success ? parsed.data : undefined
}

/** Every tenant that an activity names: in one of our own no other may be named as well. */
export const tenantsOf = ({ conversation, channelData }: IncomingActivity): string[] =>
  [conversation.tenantId, channelData?.tenant?.id].filter((id) => id !== undefined)

export function readHeard(activity: IncomingActivity): Heard {
  const where = whereOf(activity)
  switch (activity.type) {
    case 'installationUpdate':
      return readInstallation(activity, where)
    case 'message':
      return readMessage(activity, where)
    case 'invoke':
      return readInvoke(activity, where)
    default:
      return { kind: 'other', where, isInvoke: false }
  }
}

function whereOf(activity: IncomingActivity): Where {
  const { conversation, channelData, from } = activity
  const scope = scopeOf(activity)
  const teamId = channelData?.team?.aadGroupId
  return {
    activityId: activity.id ?? '',
    ...(from.aadObjectId ? { personId: from.aadObjectId } : {}),
    // A thread of a channel is no place to start from later; the team's own conversation is.
    conversationId:
      scope === 'team' ? (channelData?.team?.id ?? conversation.id.split(';')[0]!) : conversation.id,
    ...(scope === 'team' ? { threadId: conversation.id } : {}),
    serviceUrl: activity.serviceUrl,
    scope,
    ...(teamId ? { teamId } : {}),
    ...(activity.locale ? { locale: activity.locale } : {}),
  }
}

/** Whatever is not clearly one person's own chat is treated as read by others. */
function scopeOf({ conversation, channelData }: IncomingActivity): Where['scope'] {
  if (conversation.conversationType === 'channel' || channelData?.team) return 'team'
  return conversation.conversationType === 'personal' && !conversation.isGroup ? 'personal' : 'group'
}

/** Upgrades of the app ("add-upgrade", "remove-upgrade") change nothing for the person. */
function readInstallation({ action }: IncomingActivity, where: Where): Heard {
  if (action === 'add') return { kind: 'installed', where }
  if (action === 'remove') return { kind: 'removed', where }
  return { kind: 'other', where, isInvoke: false }
}

/**
 * Action.Submit comes as a message that carries `value` and no text. What people write to each other in a channel is none of
 * the bot's business, whether Teams delivers it (as it does with consent to read the channel) or not:
 * learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/channel-messages-with-rsc
 */
function readMessage(activity: IncomingActivity, where: Where): Heard {
  if (isRecord(activity.value) && !activity.text) {
    const { verb, ...data } = activity.value
    return cardAction(activity, where, verb, data, 'submit')
  }
  if (where.scope !== 'personal' && !isMentioned(activity)) return { kind: 'other', where, isInvoke: false }
  return { kind: 'message', where, text: withoutMentions(activity.text ?? '') }
}

function readInvoke(activity: IncomingActivity, where: Where): Heard {
  if (activity.name !== 'adaptiveCard/action') return { kind: 'other', where, isInvoke: true }
  const action =
    isRecord(activity.value) && isRecord(activity.value['action']) ? activity.value['action'] : {}
  return cardAction(activity, where, action['verb'], action['data'], 'execute')
}

function cardAction(
  { replyToId }: IncomingActivity,
  where: Where,
  verb: unknown,
  data: unknown,
  via: 'execute' | 'submit',
): Heard {
  return {
    kind: 'card-action',
    where,
    verb: typeof verb === 'string' ? verb : '',
    data: isRecord(data) ? data : {},
    ...(replyToId ? { messageId: replyToId } : {}),
    via,
  }
}

/** Mentions of other bots and of people count for nothing, and neither does a name typed by hand. */
function isMentioned({ entities, recipient }: IncomingActivity): boolean {
  return (entities ?? []).some(
    (entity) =>
      isRecord(entity) &&
      entity['type'] === 'mention' &&
      isRecord(entity['mentioned']) &&
      entity['mentioned']['id'] === recipient.id,
  )
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** In channels people write to the bot by naming it; the name is no part of what they ask. */
function withoutMentions(words: string): string {
  return words
    .replace(/<at\b[^>]*>.*?<\/at>/gis, ' ')
    .replace(/&nbsp;|\s+/g, ' ')
    .trim()
}
