/** A tenant's Teams alone, with a bot of four lines beside it, so that a test says only what it is about. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { generateKeyPair, jwtVerify, SignJWT } from 'jose'
import type { Company, DemoPerson } from '../../bot/demo/company.ts'
import type { TenantState } from '../../bot/demo/state.ts'
import type { TeamsChannel } from '../../bot/demo/teams/channel.ts'
import { createRateLimit } from '../../bot/demo/teams/rate-limit.ts'
import { createChannelSigner } from '../../bot/demo/teams/signer.ts'
import { teamsRoutes } from '../../bot/demo/teams-server.ts'

export type Json = Record<string, unknown>

export const ANA = '5a1f0c52-0000-4000-8000-00000000a001'
export const BEN = '5a1f0c52-0000-4000-8000-00000000a002'
export const TEAM = '7e000000-0000-4000-8000-000000000001'
export const NEWS = '19:news0000000000@thread.tacv2'
export const GENERAL = '19:general000000@thread.tacv2'

const aPerson = (id: string, displayName: string): DemoPerson => ({
  id,
  displayName,
  givenName: displayName,
  surname: 'Test',
  mail: `${displayName}@contoso.test`,
  userPrincipalName: `${displayName}@contoso.test`,
  jobTitle: 'Analyst',
  department: 'Finance',
  officeLocation: 'Oslo',
  city: 'Oslo',
  country: 'Norway',
  companyName: 'Contoso',
  employeeId: displayName,
  employeeHireDate: '2020-01-01T00:00:00Z',
  grade: 3,
  accountEnabled: true,
  userType: 'Member',
  preferredLanguage: 'en-GB',
  mailboxTimeZone: 'W. Europe Standard Time',
  workingHours: {
    days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
    start: '09:00',
    end: '17:00',
  },
  busyness: 0.3,
})

export function aCompany(): Company {
  const people = [aPerson(ANA, 'Ana'), aPerson(BEN, 'Ben')]
  return {
    name: 'Contoso',
    tenantId: '0d6c1ed5-0000-4000-8000-0000000000ff',
    domain: 'contoso.test',
    people,
    byId: new Map(people.map((person) => [person.id, person])),
    teams: [
      {
        id: TEAM,
        displayName: 'Everyone',
        memberIds: [BEN],
        channels: [
          { id: GENERAL, displayName: 'General' },
          { id: NEWS, displayName: 'News' },
        ],
      },
    ],
    enrolments: [],
    personas: { mentor: ANA, mentee: BEN, organizer: BEN, communications: BEN, sponsor: BEN, newcomer: ANA },
    appRoles: new Map(),
    faults: [],
  }
}

/** A bot that checks its caller's token with the published keys, as a real one does, and records what it hears. */
export interface HeardBot {
  heard: Json[]
  /** What it answers next; without one, 200. `delayMs` makes it slow. */
  answers: { status?: number; body?: unknown; delayMs?: number }[]
  tokens: string[]
}

/** Making a key costs more than a test; nothing is learned by making it again. */
const botKeysOnce = generateKeyPair('RS256')
const signerOnce = createChannelSigner()

export async function startTeams(options: { tick?: () => number; answerWithinMs?: number } = {}) {
  const bot = { heard: [], answers: [], tokens: [] } as HeardBot
  const botApp = express().use(express.json())
  botApp.post('/api/messages', async (request, response) => {
    bot.tokens.push((request.headers.authorization ?? '').replace('Bearer ', ''))
    bot.heard.push(request.body as Json)
    const { status = 200, body, delayMs = 0 } = bot.answers.shift() ?? {}
    await new Promise((done) => setTimeout(done, delayMs))
    response.status(status)
    if (body === undefined) response.end()
    else response.json(body)
  })
  const botServer = await listening(createServer(botApp))

  const botKeys = await botKeysOnce
  const app = express()
  const server = await listening(createServer(app))
  const state = aState(addressOf(server))
  const channel: TeamsChannel = {
    state,
    signer: await signerOnce,
    rateLimit: createRateLimit(options.tick ?? (() => 0)),
    verify: async (bearer) =>
      (await jwtVerify(bearer, botKeys.publicKey, { audience: 'https://api.botframework.com' })).payload,
    botEndpoint: () => `${addressOf(botServer)}/api/messages`,
    answerWithinMs: options.answerWithinMs ?? 15_000,
    deliverTwice: false,
    namesGroups: true,
    pending: new Set(),
    lastMessageId: 0,
  }
  app.use('/teams', teamsRoutes(channel))

  const tokenFor = (azp: string, key = botKeys.privateKey) =>
    new SignJWT({ azp })
      .setProtectedHeader({ alg: 'RS256' })
      .setAudience('https://api.botframework.com')
      .setExpirationTime('1h')
      .sign(key)
  const token = await tokenFor(state.apps.bot.id)
  /** The bot calls the connector. */
  const call = async (method: string, path: string, body?: unknown, bearer = token) => {
    const response = await fetch(`${state.address}/teams/service/v3${path}`, {
      method,
      headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    return {
      status: response.status,
      headers: response.headers,
      body: (text ? JSON.parse(text) : {}) as Json,
    }
  }
  const close = async () => {
    for (const one of [server, botServer]) {
      one.closeAllConnections()
      await new Promise((done) => one.close(done))
    }
  }
  return { state, channel, bot, call, tokenFor, close }
}

export type StartedTeams = Awaited<ReturnType<typeof startTeams>>

function aState(address: string): TenantState {
  const app = (id: string) => ({
    id,
    secret: 's',
    applicationPermissions: [],
    delegatedPermissions: [],
  })
  return {
    company: aCompany(),
    now: () => new Date('2026-03-02T09:00:00Z'),
    names: { graph: 'https://graph.microsoft.com', login: 'https://login.microsoftonline.com' },
    apps: { tab: app('tab-app'), bot: app('bot-app') },
    tabResource: 'api://localhost/tab-app',
    address,
    events: new Map(),
    conversations: new Map(),
    installedFor: new Set(),
    installedInTeams: new Set(),
    consentedInTeams: new Set(),
    stepsDone: new Set(),
    faults: [],
    log: [],
    changed: () => {},
  }
}

async function listening(server: Server): Promise<Server> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return server
}

const addressOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`

/** What a bot sends to open a chat with a person. */
export const chatWithMember = (memberId: string) => ({
  isGroup: false,
  bot: { id: '28:bot-app' },
  members: [{ id: memberId }],
  tenantId: aCompany().tenantId,
  channelData: { tenant: { id: aCompany().tenantId } },
})

/** What a bot sends to start a thread in a channel. */
export const threadIn = (channelId: string, text: string) => ({
  isGroup: true,
  channelData: { channel: { id: channelId } },
  activity: { type: 'message', text },
})

export const aCard = (text: string, extra: Json = {}) => ({
  type: 'message',
  attachments: [
    {
      contentType: 'application/vnd.microsoft.card.adaptive',
      content: { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text }], ...extra },
    },
  ],
})
