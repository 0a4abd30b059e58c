import { share } from '../company/chance.ts'
import type { TenantState } from '../state.ts'
import { DROPPED } from './dispatch.ts'
import { badRequest, type Caller, type GraphAnswer, type GraphRequest, ok } from './exchange.ts'

interface Inner {
  id: string
  method: string
  url: string
  headers?: Record<string, string>
  body?: unknown
  dependsOn?: string[]
}

type Answer = (request: GraphRequest) => Promise<GraphAnswer | typeof DROPPED>

const MOST = 20
/** Outlook requests of one batch that run at once. */
const OUTLOOK_AT_ONCE = 4

/**
 * POST /$batch: up to 20 requests, each judged by itself. Answers come back in an order of their own, a failed
 * prerequisite fails its dependants with 424, and the whole is 200 whatever happens inside.
 */
export async function answerBatch(
  state: TenantState,
  caller: Caller,
  body: unknown,
  answer: Answer,
): Promise<GraphAnswer> {
  const requests = readBatch(body)
  const done = new Map<string, Promise<Record<string, unknown>>>()
  const places = gate(OUTLOOK_AT_ONCE)
  for (const inner of requests)
    done.set(inner.id.toLowerCase(), answerInner(inner, caller, done, places, answer))
  const responses = await Promise.all(done.values())
  const salt = state.company.tenantId
  responses.sort((a, b) => share(`${salt}:${a['id']}`) - share(`${salt}:${b['id']}`))
  return ok({ responses })
}

function readBatch(body: unknown): Inner[] {
  const requests = (body as { requests?: unknown } | undefined)?.requests
  if (!Array.isArray(requests) || requests.length === 0) throw badRequest('Invalid batch payload format.')
  if (requests.length > MOST)
    throw badRequest(
      `Number of batch request steps exceeds the maximum value of ${MOST}.`,
      'MaximumValueExceeded',
    )
  const seen = new Set<string>()
  for (const inner of requests as Partial<Inner>[]) {
    const id = typeof inner.id === 'string' ? inner.id.toLowerCase() : ''
    if (!id || typeof inner.method !== 'string' || typeof inner.url !== 'string')
      throw badRequest('Invalid batch payload format.')
    if (seen.has(id)) throw badRequest(`Request Id values must be unique. Duplicate: '${inner.id}'.`)
    if (inner.body !== undefined && !hasContentType(inner.headers))
      throw badRequest(`Write request id : ${inner.id} does not contain Content-Type header or body.`)
    for (const needed of inner.dependsOn ?? [])
      if (!seen.has(needed.toLowerCase()))
        throw badRequest(`Request Id '${needed}' in dependsOn is unknown or comes later.`)
    seen.add(id)
  }
  return requests as Inner[]
}

const hasContentType = (headers: Record<string, string> | undefined) =>
  Object.keys(headers ?? {}).some((name) => name.toLowerCase() === 'content-type')

async function answerInner(
  inner: Inner,
  caller: Caller,
  done: Map<string, Promise<Record<string, unknown>>>,
  places: ReturnType<typeof gate>,
  answer: Answer,
): Promise<Record<string, unknown>> {
  for (const needed of inner.dependsOn ?? []) {
    const before = await done.get(needed.toLowerCase())
    if (before && Number(before['status']) >= 400)
      return {
        id: inner.id,
        status: 424,
        headers: {},
        body: {
          error: {
            code: 'FailedDependency',
            message: `Request depends on failed request ${needed}.`,
            innerError: {},
          },
        },
      }
  }
  const url = new URL(inner.url.replace(/^\/?/, '/').replace(/^\/v1\.0\//, '/'), 'http://batch')
  const request: GraphRequest = {
    method: inner.method.toUpperCase(),
    path: url.pathname,
    query: url.searchParams,
    headers: Object.fromEntries(
      Object.entries(inner.headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]),
    ),
    body: inner.body,
    caller,
  }
  const outlook = /\/(events|calendar|calendarView|mailboxSettings|photos?)(\/|$)/.test(url.pathname)
  const result = outlook ? await places(() => answer(request)) : await answer(request)
  if (result === DROPPED)
    return {
      id: inner.id,
      status: 504,
      headers: {},
      body: {
        error: { code: 'GatewayTimeout', message: 'The upstream service did not answer.', innerError: {} },
      },
    }
  const body = Buffer.isBuffer(result.body) ? result.body.toString('base64') : result.body
  const type = Buffer.isBuffer(result.body) ? {} : { 'Content-Type': 'application/json' }
  return {
    id: inner.id,
    status: result.status,
    headers: { ...type, ...result.headers },
    ...(body === undefined ? {} : { body }),
  }
}

/** Lets `most` tasks run at once; the others wait their turn. */
function gate(most: number) {
  let running = 0
  const waiting: (() => void)[] = []
  return async <T>(task: () => Promise<T>): Promise<T> => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve))
    running++
    try {
      return await task()
    } finally {
      running--
      waiting.shift()?.()
    }
  }
}
