/**
 * The one file that picks real implementations and hands them out. That they fit `workflows/ports.ts` is proven here, by
 * the compiler: `ports` is a `Ports`.
 */
import type { Server } from 'node:http'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pino from 'pino'
import type { Entrance } from './api/asker.ts'
import { badTokensAtTheBot, limitByAddress } from './api/limits.ts'
import { notificationUrls, outlookRoutes } from './api/outlook-notifications.ts'
import { photosFrom } from './api/photos.ts'
import { readiness } from './api/readiness.ts'
import { handlersFor } from './api/routes/index.ts'
import { createServer } from './api/server.ts'
import { may } from './auth/access.ts'
import { type Caller, createTokenReader, type TokenReader } from './auth/entra.ts'
import { mayEnter } from './auth/policies.ts'
import { type Role, rolesOf } from './auth/roles.ts'
import { systemChance } from './chance.ts'
import { steadyMs, systemClock } from './clock.ts'
import type { Config } from './config.ts'
import { currentId, under } from './correlation.ts'
import { Fault, isAway, logShape } from './domain/fault.ts'
import { isRefused } from './domain/refusal.ts'
import { type AppId, createAppId } from './graph/app-catalog.ts'
import { calendarFrom } from './graph/calendar.ts'
import { createGraph, type Graph } from './graph/client.ts'
import { directoryFrom } from './graph/directory.ts'
import { createAppInstaller } from './graph/install-app.ts'
import { managedIdentityAssertion } from './graph/managed-identity.ts'
import { createMailSender } from './graph/send-mail.ts'
import { watcherFrom } from './graph/subscriptions.ts'
import { sleepFor } from './graph/throttle.ts'
import { tokenSource } from './graph/token.ts'
import { openQueue, type Queue } from './jobs/queue.ts'
import { createMatcher } from './matching-worker/matcher.ts'
import { createBotAdapter } from './messages/adapter.ts'
import type { MessagesDeps } from './messages/deps.ts'
import { wordsFor } from './messages/language/words.ts'
import { mailForNotice } from './messages/mail.ts'
import { createMessenger } from './messages/messenger.ts'
import { botRoutes } from './messages/routes.ts'
import { createTeamsApp } from './messages/teams-app.ts'
import { dataKeysOf, type KeyRing } from './store/data-keys.ts'
import { type Database, openDatabase } from './store/database.ts'
import { keysBeside } from './store/key-file.ts'
import { lockDirectory } from './store/lock.ts'
import { sealWhatIsPlain } from './store/seal-what-is-plain.ts'
import { grantToService } from './store/service-role.ts'
import { createStore } from './store/store.ts'
import { pauseEnrolment } from './workflows/enrolment/enrol.ts'
import { myAsk, recordAnswers } from './workflows/meeting/ask-pair.ts'
import { currentParticipant, myCheckIn, myMentoringNow } from './workflows/meeting/my-next-session.ts'
import { recordCheckIn } from './workflows/meeting/record-check-in.ts'
import { declinePairing } from './workflows/pairing/decline-pairing.ts'
import { pairingOff } from './workflows/pairing/pairing-off.ts'
import type { Clock, Ports } from './workflows/ports.ts'
import { acceptRequest, requestToMe, setRequestAside } from './workflows/preferences/request-pairing.ts'
import { answerSeat, seatAskedOf } from './workflows/program/hand-over.ts'
import {
  askForRepair,
  askForRepairOfNext,
  withdrawRepair,
} from './workflows/scheduling/repair/ask-for-repair.ts'
import { assistedRepair, chooseAsAssistant } from './workflows/scheduling/repair/assisted-repair.ts'
import { chooseRepair } from './workflows/scheduling/repair/book-repair.ts'
import { myRepair } from './workflows/scheduling/repair/repair-context.ts'
import { rateSpeedMeeting } from './workflows/speed/speed-meetings.ts'
import { deliverMissed } from './workflows/telling/deliver-notice.ts'
import { passTime, pickUpStranded, tick } from './workflows/tick.ts'

export interface Service {
  ports: Ports
  /** Looks for what time alone brings; every minute by itself, and when a clock was moved. */
  tick(): Promise<void>
  listen(): Promise<{ port: number }>
  stop(): Promise<void>
}

/** What a caller may replace: only what is outside this process. */
export interface Overrides {
  clock?: Clock
  /** Opened already; closed with the service. */
  database?: Database
  /** Where lines of the log go; standard output without it. */
  logTo?: { write(line: string): void }
}

const here = dirname(fileURLToPath(import.meta.url))
/** Sources lie in `bot/`, the bundle in `dist/bot/` or `dist/demo/`; both know where the rest is. */
const fromSources = import.meta.url.endsWith('.ts')
const migrations = join(here, fromSources ? 'store/migrations' : 'migrations')
const tabFolder = join(here, fromSources ? '../dist/tab' : '../tab')

export async function wire(config: Config, overrides: Overrides = {}): Promise<Service> {
  const log = logFor(config, overrides.logTo)
  const clock = overrides.clock ?? systemClock
  const { database, lock } = overrides.database
    ? { database: overrides.database, lock: undefined }
    : await openOwnDatabase(config)
  const ring = keyRing(config)
  await onceDatabaseAnswers(() => prepareAsOwner(config, ring, log), log)
  const keys = dataKeysOf(database, ring)
  const queue = await onceDatabaseAnswers(() => database.alone(() => prepare(database, ring, log)), log)
  const graph = graphFor(config, clock, log)
  const store = createStore(database, keys)
  const adapter = adapterFor(config, log)
  const appId = createAppId({ graph, manifestId: config.teamsAppId, now: () => clock.now(), log })
  const tabLink = tabLinkFor(config, appId)
  const messenger = createMessenger({
    adapter,
    serviceUrl: config.bot.serviceUrl,
    reachable: store.reachable,
    tabLink,
    channelLocale: 'en',
    time: { now: steadyMs, sleep: sleepFor },
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
    tabFolder,
    handlers: handlersFor(ports),
    photo: photosFrom(ports),
    readToken,
    rolesOf: (caller, cohortId) => rolesFor(ports, caller, cohortId),
    entranceOf: (caller) => entranceOf(ports, caller),
    outlookRoutes: outlookRoutes({ ports, tenantId: config.tenantId, log }),
    botRoutes: botRoutes({
      adapter,
      handle: createTeamsApp(messagesDeps(ports, tabLink, log)),
      limitStrangers: limitByAddress(badTokensAtTheBot),
      log,
    }),
    notReady: readinessOf(database, queue, readToken),
    newId: systemChance.id,
    under,
    log,
  })
  const everyMinute = { recovery: () => pickUpStranded(ports), tick: () => passTime(ports) }
  let server: Server | undefined
  return {
    ports,
    tick: () => tick(ports),
    async listen() {
      await atMost(appIdWaitMs, appId.look())
      await onceDatabaseAnswers(() => queue.work(ports, everyMinute), log)
      server = await listening(app.listen(config.port, config.host))
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : config.port
      log.info({ port }, 'ready')
      return { port }
    },
    stop: () => stop({ server, queue, matcher, database, lock }),
  }
}

/** Nothing that people wrote goes into the log: of an error stays what `domain/fault.ts` keeps. */
function logFor({ logLevel }: Config, to?: Overrides['logTo']): Log {
  const options: pino.LoggerOptions = {
    level: logLevel,
    redact: ['req.headers.authorization'],
    mixin: () => (currentId() ? { id: currentId() } : {}),
    ...logShape,
  }
  return to ? pino(options, to) : pino(options)
}

async function atMost(ms: number, work: Promise<unknown>): Promise<void> {
  const waiting = new AbortController()
  const patience = sleepFor(ms, waiting.signal).catch(() => {})
  await Promise.race([work, patience]).finally(() => waiting.abort())
}

const databaseWaitMs = 1000
/** So long the first card waits for the id that its links need; a Graph that is slow keeps nobody from starting. */
const appIdWaitMs = 5000

/** A database that is away at the start is waited for, and that is said once; any other fault ends the start. */
async function onceDatabaseAnswers<T>(work: () => Promise<T>, log: Log): Promise<T> {
  for (let isSaid = false; ; isSaid = true) {
    try {
      return await work()
    } catch (error) {
      if (!isAway(error)) throw error
      if (!isSaid) log.warn({ err: error }, 'the database does not answer; waiting for it')
      await sleepFor(databaseWaitMs)
    }
  }
}

/** Tables, values and job queues as this version wants them. */
async function prepare(database: Database, ring: KeyRing, log: Log): Promise<Queue> {
  await database.migrate(migrations)
  const keys = dataKeysOf(database, ring)
  const rewrapped = await keys.rewrap()
  const sealed = await sealWhatIsPlain(database, keys)
  if (rewrapped + sealed > 0) log.info({ rewrapped, sealed }, 'data keys and values are up to date')
  return openQueue(database, log, under)
}

/** Where tables have another owner: signed in as that role for as long as it takes, and never while the service runs. */
async function prepareAsOwner({ database: at }: Config, ring: KeyRing, log: Log): Promise<void> {
  if (!('url' in at) || !at.owner) return
  const owner = await openDatabase({ url: at.owner, poolSize: 2 })
  try {
    await owner.alone(async () => {
      const queue = await prepare(owner, ring, log)
      await queue.stop()
      await grantToService(owner, at.url, ring.random)
    })
  } finally {
    await owner.close()
  }
}

/** The key-encryption keys of the settings, or one beside the embedded database. */
function keyRing({ dataKeys, database: at }: Config): KeyRing {
  const random = systemChance.bytes
  const [newest, ...older] = dataKeys ?? keysBeside('dir' in at ? at.dir : '.data', random)
  if (!newest) throw new Fault('DATA_KEYS is empty.')
  return { keks: [newest, ...older], random, now: steadyMs }
}

async function openOwnDatabase({ database: at }: Config) {
  if (!('dir' in at)) return { database: await openDatabase(at), lock: undefined }
  const lock = await lockDirectory(at.dir)
  return { database: await openDatabase({ dir: join(at.dir, 'database') }), lock }
}

function listening(server: Server): Promise<Server> {
  return new Promise((resolve, reject) => {
    server.once('listening', () => resolve(server)).once('error', reject)
  })
}

async function stop(parts: {
  server: Server | undefined
  queue: Queue
  matcher: { close(): Promise<void> }
  database: Database
  lock: { close(): unknown } | undefined
}): Promise<void> {
  parts.server?.close()
  parts.server?.closeAllConnections()
  await parts.queue.stop()
  await parts.matcher.close()
  await parts.database.close()
  parts.lock?.close()
}

type Log = pino.Logger

/** What lies ahead in a calendar is judged by the product's clock, which may be the demo tenant's. */
function graphFor(config: Config, clock: Clock, log: Log): Graph {
  return createGraph({
    ...signIn(config),
    now: () => clock.now(),
    graph: config.graph.name,
    graphAddress: config.graph.address,
    log: (entry) => log.debug(entry, 'graph'),
    correlation: currentId,
  })
}

/** Client secret, or the managed identity's token as a federated assertion: then no secret is stored anywhere. */
function signIn(config: Config) {
  const { credential } = config
  return {
    clientId: config.clientId,
    tenantId: config.tenantId,
    authority: config.authority.name,
    authorityAddress: config.authority.address,
    now: () => systemClock.now(),
    random: systemChance.fraction,
    ...('secret' in credential
      ? { secret: credential.secret }
      : { assertion: managedIdentityAssertion({ identityClientId: credential.managedIdentity }) }),
  }
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
  if (type === 'SingleTenant') return tokenSource({ ...signIn(config), clientId: id, secret: secret ?? '' })
  const resource = (scope: string) => scope.replace(/\/\.default$/, '')
  return (scope) => managedIdentityAssertion({ identityClientId: id, audience: resource(scope) })()
}

function tokenReaderFor(config: Config, log: Log) {
  return createTokenReader({
    tenantId: config.tenantId,
    clientId: config.clientId,
    authority: config.authority.name,
    keysUrl: `${config.authority.address}/${config.tenantId}/discovery/v2.0/keys`,
    hostClients: config.hostClients,
    nowMs: steadyMs,
    log,
  })
}

/** https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-application */
function tabLinkFor({ tenantId, publicUrl }: Config, appId: AppId) {
  return (place: string) => {
    const context = encodeURIComponent(JSON.stringify({ subEntityId: place }))
    const webUrl = encodeURIComponent(`${publicUrl}/tab/#/${place}`)
    return `https://teams.microsoft.com/l/entity/${appId.current()}/mentoring?webUrl=${webUrl}&context=${context}&tenantId=${tenantId}`
  }
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

async function rolesFor({ store }: Ports, caller: Caller, cohortId?: string): Promise<Role[]> {
  const cohort = cohortId === undefined ? undefined : await store.cohorts.get(cohortId)
  if (cohort) {
    const program = await store.programs.get(cohort.programId)
    const isHolder = (holder: string | undefined) => holder === caller.personId
    return rolesOf(caller, {
      sponsorOf: isHolder(program?.sponsorId),
      organizerOf: isHolder(program?.organizerId),
    })
  }
  // Over all Cohorts, or for one that does not exist: what the app role opens by itself.
  let sponsorOf = false
  for (const { programId } of await store.cohorts.list()) {
    if ((await store.programs.get(programId))?.sponsorId === caller.personId) sponsorOf = true
  }
  return rolesOf(caller, { sponsorOf, organizerOf: true })
}

/** Before the first whole reading nobody is known; whoever is known and not eligible stays outside even then. */
async function entranceOf({ store }: Ports, caller: Caller): Promise<Entrance> {
  const person = await store.people.get(caller.personId)
  if (may('enter', caller, { isEligible: person?.isEligible })) return 'open'
  const roles = rolesOf(caller, { sponsorOf: false, organizerOf: true })
  if (person || !may('read-organization-faults', caller, { roles })) return 'closed'
  return (await store.organization.reading()).whole ? 'first-reading' : 'closed'
}

/** A look at a table says nothing about a disk that is full, and a good token nothing about keys that are gone. */
function readinessOf(database: Database, queue: Queue, readToken: TokenReader): () => Promise<string[]> {
  return readiness(
    {
      database: () => database.query('update organization_reading set pages = pages'),
      jobs: () => queue.answer(),
      'sign-in keys': () => readToken.keysAnswer(),
    },
    steadyMs,
  )
}

function messagesDeps(ports: Ports, tabLink: (place: string) => string, log: Log): MessagesDeps {
  const { store, clock } = ports
  return {
    clock,
    reachable: store.reachable,
    deliverMissed: (personId) => deliverMissed(ports, personId),
    isStranger: async (personId) => !mayEnter(await store.people.get(personId)),
    myMentoring: (personId) => myMentoringNow(ports, personId),
    checkIn: (personId, sessionId) => myCheckIn(ports, personId, sessionId),
    async answerCheckIn(personId, sessionId, answer) {
      const answered = await recordCheckIn(ports, sessionId, personId, answer)
      return isRefused(answered) ? answered : { ok: true }
    },
    async ask(personId, askKey) {
      const mine = await myAsk(ports, askKey, personId)
      if (isRefused(mine)) return mine
      const { answers } = mine.ask
      return { notice: mine.notice, ...(answers ? { answers } : {}) }
    },
    async answerAsk(personId, askKey, given) {
      const answered = await recordAnswers(ports, askKey, personId, given)
      return isRefused(answered) ? answered : { ok: true }
    },
    rateSpeedMeeting: (from, eventId, to, rating) => rateSpeedMeeting(ports, eventId, { from, to, rating }),
    async cannotMakeIt(personId, which) {
      const asked =
        'sessionId' in which
          ? await askForRepair(ports, which.sessionId, personId)
          : await askForRepairOfNext(ports, which.pairingId, personId)
      return isRefused(asked) ? asked : myRepair(ports, personId, asked.id)
    },
    repair: (personId, repairId) => myRepair(ports, personId, repairId),
    async chooseRepair(personId, repairId, option) {
      const chosen = await chooseRepair(ports, repairId, option, personId)
      return isRefused(chosen) ? chosen : myRepair(ports, personId, repairId)
    },
    async chooseAssisted(personId, repairId, option) {
      const before = await assistedRepair(ports, personId, repairId)
      if (isRefused(before)) return before
      await chooseAsAssistant(ports, repairId, option, personId)
      return assistedRepair(ports, personId, repairId)
    },
    async withdrawRepair(personId, repairId) {
      const kept = await withdrawRepair(ports, repairId, personId)
      return isRefused(kept) ? kept : myRepair(ports, personId, repairId)
    },
    async answerRequest(personId, requestId, answer) {
      const step = answer === 'accept' ? acceptRequest : setRequestAside
      const answered = await step(ports, requestId, personId)
      return isRefused(answered) ? answered : requestToMe(ports, personId, requestId)
    },
    async answerSeat(personId, handoverId, answer) {
      // Teams does not say what app roles somebody has: an Organizer accepts in the tab, which does.
      const answered = await answerSeat(ports, handoverId, answer, personId, { holdsRole: false })
      return isRefused(answered) ? answered : seatAskedOf(ports, personId, handoverId)
    },
    seatAsked: (personId, handoverId) => seatAskedOf(ports, personId, handoverId),
    pairRequest: (personId, requestId) => requestToMe(ports, personId, requestId),
    async declinePairing(personId, pairingId) {
      const declined = await declinePairing(ports, pairingId, personId)
      return isRefused(declined) ? declined : pairingOff(ports, personId, pairingId)
    },
    async pause(personId, until) {
      const participant = await currentParticipant(ports, personId)
      if (!participant) return { refused: 'not-found' }
      const paused = await pauseEnrolment(ports, participant.id, personId, until)
      return isRefused(paused) ? paused : { ok: true }
    },
    localeOf: async (personId) => (await store.people.get(personId))?.preferredLanguage,
    tabLink,
    log,
  }
}
