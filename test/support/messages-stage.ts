/**
 * The bot on a stage: the demo tenant's Teams and Entra at the wire, the real adapter, routes and handlers in between, and the
 * real workflows on a database behind them. Nothing counts calls; what people see in Teams and what is recorded is what a
 * test looks at.
 */
import { randomUUID } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { steadyMs } from '../../bot/clock.ts'
import { startTenant } from '../../bot/demo/tenant.ts'
import type { Tenant } from '../../bot/demo/tenant-shape.ts'
import type { PersonChange } from '../../bot/domain/organization/directory-page.ts'
import type { Reachable } from '../../bot/domain/telling/outgoing.ts'
import { type BotAdapter, createBotAdapter, type Log } from '../../bot/messages/adapter.ts'
import type { AdaptiveCard } from '../../bot/messages/cards/card.ts'
import { botRoutes } from '../../bot/messages/routes.ts'
import { createTeamsApp } from '../../bot/messages/teams-app.ts'
import { queryFailed } from '../../bot/store/query-failed.ts'
import type { JobName, Ports, Store } from '../../bot/workflows/ports.ts'
import { ANA, aCompany, BEN } from '../demo/teams-support.ts'
import { storeOn, testDatabase } from './database.ts'
import { keyPairs } from './key-pairs.ts'

export { ANA, BEN, GENERAL, NEWS, TEAM } from '../demo/teams-support.ts'

export const NOW = new Date('2026-03-03T10:00:00Z')
/** Of the organization, and nobody who has the app. */
export const CLEO = '5a1f0c52-0000-4000-8000-00000000a003'

/** Whom the bot can reach and what it heard, small enough to read in a test. */
export interface Records {
  reachable: Map<string, Reachable>
  seen: Set<string>
  /** What everything of the store but addresses and people throws. */
  fault?: unknown
}

export interface TestProduct {
  records: Records
  ports: Ports
  /** What was asked for and not done yet. */
  waiting: { name: JobName; payload: unknown }[]
  logged: { message: string; fields: object }[]
  log: Log
  /** Nothing is recorded but that these people are of the organization. */
  empty(): Promise<void>
  close(): Promise<void>
}

const people: PersonChange[] = [
  { id: ANA, displayName: 'Ana', isEligible: true },
  { id: BEN, displayName: 'Ben Berg', jobTitle: 'Head of Sales', department: 'Sales', isEligible: true },
  { id: CLEO, displayName: 'Cleo', isEligible: true },
]

/** The directory says this of somebody now. */
export const knows = (store: Store, ...persons: PersonChange[]): Promise<void> =>
  store.people.applyPage(
    {
      rows: persons.map((person) => ({ kind: 'person', person, manager: 'none' })),
      cursor: 'end',
      done: true,
    },
    { whole: true, startedAt: NOW, at: NOW },
  )

export async function aProduct(): Promise<TestProduct> {
  const records: Records = { reachable: new Map(), seen: new Set() }
  const logged: TestProduct['logged'] = []
  const line = (fields: object, message: string) => void logged.push({ message, fields })
  const log = { info: line, warn: line, error: line }
  const waiting: TestProduct['waiting'] = []
  const { database, close } = await testDatabase()
  const store = { ...storeOn(database), reachable: reachableOf(records) }
  const given: Partial<Ports> = {
    store: failing(() => records.fault, store),
    clock: { now: () => NOW },
    chance: { id: randomUUID, seed: () => 1 },
    jobs: { add: async (name, payload) => void waiting.push({ name, payload }) },
    tabLink: (place) => `https://teams.microsoft.com/l/entity/app/${place}`,
    leaseMs: 60_000,
    fewestPeople: 5,
  }
  const empty = async () => {
    await database.transaction(async () => {
      const { rows } = await database.query(
        `select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'organization_reading'`,
      )
      const tables = rows.map((row: { table_name: string }) => row.table_name)
      await database.query('set local session_replication_role = replica')
      await database.query(`truncate ${tables.join(', ')} cascade`)
    })
    waiting.length = 0
    await knows(store, ...people)
  }
  await knows(store, ...people)
  return { records, ports: onlyThese(given), waiting, logged, log, empty, close }
}

/** Kept where a test reads them at once: when Teams was slow is what they are about, not how they are stored. */
function reachableOf(records: Records): Store['reachable'] {
  return {
    get: async (id) => records.reachable.get(id),
    teams: async () => [...records.reachable.keys()].filter((id) => id.startsWith('team:')),
    save: async (one) => void records.reachable.set(one.id, one),
    remove: async (id) => void records.reachable.delete(id),
    firstToInstall: async () => false,
    lackingApp: async () => [],
    async firstSeen(what) {
      const name = JSON.stringify(what)
      const isFirst = !records.seen.has(name)
      records.seen.add(name)
      return isFirst
    },
  }
}

/** Who somebody is was asked a moment before. */
/** As the store puts it while nobody answers at the database's address. */
export const databaseAway = () => queryFailed('select', { code: 'ECONNREFUSED' })

const stillThere: PropertyKey[] = ['reachable', 'people']

function failing(fault: () => unknown, store: Store): Store {
  return new Proxy(store, {
    get(all, name, self) {
      if (fault() !== undefined && !stillThere.includes(name)) throw fault()
      return Reflect.get(all, name, self)
    },
  })
}

/** What is not on the stage fails loudly: no calendar and no directory takes part in an answer in a chat. */
function onlyThese(given: Partial<Ports>): Ports {
  return new Proxy(given, {
    get(all, name, self) {
      if (!(name in all)) throw new Error(`There is no ${String(name)} on this stage.`)
      return Reflect.get(all, name, self)
    },
  }) as Ports
}

export interface Stage {
  tenant: Tenant
  adapter: BotAdapter
  records: Records
  ports: Ports
  waiting: TestProduct['waiting']
  logged: TestProduct['logged']
  log: Log
  /** Where the bot listens. */
  url: string
  /** A new day: nobody has the app, nothing was said. */
  clear(): void
  /** And nothing is recorded. */
  empty(): Promise<void>
  close(): Promise<void>
}

export async function setStage(options: { tick?: () => number } = {}): Promise<Stage> {
  const product = await aProduct()
  const { records, ports, logged, log } = product
  const tenant = await startTenant({
    company: aCompany(),
    now: () => NOW,
    keyPairs: await keyPairs(),
    ...options,
  })
  const settings = tenant.settings()
  const adapter = createBotAdapter({
    botId: settings['BOT_ID']!,
    botType: 'SingleTenant',
    tenantId: settings['TENANT_ID']!,
    openIdMetadata: settings['BOT_OPENID_METADATA']!,
    tokenIssuer: settings['BOT_TOKEN_ISSUER']!,
    serviceHosts: settings['BOT_SERVICE_HOSTS']!.split(','),
    channelToken: (scope) => clientToken(settings, scope),
    nowMs: steadyMs,
    log,
  })
  const app = express().use(botRoutes({ adapter, handle: createTeamsApp(ports, log), log }))
  const server = await listening(createServer(app))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  tenant.setProductUrl(url)
  const clear = () => {
    const { state, channel } = tenant
    records.reachable.clear()
    records.seen.clear()
    records.fault = undefined
    logged.length = 0
    state.conversations.clear()
    // `clear` alone is not told to the bot.
    state.installedFor.clear()
    state.installedInTeams.clear()
    state.faults.length = 0
    state.log.length = 0
    channel.deliverTwice = false
    channel.namesGroups = true
  }
  const close = async () => {
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
    await tenant.close()
    await product.close()
  }
  return { ...product, tenant, adapter, url, clear, close }
}

async function clientToken(settings: Record<string, string>, scope: string): Promise<string> {
  const response = await fetch(
    `${settings['AUTHORITY_ADDRESS']}/${settings['TENANT_ID']}/oauth2/v2.0/token`,
    {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: settings['BOT_ID']!,
        client_secret: settings['BOT_SECRET']!,
        scope,
      }),
    },
  )
  const { access_token: token } = (await response.json()) as { access_token?: string }
  if (!token) throw new Error(`The tenant gave no token: ${response.status}`)
  return token
}

export async function listening(server: Server): Promise<Server> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return server
}

/** All words on a card, in reading order. */
export function wordsOn(card: unknown): string {
  if (Array.isArray(card)) return card.map(wordsOn).filter(Boolean).join('\n')
  if (typeof card !== 'object' || card === null) return ''
  const { text, title, label, body, items, columns, inlines, actions, choices } =
    card as Partial<AdaptiveCard>
  const own = [text, title, label].filter((word) => typeof word === 'string')
  const below = [body, items, columns, inlines, choices, actions].map(wordsOn)
  return [...own, ...below].filter(Boolean).join('\n')
}
