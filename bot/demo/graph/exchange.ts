import { randomUUID } from 'node:crypto'
import type { TenantState } from '../state.ts'
import type { GraphMemory } from './memory.ts'

/** Who calls, as their access token says. */
export interface Caller {
  appId: string
  /** Absent when an application calls for itself. */
  personId?: string
  roles: ReadonlySet<string>
  scopes: ReadonlySet<string>
}

/** One call below /v1.0, whether it came over the wire or inside a batch. */
export interface GraphRequest {
  method: string
  /** Below the version, not decoded, without the query. */
  path: string
  query: URLSearchParams
  /** Names in lower case. */
  headers: Record<string, string>
  body: unknown
  caller: Caller
}

export interface GraphAnswer {
  status: number
  headers?: Record<string, string>
  /** JSON, or bytes with a content type in `headers`. Absent: no content. */
  body?: unknown
}

/** What a route's handler is given. */
export interface Call {
  state: TenantState
  memory: GraphMemory
  request: GraphRequest
  /** Decoded path parameters. */
  params: Record<string, string>
}

/** A refusal in Graph's own shape. Branch on `status` and `code`. */
export class GraphRefusal extends Error {
  readonly status: number
  readonly code: string
  readonly headers: Record<string, string>
  /** Members beside code and message inside `error`. */
  readonly members: Record<string, unknown>
  /** The more exact word, inside `innerError`. */
  readonly inner: string | undefined
  constructor(
    status: number,
    code: string,
    message: string,
    more: { headers?: Record<string, string>; members?: Record<string, unknown>; inner?: string } = {},
  ) {
    super(message)
    this.status = status
    this.code = code
    this.headers = more.headers ?? {}
    this.members = more.members ?? {}
    this.inner = more.inner
  }
}

export function refusalAnswer(
  refusal: GraphRefusal,
  request: { headers: Record<string, string> },
  at: Date,
): GraphAnswer {
  const id = randomUUID()
  return {
    status: refusal.status,
    headers: refusal.headers,
    body: {
      error: {
        code: refusal.code,
        message: refusal.message,
        ...refusal.members,
        innerError: {
          ...(refusal.inner ? { code: refusal.inner } : {}),
          date: at.toISOString().slice(0, 19),
          'request-id': id,
          'client-request-id': request.headers['client-request-id'] ?? id,
        },
      },
    },
  }
}

export const ok = (body: unknown, headers?: Record<string, string>): GraphAnswer => ({
  status: 200,
  body,
  ...(headers ? { headers } : {}),
})
export const created = (body: unknown): GraphAnswer => ({ status: 201, body })
export const noContent: GraphAnswer = { status: 204 }
export const accepted: GraphAnswer = { status: 202 }

export function badRequest(message: string, code = 'BadRequest'): GraphRefusal {
  return new GraphRefusal(400, code, message)
}

/** An absolute link as Graph writes them: the cloud's host, never the address that was asked. */
export function graphLink(state: TenantState, pathAndQuery: string): string {
  return `${state.names.graph}/v1.0${pathAndQuery}`
}

export function context(state: TenantState, of: string): string {
  return `${state.names.graph}/v1.0/$metadata#${of}`
}
