/**
 * One door to Microsoft Graph v1.0. The SDK builds requests and hands them to our own chain: throttle → authenticate →
 * send. Authentication lies inside the throttle on purpose: after a long wait the next attempt takes a token that is
 * still good. The SDK gives tokens to https Graph hosts only, so a Graph that really is elsewhere (the demo tenant) is
 * reached in the last step, by rewriting the address on the wire.
 */
import { Client, type GraphRequest, ResponseType } from '@microsoft/microsoft-graph-client'
import { type BatchRequest, type BatchResponse, sendBatch } from './batch.ts'
import { assertKnown } from './calls.ts'
import { errorFromAnswer, GraphError, isRecord } from './graph-error.ts'
import { Authentication, CallOptions, type LogEntry, Sending, Throttling } from './middleware.ts'
import { createThrottle, decide, type Limits, retryAfterOf, sleepFor, usualLimits } from './throttle.ts'
import { type TokenOptions, tokenSource } from './token.ts'

export interface GraphOptions extends TokenOptions {
  /** Name of the service, e.g. https://graph.microsoft.com; what links and tokens are checked against. */
  graph: string
  /** Where that really is, when not there. */
  graphAddress?: string
  limits?: Partial<Limits>
  log?: (entry: LogEntry) => void
  /** Of the request or job that a call is made for; Graph hears and logs it too. */
  correlation?: () => string | undefined
}

export interface RequestOptions {
  headers?: Record<string, string>
  /** Person id of the mailbox the request works on; it shares that mailbox's limit of four. */
  mailbox?: string
  /** Whether it may be sent again when nobody knows what became of it. GET, PATCH, DELETE: yes; POST: no. */
  repeatable?: boolean
  signal?: AbortSignal
}

export interface Page<T> {
  value: T[]
  nextLink?: string
  deltaLink?: string
}

export interface Graph {
  /** Name of the service, without a slash at the end. */
  readonly name: string
  now(): Date
  /** `path` is below the version, or a whole link on the configured host. @throws GraphError */
  get<T>(path: string, options?: RequestOptions): Promise<T>
  post<T>(path: string, body: unknown, options?: RequestOptions): Promise<T>
  patch<T>(path: string, body: unknown, options?: RequestOptions): Promise<T>
  delete(path: string, options?: RequestOptions): Promise<void>
  bytes(path: string, options?: RequestOptions): Promise<{ bytes: Uint8Array; type: string }>
  /** Follows next links to the end; headers go with every page. */
  pages<T>(path: string, options?: RequestOptions): AsyncGenerator<Page<T>>
  /** Any number of requests, 20 a batch; answers by id, throttled ones sent again. */
  batch(requests: BatchRequest[], options?: RequestOptions): Promise<Map<string, BatchResponse>>
  /** Waits as long as one would before repeating attempt number `attempt` (from 1). */
  backOff(attempt: number): Promise<void>
  /** Whether this instance has to wait with a mailbox at this moment, by Graph's word or by the published limits. */
  isHeldBack(mailbox: string): boolean
  log(entry: LogEntry): void
}

export function createGraph(options: GraphOptions): Graph {
  const { now, random, sleep = sleepFor } = options
  const limits = { ...usualLimits, ...options.limits }
  const name = options.graph.replace(/\/+$/, '')
  const log = options.log ?? (() => {})
  const throttle = createThrottle({ limits, sleep, random, now })
  const sdk = Client.initWithMiddleware({
    baseUrl: name,
    defaultVersion: 'v1.0',
    customHosts: new Set([new URL(name).hostname]),
    middleware: [
      new Throttling(throttle, now, log),
      new Authentication(tokenSource(options), name),
      new Sending({ name, address: options.graphAddress ?? name, timeout: limits.timeout }),
    ],
  })

  async function send(method: string, path: string, body: unknown, asked: RequestOptions): Promise<Response> {
    assertKnown(method, path)
    const link = ownLink(name, path)
    const call = new CallOptions({ ...asked, repeatable: asked.repeatable ?? method !== 'POST' })
    const request = sdk
      .api(link)
      .responseType(ResponseType.RAW)
      .headers({ ...correlated(options.correlation?.()), ...asked.headers })
      .middlewareOptions([call])
    const response = await perform(request, method, body).catch((error: unknown) => {
      throw call.thrown ?? error
    })
    if (response.ok) return response
    throw errorFromAnswer(await answerOf(response, now()), { method, path: link })
  }

  async function json<T>(
    method: string,
    path: string,
    body: unknown,
    asked: RequestOptions = {},
  ): Promise<T> {
    const response = await send(method, path, body, asked)
    const text = await response.text()
    return (text ? JSON.parse(text) : undefined) as T
  }

  const graph: Graph = {
    name,
    now,
    log,
    isHeldBack: (mailbox) => throttle.isHeldBack(mailbox),
    get: (path, asked) => json('GET', path, undefined, asked),
    post: (path, body, asked) => json('POST', path, body, asked),
    patch: (path, body, asked) => json('PATCH', path, body, asked),
    async delete(path, asked = {}) {
      await send('DELETE', path, undefined, asked)
    },
    async bytes(path, asked = {}) {
      const response = await send('GET', path, undefined, asked)
      const type = response.headers.get('content-type') ?? 'application/octet-stream'
      return { bytes: new Uint8Array(await response.arrayBuffer()), type }
    },
    async *pages<T>(path: string, asked?: RequestOptions) {
      let link: string | undefined = path
      while (link) {
        const page: Page<T> = pageOf(name, await json<Record<string, unknown>>('GET', link, undefined, asked))
        yield page
        link = page.nextLink
      }
    },
    async batch(requests, asked = {}) {
      for (const { method, url } of requests) assertKnown(method, url)
      return sendBatch(requests, {
        send: (body, repeatable) => json('POST', '/$batch', body, { ...asked, repeatable }),
        judge: (failure, call) => decide(failure, call, limits, random),
        sleep,
        now,
      })
    },
    async backOff(attempt) {
      const verdict = decide({ status: 0 }, { attempt, waited: 0, repeatable: true }, limits, random)
      if (verdict.again) await sleep(verdict.after)
    },
  }
  return graph
}

/** https://learn.microsoft.com/graph/best-practices-concept#reliability-and-support: a GUID that both sides write down. */
const correlated = (id: string | undefined): Record<string, string> => (id ? { 'client-request-id': id } : {})

function perform(request: GraphRequest, method: string, body: unknown): Promise<Response> {
  if (method === 'GET') return request.get()
  if (method === 'DELETE') return request.delete()
  return method === 'PATCH' ? request.patch(body) : request.post(body)
}

/** A link may carry our token only to the configured service. @throws GraphError `foreign-link` */
export function ownLink(name: string, path: string): string {
  if (path.startsWith('/')) return path
  if (path.startsWith(`${name}/`)) return path
  throw new GraphError(
    `Refused to follow a link to ${originOf(path)}: it does not lead to ${name}. Check the setting GRAPH.`,
    { status: 0, code: 'foreign-link' },
  )
}

function pageOf<T>(name: string, answer: Record<string, unknown>): Page<T> {
  const nextLink = answer['@odata.nextLink']
  const deltaLink = answer['@odata.deltaLink']
  return {
    value: Array.isArray(answer.value) ? (answer.value as T[]) : [],
    ...(typeof nextLink === 'string' ? { nextLink: ownLink(name, nextLink) } : {}),
    ...(typeof deltaLink === 'string' ? { deltaLink: ownLink(name, deltaLink) } : {}),
  }
}

async function answerOf(response: Response, now: Date) {
  const text = await response.text()
  const retryAfter = retryAfterOf(response.headers.get('retry-after'), now)
  return {
    status: response.status,
    body: parseOr(text),
    requestId: response.headers.get('request-id') ?? undefined,
    retryAfter,
  }
}

function parseOr(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return isRecord(value) ? value : undefined
  } catch {
    return undefined
  }
}

const originOf = (link: string) => (URL.canParse(link) ? new URL(link).origin : 'another place')
