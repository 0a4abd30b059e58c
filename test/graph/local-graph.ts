/** A small server that answers as a test says, for what no well-behaved Graph would do; tokens come from it too. */
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createGraph, type Graph, type GraphOptions } from '../../bot/graph/client.ts'

export interface Asked {
  method: string
  /** With query, below /v1.0. */
  path: string
  authorization: string | undefined
  body: unknown
}

export type Reply =
  | { status?: number; headers?: Record<string, string>; json?: unknown; bytes?: Buffer }
  | 'drop'
  | 'hang'

export interface LocalGraph {
  graph(options?: Partial<GraphOptions>): Graph
  options(options?: Partial<GraphOptions>): GraphOptions
  asked: Asked[]
  tokensGiven: Record<string, string>[]
  slept: number[]
  close(): Promise<void>
}

export const refusal = (status: number, code: string, more: Record<string, unknown> = {}): Reply => ({
  status,
  json: { error: { code, message: `${code}.`, innerError: { 'request-id': 'r-1' }, ...more } },
})

/** `token` may answer for the sign-in service; by default it hands out token-1, token-2 and so on. */
export async function startLocalGraph(
  answer: (asked: Asked, nth: number) => Reply,
  token?: (form: Record<string, string>, nth: number) => Reply,
): Promise<LocalGraph> {
  const asked: Asked[] = []
  const tokensGiven: Record<string, string>[] = []
  const slept: number[] = []
  const server = createServer((request, response) => {
    void serve(request, response)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  async function serve(request: IncomingMessage, response: ServerResponse) {
    const text = await read(request)
    const url = request.url ?? ''
    if (url.startsWith('/entra')) return send(response, entra(url, text))
    const one: Asked = {
      method: request.method ?? '',
      path: url.replace('/graph/v1.0', ''),
      authorization: request.headers.authorization,
      body: text ? JSON.parse(text) : undefined,
    }
    asked.push(one)
    send(response, answer(one, asked.length))
  }

  function entra(url: string, text: string): Reply {
    if (url.includes('openid-configuration'))
      return { json: metadata('https://login.microsoftonline.com/t-1') }
    const form = Object.fromEntries(new URLSearchParams(text))
    tokensGiven.push(form)
    const nth = tokensGiven.length
    return (
      token?.(form, nth) ?? {
        json: { token_type: 'Bearer', expires_in: 3600, access_token: `token-${nth}` },
      }
    )
  }

  const options = (more: Partial<GraphOptions> = {}): GraphOptions => ({
    clientId: 'app-1',
    tenantId: 't-1',
    secret: 'secret-1',
    authority: 'https://login.microsoftonline.com',
    authorityAddress: `${address}/entra`,
    graph: 'https://graph.microsoft.com',
    graphAddress: `${address}/graph`,
    now: () => new Date('2026-11-23T08:00:00Z'),
    random: () => 0,
    sleep: async (ms) => {
      slept.push(ms)
    },
    ...more,
  })
  return {
    asked,
    tokensGiven,
    slept,
    options,
    graph: (more) => createGraph(options(more)),
    async close() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

function send(response: ServerResponse, reply: Reply) {
  if (reply === 'hang') return
  if (reply === 'drop') return response.destroy()
  const type = reply.bytes ? {} : { 'content-type': 'application/json' }
  response.writeHead(reply.status ?? 200, { ...type, ...reply.headers })
  response.end(reply.bytes ?? (reply.json === undefined ? undefined : JSON.stringify(reply.json)))
}

async function read(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('utf8')
}

function metadata(issuer: string) {
  return {
    issuer: `${issuer}/v2.0`,
    token_endpoint: `${issuer}/oauth2/v2.0/token`,
    authorization_endpoint: `${issuer}/oauth2/v2.0/authorize`,
    end_session_endpoint: `${issuer}/oauth2/v2.0/logout`,
    jwks_uri: `${issuer}/discovery/v2.0/keys`,
  }
}
