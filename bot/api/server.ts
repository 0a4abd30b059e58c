/** The HTTP face: the tab's files, the API of the contract, the bot's endpoint, and whether the service is well. */
import express, { type ErrorRequestHandler, type Express, type RequestHandler, type Router } from 'express'
import { rateLimit } from 'express-rate-limit'
import helmet from 'helmet'
import type { Caller } from '../auth/entra.ts'
import type { Role } from '../auth/roles.ts'
import { type RouteName, routes, schemas } from '../contract/index.ts'
import { isRefused } from '../domain/refusal.ts'
import { answeredHosts } from './answered-hosts.ts'
import type { Asker, Handlers } from './handler.ts'
import { openApi } from './openapi.ts'
import { fromError, fromInput, fromRefusal, notFound, send, tooMany } from './problem.ts'
import { tabFiles } from './tab-files.ts'

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

export interface ServerParts {
  publicUrl: string
  hostOrigins: string[]
  /** Names under which it answers; any when empty. */
  answeredHosts: string[]
  teamsAppId: string
  tabFolder: string
  handlers: Handlers
  photo(id: string): Promise<{ bytes: Uint8Array; type: string } | undefined>
  readToken(bearer: string | undefined): Promise<Caller>
  rolesOf(caller: Caller, cohortId?: string): Promise<Role[]>
  botRoutes: Router
  /** What Graph posts about calendars; it brings no bearer token. */
  outlookRoutes: Router
  /** Empty when all is well, else what is not. */
  notReady(): Promise<string[]>
  newId(): string
  log: {
    info(fields: object, message: string): void
    warn(fields: object, message: string): void
    error(fields: object, message: string): void
  }
}

const requestsAMinute = 600

export function createServer(parts: ServerParts): Express {
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', 1)
  app.use(requestId(parts))
  app.use(answeredHosts(parts.answeredHosts))
  app.get('/healthz', (_request, response) => {
    response.json({ alive: true })
  })
  app.get('/readyz', async (_request, response) => {
    const notReady = await parts.notReady()
    response.status(notReady.length ? 503 : 200).json({ ready: notReady.length === 0, notReady })
  })
  app.use(parts.botRoutes)
  app.use(parts.outlookRoutes)
  app.use(protect(parts.hostOrigins))
  app.use('/tab', tabFiles(parts.tabFolder, { hostOrigins: parts.hostOrigins, appId: parts.teamsAppId }))
  app.get('/', (_request, response) => response.redirect('/tab/'))
  app.get('/api/openapi.json', (_request, response) => {
    response.json(openApi(parts.publicUrl))
  })
  app.use('/api', authenticate(parts), limit())
  app.get('/api/people/:id/photo', photo(parts))
  for (const name of Object.keys(routes) as RouteName[]) mount(app, name, parts)
  app.use((_request, response) => send(response, notFound, response.locals['requestId']))
  app.use(onError(parts))
  return app
}

function requestId({ newId }: ServerParts): RequestHandler {
  return (_request, response, next) => {
    response.locals['requestId'] = newId()
    response.set('X-Request-Id', response.locals['requestId'])
    next()
  }
}

/** Framed by Teams, Outlook and Microsoft 365, and by nobody else. Fluent writes its styles into the page. */
function protect(hostOrigins: string[]): RequestHandler {
  return helmet({
    frameguard: false,
    crossOriginResourcePolicy: { policy: 'same-origin' },
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'style-src': ["'self'", "'unsafe-inline'"],
        'img-src': ["'self'", 'data:', 'blob:'],
        'font-src': ["'self'", 'data:', 'https://res.cdn.office.net'],
        'connect-src': ["'self'", 'https://res.cdn.office.net'],
        'object-src': ["'none'"],
        'base-uri': ["'none'"],
        'form-action': ["'none'"],
        'frame-ancestors': [...microsoftHosts, ...hostOrigins],
      },
    },
  })
}

function authenticate({ readToken, rolesOf }: ServerParts): RequestHandler {
  return async (request, response, next) => {
    const caller = await readToken(request.headers.authorization)
    const known = new Map<string, Promise<Role[]>>()
    const asker: Asker = {
      ...caller,
      rolesFor(cohortId) {
        const key = cohortId ?? ''
        const roles = known.get(key) ?? rolesOf(caller, cohortId)
        known.set(key, roles)
        return roles
      },
    }
    response.locals['asker'] = asker
    next()
  }
}

/** Counted by person, after the token is known to be theirs: a whole office shares one address. */
function limit(): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit: requestsAMinute,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    keyGenerator: (_request, response) => (response.locals['asker'] as Asker).personId,
    handler: (_request, response) => send(response, tooMany, response.locals['requestId']),
  })
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

function mount(app: Express, name: RouteName, parts: ServerParts): void {
  const { method, path } = routes[name]
  const handle = parts.handlers[name] as (asker: Asker, input: unknown) => Promise<unknown>
  const run: RequestHandler = async (request, response) => {
    const id = response.locals['requestId'] as string
    const given = method === 'GET' ? request.query : request.body
    const input = schemas[name].input.safeParse({ ...given, ...request.params })
    if (!input.success) return send(response, fromInput(input.error), id)
    const answer = await handle(response.locals['asker'] as Asker, input.data)
    if (isRefused(answer)) return send(response, fromRefusal(answer), id)
    response.set('Cache-Control', 'no-store').json(answer)
  }
  const body = express.json({ limit: '512kb' })
  if (method === 'GET') app.get(path, run)
  else if (method === 'POST') app.post(path, body, run)
  else app.put(path, body, run)
}

/** What is ours is logged with the request's id, without its content; the caller gets the same id and nothing else. */
function onError({ log }: ServerParts): ErrorRequestHandler {
  return (error, request, response, _next) => {
    const { problem, ours } = fromError(error)
    const requestId = response.locals['requestId'] as string
    const fields = {
      requestId,
      route: `${request.method} ${request.route?.path ?? request.path}`,
      code: problem.code,
    }
    if (ours) log.error({ ...fields, err: error }, 'a request failed')
    else log.info(fields, 'a request was turned away')
    if (response.headersSent) request.destroy()
    else send(response, problem, requestId)
  }
}
