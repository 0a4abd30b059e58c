/** What a demo tenant begins with: its clock, its two app registrations, and what a product must know of it. */
import { randomUUID } from 'node:crypto'
import { LOCAL_HOSTS } from './local-host.ts'
import { consentedInTeams } from './manifest-consent.ts'
import type { TenantState } from './state.ts'
import { CHANNEL_ISSUER } from './teams/signer.ts'
import type { TenantOptions } from './tenant-shape.ts'

/** Time as it passes, plus whatever the page moved it forward by. */
export function createClock(given?: () => Date) {
  let ahead = 0
  const real = given ?? (() => new Date())
  const now = () => new Date(real().getTime() + ahead)
  const moveTo = (to: Date) => {
    const by = to.getTime() - now().getTime()
    if (by > 0) ahead += by
  }
  return { now, moveTo }
}

export function createState(
  { company, botId, tabAppId }: TenantOptions,
  address: string,
  now: () => Date,
  changed: TenantState['changed'],
): TenantState {
  const tab = {
    id: tabAppId ?? 'a3f2c1d0-5b74-4c1e-9d3a-7e60b1c2d401',
    secret: randomUUID(),
    applicationPermissions: [
      'User.Read.All',
      'Calendars.ReadWrite',
      'MailboxSettings.Read',
      'Team.ReadBasic.All',
      'Channel.ReadBasic.All',
      'AppCatalog.Read.All',
      'TeamsAppInstallation.ReadWriteSelfForUser.All',
    ],
    delegatedPermissions: ['User.Read', 'Team.ReadBasic.All'],
  }
  const bot = {
    id: botId ?? 'b47d9e12-8c36-4f0a-a1b5-2d90c3e4f502',
    secret: randomUUID(),
    applicationPermissions: [],
    delegatedPermissions: [],
  }
  return {
    company,
    now,
    names: { graph: 'https://graph.microsoft.com', login: 'https://login.microsoftonline.com' },
    apps: { tab, bot },
    tabResource: tabResource('http://localhost:3979', tab.id),
    address,
    events: new Map(),
    conversations: new Map(),
    installedFor: new Set(),
    installedInTeams: new Set(),
    consentedInTeams: consentedInTeams(),
    teamsAppId: '6f1c2c39-4f0e-4d3c-9d6b-0c6f7f0f1a01',
    stepsDone: new Set(),
    faults: [],
    log: [],
    changed,
  }
}

/** Application ID URI in the form Teams asks for: the tab's host, then the client id. */
export const tabResource = (productUrl: string, clientId: string) =>
  `api://${new URL(productUrl).host}/${clientId}`

/** Environment of a product that lives in this tenant. */
export function settingsFor(state: TenantState, url: string): Record<string, string> {
  const port = new URL(url).port
  return {
    TENANT_ID: state.company.tenantId,
    TEAMS_APP_ID: state.teamsAppId ?? state.apps.bot.id,
    CLIENT_ID: state.apps.tab.id,
    CLIENT_SECRET: state.apps.tab.secret,
    AUTHORITY: state.names.login,
    AUTHORITY_ADDRESS: `${url}/entra`,
    GRAPH: state.names.graph,
    GRAPH_ADDRESS: `${url}/graph`,
    BOT_ID: state.apps.bot.id,
    BOT_SECRET: state.apps.bot.secret,
    BOT_TYPE: 'SingleTenant',
    BOT_OPENID_METADATA: `${url}/teams/.well-known/openidconfiguration`,
    BOT_TOKEN_ISSUER: CHANNEL_ISSUER,
    BOT_SERVICE_HOSTS: '127.0.0.1,localhost',
    ANSWERED_HOSTS: LOCAL_HOSTS.join(','),
    HOST_LIST: 'off',
    OFFICE_JS: `${url}/office.js`,
    HOST_ORIGINS: `http://localhost:${port},http://127.0.0.1:${port}`,
  }
}
