/** The HTTP face: the tab's files, the API of the contract, the bot's endpoint, and whether the service is well. */
import express, { type ErrorRequestHandler, type Express, type RequestHandler, type Router } from 'express'
import helmet from 'helmet'
import { type RouteName, routes, schemas } from '../contract/index.ts'
import { isRefused } from '../domain/refusal.ts'
import { isStorable } from '../domain/storable.ts'
import { answeredHosts } from './answered-hosts.ts'
import { type AskerParts, authenticate, enter } from './asker.ts'
import type { Asker, Handlers } from './handler.ts'
import {
  anonymousAMinute,
  badTokensAMinute,
  descriptionsAMinute,
  limitByAddress,
  limitByPerson,
  ownLimits,
  requestsAMinute,
} from './limits.ts'
import { openApi } from './openapi.ts'
import { fromError, fromInput, fromRefusal, notFound, send, unstorable } from './problem.ts'
import { type PaneSettings, panePath, type TabSettings, tabFiles } from './tab-files.ts'

/** Who may frame the tab, besides the origins in the settings (learn.microsoft.com, tab requirements). */
const microsoftHosts = [
  'https://*.cloud.microsoft',
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.microsoft365.com',
  'https://*.office.com',
  'https://outlook.office.com',
  'https://outlook.office365.com',
  'https://outlook-sdf.office.com',
  'https://outlook-sdf.office365.com',
]

export interface ServerParts extends AskerParts {
  publicUrl: string
  hostOrigins: string[]
  /** Whether the tab may read Microsoft's list of hosts from its network. */
  asksForHosts: boolean
  /** Names under which it answers; any when empty. */
  answeredHosts: string[]
  /** Whose word on a client's address is taken: how many proxies stand before us, or which. */
  trustedProxies: number | string[]
  /** What the tab's page is told; the app's id can change while the service runs. */
  tabSettings(): TabSettings
  /** What Outlook's pane loads and is told besides. */
  pane: PaneSettings
  tabFolder: string
  handlers: Handlers
  photo(id: string): Promise<{ bytes: Uint8Array; type: string } | undefined>
  botRoutes: Router
  /** What Graph posts about calendars; it brings no bearer token. */
  outlookRoutes: Router
  /** Empty when all is well, else what is not. */
  notReady(): Promise<string[]>
  newId(): string
  /** Everything that the work begins is known by the id, in the log and in Graph. */
  under(id: string, work: () => void): void
  log: {
    info(fields: object, message: string): void
    warn(fields: object, message: string): void
    error(fields: object, message: string): void
  }
}

export function createServer(parts: ServerParts): Express {
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', parts.trustedProxies)
  app.use(requestId(parts))
  app.use(answeredHosts(parts.answeredHosts))
  app.use(protect(parts), permissionsPolicy)
  app.use(refuseUnstorableAddress)
  app.get('/healthz', (_request, response) => {
    response.set('Cache-Control', 'no-store').json({ alive: true })
  })
  app.get('/readyz', async (_request, response) => {
    const notReady = await parts.notReady()
    const status = notReady.length ? 503 : 200
    response
      .status(status)
      .set('Cache-Control', 'no-store')
      .json({ ready: status === 200, notReady })
  })
  app.use(unbelievedProxy(parts))
  app.use(parts.botRoutes)
  app.use(parts.outlookRoutes)
  const anonymous = limitByAddress(anonymousAMinute)
  app.use('/tab', anonymous, tabFiles(parts.tabFolder, parts.tabSettings, parts.pane))
  app.get('/', anonymous, (_request, response) => response.redirect('/tab/'))
  app.get('/api/openapi.json', limitByAddress(descriptionsAMinute), description(parts.publicUrl))
  app.use('/api', authenticate(parts), limitByPerson(requestsAMinute), enter(parts))
  app.get('/api/people/:id/photo', photo(parts))
  const limits = ownLimits()
  for (const name of Object.keys(routes) as RouteName[]) mount(app, name, parts, limits[name])
  app.use(anonymous, (_request, response) => send(response, notFound, response.locals['requestId']))
  app.use(onError(parts))
  return app
}

/** Made when somebody first asks, and kept: it takes a sixth of a second. */
function description(publicUrl: string): RequestHandler {
  let made: Buffer | undefined
  return (_request, response) => {
    made ??= Buffer.from(JSON.stringify(openApi(publicUrl)))
    response.type('json').send(made)
  }
}

/** Nothing behind this can be asked about a name that no database can hold. */
const refuseUnstorableAddress: RequestHandler = ({ url }, response, next) => {
  if (!url.includes('%00')) return next()
  send(response, unstorable, response.locals['requestId'])
}

/** Said once: limits by address are one limit for everybody when the proxy in front of the service is not named. */
function unbelievedProxy({ trustedProxies, log }: ServerParts): RequestHandler {
  let isSaid = trustedProxies !== 0
  return ({ headers }, _response, next) => {
    if (!isSaid && headers['x-forwarded-for'] !== undefined) {
      isSaid = true
      log.warn(
        { setting: 'TRUSTED_PROXIES' },
        'a proxy names addresses of clients, and no proxy is trusted: they share one limit',
      )
    }
    next()
  }
}

function requestId({ newId, under }: ServerParts): RequestHandler {
  return (_request, response, next) => {
    const id = newId()
    response.locals['requestId'] = id
    response.set('X-Request-Id', id)
    under(id, next)
  }
}

/** The tab asks for nothing of the device. */
const permissionsPolicy: RequestHandler = (_request, response, next) => {
  const nothing = [
    'camera',
    'microphone',
    'geolocation',
    'display-capture',
    'payment',
    'usb',
    'serial',
    'bluetooth',
  ]
  response.set('Permissions-Policy', nothing.map((what) => `${what}=()`).join(', '))
  next()
}

/** Framed by Teams, Outlook and Microsoft 365, and by nobody else. Fluent writes its styles into the page. */
function protect({ hostOrigins, asksForHosts, pane }: ServerParts): RequestHandler {
  const microsoftNetwork = asksForHosts ? ['https://res.cdn.office.net'] : []
  const withScripts = (from: string[]) =>
    helmet({
      frameguard: false,
      crossOriginResourcePolicy: { policy: 'same-origin' },
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          'default-src': ["'self'"],
          ...(from.length > 0 ? { 'script-src': ["'self'", ...from] } : {}),
          'style-src': ["'self'", "'unsafe-inline'"],
          'img-src': ["'self'", 'data:', 'blob:'],
          'font-src': ["'self'", 'data:', ...microsoftNetwork],
          'connect-src': ["'self'", ...microsoftNetwork],
          'object-src': ["'none'"],
          'base-uri': ["'none'"],
          'form-action': ["'none'"],
          'frame-ancestors': [...microsoftHosts, ...hostOrigins],
        },
      },
    })
  const ours = withScripts([])
  // Office.js loads its parts from beside itself; it is let in on the one page that is an add-in.
  const inOutlook = withScripts([new URL(pane.officeJs).origin])
  return (request, response, next) =>
    (request.path === `/tab${panePath}` ? inOutlook : ours)(request, response, next)
}

/** No photo is nothing wrong: browsers print every 404 as a fault, and most people of a directory have none. */
function photo(parts: ServerParts): RequestHandler {
  return async (request, response) => {
    const found = await parts.photo(String(request.params['id']))
    if (!found) {
      response.status(204).set('Cache-Control', 'private, max-age=3600').end()
      return
    }
    response.set('Cache-Control', 'private, max-age=86400').type(found.type).send(Buffer.from(found.bytes))
  }
}

function mount(app: Express, name: RouteName, parts: ServerParts, own: RequestHandler = nothing): void {
  const { method, path } = routes[name]
  const handle = parts.handlers[name] as (asker: Asker, input: unknown) => Promise<unknown>
  const run: RequestHandler = async (request, response) => {
    const id = response.locals['requestId'] as string
    const given = method === 'GET' ? request.query : request.body
    if (!isStorable(given)) return send(response, unstorable, id)
    const input = schemas[name].input.safeParse({ ...given, ...request.params })
    if (!input.success) return send(response, fromInput(input.error), id)
    const answer = await handle(response.locals['asker'] as Asker, input.data)
    if (isRefused(answer)) return send(response, fromRefusal(answer), id)
    response.set('Cache-Control', 'no-store').json(answer)
  }
  const body = express.json({ limit: '512kb' })
  if (method === 'GET') app.get(path, own, run)
  else if (method === 'POST') app.post(path, own, body, run)
  else app.put(path, own, body, run)
}

const nothing: RequestHandler = (_request, _response, next) => next()

/** What is ours is logged with the request's id, without its content; the caller gets the same id and nothing else. */
function onError({ log }: ServerParts): ErrorRequestHandler {
  const limitBadTokens = limitByAddress(badTokensAMinute)
  return (error, request, response, _next) => {
    const { problem, ours } = fromError(error)
    const requestId = response.locals['requestId'] as string
    const answer = () => {
      const fields = {
        route: `${request.method} ${request.route?.path ?? 'elsewhere'}`,
        code: problem.code,
      }
      if (ours) log.error({ ...fields, err: error }, 'a request failed')
      else log.info(fields, 'a request was turned away')
      if (response.headersSent) request.destroy()
      else send(response, problem, requestId)
    }
    if (problem.status === 401) void limitBadTokens(request, response, answer)
    else answer()
  }
}
