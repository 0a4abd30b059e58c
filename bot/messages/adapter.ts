/**
 * The only module that speaks botbuilder: it recognises Teams in what arrives, and sends what the others decided.
 *
 * Arriving: the channel's token is checked by `channel-token.ts` before the body is even read, the activity against it,
 * the hosts, the channel and the tenant we serve by `admission.ts`, and only then does botbuilder see the activity. Its own
 * check of the token is left out: it keeps keys of its own, learns of a new one up to an hour late, and has none at all on
 * a day when Microsoft's cannot be read. Every failure has its status: 400, 401, 403, or 503 when the keys cannot be read.
 *
 * Leaving: botbuilder's HTTP client repeats a failed request by itself, also one that had its effect before the answer
 * was lost. A post to a company channel must not be repeated blindly: the connector sends once and `messenger.ts` decides.
 */

import {
  type Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type TurnContext,
} from 'botbuilder'
import { Fault } from '../domain/fault.ts'
import { secondMs } from '../domain/span.ts'
import { type IncomingActivity, parseActivity, readHeard } from './activity.ts'
import { admit, isLoopback, isServiceHost } from './admission.ts'
import type { CardMessage } from './cards/card.ts'
import { type ChannelToken, createChannelTokenReader } from './channel-token.ts'
import { ChannelFault, type Connector, type Sent } from './connector.ts'
import type { Answer, Handler, Heard } from './incoming.ts'
import { NotAdmitted } from './not-admitted.ts'
import { refusalCode } from './refusal-code.ts'

export interface BotAdapterOptions {
  botId: string
  /** `off` is for the playground: no token is asked for or sent, and only loopback hosts are spoken to. */
  botType: 'SingleTenant' | 'UserAssignedMSI' | 'off'
  tenantId: string
  /** Where the channel publishes its keys; Microsoft's public cloud unless said otherwise. */
  openIdMetadata?: string
  /** Issuer of the channel's tokens. */
  tokenIssuer?: string
  /** Scope of the bot's own tokens; other in national clouds. */
  oauthScope?: string
  /** A token of the bot's own for a scope; cached by whoever gives it. */
  channelToken: (scope: string) => Promise<string>
  /** Hosts of service URLs that may be answered, see `isServiceHost`. */
  serviceHosts: readonly string[]
  /** Milliseconds that only rise. */
  nowMs: () => number
  log: Log
}

/** The part of a pino logger that is used here. */
export interface Log {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

/** What the endpoint answers: `body` only for a press that waits on somebody's screen. */
export interface Received {
  status: number
  body?: unknown
}

/** Somebody with a good token of the channel; anybody where authentication is off. */
export interface Sender {
  token: ChannelToken | undefined
}

export interface BotAdapter {
  /**
   * Who knocks, by the Authorization header alone.
   * @throws NotAdmitted
   */
  recognise(authorization: string | undefined): Promise<Sender>
  /**
   * One activity from the channel.
   * @throws NotAdmitted before anything has happened
   */
  receive(sender: Sender, body: unknown, handle: Handler): Promise<Received>
  connector: Connector
}

const CHANNEL_ISSUER = 'https://api.botframework.com'
const CHANNEL_SCOPE = 'https://api.botframework.com/.default'
const CHANNEL_KEYS = 'https://login.botframework.com/v1/.well-known/openidconfiguration'
const CARD = 'application/vnd.microsoft.card.adaptive'
const TEXT = 'application/vnd.microsoft.activity.message'
const REQUEST_TIMEOUT_MS = 15_000

export function createBotAdapter(options: BotAdapterOptions): BotAdapter {
  if (options.botType !== 'off' && options.botId === '') {
    throw new Fault('The bot has no id, and without one everybody could speak in its name. Set BOT_ID.')
  }
  const hosts =
    options.botType === 'off' ? options.serviceHosts.filter((host) => isLoopback(host)) : options.serviceHosts
  const teams = new TeamsAdapter(options, hosts)
  return {
    connector: teams.connector(),
    recognise: (authorization) => teams.recognise(authorization),
    receive: (sender, body, handle) => teams.receive(sender, body, handle),
  }
}

class TeamsAdapter extends CloudAdapter {
  readonly #options: BotAdapterOptions
  readonly #hosts: readonly string[]
  readonly #readToken: (authorization: string | undefined) => Promise<ChannelToken>

  constructor(options: BotAdapterOptions, hosts: readonly string[]) {
    super(channelAuthentication(options))
    this.#options = options
    this.#hosts = hosts
    this.#readToken = createChannelTokenReader({
      botId: options.botId,
      issuer: options.tokenIssuer ?? CHANNEL_ISSUER,
      openIdMetadata: options.openIdMetadata ?? CHANNEL_KEYS,
      nowMs: options.nowMs,
      log: options.log,
    })
    // Without a handler of its own botbuilder prints whole requests; faults are told to the caller of `receive` instead.
    this.onTurnError = async (_context, error) => {
      throw error
    }
  }

  async recognise(authorization = ''): Promise<Sender> {
    const isOff = this.#options.botType === 'off'
    return { token: isOff ? undefined : await this.#readToken(authorization) }
  }

  async receive({ token }: Sender, body: unknown, handle: Handler): Promise<Received> {
    const isOff = this.#options.botType === 'off'
    if (!isOff && !token) throw new NotAdmitted('unauthenticated')
    const activity = parseActivity(body)
    if (!activity) throw new NotAdmitted('not-an-activity')
    const tenantId = isOff ? undefined : this.#options.tenantId
    admit(activity, { token, tenantId, serviceHosts: this.#hosts })
    const who = isOff ? await this.#anybody(activity) : this.#recognised()
    const heard = await this.#withGroup(readHeard(activity))
    const answered = await this.processActivity(who, activity as unknown as Activity, async (turn) =>
      say(turn, heard, await handle(heard), this.#options.log),
    )
    return answered ? { status: answered.status, body: answered.body } : { status: 200 }
  }

  /**
   * Which team it was may be missing (`aadGroupId` is not in every activity: learn.microsoft.com/microsoftteams/platform/bots/how-to/get-teams-context,
   * "Fetch the details of a team"). Unknown, the activity is answered all the same, and nothing is posted there by itself.
   */
  async #withGroup(heard: Heard): Promise<Heard> {
    const { scope, teamId, conversationId, serviceUrl } = heard.where
    if (heard.kind === 'other' || scope !== 'team' || teamId) return heard
    try {
      const group = await this.connector().groupOf(serviceUrl, conversationId)
      return group ? { ...heard, where: { ...heard.where, teamId: group } } : heard
    } catch (error) {
      this.#options.log.warn({ err: error }, 'Teams did not say which team this is; nothing is posted there')
      return heard
    }
  }

  /** What botbuilder works with once a token is good: the bot's own name, and how it speaks to the channel. */
  #recognised() {
    const { botId, oauthScope = CHANNEL_SCOPE } = this.#options
    const claimsIdentity = this.createClaimsIdentity(botId)
    return {
      audience: withoutDefault(oauthScope),
      claimsIdentity,
      connectorFactory: this.botFrameworkAuthentication.createConnectorFactory(claimsIdentity),
    }
  }

  #anybody(activity: IncomingActivity) {
    return this.botFrameworkAuthentication.authenticateRequest(activity as unknown as Activity, '')
  }

  connector(): Connector {
    const { botId, tenantId } = this.#options
    const call = async <T>(
      what: string,
      serviceUrl: string,
      act: (client: Awaited<ReturnType<typeof this.client>>) => Promise<T>,
    ) => {
      try {
        return await act(await this.client(serviceUrl))
      } catch (error) {
        throw asChannelFault(what, error)
      }
    }
    const limits = () => ({ abortSignal: AbortSignal.timeout(REQUEST_TIMEOUT_MS) })
    const bot = { id: `28:${botId}`, name: '' }
    const common = { bot, tenantId, isGroup: false }
    return {
      groupOf: async (serviceUrl, teamId) => {
        if (!isServiceHost(serviceUrl, this.#hosts))
          throw new ChannelFault('describe a team', { status: 403, code: 'ServiceHostNotAllowed' })
        const { channelToken, oauthScope = CHANNEL_SCOPE } = this.#options
        const response = await fetch(
          `${serviceUrl.replace(/\/+$/, '')}/v3/teams/${encodeURIComponent(teamId)}`,
          {
            headers: { authorization: `Bearer ${await channelToken(oauthScope)}` },
            signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
          },
        )
        if (!response.ok)
          throw new ChannelFault('describe a team', { status: response.status, code: 'TeamNotDescribed' })
        const { aadGroupId } = (await response.json()) as { aadGroupId?: unknown }
        return typeof aadGroupId === 'string' ? aadGroupId : undefined
      },
      openChat: (serviceUrl, personId) =>
        call('open a chat', serviceUrl, async ({ conversations }) => {
          const members = [{ id: personId, name: '' }]
          const channelData = { tenant: { id: tenantId } }
          const chat = { ...common, members, channelData } as never
          return (await conversations.createConversation(chat, limits())).id
        }),
      startThread: (serviceUrl, channelId, message) =>
        call('post to the channel', serviceUrl, async ({ conversations }) => {
          const channelData = { channel: { id: channelId }, tenant: { id: tenantId } }
          const thread = { ...common, isGroup: true, channelData, activity: asActivity(message) } as never
          const { id, activityId } = await conversations.createConversation(thread, limits())
          return { conversationId: id, activityId: activityId ?? id.split(';messageid=')[1] ?? '' }
        }),
      send: (serviceUrl, conversationId, message) =>
        call('take the message', serviceUrl, async ({ conversations }) => {
          const { id } = await conversations.sendToConversation(conversationId, asActivity(message), limits())
          return { conversationId, activityId: id }
        }),
      update: (serviceUrl, at, message) =>
        call('change the message', serviceUrl, async ({ conversations }) => {
          const changed = { ...asActivity(message), id: at.activityId }
          await conversations.updateActivity(at.conversationId, at.activityId, changed, limits())
        }),
      remove: (serviceUrl, at) =>
        call('remove the message', serviceUrl, async ({ conversations }) => {
          await conversations.deleteActivity(at.conversationId, at.activityId, limits())
        }),
    }
  }

  /** A client for one service URL that sends each request once. */
  private async client(serviceUrl: string) {
    if (!isServiceHost(serviceUrl, this.#hosts)) {
      throw new ChannelFault('get a message', { status: 403, code: 'ServiceHostNotAllowed' })
    }
    const factory = this.botFrameworkAuthentication.createConnectorFactory(
      this.createClaimsIdentity(this.#options.botId),
    )
    const client = await factory.create(serviceUrl)
    withoutRetries(client)
    return client
  }
}

const withoutDefault = (scope: string) => scope.replace(/\/\.default$/, '')

/** botbuilder offers no switch for this; the pipeline below it does, under the name of the policy. */
function withoutRetries(client: object): void {
  const { pipeline } = (client as { client: { pipeline: { removePolicy(by: { name: string }): unknown[] } } })
    .client
  const removed = pipeline.removePolicy({ name: 'defaultRetryPolicy' })
  if (removed.length === 0) throw new Fault('The retry policy of the connector client has another name now.')
}

/** All addresses together, once any is set: botbuilder falls back to none of its own then. */
function channelAuthentication({
  botId,
  botType,
  tenantId,
  openIdMetadata = CHANNEL_KEYS,
  tokenIssuer = CHANNEL_ISSUER,
  oauthScope = CHANNEL_SCOPE,
  channelToken,
}: BotAdapterOptions): ConfigurationBotFrameworkAuthentication {
  const isOff = botType === 'off'
  const credentials: ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[1] = {
    isValidAppId: async (id) => id === botId,
    isAuthenticationDisabled: async () => isOff,
    createCredentials: async () => ({
      async signRequest(request) {
        if (!isOff) {
          request.headers.set('authorization', `Bearer ${await channelToken(oauthScope)}`)
        }
        return request
      },
    }),
  }
  return new ConfigurationBotFrameworkAuthentication(
    {
      MicrosoftAppId: botId,
      MicrosoftAppTenantId: tenantId,
      ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
      ToChannelFromBotOAuthScope: withoutDefault(oauthScope),
      ToBotFromChannelTokenIssuer: tokenIssuer,
      ToBotFromChannelOpenIdMetadataUrl: openIdMetadata,
      // The Emulator is no channel of ours: its tokens meet the channel's keys and fail.
      ToBotFromEmulatorOpenIdMetadataUrl: openIdMetadata,
      OAuthUrl: CHANNEL_ISSUER,
      CallerId: '',
    },
    credentials,
  )
}

/** An answer that Teams does not take is told to the log: what was asked for has happened all the same. */
async function say(turn: TurnContext, heard: Heard, answer: Answer, log: Log): Promise<void> {
  if (heard.kind === 'card-action' && heard.via === 'execute') return respond(turn, answer)
  try {
    if (answer.kind === 'text') await turn.sendActivity(answer.text)
    if (answer.kind === 'card') await turn.sendActivity(asActivity(answer.message))
    if (answer.kind === 'replace') await replaceOrSend(turn, heard, answer.message)
  } catch (error) {
    log.warn({ err: error, activityId: heard.where.activityId }, 'Teams did not take an answer')
  }
}

async function replaceOrSend(turn: TurnContext, heard: Heard, message: CardMessage): Promise<void> {
  const messageId = heard.kind === 'card-action' ? heard.messageId : undefined
  if (messageId) await turn.updateActivity({ ...asActivity(message), id: messageId })
  else await turn.sendActivity(asActivity(message))
}

/** Shape and times: learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model#response-format. */
async function respond(turn: TurnContext, answer: Answer): Promise<void> {
  const isCard = answer.kind === 'card' || answer.kind === 'replace'
  const body = isCard
    ? { statusCode: 200, type: CARD, value: answer.message.card }
    : { statusCode: 200, type: TEXT, value: answer.kind === 'text' ? answer.text : '' }
  await turn.sendActivity({ type: 'invokeResponse', value: { status: 200, body } })
}

/** Text and card never travel in one activity: Teams splits them and then gives no id to change the message by. */
function asActivity({ summary, card }: CardMessage): Partial<Activity> {
  return { type: 'message', summary, attachments: [{ contentType: CARD, content: card }] }
}

function asChannelFault(what: string, error: unknown): ChannelFault {
  if (error instanceof ChannelFault) return error
  const { statusCode, code, response, details } = error as {
    statusCode?: number
    code?: string
    response?: { headers?: { get(name: string): string | undefined } }
    details?: unknown
  }
  const seconds = Number(response?.headers?.get('retry-after') ?? Number.NaN)
  return new ChannelFault(
    what,
    {
      status: statusCode ?? 0,
      code: refusalCode(details) ?? code ?? 'unknown',
      ...(Number.isFinite(seconds) && seconds >= 0 ? { retryAfterMs: seconds * secondMs } : {}),
    },
    { cause: error },
  )
}

export type { Sent }
