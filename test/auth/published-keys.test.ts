/** Whoever publishes the signing keys is away: a real key server that stops, hangs and lies, hours that a test moves. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose'
import { createTokenReader, KeysUnavailable, microsoftHosts, Unauthenticated } from '../../bot/auth/entra.ts'
import { createChannelTokenReader } from '../../bot/messages/channel-token.ts'
import { NotAdmitted } from '../../bot/messages/not-admitted.ts'

const minute = 60_000
const hour = 60 * minute
const authority = 'https://login.microsoftonline.com'
const pairs: Record<string, Awaited<ReturnType<typeof generateKeyPair>>> = {}

let publisher: Publisher
let atMs: number
let warned: string[]
beforeAll(async () => {
  for (const kid of ['old', 'new', 'forged']) pairs[kid] = await generateKeyPair('RS256')
})
beforeEach(async () => {
  publisher = await startPublisher()
  await publisher.publishes('old')
  atMs = 0
  warned = []
})
afterEach(() => publisher.goAway())

const world = () => ({
  nowMs: () => atMs,
  log: { warn: (_fields: object, message: string) => void warned.push(message), info() {} },
})

interface Publisher {
  url: string
  asked: number
  publishes(...kids: string[]): Promise<void>
  answersInstead(body: string): void
  goAway(): Promise<void>
  comeBack(): Promise<void>
}

async function startPublisher(): Promise<Publisher> {
  let body = ''
  let server: Server | undefined
  let port = 0
  const comeBack = async () => {
    server = createServer((request, response) => {
      publisher.asked += 1
      response.setHeader('content-type', 'application/json')
      const isDocument = request.url === '/openid'
      response.end(isDocument ? JSON.stringify({ jwks_uri: `${publisher.url}/keys` }) : body)
    })
    await new Promise<void>((done) => server!.listen(port, '127.0.0.1', done))
    port = (server.address() as AddressInfo).port
  }
  const publisher: Publisher = {
    url: '',
    asked: 0,
    async publishes(...kids) {
      const keys: JWK[] = []
      for (const kid of kids)
        keys.push({ ...(await exportJWK(pairs[kid]!.publicKey)), kid, use: 'sig', alg: 'RS256' })
      body = JSON.stringify({ keys })
    },
    answersInstead: (text) => {
      body = text
    },
    async goAway() {
      server?.closeAllConnections()
      if (server?.listening) await new Promise((done) => server!.close(done))
    },
    comeBack,
  }
  await comeBack()
  publisher.url = `http://127.0.0.1:${port}`
  return publisher
}

const sign = (kid: string, claims: object, key = kid) =>
  new SignJWT({ ...claims })
    .setProtectedHeader({ alg: 'RS256', kid })
    .setNotBefore('10s ago')
    .setExpirationTime('1h')
    .sign(pairs[key]!.privateKey)

/** The two who read tokens, told apart only by what their tokens say. */
const readers = {
  'people in the tab': () => {
    const read = createTokenReader({
      tenantId: 'tenant',
      clientId: 'client',
      authority,
      keysUrl: `${publisher.url}/keys`,
      ...world(),
    })
    const claims = {
      iss: `${authority}/tenant/v2.0`,
      aud: 'client',
      tid: 'tenant',
      oid: 'ana',
      azp: microsoftHosts[0],
      scp: 'access_as_user',
    }
    return {
      read: async (kid: string, key = kid) =>
        (await read(`Bearer ${await sign(kid, claims, key)}`)).personId === 'ana',
      isAway: (error: unknown) => error instanceof KeysUnavailable,
      isRefused: (error: unknown) => error instanceof Unauthenticated,
    }
  },
  "the bot's channel": () => {
    const read = createChannelTokenReader({
      botId: 'bot',
      issuer: 'https://api.botframework.com',
      openIdMetadata: `${publisher.url}/openid`,
      ...world(),
    })
    const claims = { iss: 'https://api.botframework.com', aud: 'bot', serviceurl: 'https://smba.example/' }
    return {
      read: async (kid: string, key = kid) =>
        (await read(`Bearer ${await sign(kid, claims, key)}`)).serviceUrl === 'https://smba.example/',
      isAway: (error: unknown) => error instanceof NotAdmitted && error.status === 503,
      isRefused: (error: unknown) => error instanceof NotAdmitted && error.status === 401,
    }
  },
}

const thrown = (work: Promise<unknown>) =>
  work.then(
    () => 'nothing was thrown',
    (error: unknown) => error,
  )
/** What goes on behind a request has ended: the loop has turned, and the loopback server has answered. */
const settled = () => new Promise((done) => setTimeout(done, 150))

describe.each(Object.entries(readers))('%s, while the keys cannot be read', (_who, create) => {
  it('are known for a day by the last good keys, and nobody is after it', async () => {
    const reader = create()
    expect(await reader.read('old')).toBe(true)
    await publisher.goAway()
    for (let passed = 1; passed < 24; passed += 1) {
      atMs = passed * hour
      expect(await reader.read('old')).toBe(true)
      await settled()
    }
    atMs = 24 * hour - 1
    expect(await reader.read('old')).toBe(true)
    await settled()
    atMs = 24 * hour
    expect(reader.isAway(await thrown(reader.read('old')))).toBe(true)
    atMs = 24 * hour + minute
    await publisher.comeBack()
    expect(await reader.read('old')).toBe(true)
  })

  it('are warned of once, however many ask', async () => {
    const reader = create()
    await reader.read('old')
    await publisher.goAway()
    for (let passed = 1; passed <= 40; passed += 1) {
      atMs = passed * 15 * minute
      await reader.read('old')
      await settled()
      if (passed % 10 === 0) await thrown(reader.read('new'))
    }
    expect(warned).toEqual(['signing keys cannot be read'])
  })

  it('are not known by a key since then, nor by a forged one', async () => {
    const reader = create()
    await reader.read('old')
    await publisher.goAway()
    atMs = 3 * hour
    expect(reader.isAway(await thrown(reader.read('new')))).toBe(true)
    expect(reader.isAway(await thrown(reader.read('new')))).toBe(true)
    expect(reader.isRefused(await thrown(reader.read('old', 'forged')))).toBe(true)
  })

  it('are not known at all where no keys were ever read', async () => {
    await publisher.goAway()
    const reader = create()
    expect(reader.isAway(await thrown(reader.read('old')))).toBe(true)
    await publisher.comeBack()
    atMs = 5000
    expect(await reader.read('old')).toBe(true)
  })

  it.each(['{"keys":[]}', '{"keys":"none"}', '<h1>Sign in to the airport Wi-Fi</h1>'])(
    'keep the last good set where %s is answered',
    async (nonsense) => {
      const reader = create()
      await reader.read('old')
      publisher.answersInstead(nonsense)
      atMs = hour
      await reader.read('old')
      await settled()
      expect(warned).toHaveLength(1)
      expect(await reader.read('old')).toBe(true)
    },
  )
})

describe.each(Object.entries(readers))('%s, while the keys can be read', (_who, create) => {
  it('have them renewed behind the request, and a withdrawn key is out', async () => {
    const reader = create()
    await reader.read('old')
    await publisher.publishes('new')
    atMs = 11 * minute
    expect(await reader.read('old')).toBe(true)
    await settled()
    expect(await reader.read('new')).toBe(true)
    atMs += minute
    expect(reader.isRefused(await thrown(reader.read('old')))).toBe(true)
  })

  it('are known by a new key at once', async () => {
    const reader = create()
    await reader.read('old')
    await publisher.publishes('old', 'new')
    atMs = minute
    expect(await reader.read('new')).toBe(true)
  })

  it('cannot have them asked for by naming keys that nobody published', async () => {
    const reader = create()
    await reader.read('old')
    atMs = minute
    const before = publisher.asked
    const forgers = Array.from({ length: 50 }, () => thrown(reader.read('unheard of', 'forged')))
    for (const one of await Promise.all(forgers)) expect(reader.isRefused(one)).toBe(true)
    atMs += 20_000
    await thrown(reader.read('unheard of', 'forged'))
    // The channel's document, and the keys.
    expect(publisher.asked - before).toBeLessThanOrEqual(2)
    expect(await reader.read('old')).toBe(true)
  })
})
