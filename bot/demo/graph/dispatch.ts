import type { Fault, TenantState } from '../state.ts'
import type { Call } from './exchange.ts'
import { type GraphAnswer, GraphRefusal, type GraphRequest, refusalAnswer } from './exchange.ts'
import { pause, takeFault } from './faults.ts'
import { accountId, type GraphMemory, memoryOf } from './memory.ts'
import { type Needs, requirePermission, type Workload } from './permissions.ts'
import { enterMailbox, spendUnits, throttled, unitsOf } from './throttle.ts'

export interface Route {
  method: string
  /** Below the version, `{name}` for a parameter. */
  path: string
  needs: Needs
  workload: Workload
  /** Directory resource units before modifiers; 1 when absent. */
  units?: number
  /** The path's user is a mailbox: four at once, and with a delegated token only one's own. */
  mailbox?: boolean
  handle: (call: Call) => GraphAnswer | Promise<GraphAnswer>
}

/** The connection must be closed without an answer. */
export const DROPPED = Symbol('dropped')

/** Outlook holds a mailbox for a moment; without it four at once could never be exceeded. */
const MAILBOX_MS = 3

interface CompiledRoute extends Route {
  segments: string[]
}

export function compileRoutes(routes: readonly Route[]): CompiledRoute[] {
  return routes.map((route) => ({ ...route, segments: route.path.split('/').slice(1) }))
}

/** Answers one request, faults of the plan included. Never throws. */
export async function dispatch(
  state: TenantState,
  routes: CompiledRoute[],
  given: GraphRequest,
): Promise<GraphAnswer | typeof DROPPED> {
  const request = withoutMe(given)
  const text = [...given.query].map(([name, value]) => `${name}=${value}`).join('&')
  const fault = takeFault(state, 'graph', `${given.method} /v1.0${given.path}${text ? `?${text}` : ''}`)
  try {
    if (fault?.kind === 'drop-before') return DROPPED
    const early = fault && earlyRefusal(fault)
    if (early) throw early
    const delay = fault?.kind === 'slow' ? (fault.delayMs ?? 1000) : 0
    const answer = await answerRoute(state, routes, request, delay)
    if (fault?.kind === 'drop-after') return DROPPED
    if (fault?.kind === 'error-after')
      throw new GraphRefusal(
        fault.status ?? 504,
        codeOf(fault.status ?? 504),
        'The upstream service did not answer in time.',
      )
    return answer
  } catch (error) {
    if (error instanceof GraphRefusal) return refusalAnswer(error, request, state.now())
    console.error('The Graph stand-in failed:', error)
    return refusalAnswer(new GraphRefusal(500, 'InternalServerError', String(error)), request, state.now())
  }
}

function earlyRefusal(fault: Fault): GraphRefusal | undefined {
  if (fault.kind === 'throttle')
    return throttled('TooManyRequests', 'Too many requests.', fault.retryAfterSeconds ?? 1)
  if (fault.kind === 'expire-token')
    return new GraphRefusal(
      401,
      'InvalidAuthenticationToken',
      'Lifetime validation failed, the token is expired.',
    )
  if (fault.kind !== 'error-before') return undefined
  const status = fault.status ?? 503
  const headers =
    fault.retryAfterSeconds === undefined ? {} : { 'Retry-After': String(fault.retryAfterSeconds) }
  return new GraphRefusal(status, codeOf(status), 'The service is temporarily unavailable.', { headers })
}

function codeOf(status: number): string {
  const codes: Record<number, string> = {
    403: 'ErrorAccessDenied',
    404: 'ErrorItemNotFound',
    409: 'ConcurrentItemSave',
    500: 'InternalServerError',
    502: 'BadGateway',
    503: 'ServiceUnavailable',
    504: 'GatewayTimeout',
  }
  return codes[status] ?? 'UnknownError'
}

/** /me is the caller's own /users/{id}. */
function withoutMe(request: GraphRequest): GraphRequest {
  const person = request.caller.personId
  if (!person || !/^\/me\//.test(request.path)) return request
  return { ...request, path: `/users/${person}${request.path.slice(3)}` }
}

async function answerRoute(
  state: TenantState,
  routes: CompiledRoute[],
  request: GraphRequest,
  delay: number,
): Promise<GraphAnswer> {
  const found = findRoute(routes, request)
  if (!found)
    throw new GraphRefusal(
      400,
      'BadRequest',
      `Resource not found for the segment '${request.path.split('/')[1] ?? ''}'.`,
    )
  const { route, params } = found
  requirePermission(request.caller, route.needs, route.workload)
  const memory = memoryOf(state)
  const call: Call = { state, memory, request, params }
  if (route.mailbox) return inMailbox(call, route, memory, delay)
  if (delay > 0) await pause(delay)
  if (route.workload !== 'directory') return route.handle(call)
  const headers = spendUnits(memory, unitsOf(request, route.units ?? 1))
  const answer = await route.handle(call)
  return { ...answer, headers: { ...headers, ...answer.headers } }
}

/** A slow answer keeps its place in the mailbox while it lasts. */
async function inMailbox(call: Call, route: Route, memory: GraphMemory, delay: number): Promise<GraphAnswer> {
  const key = call.params['id']!
  const id = accountId(call.state, memory, key)
  const { personId } = call.request.caller
  if (personId && personId !== id)
    throw new GraphRefusal(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.')
  const leave = enterMailbox(memory, call.request.caller, id)
  try {
    await pause(MAILBOX_MS + delay)
    return await route.handle(call)
  } finally {
    leave()
  }
}

function findRoute(
  routes: CompiledRoute[],
  request: GraphRequest,
): { route: CompiledRoute; params: Record<string, string> } | undefined {
  const segments = request.path.replace(/\/$/, '').split('/').slice(1)
  for (const route of routes) {
    if (route.method !== request.method || route.segments.length !== segments.length) continue
    const params: Record<string, string> = {}
    const fits = route.segments.every((part, index) => {
      const given = segments[index]!
      if (!part.startsWith('{'))
        return part === given || (part === 'delta' && /^(microsoft\.graph\.)?delta(\(\))?$/.test(given))
      params[part.slice(1, -1)] = decodeURIComponent(given)
      return true
    })
    if (fits) return { route, params }
  }
  return undefined
}
