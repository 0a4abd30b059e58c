/**
 * The environment in, settings out: the one place that reads it. All faults are reported at once, each with what to do.
 * Every outside address is a setting. The worldwide cloud and GCC are offered; the other national clouds are refused.
 */
import { z } from 'zod'
import {
  faultOfDatabase,
  faultOfOrigin,
  faultOfOutside,
  faultOfServiceHost,
  readProxies,
  type TrustedProxies,
} from './addresses.ts'
import { isServiceHost } from './messages/admission.ts'

const url = z.url({ protocol: /^https?$/ }).transform((text) => text.replace(/\/$/, ''))
const list = z.string().transform((text) =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean),
)
/** Client ids; Entra writes them in lower case. */
const clients = list
  .refine((ids) => ids.every((id) => z.guid().safeParse(id).success), {
    error: 'must be client ids (GUIDs), separated by commas',
  })
  .transform((ids) => ids.map((id) => id.toLowerCase()))
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional())

/** `name:key` each, the newest first; a key is 32 bytes in base64. A fault never repeats what was given. */
const dataKeys = z
  .string()
  .transform((text) => text.split(',').map((item) => item.trim().split(':')))
  .refine(
    (pairs) =>
      pairs.every(([id, key = '', ...more]) => /^[\w-]{1,60}$/.test(id!) && isKey(key) && more.length === 0),
    'must be name:key, several separated by commas, each key 32 bytes in base64 (openssl rand -base64 32)',
  )
  .refine((pairs) => new Set(pairs.map(([id]) => id)).size === pairs.length, 'names a key twice')
  .transform((pairs) => pairs.map(([id, key]) => ({ id: id!, key: Buffer.from(key!, 'base64') })))

const isKey = (text: string) => /^[A-Za-z0-9+/]{43}=$/.test(text) && Buffer.from(text, 'base64').length === 32

const settings = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3978),
  HOST: z.string().default('0.0.0.0'),
  PUBLIC_URL: url,
  DATABASE_URL: optional(
    z.string().regex(/^postgres(ql)?:\/\//, 'must begin with postgres:// or postgresql://'),
  ),
  DATABASE_MIGRATION_URL: optional(
    z.string().regex(/^postgres(ql)?:\/\//, 'must begin with postgres:// or postgresql://'),
  ),
  DATABASE_POOL: z.coerce.number().int().min(2).max(100).default(10),
  DATA_DIR: z.string().default('.data'),
  DATA_KEYS: optional(dataKeys),

  TENANT_ID: z.guid(),
  CLIENT_ID: z.guid(),
  CLIENT_SECRET: optional(z.string()),
  MANAGED_IDENTITY_CLIENT_ID: optional(z.guid()),
  AUTHORITY: url.default('https://login.microsoftonline.com'),
  AUTHORITY_ADDRESS: optional(url),
  GRAPH: url.default('https://graph.microsoft.com'),
  GRAPH_ADDRESS: optional(url),

  BOT_ID: z.guid(),
  BOT_TYPE: z.enum(['SingleTenant', 'UserAssignedMSI', 'off']).default('UserAssignedMSI'),
  BOT_SECRET: optional(z.string()),
  BOT_OPENID_METADATA: optional(url),
  BOT_TOKEN_ISSUER: optional(z.string()),
  BOT_OAUTH_SCOPE: z.string().default('https://api.botframework.com/.default'),
  BOT_SERVICE_URL: z.url().default('https://smba.trafficmanager.net/teams/'),
  BOT_SERVICE_HOSTS: list.default(['smba.trafficmanager.net']),

  HOST_ORIGINS: list.default([]),
  HOST_CLIENTS: clients.default([]),
  HOST_LIST: z.enum(['on', 'off']).default('on'),
  OFFICE_JS: url.default('https://appsforoffice.microsoft.com/lib/1/hosted/office.js'),
  TRUSTED_PROXIES: z
    .string()
    .default('0')
    .transform((text, context): TrustedProxies => {
      const proxies = readProxies(text || '0')
      if (proxies !== undefined) return proxies
      context.addIssue({
        code: 'custom',
        message: 'is how many proxies stand before the service, or their addresses',
      })
      return z.NEVER
    }),
  ANSWERED_HOSTS: list.default([]),
  TEAMS_APP_ID: optional(z.string()),
  NOTICE_MAILBOX: optional(z.email()),
  RETENTION_MONTHS: z.coerce.number().int().min(1, 'must be 1 or more').max(120).default(12),
  FEWEST_PEOPLE: z.coerce.number().int().min(5, 'must be 5 or more').max(100).default(5),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
})

export interface Config {
  port: number
  host: string
  /** Where people and Teams reach the service, without a slash at the end. */
  publicUrl: string
  /** `owner`: who makes and alters the tables; the service's own role then cannot. */
  database: { url: string; poolSize: number; owner?: string } | { dir: string }
  /** Keys that wrap the data keys, the newest first; without any, one lies beside the embedded database. */
  dataKeys?: { id: string; key: Buffer }[]
  tenantId: string
  clientId: string
  credential: { secret: string } | { managedIdentity: string }
  /** Name under which tokens are issued, and where that really answers. */
  authority: { name: string; address: string }
  graph: { name: string; address: string }
  bot: {
    id: string
    type: 'SingleTenant' | 'UserAssignedMSI' | 'off'
    secret?: string
    openIdMetadata?: string
    tokenIssuer?: string
    oauthScope: string
    serviceUrl: string
    serviceHosts: string[]
  }
  /** Who may frame the tab, besides Microsoft's own hosts. */
  hostOrigins: string[]
  /** Whether the tab may ask Microsoft's network which hosts there are; else it knows those that teams-js carries. */
  asksForHosts: boolean
  /** Office.js, as Outlook's pane loads it. */
  officeJs: string
  /** Client ids of hosts that may hold the tab's token, besides Microsoft's own. */
  hostClients: string[]
  /** Whose word on a client's address is taken; nobody's unless said. */
  trustedProxies: TrustedProxies
  /** Names under which the service answers; any when empty. */
  answeredHosts: string[]
  teamsAppId: string
  /** From which mailbox people hear of what Teams did not take; from none unless said. */
  noticeMailbox?: string
  logLevel: z.output<typeof settings>['LOG_LEVEL']
  /** Milliseconds after which a silent worker is taken for dead. */
  leaseMs: number
  /** No figure stands on fewer people than that. */
  fewestPeople: number
  /** After a Cohort's close, what was said in it is deleted. */
  retentionMonths: number
}

/** A setting that is missing or wrong, with the remedy. */
export interface SettingFault {
  setting: string
  problem: string
}

export class ConfigFaults extends Error {
  override readonly name = 'ConfigFaults'
  readonly faults: SettingFault[]
  constructor(faults: SettingFault[]) {
    const lines = faults.map(({ setting, problem }) => `  ${setting}: ${problem}`)
    super(`The service cannot start with these settings (docs/deploy.md explains each):\n${lines.join('\n')}`)
    this.faults = faults
  }
}

/**
 * @param strict production: authentication on, a database, https, nothing on loopback. The demo tenant and the playground
 *   run the same code with `strict` off.
 * @throws ConfigFaults with everything that is wrong.
 */
export function readConfig(env: Record<string, string | undefined>, { strict }: { strict: boolean }): Config {
  const parsed = settings.safeParse(env)
  const faults: SettingFault[] = parsed.success
    ? []
    : parsed.error.issues.map((issue) => ({
        setting: String(issue.path[0] ?? ''),
        problem: env[String(issue.path[0])] === undefined ? 'is missing' : issue.message,
      }))
  const values = parsed.data
  faults.push(...credentialFaults(env))
  if (values) faults.push(...addressFaults(values, strict))
  if (env['DATABASE_URL'] && !env['DATA_KEYS'])
    faults.push({ setting: 'DATA_KEYS', problem: 'is missing: what people say is sealed by it' })
  if (strict) faults.push(...productionFaults(env))
  if (faults.length > 0 || !values) throw new ConfigFaults(faults)
  return {
    port: values.PORT,
    host: values.HOST,
    publicUrl: values.PUBLIC_URL,
    database: values.DATABASE_URL
      ? {
          url: values.DATABASE_URL,
          poolSize: values.DATABASE_POOL,
          ...(values.DATABASE_MIGRATION_URL ? { owner: values.DATABASE_MIGRATION_URL } : {}),
        }
      : { dir: values.DATA_DIR },
    ...(values.DATA_KEYS ? { dataKeys: values.DATA_KEYS } : {}),
    tenantId: values.TENANT_ID,
    clientId: values.CLIENT_ID,
    credential: values.MANAGED_IDENTITY_CLIENT_ID
      ? { managedIdentity: values.MANAGED_IDENTITY_CLIENT_ID }
      : { secret: values.CLIENT_SECRET ?? '' },
    authority: { name: values.AUTHORITY, address: values.AUTHORITY_ADDRESS ?? values.AUTHORITY },
    graph: { name: values.GRAPH, address: values.GRAPH_ADDRESS ?? values.GRAPH },
    bot: {
      id: values.BOT_ID,
      type: values.BOT_TYPE,
      ...(values.BOT_SECRET ? { secret: values.BOT_SECRET } : {}),
      ...(values.BOT_OPENID_METADATA ? { openIdMetadata: values.BOT_OPENID_METADATA } : {}),
      ...(values.BOT_TOKEN_ISSUER ? { tokenIssuer: values.BOT_TOKEN_ISSUER } : {}),
      oauthScope: values.BOT_OAUTH_SCOPE,
      serviceUrl: values.BOT_SERVICE_URL,
      serviceHosts: values.BOT_SERVICE_HOSTS,
    },
    hostOrigins: values.HOST_ORIGINS,
    hostClients: values.HOST_CLIENTS,
    asksForHosts: values.HOST_LIST === 'on',
    officeJs: values.OFFICE_JS,
    trustedProxies: values.TRUSTED_PROXIES,
    answeredHosts: values.ANSWERED_HOSTS,
    ...(values.NOTICE_MAILBOX ? { noticeMailbox: values.NOTICE_MAILBOX } : {}),
    teamsAppId: values.TEAMS_APP_ID ?? values.CLIENT_ID,
    logLevel: values.LOG_LEVEL,
    fewestPeople: values.FEWEST_PEOPLE,
    retentionMonths: values.RETENTION_MONTHS,
    leaseMs: 120_000,
  }
}

function credentialFaults(env: Record<string, string | undefined>): SettingFault[] {
  const faults: SettingFault[] = []
  if (!env['CLIENT_SECRET'] && !env['MANAGED_IDENTITY_CLIENT_ID']) {
    faults.push({
      setting: 'CLIENT_SECRET',
      problem: 'give it, or MANAGED_IDENTITY_CLIENT_ID for a federated credential',
    })
  }
  const type = env['BOT_TYPE'] ?? 'UserAssignedMSI'
  if (type === 'SingleTenant' && !env['BOT_SECRET']) {
    faults.push({ setting: 'BOT_SECRET', problem: 'is needed for BOT_TYPE SingleTenant' })
  }
  if (type === 'UserAssignedMSI' && env['BOT_SECRET']) {
    faults.push({ setting: 'BOT_SECRET', problem: 'must be empty for BOT_TYPE UserAssignedMSI' })
  }
  return faults
}

function productionFaults(env: Record<string, string | undefined>): SettingFault[] {
  const faults: SettingFault[] = []
  if (env['BOT_TYPE'] === 'off')
    faults.push({ setting: 'BOT_TYPE', problem: 'authentication cannot be off in production' })
  if (!env['DATABASE_URL'])
    faults.push({ setting: 'DATABASE_URL', problem: 'is missing; the embedded database is for trying out' })
  return faults
}

type Values = z.output<typeof settings>

/** Their own clouds have hosts, audiences and links that the product does not know: better no start than half a service. */
function cloudFaults(values: Values): [setting: string, problem: string | undefined][] {
  const only = (wanted: string) =>
    `must be ${wanted}: this product works in the worldwide cloud and in GCC, not in GCC High, DoD or China`
  const world = {
    AUTHORITY: 'https://login.microsoftonline.com',
    GRAPH: 'https://graph.microsoft.com',
    BOT_OAUTH_SCOPE: 'https://api.botframework.com/.default',
  } as const
  const fixed = (Object.keys(world) as (keyof typeof world)[]).map(
    (setting) => [setting, values[setting] === world[setting] ? undefined : only(world[setting])] as const,
  )
  const elsewhere = (['BOT_OPENID_METADATA', 'BOT_TOKEN_ISSUER', 'BOT_SERVICE_URL'] as const).map(
    (setting) => {
      const address = values[setting]
      const isForeign = address !== undefined && /\.(us|cn)$/.test(URL.parse(address)?.hostname ?? '')
      return [setting, isForeign ? only('an address of those') : undefined] as const
    },
  )
  return [...fixed, ...elsewhere].map(([setting, problem]) => [setting, problem])
}

/** Every address that the service speaks to, hands its token to, or lets frame it. */
const outside = [
  'PUBLIC_URL',
  'AUTHORITY',
  'AUTHORITY_ADDRESS',
  'GRAPH',
  'GRAPH_ADDRESS',
  'BOT_OPENID_METADATA',
  'BOT_TOKEN_ISSUER',
  'BOT_SERVICE_URL',
  'OFFICE_JS',
] as const

function addressFaults(values: Values, production: boolean): SettingFault[] {
  const found: [setting: string, problem: string | undefined][] = values.HOST_ORIGINS.map((origin) => [
    'HOST_ORIGINS',
    faultOfOrigin(origin, { production }),
  ])
  if (production) {
    found.push(...cloudFaults(values))
    for (const setting of outside) {
      const address = values[setting]
      found.push([setting, address === undefined ? undefined : faultOfOutside(address)])
    }
    const { BOT_SERVICE_HOSTS: hosts, BOT_SERVICE_URL: serviceUrl } = values
    for (const host of hosts) found.push(['BOT_SERVICE_HOSTS', faultOfServiceHost(host)])
    if (!isServiceHost(serviceUrl, hosts))
      found.push(['BOT_SERVICE_URL', 'is at none of the hosts in BOT_SERVICE_HOSTS'])
    for (const setting of ['DATABASE_URL', 'DATABASE_MIGRATION_URL'] as const) {
      const database = values[setting]
      if (database !== undefined) found.push([setting, faultOfDatabase(database)])
    }
  }
  const faults = new Map<string, SettingFault>()
  for (const [setting, problem] of found) {
    if (problem !== undefined && !faults.has(setting)) faults.set(setting, { setting, problem })
  }
  return [...faults.values()]
}

/** The environment of this process. */
export const environment: Record<string, string | undefined> = process.env
