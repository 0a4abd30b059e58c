/**
 * `call(name, input)`: one function for every route of the contract. Path parameters are taken out of the input, GET
 * sends the rest as query, everything else as JSON. Types only come from the contract; zod stays on the server.
 */
import type { In, Out, Problem, RouteName } from '../../../bot/contract/index.ts'
import { routes } from '../../../bot/contract/routes.ts'
import { secondMs } from '../../../bot/domain/span.ts'

/** The API said no, or something is broken there. `code` is what to branch on and to translate. */
export class ApiProblem extends Error {
  readonly status: number
  readonly code: string
  readonly detail: Record<string, string | number>
  readonly field: string | undefined
  readonly requestId: string | undefined
  /** What stands there now, where a form was overtaken (`ui/conflict.tsx`). */
  readonly saved: Problem['saved']
  /** Milliseconds after which the service wants to be asked again; undefined when it said nothing of it. */
  readonly backInMs: number | undefined

  constructor(
    problem: Pick<Problem, 'status' | 'code'> & Partial<Problem>,
    { backInMs }: { backInMs?: number | undefined } = {},
  ) {
    super(problem.title ?? problem.code)
    this.status = problem.status
    this.code = problem.code
    this.detail = problem.detail ?? {}
    this.field = problem.field
    this.requestId = problem.requestId
    this.saved = problem.saved
    this.backInMs = backInMs
  }
}

/** The request never got there or the answer never came back: nothing is known about its effect. */
export class Offline extends Error {
  readonly code = 'offline'
}

export type Call = <K extends RouteName>(name: K, input: In<K>, signal?: AbortSignal) => Promise<Out<K>>

export interface Api {
  call: Call
  /** A picture as a blob, or undefined when there is none. */
  photo(personId: string, signal?: AbortSignal): Promise<Blob | undefined>
}

type Token = (fresh?: boolean) => Promise<string>

export function createApi(token: Token): Api {
  return {
    async call(name, input, signal) {
      const answer = await ask(token, requestOf(name, input as Record<string, unknown>), signal)
      return (await answer.json()) as never
    },
    async photo(personId, signal) {
      const path = `/api/people/${encodeURIComponent(personId)}/photo`
      const answer = await send(token, { method: 'GET', path }, signal, false)
      return answer.ok && answer.status !== 204 ? answer.blob() : undefined
    },
  }
}

interface Request {
  method: string
  path: string
  body?: string
}

export function requestOf(name: RouteName, input: Record<string, unknown>): Request {
  const { method, path } = routes[name]
  const rest = { ...input }
  const filled = path.replace(/:(\w+)/g, (_, parameter: string) => {
    const value = rest[parameter]
    delete rest[parameter]
    return encodeURIComponent(String(value))
  })
  if (method !== 'GET') return { method, path: filled, body: JSON.stringify(rest) }
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries(rest)) if (value !== undefined) query.set(key, String(value))
  return { method, path: query.size > 0 ? `${filled}?${query}` : filled }
}

async function ask(token: Token, request: Request, signal?: AbortSignal): Promise<Response> {
  const answer = await send(token, request, signal, false)
  if (answer.ok) return answer
  throw await problemOf(answer)
}

/** A 401 may only mean that the token aged on the way: asked once more with a fresh one, then it is the answer. */
async function send(
  token: Token,
  request: Request,
  signal: AbortSignal | undefined,
  fresh: boolean,
): Promise<Response> {
  const { method, path, body } = request
  const headers: Record<string, string> = { authorization: `Bearer ${await token(fresh)}` }
  if (body !== undefined) headers['content-type'] = 'application/json'
  const answer = await fetch(path, {
    method,
    headers,
    // A decision taken just before the tab is left must still arrive; browsers carry up to 64 KB that far.
    ...(body === undefined ? {} : { body, keepalive: body.length < 20_000 }),
    ...(signal ? { signal } : {}),
  }).catch((cause: unknown) => {
    if (signal?.aborted) throw cause
    throw new Offline('The service could not be reached.', { cause })
  })
  return answer.status === 401 && !fresh ? send(token, request, signal, true) : answer
}

async function problemOf(answer: Response): Promise<ApiProblem> {
  const { status } = answer
  const requestId = answer.headers.get('x-request-id') ?? undefined
  const said = (await answer.json().catch(() => undefined)) as Partial<Problem> | undefined
  const problem = {
    ...said,
    status,
    code: said?.code ?? (status >= 500 ? 'unavailable' : 'refused'),
    ...(said?.requestId || requestId ? { requestId: said?.requestId ?? requestId! } : {}),
  }
  return new ApiProblem(problem, { backInMs: backInMsOf(answer) })
}

/** A service that is away says when it may be back; from a second to a minute of it is believed. */
function backInMsOf({ status, headers }: Response): number | undefined {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN)
  return status === 503 && seconds > 0 ? Math.min(60, Math.max(1, seconds)) * secondMs : undefined
}
