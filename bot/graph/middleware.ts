/** The three steps every request to Graph takes, in the SDK's terms: throttle → authenticate → send. */
import type { Context, Middleware, MiddlewareOptions } from '@microsoft/microsoft-graph-client'
import { codesOf, GraphError, isRecord } from './graph-error.ts'
import { pathShape } from './path-shape.ts'
import { type Failure, retryAfterOf, type Throttle } from './throttle.ts'
import type { TokenSource, TokenWish } from './token.ts'

/** One attempt that did not succeed, or one call that did; for the operator's log. Holds no content. */
export interface LogEntry {
  event: 'graph-failure' | 'graph-note'
  method?: string
  path?: string
  status?: number
  attempts?: number
  code?: string
  note?: string
}

/** What our steps need to know about a call; travels with the request. */
export class CallOptions implements MiddlewareOptions {
  readonly mailbox: string | undefined
  readonly repeatable: boolean
  readonly signal: AbortSignal | undefined
  /** What a step threw: the SDK wraps errors and loses their fields, so the caller looks here. */
  thrown: unknown
  constructor(call: { mailbox?: string | undefined; repeatable: boolean; signal?: AbortSignal | undefined }) {
    this.mailbox = call.mailbox
    this.repeatable = call.repeatable
    this.signal = call.signal
  }
}

function optionsOf(context: Context): CallOptions {
  const found = context.middlewareControl?.getMiddlewareOptions(CallOptions as never)
  return found instanceof CallOptions ? found : new CallOptions({ repeatable: false })
}

function urlOf(context: Context): string {
  return typeof context.request === 'string' ? context.request : (context.request as Request).url
}

/** Path without query. */
function pathOf(context: Context): string {
  return new URL(urlOf(context)).pathname
}

abstract class Step implements Middleware {
  #next: Middleware | undefined
  setNext(next: Middleware): void {
    this.#next = next
  }
  protected async goOn(context: Context): Promise<void> {
    await this.#next?.execute(context)
  }
  abstract execute(context: Context): Promise<void>
}

export class Throttling extends Step {
  readonly #throttle: Throttle
  readonly #now: () => Date
  readonly #log: (entry: LogEntry) => void
  constructor(throttle: Throttle, now: () => Date, log: (entry: LogEntry) => void) {
    super()
    this.#throttle = throttle
    this.#now = now
    this.#log = log
  }

  async execute(context: Context): Promise<void> {
    try {
      await this.#toTheEnd(context)
    } catch (error) {
      optionsOf(context).thrown = error
      throw error
    }
  }

  async #toTheEnd(context: Context): Promise<void> {
    const options = optionsOf(context)
    const path = pathOf(context)
    const where = { method: context.options?.method ?? 'GET', path: pathShape(path) }
    let cause: unknown
    const call = {
      lane: options.mailbox ?? (/\/teams\/|joinedTeams/.test(path) ? 'teams' : 'directory'),
      mailbox: options.mailbox !== undefined,
      repeatable: options.repeatable,
      signal: options.signal,
    }
    const end = await this.#throttle.run<Response>(call, async (attempts) => {
      try {
        await this.goOn(context)
      } catch (error) {
        if (options.signal?.aborted || error instanceof GraphError) throw error
        cause = error
        this.#log({ event: 'graph-failure', ...where, status: 0, attempts })
        return { failure: { status: 0 } }
      }
      const response = context.response!
      cause = undefined
      if (response.status < 400) return { ok: response }
      const failure = await failureOf(response, this.#now())
      this.#log({ event: 'graph-failure', ...where, attempts, ...failure })
      return { failure }
    })
    if ('ok' in end || cause === undefined) return
    throw new GraphError(
      `No answer from Graph to ${where.method} ${where.path} after ${end.attempts} attempts. Check the network and the service's health, then try again.`,
      { status: 0, code: isTimeout(cause) ? 'timeout' : 'network', cause },
    )
  }
}

async function failureOf(response: Response, now: Date): Promise<Failure> {
  const retryAfter = retryAfterOf(response.headers.get('retry-after'), now)
  const code = await response
    .clone()
    .json()
    .then((body: unknown) => codesOf(body).at(-1))
    .catch(() => undefined)
  return {
    status: response.status,
    ...(code ? { code } : {}),
    ...(retryAfter === undefined ? {} : { retryAfter }),
  }
}

function isTimeout(cause: unknown): boolean {
  return isRecord(cause) && (cause.name === 'TimeoutError' || cause.name === 'AbortError')
}

export class Authentication extends Step {
  readonly #token: TokenSource
  readonly #scope: string
  constructor(token: TokenSource, graph: string) {
    super()
    this.#token = token
    this.#scope = `${graph}/.default`
  }

  /** A refused token is renewed once, with the claims Graph asked for, if it did. */
  async execute(context: Context): Promise<void> {
    await this.#attempt(context, {})
    if (context.response?.status !== 401) return
    const claims = claimsOf(context.response.headers.get('www-authenticate'))
    await this.#attempt(context, { fresh: true, ...(claims ? { claims } : {}) })
  }

  async #attempt(context: Context, wish: TokenWish): Promise<void> {
    const token = await this.#token(this.#scope, wish)
    context.options = {
      ...context.options,
      headers: { ...(context.options?.headers as Record<string, string>), Authorization: `Bearer ${token}` },
    }
    await this.goOn(context)
  }
}

/** The claims challenge inside `WWW-Authenticate`, decoded; undefined when there is none. */
export function claimsOf(header: string | null): string | undefined {
  const [, encoded] = /claims="([^"]+)"/.exec(header ?? '') ?? []
  if (!encoded) return undefined
  const text = Buffer.from(encoded, 'base64').toString('utf8')
  return text.startsWith('{') ? text : undefined
}

export class Sending extends Step {
  readonly #name: string
  readonly #address: string
  readonly #timeout: number
  constructor({ name, address, timeout }: { name: string; address: string; timeout: number }) {
    super()
    this.#name = name
    this.#address = address.replace(/\/+$/, '')
    this.#timeout = timeout
  }

  /** The whole body is read here, so that a connection lost halfway is a failed attempt and not half an answer. */
  async execute(context: Context): Promise<void> {
    const url = urlOf(context)
    if (!url.startsWith(`${this.#name}/`)) {
      throw new GraphError(`Refused to send a Graph token to ${new URL(url).host}.`, {
        status: 0,
        code: 'foreign-link',
      })
    }
    const caller = optionsOf(context).signal
    const timeout = AbortSignal.timeout(this.#timeout)
    const response = await fetch(this.#address + url.slice(this.#name.length), {
      ...(context.options as RequestInit),
      redirect: 'manual',
      signal: caller ? AbortSignal.any([caller, timeout]) : timeout,
    })
    const bytes = await response.arrayBuffer()
    const empty = response.status === 204 || response.status === 304
    context.response = new Response(empty ? null : bytes, {
      status: response.status,
      headers: response.headers,
    })
  }
}
