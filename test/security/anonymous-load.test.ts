/** Keeping the service busy without being anybody, or by being somebody who asks too much. Counted, never timed. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { addressOf } from '../../bot/api/limits.ts'
import { readiness } from '../../bot/api/readiness.ts'
import { issueTabToken } from '../../bot/demo/entra-server.ts'
import type { Database } from '../../bot/store/database.ts'
import { type Api, openApi } from '../support/api.ts'
import { testDatabase } from '../support/database.ts'
import { enrolCompany, openCohort, type Product, startProduct, wireProduct } from '../support/product.ts'

let product: Product
let api: Api
let cohortId: string

beforeAll(async () => {
  // As on App Service: one proxy before it, which writes the client's address into X-Forwarded-For.
  product = await startProduct({ people: 120, mentors: 8, mentees: 6, settings: { TRUSTED_PROXIES: '1' } })
  cohortId = await openCohort(product)
  await enrolCompany(product, cohortId)
  api = await openApi(product)
})
afterAll(() => product.close())

let sender = 0
/** Each test speaks from somewhere else, so that none eats up what another may. */
const from = () => `198.51.${Math.floor(++sender / 250)}.${sender % 250}`

async function ask(
  path: string,
  headers: Record<string, string> = {},
  body?: unknown,
  method = body ? 'POST' : 'GET',
) {
  const response = await fetch(api.url + path, {
    method,
    redirect: 'manual',
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  return { status: response.status, text: await response.text(), headers: response.headers }
}

/** How often each status was answered. */
async function many(times: number, one: (at: number) => Promise<{ status: number }>, together = 50) {
  const counts: Record<number, number> = {}
  for (let at = 0; at < times; at += together) {
    const batch = Array.from({ length: Math.min(together, times - at) }, (_, i) => one(at + i))
    for (const { status } of await Promise.all(batch)) counts[status] = (counts[status] ?? 0) + 1
  }
  return counts
}

/** Enrolled, the last first. */
const colleague = (at: number) => product.company.enrolments.at(-1 - at)!.personId
const tokenOf = (personId: string) => issueTabToken(product.tenant.state, product.tenant.keys, personId)

describe('the description of the API', () => {
  it('is made once: who asks again gets the very same bytes under the same name', async () => {
    const headers = { 'x-forwarded-for': from() }
    const [first, again] = [await ask('/api/openapi.json', headers), await ask('/api/openapi.json', headers)]
    expect([first.status, first.text === again.text]).toEqual([200, true])
    expect(again.headers.get('etag')).toBe(first.headers.get('etag'))
  })

  it('asked for 100 times a minute by one address: 60 answers', async () => {
    const address = from()
    expect(await many(100, () => ask('/api/openapi.json', { 'x-forwarded-for': address }))).toEqual({
      200: 60,
      429: 40,
    })
    expect((await ask('/api/openapi.json', { 'x-forwarded-for': from() })).status).toBe(200)
  })
})

describe('an address', () => {
  it.each([
    ['52.1.1.1:4000', '52.1.1.1'],
    ['52.1.1.1', '52.1.1.1'],
    ['::ffff:52.1.1.1', '::ffff:52.1.1.1'],
    ['[2001:db8:1:2:3:4:5:6]:4000', '2001:db8:1:2:ffff::1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2:aaaa:bbbb:cccc:dddd'],
  ])('%s is the same sender as %s', (one, other) => {
    expect(addressOf({ ip: one })).toBe(addressOf({ ip: other }))
  })

  it('two networks are two senders', () => {
    expect(addressOf({ ip: '52.1.1.1:4000' })).not.toBe(addressOf({ ip: '52.1.1.2:4000' }))
    expect(addressOf({ ip: '2001:db8:1::1' })).not.toBe(addressOf({ ip: '2001:db8:2::1' }))
  })

  const forms: [string, (at: number, address: string) => string][] = [
    ['another port for each request', (at, address) => `${address}:${1024 + at}`],
    [
      'addresses of its own before the one that the proxy wrote',
      (at, address) => `10.0.${at % 200}.1, ${address}:${1024 + at}`,
    ],
    [
      'nonsense before the one that the proxy wrote',
      (at, address) => `${'x'.repeat(at % 50)}, unknown, ${address}`,
    ],
  ]
  it.each(forms)('is not made another by %s', async (_what, form) => {
    const address = from()
    const counts = await many(100, (at) => ask('/api/openapi.json', { 'x-forwarded-for': form(at, address) }))
    expect(counts).toEqual({ 200: 60, 429: 40 })
  })
})

describe('tokens that are not good', () => {
  it('400 from one address: 120 are told so, the others nothing, and a good one from there is still heard', async () => {
    const address = from()
    const bad = (at: number) =>
      ask('/api/me', { authorization: `Bearer a.${at}.c`, 'x-forwarded-for': address })
    expect(await many(400, bad)).toEqual({ 401: 120, 429: 280 })
    const token = await tokenOf(product.company.personas.mentor)
    expect(
      (await ask('/api/me', { authorization: `Bearer ${token}`, 'x-forwarded-for': address })).status,
    ).toBe(200)
  })

  it('300 with keys that nobody published: the keys are read at most once more', async () => {
    const reads = () =>
      product.tenant.state.log.filter(
        ({ service, path }) => service === 'entra' && path.includes('/discovery/v2.0/keys'),
      ).length
    const before = reads()
    const head = (kid: string) => Buffer.from(JSON.stringify({ alg: 'RS256', kid })).toString('base64url')
    await many(300, (at) =>
      ask('/api/me', { authorization: `Bearer ${head(`k${at}`)}.e30.AAAA`, 'x-forwarded-for': from() }),
    )
    expect(reads() - before).toBeLessThanOrEqual(1)
  })

  it('200 strangers at the bot’s door from one address: 60 are told so, and Teams from there is still heard', async () => {
    const address = from()
    const stranger = (at: number) =>
      ask(
        '/api/messages',
        { authorization: `Bearer a.${at}.c`, 'x-forwarded-for': address },
        { type: 'message' },
      )
    expect(await many(200, stranger)).toEqual({ 401: 60, 429: 140 })
    const { state, channel, url } = product.tenant
    const serviceUrl = `${url}/teams/service/`
    const token = await channel.signer.sign({ botId: state.apps.bot.id, serviceUrl })
    const genuine = {
      ...{ type: 'typing', channelId: 'msteams', serviceUrl, recipient: { id: 'bot' } },
      from: { id: '29:a', aadObjectId: product.company.personas.mentor },
      conversation: { id: 'a:1', conversationType: 'personal', tenantId: product.company.tenantId },
    }
    const heard = await ask(
      '/api/messages',
      { authorization: `Bearer ${token}`, 'x-forwarded-for': address },
      genuine,
    )
    expect(heard.status).toBe(200)
  })
})

describe('the tab’s files and whatever else is asked without a token', () => {
  it('are many for one office, but counted: for pages, files and places that do not exist together', async () => {
    const headers = { 'x-forwarded-for': from() }
    const left: unknown[] = []
    for (const path of ['/tab/', '/tab/index.html', '/', '/nowhere', '/tab/assets/nothing.js', '/.env']) {
      left.push(
        /^"6000-in-1min"; r=(\d+)/.exec((await ask(path, headers)).headers.get('ratelimit') ?? '')?.[1],
      )
    }
    expect(left).toEqual(['5999', '5998', '5997', '5996', '5995', '5994'])
    expect((await ask('/healthz', headers)).headers.get('ratelimit')).toBeNull()
  })
})

describe('somebody who asks too much', () => {
  const as = async (
    personId: string,
    times: number,
    path: (at: number) => string,
    method = 'GET',
    body?: object,
  ) => {
    const authorization = `Bearer ${await tokenOf(personId)}`
    return many(times, (at) => ask(path(at), { authorization }, body, method))
  }
  it('700 requests of one person: 600 answers, whatever X-Forwarded-For says, and the neighbour is not touched', async () => {
    const { mentor, mentee } = product.company.personas
    const [token, other] = [await tokenOf(mentor), await tokenOf(mentee)]
    const counts = await many(700, (at) =>
      ask('/api/my-delegate', { authorization: `Bearer ${token}`, 'x-forwarded-for': `10.1.${at % 250}.7` }),
    )
    // Two more were asked above.
    expect(counts[429]).toBeGreaterThanOrEqual(100)
    expect(counts[200]).toBeGreaterThanOrEqual(590)
    expect((await ask('/api/my-delegate', { authorization: `Bearer ${other}` })).status).toBe(200)
  })

  it('partners, ranking and requests together: 20 a minute', async () => {
    const person = colleague(0)
    const token = `Bearer ${await tokenOf(person)}`
    const one = (at: number) => {
      const path = `/api/cohorts/${cohortId}`
      if (at % 3 === 0) return ask(`${path}/partners`, { authorization: token })
      if (at % 3 === 1) return ask(`${path}/my-ranking`, { authorization: token }, { personIds: [] }, 'PUT')
      return ask(`${path}/requests`, { authorization: token }, { personId: person })
    }
    const counts = await many(60, one)
    expect(counts[429]).toBe(40)
    expect((await ask('/api/my-delegate', { authorization: token })).status).toBe(200)
  })

  it('leafing through the company: 30 searches a minute', async () => {
    expect(await as(colleague(1), 100, (at) => `/api/colleagues?text=a${at}a`)).toEqual({ 200: 30, 429: 70 })
  })

  it('drafts: 10 a minute', async () => {
    const { communications } = product.company.personas
    const counts = await as(communications, 30, () => `/api/cohorts/${cohortId}/summaries`, 'POST', {
      language: 'en',
    })
    expect(counts[429]).toBe(20)
  })
})

describe('/readyz', () => {
  it('looks once in five seconds, however often it is asked', async () => {
    let [looks, now] = [0, 0]
    const ready = readiness({ database: async () => (looks += 1) }, () => now)
    expect(await Promise.all(Array.from({ length: 200 }, ready))).toEqual(Array(200).fill([]))
    expect(looks).toBe(1)
    now = 4999
    await ready()
    expect(looks).toBe(1)
    now = 5000
    await ready()
    expect(looks).toBe(2)
  })

  const readyOf = async (
    settings: Record<string, string>,
    spoil: (database: Database) => Promise<unknown>,
  ) => {
    const held = await testDatabase()
    const other = await wireProduct(product.tenant, product.company, settings, {
      database: { ...held.database, close: async () => {} },
    })
    const { port } = await other.service.listen()
    await spoil(held.database)
    const response = await fetch(`http://127.0.0.1:${port}/readyz`)
    const answer = { status: response.status, ...((await response.json()) as object) }
    await held.database.query('set default_transaction_read_only = off')
    await held.database.query('alter schema if exists jobs_gone rename to jobs').catch(() => {})
    await other.close()
    await held.close()
    return answer
  }

  it('is not ready with keys that cannot be read', async () => {
    expect(await readyOf({ AUTHORITY_ADDRESS: 'http://127.0.0.1:9' }, async () => {})).toEqual({
      status: 503,
      ready: false,
      notReady: ['sign-in keys'],
    })
  })

  // A setting of the one connection that the embedded database has.
  const embedded = process.env['TEST_DATABASE_URL'] ? it.skip : it
  embedded('is not ready with a database that can only be read', async () => {
    const answer = await readyOf({}, (database) => database.query('set default_transaction_read_only = on'))
    expect(answer).toMatchObject({ status: 503, notReady: expect.arrayContaining(['database']) })
  })

  it('is not ready without its queues', async () => {
    const answer = await readyOf({}, (database) => database.query('alter schema jobs rename to jobs_gone'))
    expect(answer).toMatchObject({ status: 503, notReady: ['jobs'] })
  })
})
