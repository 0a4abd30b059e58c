/**
 * What a machine can find out about a tenant before anybody is invited: docs/first-tenant.md, without its people. Only
 * reads, but for the subscription that `--write` makes and deletes. Each item stands alone: one that fails keeps no other
 * from being looked at, and items that would only repeat its failure are not tried.
 */
import { systemChance } from '../chance.ts'
import { systemClock } from '../clock.ts'
import type { Config } from '../config.ts'
import { codeOf } from '../domain/fault.ts'
import { wholeDirectory } from '../domain/scheduling/calendar-watch.ts'
import { hourMs, minuteMs, plusMs, secondMs } from '../domain/span.ts'
import { findInCatalog } from '../graph/app-catalog.ts'
import { createGraph, type Graph } from '../graph/client.ts'
import { managedIdentityAssertion } from '../graph/managed-identity.ts'
import { troubleWith } from '../graph/program-mailbox.ts'
import { signIn } from '../graph/sign-in.ts'
import { watcherFrom } from '../graph/subscriptions.ts'
import { type TokenSource, tokenSource } from '../graph/token.ts'
import { type Database, openDatabase } from '../store/database.ts'
import { type Finding, notOk, notTried, ok, type Verdict } from './finding.ts'

export interface Wishes {
  /** Object id or address of a mailbox inside the calendar scope, and of one outside. */
  mailbox?: string
  outside?: string
  /** Make a subscription and delete it. */
  write?: boolean
}

/** What the product asks for, and what is not there without it; the reasons are in docs/deploy.md, step 5. */
const permissions: Record<string, string> = {
  'User.Read.All': 'the chart cannot be read, and nobody can be paired',
  'ProfilePhoto.Read.All': 'initials are shown in place of faces',
  'Team.ReadBasic.All': 'nobody can choose the team for a Summary',
  'Channel.ReadBasic.All': 'nobody can choose the channel for a Summary',
  'TeamsAppInstallation.ReadWriteSelfForUser.All':
    'nobody gets the app by a card, and cards wait until people add it',
  'AppCatalog.Read.All': 'links into the app use the id of the manifest, which Teams may not find',
}
const byExchange = 'Calendars.ReadWrite'

const patienceMs = 10_000
const mostSkewMs = 2 * minuteMs

export async function examine(config: Config, wishes: Wishes = {}): Promise<Finding[]> {
  const findings: Finding[] = []
  const look = async (item: string, work: () => Promise<Verdict>): Promise<Verdict> => {
    const verdict = await work().catch((error: unknown) => unexpected(error))
    findings.push({ item, ...verdict })
    return verdict
  }
  const token = tokenSource(signedIn(config))
  const graph = createGraph({
    ...signedIn(config),
    graph: config.graph.name,
    graphAddress: config.graph.address,
  })

  await look('database', () => databaseOf(config))
  await look('public address', () => publicAddress(config))
  await look('clock', () => clock(config))
  await look('sign-in keys', () => signInKeys(config))
  const entered = await look('sign-in to Microsoft Entra', () => entry(token, config))
  const whenEntered = (work: () => Promise<Verdict>) => () =>
    entered.state === 'ok' ? work() : Promise.resolve(notTried('the application cannot sign in'))
  const granted = entered.state === 'ok' ? await rolesIn(token, config) : new Set<string>()
  for (const [name, without] of Object.entries(permissions))
    await look(
      `permission ${name}`,
      whenEntered(async () => permission(granted, name, without)),
    )
  await look(
    `permission ${byExchange}`,
    whenEntered(async () => calendarPermission(granted)),
  )
  const needs = (name: string, work: () => Promise<Verdict>) =>
    whenEntered(() => (granted.has(name) ? work() : Promise.resolve(notTried(`${name} is missing`))))
  await look(
    'people and managers',
    needs('User.Read.All', () => people(graph)),
  )
  await look(
    'changes of the directory',
    needs('User.Read.All', () => changes(graph)),
  )
  await look(
    'app catalog',
    needs('AppCatalog.Read.All', () => catalog(graph, config)),
  )
  await look(
    'mailbox in the scope',
    whenEntered(() => mailboxInside(graph, wishes.mailbox)),
  )
  await look(
    'mailbox out of the scope',
    whenEntered(() => mailboxOutside(graph, wishes.outside)),
  )
  await look(
    'subscription to changes',
    needs('User.Read.All', () => subscription(graph, config, wishes.write ?? false)),
  )
  await look('sign-in of the bot', () => bot(config))
  return findings
}

/** The kind of the error alone: what others answered is not for a report that is sent on. */
const unexpected = (error: unknown): Verdict =>
  notOk(codeOf(error), 'see this code in docs/deploy.md, or send us this line')

/** Nobody waits minutes for a report: what is away now is said. */
const signedIn = (config: Config) => ({
  ...signIn(config, { now: () => systemClock.now(), random: systemChance.fraction }),
  limits: { attempts: 1 },
})

async function databaseOf({ database: at }: Config): Promise<Verdict> {
  if (!('url' in at)) return notTried('it is the embedded one, which is for trying out')
  const database = await openDatabase({ url: at.url, poolSize: 2 })
  try {
    return await roleIn(database)
  } finally {
    await database.close()
  }
}

/** Tables are there, and the role that the service works as cannot alter them. */
export async function roleIn({ query }: Pick<Database, 'query'>): Promise<Verdict> {
  const { rows } = await query(
    `select to_regclass('public.organization_reading') is not null as made,
      has_schema_privilege(current_user, 'public', 'create') as creates`,
  )
  if (!rows[0].made) return notOk('it has no tables yet', 'start the service once: it makes them')
  if (rows[0].creates)
    return notOk(
      'the service’s role may create tables',
      'set DATABASE_MIGRATION_URL to the owner of the tables, and DATABASE_URL to a role of another name',
    )
  return ok()
}

const ask = (address: string) =>
  fetch(address, { redirect: 'manual', signal: AbortSignal.timeout(patienceMs) })

async function publicAddress({ publicUrl }: Config): Promise<Verdict> {
  const { status } = await ask(`${publicUrl}/healthz`)
  return status === 200
    ? ok()
    : notOk(
        `/healthz answers ${status}`,
        'let PUBLIC_URL lead to the service, by https and without a sign-in',
      )
}

/** Tokens are good for an hour, and only by a clock that is right. */
async function clock({ graph }: Config): Promise<Verdict> {
  const said = Date.parse((await ask(`${graph.address}/v1.0/`)).headers.get('date') ?? '')
  if (Number.isNaN(said)) return notTried('Graph did not say what time it is')
  const seconds = Math.round((systemClock.now().getTime() - said) / secondMs)
  return Math.abs(seconds) * secondMs <= mostSkewMs
    ? ok()
    : notOk(`it differs from Graph’s by ${seconds} s`, 'let the machine keep its time by NTP')
}

async function signInKeys({ authority, tenantId }: Config): Promise<Verdict> {
  const answer = await ask(`${authority.address}/${tenantId}/discovery/v2.0/keys`)
  const { keys } = (await answer.json().catch(() => ({}))) as { keys?: unknown[] }
  return answer.ok && Array.isArray(keys) && keys.length > 0
    ? ok()
    : notOk(
        `they are not there (${answer.status})`,
        'check TENANT_ID and AUTHORITY, and the way out of your network',
      )
}

const scopeOf = ({ graph }: Config) => `${graph.name}/.default`

async function entry(token: TokenSource, config: Config): Promise<Verdict> {
  await token(scopeOf(config))
  return ok()
}

async function rolesIn(token: TokenSource, config: Config): Promise<Set<string>> {
  const [, claims = ''] = (await token(scopeOf(config))).split('.')
  const { roles } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as { roles?: string[] }
  return new Set(roles ?? [])
}

function permission(granted: Set<string>, name: string, without: string): Verdict {
  return granted.has(name)
    ? ok()
    : notOk(`missing: ${without}`, 'grant it to the application in Entra, with admin consent')
}

function calendarPermission(granted: Set<string>): Verdict {
  return granted.has(byExchange)
    ? ok('granted by Entra, for every mailbox unless an access policy narrows it')
    : ok('not granted by Entra: right where Exchange grants it, which the mailbox below shows')
}

async function people(graph: Graph): Promise<Verdict> {
  const path = '/users?$top=1&$select=id&$expand=manager($levels=1;$select=id)'
  const { value } = await graph.get<{ value: unknown[] }>(path)
  return value.length > 0 ? ok() : notOk('the directory lists nobody', 'check TENANT_ID')
}

async function changes(graph: Graph): Promise<Verdict> {
  const page = await graph.get<Record<string, unknown>>('/users/delta?$select=id,manager&$deltatoken=latest')
  return typeof page['@odata.deltaLink'] === 'string'
    ? ok()
    : notOk('Graph gave no link to go on from', 'send us this line')
}

async function catalog(graph: Graph, { teamsAppId }: Config): Promise<Verdict> {
  return (await findInCatalog(graph, teamsAppId))
    ? ok()
    : notOk('it does not hold this app', 'upload the package, or check TEAMS_APP_ID')
}

async function mailboxInside(graph: Graph, mailbox: string | undefined): Promise<Verdict> {
  if (mailbox === undefined) return notTried('name one by --mailbox')
  const trouble = await troubleWith(graph, mailbox)
  if (trouble === undefined) return ok()
  return notOk(
    trouble,
    trouble === 'mailbox-out-of-reach'
      ? 'add it to the group of the management scope; two hours may pass'
      : 'give the account a mailbox and a Teams license',
  )
}

/** A scope that lets everything through looks like one that works. */
async function mailboxOutside(graph: Graph, mailbox: string | undefined): Promise<Verdict> {
  if (mailbox === undefined) return notTried('name one by --outside')
  const trouble = await troubleWith(graph, mailbox)
  if (trouble === 'mailbox-out-of-reach') return ok('it is refused')
  if (trouble === 'mailbox-missing') return notTried('there is no such mailbox')
  return notOk(
    'its calendar can be read',
    'take Calendars.ReadWrite out of the consent in Entra: it adds to what Exchange grants',
  )
}

async function subscription(graph: Graph, { publicUrl }: Config, write: boolean): Promise<Verdict> {
  if (!write) return notTried('it would write: ask for it by --write')
  const watcher = watcherFrom(graph, {
    notifications: `${publicUrl}/api/outlook/notifications`,
    lifecycle: `${publicUrl}/api/outlook/lifecycle`,
  })
  const until = plusMs(systemClock.now(), hourMs)
  const { id } = await watcher.begin(wholeDirectory, systemChance.id(), until)
  await watcher.end(id)
  return ok('made and deleted')
}

async function bot(config: Config): Promise<Verdict> {
  const { id, type, secret, oauthScope } = config.bot
  if (type === 'off') return notOk('BOT_TYPE is off', 'set it to UserAssignedMSI or SingleTenant')
  if (type === 'SingleTenant')
    await tokenSource({ ...signedIn(config), clientId: id, secret: secret ?? '' })(oauthScope)
  else {
    const audience = oauthScope.replace(/\/\.default$/, '')
    await managedIdentityAssertion({ identityClientId: id, audience })()
  }
  return ok()
}
