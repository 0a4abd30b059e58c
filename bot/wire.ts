/**
 * The one file that picks real implementations and hands them out. That they fit `workflows/ports.ts` is proven here, by
 * the compiler: `ports` is a `Ports`.
 */
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { badTokensAtTheBot, limitByAddress } from './api/limits.ts'
import { notificationUrls, outlookRoutes } from './api/outlook-notifications.ts'
import { photosFrom } from './api/photos.ts'
import { readinessOf } from './api/readiness.ts'
import { handlersFor } from './api/routes/index.ts'
import { createServer } from './api/server.ts'
import { createTokenReader } from './auth/entra.ts'
import { entranceOf, rolesFor } from './auth/entrance.ts'
import { systemChance } from './chance.ts'
import { steadyMs, systemClock } from './clock.ts'
import type { Config } from './config.ts'
import { currentId, under } from './correlation.ts'
import { createAppId } from './graph/app-catalog.ts'
import { calendarFrom } from './graph/calendar.ts'
import { createGraph, type Graph } from './graph/client.ts'
import { directoryFrom } from './graph/directory.ts'
import { createAppInstaller } from './graph/install-app.ts'
import { managedIdentityAssertion } from './graph/managed-identity.ts'
import { createMailSender } from './graph/send-mail.ts'
import { signIn } from './graph/sign-in.ts'
import { watcherFrom } from './graph/subscriptions.ts'
import { tokenSource } from './graph/token.ts'
import { lifeOf } from './listening.ts'
import { type Log, type LogTarget, logFor } from './log.ts'
import { createMatcher } from './matching-worker/matcher.ts'
import { createBotAdapter } from './messages/adapter.ts'
import { wordsFor } from './messages/language/words.ts'
import { mailForNotice } from './messages/mail.ts'
import { createMessenger } from './messages/messenger.ts'
import { botRoutes } from './messages/routes.ts'
import type { Time } from './messages/send-rate.ts'
import { tabLinks } from './messages/tab-link.ts'
import { createTeamsApp } from './messages/teams-app.ts'
import { onceDatabaseAnswers, ownDatabase } from './own-database.ts'
import type { Database } from './store/database.ts'
import { createStore } from './store/store.ts'
import { realTime } from './time.ts'
import type { Clock, JobName, Ports } from './workflows/ports.ts'
import { passTime, pickUpStranded, tick } from './workflows/tick.ts'

export interface Service {
  ports: Ports
  /** Looks for what time alone brings; every minute by itself, and when a clock was moved. */
  tick(): Promise<void>
  /** Nothing is left to do until time passes or somebody acts; jobs of these names aside. */
  isIdle(but?: readonly JobName[]): Promise<boolean>
  listen(): Promise<{ port: number }>
  stop(): Promise<void>
}

/** What a caller may replace: only what is outside this process. */
export interface Overrides {
  clock?: Clock
  /** In which it waits for its turn to speak to Teams. */
  time?: Time
  /** Opened already; closed with the service. */
  database?: Database
  logTo?: LogTarget
}

const here = dirname(fileURLToPath(import.meta.url))
/** Sources lie in `bot/`, the bundle in `dist/bot/` or `dist/demo/`; both know where the rest is. */
const fromSources = import.meta.url.endsWith('.ts')
const tabFolder = join(here, fromSources ? '../dist/tab' : '../tab')

export async function wire(config: Config, overrides: Overrides = {}): Promise<Service> {
  const log = logFor(config, overrides.logTo)
  const clock = overrides.clock ?? systemClock
  const { database, lock, keys, queue } = await ownDatabase(config, log, overrides.database)
  const time = overrides.time ?? realTime
  const graph = graphFor(config, clock, log)
  const store = createStore(database, keys)
  const adapter = adapterFor(config, log)
  const appId = createAppId({ graph, manifestId: config.teamsAppId, now: () => clock.now(), log })
  const tabLink = tabLinks(config, () => appId.current())
  const messenger = createMessenger({
    adapter,
    serviceUrl: config.bot.serviceUrl,
    reachable: store.reachable,
    tabLink,
    channelLocale: 'en',
    time,
    chance: systemChance.fraction,
  })
  const matcher = createMatcher(log)
  const ports: Ports = {
    store,
    directory: directoryFrom(graph),
    calendar: calendarFrom(graph),
    watcher: watcherFrom(graph, notificationUrls(config.publicUrl)),
    messenger,
    installer: createAppInstaller({ graph, appId, log }),
    ...mailerFor(config, { graph, clock, log }, tabLink),
    jobs: queue,
    clock,
    chance: systemChance,
    matcher,
    tabLink,
    leaseMs: config.leaseMs,
    fewestPeople: config.fewestPeople,
    retentionMonths: config.retentionMonths,
  }
  const readToken = tokenReaderFor(config, log)
  const app = createServer({
    publicUrl: config.publicUrl,
    hostOrigins: config.hostOrigins,
    asksForHosts: config.asksForHosts,
    answeredHosts: config.answeredHosts,
    trustedProxies: config.trustedProxies,
    tabSettings: () => ({
      hostOrigins: config.hostOrigins,
      appId: appId.current(),
      tenantId: config.tenantId,
    }),
    pane: {
      officeJs: config.officeJs,
      signIn: { clientId: config.clientId, authority: `${config.authority.name}/${config.tenantId}` },
    },
    tabFolder,
    handlers: handlersFor(ports),
    photo: photosFrom(ports),
    readToken,
    rolesOf: (caller, cohortId) => rolesFor(ports, caller, cohortId),
    entranceOf: (caller) => entranceOf(ports, caller),
    outlookRoutes: outlookRoutes({ ports, tenantId: config.tenantId, log }),
    botRoutes: botRoutes({
      adapter,
      handle: createTeamsApp(ports, log),
      limitStrangers: limitByAddress(badTokensAtTheBot),
      log,
    }),
    notReady: readinessOf({ database, queue, readToken }, steadyMs),
    newId: systemChance.id,
    under,
    log,
  })
  const everyMinute = { recovery: () => pickUpStranded(ports), tick: () => passTime(ports) }
  const life = lifeOf({
    app,
    at: config,
    appId,
    work: () => onceDatabaseAnswers(() => queue.work(ports, everyMinute), log),
    ready: (port) => log.info({ port }, 'ready'),
    close: [() => queue.stop(), () => matcher.close(), () => database.close(), () => lock?.close()],
  })
  return { ports, tick: () => tick(ports), isIdle: queue.isIdle, listen: life.listen, stop: life.stop }
}

/** Of tokens: by the machine's own clock, whatever the demo tenant's says. */
const world = { now: () => systemClock.now(), random: systemChance.fraction }

/** What lies ahead in a calendar is judged by the product's clock, which may be the demo tenant's. */
function graphFor(config: Config, clock: Clock, log: Log): Graph {
  return createGraph({
    ...signIn(config, world),
    now: () => clock.now(),
    graph: config.graph.name,
    graphAddress: config.graph.address,
    log: (entry) => log.debug(entry, 'graph'),
    correlation: currentId,
  })
}

function adapterFor(config: Config, log: Log) {
  const { bot } = config
  return createBotAdapter({
    botId: bot.id,
    botType: bot.type,
    tenantId: config.tenantId,
    ...(bot.openIdMetadata ? { openIdMetadata: bot.openIdMetadata } : {}),
    ...(bot.tokenIssuer ? { tokenIssuer: bot.tokenIssuer } : {}),
    oauthScope: config.bot.oauthScope,
    channelToken: channelTokenFor(config),
    serviceHosts: bot.serviceHosts,
    nowMs: steadyMs,
    log,
  })
}

/** The bot's own token: by its secret, or by the managed identity that the bot is. */
function channelTokenFor(config: Config): (scope: string) => Promise<string> {
  const { id, type, secret } = config.bot
  if (type === 'SingleTenant')
    return tokenSource({ ...signIn(config, world), clientId: id, secret: secret ?? '' })
  const resource = (scope: string) => scope.replace(/\/\.default$/, '')
  return (scope) => managedIdentityAssertion({ identityClientId: id, audience: resource(scope) })()
}

function tokenReaderFor(config: Config, log: Log) {
  return createTokenReader({
    tenantId: config.tenantId,
    clientId: config.clientId,
    authority: config.authority.name,
    keysUrl: `${config.authority.address}/${config.tenantId}/discovery/v2.0/keys`,
    // In Outlook's pane we ask in our own name: nested app authentication (tab/src/naa.ts).
    hostClients: [...config.hostClients, config.clientId],
    nowMs: steadyMs,
    log,
  })
}

/** Off without a mailbox. */
function mailerFor(
  { noticeMailbox }: Config,
  given: { graph: Graph; clock: Clock; log: Log },
  tabLink: (place: string) => string,
): Pick<Ports, 'mailer'> {
  if (!noticeMailbox) return {}
  const { graph, clock, log } = given
  const sender = createMailSender({ graph, mailbox: noticeMailbox, now: () => clock.now(), log })
  const mail: NonNullable<Ports['mailer']>['mail'] = (to, notice, locale) =>
    sender.send({ to, ...mailForNotice(notice, { words: wordsFor(locale), tabLink }) })
  return { mailer: { mail } }
}
