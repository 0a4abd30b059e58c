/**
 * Microsoft Graph v1.0 as the product meets it, over one tenant's memory: the routes it uses, the permission each
 * needs, the limits and the quirks of the real service. Mounted below a prefix; links name the real host.
 */
import { randomUUID } from 'node:crypto'
import express, { type Request, type Response } from 'express'
import { type EntraKeys, TokenRefused, verifyAccessToken } from './entra-server.ts'
import { answerBatch } from './graph/batch.ts'
import { expireDeltaLinks } from './graph/delta.ts'
import { compileRoutes, DROPPED, dispatch } from './graph/dispatch.ts'
import {
  type Caller,
  type GraphAnswer,
  GraphRefusal,
  type GraphRequest,
  refusalAnswer,
} from './graph/exchange.ts'
import { pause, takeFault } from './graph/faults.ts'
import { memoryOf } from './graph/memory.ts'
import { logRequest } from './graph/request-log.ts'
import { ROUTES } from './graph/routes.ts'
import type { TenantState } from './state.ts'

export { catalogId } from './graph/app-routes.ts'
export { addPerson, changePerson, removePerson } from './graph/delta.ts'
export { setIndexed, setLingering } from './graph/event-store.ts'
export {
  type Answer,
  cancelOccurrence,
  declineOccurrence,
  endSeriesBefore,
  moveFollowing,
  moveOccurrence,
  moveSeries,
  respondToEvent,
  setMailbox,
  setTeams,
} from './graph/outlook-actions.ts'

const AUDIENCES = ['https://graph.microsoft.com', '00000003-0000-0000-c000-000000000000']

export function graphRoutes(state: TenantState, keys: EntraKeys): express.Router {
  const router = express.Router()
  const routes = compileRoutes(ROUTES)
  memoryOf(state)
  router.use('/v1.0', express.json({ limit: '4mb', type: () => true }), async (req, res) => {
    const answer = await answerHttp(state, keys, req, (request) => dispatch(state, routes, request))
    send(state, req, res, answer)
  })
  return router
}

/** From now on every users/delta link handed out before is answered with 410 Gone. */
export function forgetDeltaLinks(state: TenantState): void {
  expireDeltaLinks(memoryOf(state))
}

type Dispatcher = (request: GraphRequest) => Promise<GraphAnswer | typeof DROPPED>

async function answerHttp(
  state: TenantState,
  keys: EntraKeys,
  req: Request,
  each: Dispatcher,
): Promise<GraphAnswer | typeof DROPPED> {
  const url = new URL(req.url, 'http://graph')
  const headers = Object.fromEntries(
    Object.entries(req.headers).map(([name, value]) => [name, String(value)]),
  )
  try {
    const caller = await callerOf(state, keys, req.headers.authorization)
    const request: GraphRequest = {
      method: req.method,
      path: url.pathname,
      query: url.searchParams,
      headers,
      body: req.body,
      caller,
    }
    if (!(req.method === 'POST' && url.pathname === '/$batch')) return await each(request)
    return await answerWholeBatch(state, request, each)
  } catch (error) {
    if (error instanceof GraphRefusal) return refusalAnswer(error, { headers }, state.now())
    throw error
  }
}

/** A fault of the plan can hit the batch as a whole before it hits one of its requests. */
async function answerWholeBatch(
  state: TenantState,
  request: GraphRequest,
  each: Dispatcher,
): Promise<GraphAnswer | typeof DROPPED> {
  const planned = state.faults.some((fault) => fault.path?.test('POST /v1.0/$batch'))
  const fault = planned ? takeFault(state, 'graph', 'POST /v1.0/$batch') : undefined
  if (fault?.kind === 'slow') await pause(fault.delayMs ?? 1000)
  if (fault?.kind === 'drop-before') return DROPPED
  if (fault?.kind === 'throttle')
    throw new GraphRefusal(429, 'TooManyRequests', 'Too many requests.', {
      headers: { 'Retry-After': String(fault.retryAfterSeconds ?? 1) },
    })
  if (fault?.kind === 'expire-token')
    throw new GraphRefusal(
      401,
      'InvalidAuthenticationToken',
      'Lifetime validation failed, the token is expired.',
    )
  if (fault?.kind === 'error-before')
    throw new GraphRefusal(
      fault.status ?? 503,
      'ServiceUnavailable',
      'The service is temporarily unavailable.',
    )
  const answer = await answerBatch(state, request.caller, request.body, each)
  if (fault?.kind === 'drop-after') return DROPPED
  if (fault?.kind === 'error-after')
    throw new GraphRefusal(
      fault.status ?? 504,
      'GatewayTimeout',
      'The upstream service did not answer in time.',
    )
  return answer
}

async function callerOf(
  state: TenantState,
  keys: EntraKeys,
  authorization: string | undefined,
): Promise<Caller> {
  try {
    const claims = await verifyAccessToken(state, keys, authorization, AUDIENCES)
    const appId = String(claims['azp'])
    const scopes = new Set(typeof claims['scp'] === 'string' ? claims['scp'].split(' ') : [])
    const roles = new Set(Array.isArray(claims['roles']) ? (claims['roles'] as string[]) : [])
    return scopes.size > 0
      ? { appId, personId: String(claims['oid']), scopes, roles: new Set() }
      : { appId, scopes, roles }
  } catch (error) {
    if (error instanceof TokenRefused)
      throw new GraphRefusal(401, 'InvalidAuthenticationToken', error.message)
    throw error
  }
}

function send(state: TenantState, req: Request, res: Response, answer: GraphAnswer | typeof DROPPED): void {
  if (answer === DROPPED) {
    record(state, req, { status: 0 })
    req.socket.destroy()
    return
  }
  const id = randomUUID()
  res
    .status(answer.status)
    .set({ 'request-id': id, 'client-request-id': req.get('client-request-id') ?? id, ...answer.headers })
  if (answer.body === undefined) res.end()
  else if (Buffer.isBuffer(answer.body)) res.end(answer.body)
  else res.type('application/json').send(JSON.stringify(answer.body))
  record(state, req, answer)
}

function record(state: TenantState, req: Request, answer: GraphAnswer): void {
  const { authorization: _, ...headers } = req.headers
  logRequest(state, {
    service: 'graph',
    method: req.method,
    path: `/v1.0${req.url}`,
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
    requestBody: req.body,
    status: answer.status,
    responseHeaders: answer.headers ?? {},
    responseBody: Buffer.isBuffer(answer.body) ? { bytes: answer.body.length } : answer.body,
  })
}
