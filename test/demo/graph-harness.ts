import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { type Company, createSeededCompany } from '../../bot/demo/company.ts'
import { createEntraKeys, type EntraKeys, entraRoutes, issueTabToken } from '../../bot/demo/entra-server.ts'
import { graphRoutes } from '../../bot/demo/graph-server.ts'
import type { TenantState } from '../../bot/demo/state.ts'

export const ALL_APPLICATION = [
  'User.Read.All',
  'Calendars.ReadWrite',
  'MailboxSettings.Read',
  'Team.ReadBasic.All',
  'Channel.ReadBasic.All',
  'TeamsAppInstallation.ReadWriteSelfForUser.All',
  'AppCatalog.Read.All',
  'Organization.Read.All',
  'Presence.Read.All',
  'Mail.Send',
]

export interface Reply {
  status: number
  headers: Headers
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of many shapes
  body: any
}

export interface TestTenant {
  state: TenantState
  keys: EntraKeys
  url: string
  /** Calls Graph for the tab's application itself; a full link is followed at its path. */
  graph(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Reply>
  /** Calls Graph in a person's name. */
  asPerson(personId: string, method: string, path: string, body?: unknown): Promise<Reply>
  token(form: Record<string, string>, tenant?: string): Promise<Reply>
  appToken(): Promise<string>
  setNow(at: string): void
  close(): Promise<void>
}

/** Making a key takes longer than everything else; tenants of one test file share it. */
let sharedKeys: Promise<EntraKeys> | undefined

export async function openTenant(
  company: Company = createSeededCompany({ people: 400, mentors: 20, mentees: 8 }),
): Promise<TestTenant> {
  sharedKeys ??= createEntraKeys()
  const keys = await sharedKeys
  let now = new Date('2026-11-02T08:00:00Z')
  const state: TenantState = {
    company,
    now: () => now,
    names: { graph: 'https://graph.microsoft.com', login: 'https://login.microsoftonline.com' },
    apps: {
      tab: {
        id: '11111111-2222-4333-8444-555555555555',
        secret: 'tab-secret',
        applicationPermissions: [...ALL_APPLICATION],
        delegatedPermissions: [
          'User.Read',
          'Calendars.ReadWrite',
          'Team.ReadBasic.All',
          'Channel.ReadBasic.All',
          'ChannelMessage.Send',
        ],
      },
      bot: {
        id: '66666666-7777-4888-9999-000000000000',
        secret: 'bot-secret',
        applicationPermissions: [],
        delegatedPermissions: [],
      },
    },
    tabResource: 'api://localhost/11111111-2222-4333-8444-555555555555',
    address: '',
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
  const app = express()
  app.use('/entra', entraRoutes(state, keys))
  app.use('/graph', graphRoutes(state, keys))
  const server = await listen(createServer(app))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  state.address = url
  const tokens = new Map<string, Promise<string>>()
  const remembered = (key: string, form: () => Promise<Record<string, string>>) => {
    const known =
      tokens.get(key) ??
      form().then(
        async (fields) =>
          (await requestToken(url, state.company.tenantId, fields)).body.access_token as string,
      )
    tokens.set(key, known)
    return known
  }
  const client = { client_id: state.apps.tab.id, client_secret: state.apps.tab.secret }
  const appToken = () =>
    remembered(`app:${state.apps.tab.applicationPermissions.join()}`, async () => ({
      ...client,
      grant_type: 'client_credentials',
      scope: 'https://graph.microsoft.com/.default',
    }))
  const personToken = (personId: string) =>
    remembered(personId, async () => ({
      ...client,
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      requested_token_use: 'on_behalf_of',
      scope: 'https://graph.microsoft.com/.default',
      assertion: await issueTabToken(state, keys, personId),
    }))
  return {
    state,
    keys,
    url,
    graph: async (method, path, body, headers) => call(url, await appToken(), method, path, body, headers),
    asPerson: async (personId, method, path, body) =>
      call(url, await personToken(personId), method, path, body),
    token: (form, tenant = state.company.tenantId) => requestToken(url, tenant, form),
    appToken,
    setNow: (at) => {
      now = new Date(at)
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function listen(server: Server): Promise<Server> {
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
}

async function requestToken(url: string, tenant: string, form: Record<string, string>): Promise<Reply> {
  const answer = await fetch(`${url}/entra/${tenant}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams(form),
  })
  return { status: answer.status, headers: answer.headers, body: await answer.json() }
}

async function call(
  url: string,
  token: string,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Reply> {
  const below = path.replace('https://graph.microsoft.com/v1.0', '')
  const answer = await fetch(`${url}/graph/v1.0${below}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const bytes = Buffer.from(await answer.arrayBuffer())
  const json = answer.headers.get('content-type')?.includes('json')
  return {
    status: answer.status,
    headers: answer.headers,
    body: json ? JSON.parse(bytes.toString()) : bytes.length > 0 ? bytes : undefined,
  }
}
