/**
 * The demo tenant on one port: `/` the page that shows Teams and Outlook, `/entra`, `/graph` and `/teams` the
 * stand-ins, `/_demo` what the page itself asks, `/tab` and `/api` the product as a phone sees it. The product is another server that meets it by addresses and keys
 * alone, so either can be stopped and started without the other.
 */

import { existsSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import express from 'express'
import { controlRoutes } from './control.ts'
import { createEntraKeys, type EntraKeys, entraRoutes, verifyAccessToken } from './entra-server.ts'
import { graphRoutes } from './graph-server.ts'
import type { Life } from './life/life.ts'
import { lifeOf } from './life/memory.ts'
import { onlyLocalHost } from './local-host.ts'
import type { TenantState } from './state.ts'
import { press, say, submit, tellInstalled, tellInstalledInTeam } from './teams/acts.ts'
import { type TeamsChannel, track } from './teams/channel.ts'
import type { Delivery } from './teams/deliver.ts'
import { createRateLimit } from './teams/rate-limit.ts'
import { createChannelSigner } from './teams/signer.ts'
import { type InvokeOutcome, settled, teamsRoutes } from './teams-server.ts'
import type { Tenant, TenantOptions } from './tenant-shape.ts'
import { createClock, createState, settingsFor, tabResource } from './tenant-state.ts'
import { webviewRoutes } from './webview.ts'

export async function startTenant(options: TenantOptions): Promise<Tenant> {
  const app = express()
  const server = createServer(app)
  const url = await listen(server, options.port ?? 0, options.host ?? '127.0.0.1')
  const clock = createClock(options.now)
  const listeners = new Set<(what: string) => void>()
  const state = createState(options, url, clock.now, (what) => {
    for (const listener of listeners) listener(what)
  })
  const keys = await createEntraKeys(options.keyPairs?.entra)
  let product = options.productUrl
  const productUrl = () => (typeof product === 'function' ? product() : product)?.replace(/\/$/, '')
  const channel = await createChannel(options, state, keys, productUrl)
  tellBotOfInstallations(state, channel)
  let life: Life | undefined

  const tenant: Tenant = {
    url,
    state,
    keys,
    channel,
    productUrl,
    setProductUrl(to) {
      product = to
      state.tabResource = tabResource(to, state.apps.tab.id)
    },
    begin(given) {
      life = given
      lifeOf(state)
    },
    async advanceTo(to) {
      const moveTo = async (moment: Date) => {
        clock.moveTo(moment)
        await options.onClock?.(moment)
        state.changed('clock')
      }
      await (life ? life.liveUntil(to, moveTo) : moveTo(to)).finally(() => state.changed('clock'))
    },
    movingTo: () => life?.movingTo(),
    stopClock: () => life?.stop(),
    settings: () => settingsFor(state, url),
    close: () => stop(server),
  }
  app.disable('x-powered-by')
  app.use(onlyLocalHost)
  app.use('/entra', entraRoutes(state, keys))
  app.use('/graph', graphRoutes(state, keys))
  app.use('/teams', teamsRoutes(channel))
  app.use('/_demo', controlRoutes(tenant, listeners, options.onAct))
  app.use(webviewRoutes(productUrl))
  const pageDir = options.pageDir ?? fileURLToPath(new URL('../../dist/demo/page', import.meta.url))
  if (existsSync(pageDir)) app.use(express.static(pageDir))
  return tenant
}

/** The person types in their chat with the bot; resolves with how the bot's endpoint answered. */
export const sayToBot = (tenant: Tenant, personId: string, text: string): Promise<Delivery> =>
  say(tenant.channel, personId, text)

/** Presses an Action.Execute button; a card in the answer replaces the one this person sees. */
export const pressButton = (
  tenant: Tenant,
  personId: string,
  messageId: string,
  verb: string,
  data: Record<string, unknown> = {},
): Promise<InvokeOutcome> => press(tenant.channel, personId, messageId, verb, data)

/** Presses an Action.Submit button. */
export const submitCard = (
  tenant: Tenant,
  personId: string,
  messageId: string,
  value: Record<string, unknown>,
): Promise<Delivery> => submit(tenant.channel, personId, messageId, value)

/** Installs the app for a person and waits until the bot has been told. */
export async function installFor(tenant: Tenant, personId: string): Promise<void> {
  tenant.state.installedFor.add(personId)
  await settled(tenant.channel)
}

export async function installInTeam(tenant: Tenant, teamId: string): Promise<void> {
  tenant.state.installedInTeams.add(teamId)
  await settled(tenant.channel)
}

async function createChannel(
  options: TenantOptions,
  state: TenantState,
  keys: EntraKeys,
  productUrl: () => string | undefined,
): Promise<TeamsChannel> {
  return {
    state,
    signer: await createChannelSigner(options.keyPairs?.channel),
    rateLimit: createRateLimit(options.tick ?? (() => performance.now())),
    verify: async (bearer) => ({
      ...(await verifyAccessToken(state, keys, bearer, 'https://api.botframework.com')),
    }),
    botEndpoint: () => {
      const product = productUrl()
      return product && `${product}/api/messages`
    },
    answerWithinMs: options.answerWithinMs ?? 15_000,
    deliverTwice: false,
    namesGroups: true,
    pending: new Set(),
    lastMessageId: 0,
  }
}

/** Whoever changes the installed sets, the Graph stand-in included, Teams tells the bot about it. */
function tellBotOfInstallations(state: TenantState, channel: TeamsChannel): void {
  state.installedFor = watched((id, action) => tellInstalled(channel, id, action), channel)
  state.installedInTeams = watched((id, action) => tellInstalledInTeam(channel, id, action), channel)
}

function watched(
  tell: (id: string, action: 'add' | 'remove') => Promise<void>,
  channel: TeamsChannel,
): Set<string> {
  const set = new Set<string>()
  const begin = (id: string, action: 'add' | 'remove') =>
    void track(channel, tell(id, action)).catch(() => {})
  const { add, delete: remove } = Set.prototype
  set.add = (id) => {
    if (!set.has(id)) {
      add.call(set, id)
      begin(id, 'add')
    }
    return set
  }
  set.delete = (id) => {
    const had = remove.call(set, id)
    if (had) begin(id, 'remove')
    return had
  }
  return set
}

/** Whoever calls over a connection that stood idle must not meet its end; Microsoft's own stay open for minutes. */
const keepAliveMs = 120_000

async function listen(server: Server, port: number, host: string): Promise<string> {
  server.keepAliveTimeout = keepAliveMs
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const reachable = host === '0.0.0.0' ? '127.0.0.1' : host
  return `http://${reachable}:${(server.address() as AddressInfo).port}`
}

async function stop(server: Server): Promise<void> {
  const closed = new Promise((done) => server.close(done))
  server.closeAllConnections()
  await closed
}
