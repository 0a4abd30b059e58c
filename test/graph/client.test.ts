import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from '@jest/globals'
import type { GraphError } from '../../bot/graph/graph-error.ts'
import type { LogEntry } from '../../bot/graph/middleware.ts'
import { type Asked, type LocalGraph, type Reply, refusal, startLocalGraph } from './local-graph.ts'

let local: LocalGraph
afterEach(() => local.close())

async function graphThat(
  answer: (asked: Asked, nth: number) => Reply,
  token?: (form: Record<string, string>, nth: number) => Reply,
) {
  local = await startLocalGraph(answer, token)
  return local.graph()
}

const caught = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: GraphError) => error,
  )
const ok = { json: { value: 1 } }

describe('the door to Graph', () => {
  it('sends the token of the application and asks for it once, however many requests begin together', async () => {
    const graph = await graphThat(() => ok)
    await Promise.all(Array.from({ length: 12 }, () => graph.get('/users/ana')))
    expect(local.tokensGiven).toHaveLength(1)
    expect(local.tokensGiven[0]).toMatchObject({
      grant_type: 'client_credentials',
      scope: 'https://graph.microsoft.com/.default',
      client_secret: 'secret-1',
    })
    expect(new Set(local.asked.map(({ authorization }) => authorization))).toEqual(
      new Set(['Bearer token-1']),
    )
  })

  it('signs in without a secret, by an assertion asked for anew for each token', async () => {
    local = await startLocalGraph((_, nth) => (nth === 1 ? refusal(401, 'InvalidAuthenticationToken') : ok))
    let nth = 0
    const { secret: _, ...options } = local.options()
    const { createGraph } = await import('../../bot/graph/client.ts')
    await createGraph({ ...options, assertion: async () => `assertion-${++nth}` }).get('/users/ana')
    expect(local.tokensGiven.map((form) => form.client_assertion)).toEqual(['assertion-1', 'assertion-2'])
    expect(local.tokensGiven[0]!.client_secret).toBeUndefined()
  })

  it('takes a new token once when the old one is refused', async () => {
    const graph = await graphThat(({ authorization }) =>
      authorization === 'Bearer token-1' ? refusal(401, 'InvalidAuthenticationToken') : ok,
    )
    await expect(graph.get('/users/ana')).resolves.toEqual({ value: 1 })
    expect(local.asked.map(({ authorization }) => authorization)).toEqual([
      'Bearer token-1',
      'Bearer token-2',
    ])
  })

  it('does not go round in circles when every token is refused, and says what to check', async () => {
    const graph = await graphThat(() => refusal(401, 'InvalidAuthenticationToken'))
    const error = await caught(graph.get('/users/ana'))
    expect(error).toMatchObject({ name: 'GraphError', status: 401, code: 'InvalidAuthenticationToken' })
    expect(error!.message).toContain('check its secret or federated credential')
    expect(local.asked).toHaveLength(2)
  })

  it('answers a claims challenge with the claims', async () => {
    const claims = JSON.stringify({ access_token: { nbf: { essential: true, value: '1' } } })
    const challenge = `Bearer error="insufficient_claims", claims="${Buffer.from(claims).toString('base64')}"`
    const graph = await graphThat(({ authorization }) =>
      authorization === 'Bearer token-1'
        ? { status: 401, headers: { 'www-authenticate': challenge }, json: {} }
        : ok,
    )
    await graph.get('/users/ana')
    expect(JSON.parse(local.tokensGiven[1]!.claims!)).toMatchObject(JSON.parse(claims))
  })

  it('renews the token between attempts: a long throttle does not end in 401', async () => {
    const script: Reply[] = [
      { status: 429, headers: { 'retry-after': '500' }, json: {} },
      refusal(401, 'InvalidAuthenticationToken'),
      ok,
    ]
    const graph = await graphThat((_, nth) => script[nth - 1]!)
    await expect(graph.get('/users/ana')).resolves.toEqual({ value: 1 })
    expect(local.slept).toEqual([500_000])
    expect(local.tokensGiven).toHaveLength(2)
  })

  it('repeats a read through dropped connections, 503 and 504, and hands over what Graph says in the end', async () => {
    const script: Reply[] = ['drop', refusal(503, 'ServiceUnavailable'), refusal(504, 'GatewayTimeout'), ok]
    const graph = await graphThat((_, nth) => script[nth - 1]!)
    await expect(graph.get('/users/ana')).resolves.toEqual({ value: 1 })
    expect(local.asked).toHaveLength(4)
  })

  it('does not repeat a write whose answer was lost, unless told that it may', async () => {
    const graph = await graphThat(() => 'drop')
    const error = await caught(graph.post('/users/ana/events', {}))
    expect(error).toMatchObject({ status: 0, code: 'network' })
    expect(local.asked).toHaveLength(1)
    await caught(graph.post('/users/ana/calendar/getSchedule', {}, { repeatable: true }))
    expect(local.asked).toHaveLength(1 + 8)
  })

  it('repeats a change that says how things shall be, and a deletion', async () => {
    const graph = await graphThat((_, nth) =>
      nth % 2 === 1 ? 'drop' : { status: nth === 2 ? 200 : 204, json: undefined },
    )
    await graph.patch('/users/ana/events/e1', { subject: 'x' })
    await graph.delete('/subscriptions/s1')
    expect(local.asked.map(({ method }) => method)).toEqual(['PATCH', 'PATCH', 'DELETE', 'DELETE'])
    expect(local.asked[1]!.body).toEqual({ subject: 'x' })
  })

  it('repeats even a write after 429, which says that nothing was done', async () => {
    const graph = await graphThat((_, nth) =>
      nth === 1 ? { status: 429, headers: { 'retry-after': '7' }, json: {} } : ok,
    )
    await graph.post('/users/ana/events', { subject: 'x' }, { mailbox: 'ana' })
    expect(local.slept).toEqual([7000])
    expect(local.asked.map(({ body }) => body)).toEqual([{ subject: 'x' }, { subject: 'x' }])
  })

  it('hands a throttle that outlasts its patience to the caller, with how long to wait', async () => {
    const graph = await graphThat(() => ({ status: 429, headers: { 'retry-after': '7200' }, json: {} }))
    const error = await caught(graph.get('/users/ana'))
    expect(error).toMatchObject({ status: 429, retryAfter: 7_200_000 })
    expect(local.slept).toEqual([])
  })

  it('gives up on an answer that does not come', async () => {
    local = await startLocalGraph((_, nth) => (nth === 1 ? 'hang' : ok))
    const graph = local.graph({ limits: { timeout: 50 } })
    await expect(graph.get('/users/ana')).resolves.toEqual({ value: 1 })
    const stuck = await startLocalGraph(() => 'hang')
    const error = await caught(stuck.graph({ limits: { timeout: 20, attempts: 2 } }).get('/users/ana'))
    expect(error).toMatchObject({ status: 0, code: 'timeout' })
    await stuck.close()
  })

  it('reads answers that come zipped', async () => {
    const graph = await graphThat(() => ({
      headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
      bytes: gzipSync(JSON.stringify({ displayName: 'Ana' })),
    }))
    await expect(graph.get('/users/ana')).resolves.toEqual({ displayName: 'Ana' })
  })

  it('names the permission to grant, the request id and no query', async () => {
    const graph = await graphThat(() => refusal(403, 'Authorization_RequestDenied'))
    const error = await caught(graph.get('/users/delta?$select=id'))
    expect(error).toMatchObject({ status: 403, code: 'Authorization_RequestDenied', requestId: 'r-1' })
    expect(error!.message).toContain('Grant the application permission User.Read.All')
    expect(error!.message).not.toContain('$select')
    const calendar = await caught(graph.post('/users/ana/events', {}, { mailbox: 'ana' }))
    expect(calendar!.message).toContain('Grant the application permission Calendars.ReadWrite')
  })

  it('tells a mailbox out of scope from a missing permission', async () => {
    const graph = await graphThat(() => refusal(403, 'ErrorAccessDenied'))
    const error = await caught(graph.get('/users/ana/events'))
    expect(error!.message).toContain('outside what Exchange lets the application reach')
    expect(error!.message).toContain('Grant the application permission Calendars.ReadWrite')
  })

  it('finds the most specific code', async () => {
    const graph = await graphThat(() =>
      refusal(400, '', { innerError: { code: 'ErrorItemNotFound', 'request-id': 'r-2' } }),
    )
    expect(await caught(graph.get('/users/ana/events/1'))).toMatchObject({ code: 'ErrorItemNotFound' })
  })

  it('logs what failed, without names, queries or tokens', async () => {
    const seen: LogEntry[] = []
    local = await startLocalGraph((_, nth) => (nth === 1 ? refusal(503, 'ServiceUnavailable') : ok))
    await local.graph({ log: (entry) => seen.push(entry) }).get("/users?$filter=mail eq 'ana@example.com'")
    expect(seen).toEqual([
      {
        event: 'graph-failure',
        method: 'GET',
        path: '/v1.0/users',
        attempts: 1,
        status: 503,
        code: 'ServiceUnavailable',
      },
    ])
  })
})

describe('pages', () => {
  const next = 'https://graph.microsoft.com/v1.0/users?$skiptoken=two'

  it('are followed to the end, empty ones too, with the headers on each', async () => {
    const graph = await graphThat(({ path }) => {
      if (path === '/users') return { json: { value: [1], '@odata.nextLink': next } }
      if (path.endsWith('two')) return { json: { value: [], '@odata.nextLink': `${next}3` } }
      return {
        json: {
          value: [2],
          '@odata.deltaLink': 'https://graph.microsoft.com/v1.0/users/delta?$deltatoken=z',
        },
      }
    })
    const pages = []
    for await (const page of graph.pages('/users')) pages.push(page)
    expect(pages.map(({ value }) => value)).toEqual([[1], [], [2]])
    expect(pages[2]!.deltaLink).toContain('$deltatoken=z')
  })

  it.each([
    'https://graph.microsoft.com.evil.example/v1.0/users',
    'https://evil.example/v1.0/users',
    'http://graph.microsoft.com/v1.0/users',
  ])('never carry the token to %s', async (link) => {
    const graph = await graphThat(() => ({ json: { value: [], '@odata.nextLink': link } }))
    const read = async () => {
      for await (const page of graph.pages('/users')) expect(page.value).toEqual([])
    }
    expect(await caught(read())).toMatchObject({ code: 'foreign-link' })
    expect(await caught(graph.get(link))).toMatchObject({ code: 'foreign-link' })
    expect(local.asked).toHaveLength(1)
  })
})

describe('a batch', () => {
  const requests = (count: number) =>
    Array.from({ length: count }, (_, i) => ({ id: `r${i}`, method: 'GET' as const, url: `/users/${i}` }))
  type Inner = { id: string; url: string }
  const inner = (asked: Asked) => (asked.body as { requests: Inner[] }).requests

  it('goes out twenty at a time and its answers are matched by id, whatever their order', async () => {
    const graph = await graphThat((asked) => ({
      json: {
        responses: inner(asked)
          .map(({ id, url }) => ({ id: id.toUpperCase(), status: 200, body: { url } }))
          .reverse(),
      },
    }))
    const answers = await graph.batch(requests(45))
    expect(local.asked.map((asked) => inner(asked).length)).toEqual([20, 20, 5])
    for (const [id, answer] of answers) expect(answer.body).toEqual({ url: `/users/${id.slice(1)}` })
    expect(answers.size).toBe(45)
  })

  it('sends the throttled ones again, after the longest wait among them, and only those', async () => {
    const waits = ['3', '11', '5']
    const graph = await graphThat((asked, nth) => ({
      json: {
        responses: inner(asked).map(({ id }, i) =>
          nth === 1 && i < 3
            ? {
                id,
                status: i === 0 ? 503 : 429,
                headers: { 'Retry-AFTER': waits[i]! },
                body: { error: { code: 'x' } },
              }
            : { id, status: 200, body: {} },
        ),
      },
    }))
    const answers = await graph.batch(requests(6))
    expect(inner(local.asked[1]!).map(({ id }) => id)).toEqual(['r0', 'r1', 'r2'])
    expect(local.slept).toEqual([11_000])
    expect([...answers.values()].every(({ status }) => status === 200)).toBe(true)
  })

  it('ends even when a request stays throttled for ever, and loses none', async () => {
    const graph = await graphThat((asked) => ({
      json: { responses: inner(asked).flatMap(({ id }) => (id === 'r1' ? [] : [{ id, status: 429 }])) },
    }))
    const answers = await graph.batch(requests(3))
    expect([...answers.values()].map(({ status }) => status)).toEqual([429, 0, 429])
    expect(local.asked).toHaveLength(8)
  })

  it('does not send a write again whose outcome is unknown', async () => {
    const graph = await graphThat((asked) => ({
      json: { responses: inner(asked).map(({ id }) => ({ id, status: 504, body: {} })) },
    }))
    await graph.batch([{ id: 'a', method: 'POST', url: '/users/ana/events', body: {} }])
    expect(local.asked).toHaveLength(1)
    expect(local.asked[0]!.body).toEqual({
      requests: [{ id: 'a', method: 'POST', url: '/users/ana/events', body: {} }],
    })
  })

  it('with the same id twice is refused before it is sent', async () => {
    const graph = await graphThat(() => ok)
    await expect(graph.batch([...requests(2), { id: 'R1', method: 'GET', url: '/users/x' }])).rejects.toThrow(
      RangeError,
    )
    expect(local.asked).toEqual([])
  })
})

describe('the sign-in service', () => {
  it('is asked again while it is out of breath', async () => {
    const graph = await graphThat(
      () => ok,
      (_, nth) =>
        nth < 3
          ? { status: 503, json: { error: 'temporarily_unavailable' } }
          : { json: { token_type: 'Bearer', expires_in: 3600, access_token: 'late' } },
    )
    await graph.get('/users/ana')
    expect(local.asked[0]!.authorization).toBe('Bearer late')
  })

  it('that refuses the secret is reported with what to renew, once', async () => {
    const graph = await graphThat(
      () => ok,
      () => ({
        status: 401,
        json: {
          error: 'invalid_client',
          error_description: 'AADSTS7000215: Invalid client secret provided.',
        },
      }),
    )
    const error = await caught(graph.get('/users/ana'))
    expect(error).toMatchObject({ name: 'GraphError', code: 'token-refused', status: 401 })
    expect(error!.message).toContain('AADSTS7000215')
    expect(error!.message).toContain('Check the client secret')
    expect(local.asked).toEqual([])
  })

  it('is not needed to notice that nothing was configured', async () => {
    local = await startLocalGraph(() => ok)
    const { secret: _, ...options } = local.options()
    const { createGraph } = await import('../../bot/graph/client.ts')
    expect(() => createGraph(options)).toThrow('give it a client secret or a federated credential')
  })
})
