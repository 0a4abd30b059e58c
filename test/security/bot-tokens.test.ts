/**
 * Speaking to the bot without being Teams. Each name is an attack; "unheard" means that nothing of it reached a handler,
 * that the answer says nothing but its status, and that nothing was printed past the log.
 */
import { createHmac } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { base64url, exportJWK, exportSPKI, generateKeyPair, importJWK, SignJWT } from 'jose'
import type { Heard } from '../../bot/messages/incoming.ts'
import { ANA, type Stage, setStage } from '../support/messages-stage.ts'

let stage: Stage
/** Signed with, these are the channel's own words: their public halves are published beside the tenant's. */
let channelKey: CryptoKey
let channelPublic: CryptoKey
let skypeKey: CryptoKey
let bareKey: CryptoKey
let strangerKey: CryptoKey
const printed: unknown[][] = []

beforeAll(async () => {
  stage = await setStage()
  const publish = async (kid: string, more: object) => {
    const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true })
    stage.tenant.channel.signer.published.push({ ...(await exportJWK(publicKey)), kid, ...more })
    return { publicKey, privateKey }
  }
  const channel = await publish('channel', { endorsements: ['msteams'] })
  channelKey = channel.privateKey
  channelPublic = channel.publicKey
  skypeKey = (await publish('skype', { endorsements: ['skype'] })).privateKey
  bareKey = (await publish('bare', {})).privateKey
  strangerKey = (await generateKeyPair('RS256')).privateKey
})
afterAll(() => stage.close())
beforeEach(() => {
  printed.length = 0
  for (const how of ['error', 'warn', 'log', 'info'] as const) {
    jest.spyOn(console, how).mockImplementation((...words) => void printed.push(words))
  }
})
afterEach(() => {
  jest.restoreAllMocks()
  stage.clear()
})

const serviceUrl = () => `${stage.tenant.url}/teams/service/`
const botId = () => stage.tenant.state.apps.bot.id
const tenantId = () => stage.tenant.state.company.tenantId
const seconds = (from: number) => Math.floor(Date.now() / 1000) + from

const activity = (changes: object = {}) => ({
  type: 'message',
  id: 'a-1',
  text: 'help',
  channelId: 'msteams',
  serviceUrl: serviceUrl(),
  from: { id: '29:ana', aadObjectId: ANA },
  recipient: { id: `28:${botId()}` },
  conversation: { id: 'a:1', conversationType: 'personal', tenantId: tenantId() },
  ...changes,
})

const claims = (changes: Record<string, unknown> = {}) => {
  const all: Record<string, unknown> = {
    iss: 'https://api.botframework.com',
    aud: botId(),
    serviceurl: serviceUrl(),
    nbf: seconds(-10),
    exp: seconds(600),
    ...changes,
  }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
}
const sign = (said: object, header: object = {}, key = channelKey) =>
  new SignJWT(said as Record<string, unknown>)
    .setProtectedHeader({ alg: 'RS256', kid: 'channel', ...header })
    .sign(key)
const part = (value: object) => base64url.encode(JSON.stringify(value))
const hmac = (secret: string | Uint8Array, alg = 'HS256') => {
  const head = `${part({ alg, kid: 'channel', typ: 'JWT' })}.${part(claims())}`
  return `${head}.${createHmac(alg === 'HS256' ? 'sha256' : 'sha512', secret)
    .update(head)
    .digest('base64url')}`
}

async function post(authorization: string | undefined, body: unknown = activity()) {
  const response = await fetch(`${stage.url}/api/messages`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(authorization === undefined ? {} : { authorization }),
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  return { status: response.status, text: await response.text() }
}

async function unheard(attempt: Promise<{ status: number; text: string }>, status: number) {
  const { size } = stage.records.seen
  expect(await attempt).toEqual({ status, text: `{"status":${status}}` })
  expect(stage.records.seen.size).toBe(size)
  expect(printed).toEqual([])
}

it('a token as the channel makes it is heard', async () => {
  expect(await post(`Bearer ${await sign(claims())}`)).toEqual({ status: 200, text: '' })
  expect(stage.records.seen.size).toBe(1)
})

const emulators = [
  'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/',
  'https://login.microsoftonline.com/d6d49420-f39b-4df7-a1dc-d59a935871db/v2.0',
  'https://sts.windows.net/f8cdef31-a31e-4b4a-93e4-5f571e91255a/',
  'https://login.microsoftonline.com/f8cdef31-a31e-4b4a-93e4-5f571e91255a/v2.0',
  'https://sts.windows.net/cab8a31a-1906-4287-a0d8-4eef66b95f6e/',
  'https://login.microsoftonline.us/cab8a31a-1906-4287-a0d8-4eef66b95f6e/v2.0',
]

const said: [string, () => Record<string, unknown>][] = [
  ...emulators.map((iss): [string, () => Record<string, unknown>] => [
    `the emulator's issuer ${iss}`,
    () => ({ iss, appid: botId(), azp: botId(), ver: iss.includes('v2.0') ? '2.0' : '1.0' }),
  ]),
  ['no issuer', () => ({ iss: undefined })],
  ['a list of issuers', () => ({ iss: ['https://api.botframework.com'] })],
  ['the issuer with a slash', () => ({ iss: 'https://api.botframework.com/' })],
  ['the issuer of another cloud', () => ({ iss: 'https://api.botframework.us' })],
  ['another audience', () => ({ aud: 'https://graph.microsoft.com' })],
  ['no audience', () => ({ aud: undefined })],
  ['a list of audiences with ours in it', () => ({ aud: ['another', botId()] })],
  ['our audience in capitals', () => ({ aud: botId().toUpperCase() })],
  ['no end', () => ({ exp: undefined })],
  ['no beginning', () => ({ nbf: undefined })],
  ['an end that is a text', () => ({ exp: String(seconds(600)) })],
  ['an end that is over', () => ({ exp: seconds(-61) })],
  ['a beginning that is to come', () => ({ nbf: seconds(90) })],
  ['no service URL', () => ({ serviceurl: undefined })],
  ['the service URL of somebody else', () => ({ serviceurl: 'https://evil.example/' })],
  ['a service URL that only begins alike', () => ({ serviceurl: `${serviceUrl()}../` })],
  ['a list of service URLs', () => ({ serviceurl: [serviceUrl()] })],
  ['a service URL written otherwise', () => ({ serviceUrl: serviceUrl(), serviceurl: undefined })],
]

describe(`signed by the channel's own key, but with ${said.length} claims that are not right`, () => {
  it.each(said)('%s', async (_what, changes) => {
    await unheard(post(`Bearer ${await sign(claims(changes()))}`), 401)
  })
})

describe('signed by somebody else, or by nobody', () => {
  const forged: [string, () => Promise<string> | string][] = [
    ['alg none', () => `${part({ alg: 'none', kid: 'channel' })}.${part(claims())}.`],
    ['alg none, with a signature', () => `${part({ alg: 'none', kid: 'channel' })}.${part(claims())}.AAAA`],
    ['alg NONE', () => `${part({ alg: 'NONE' })}.${part(claims())}.AAAA`],
    ['HS256 with the public key as PEM', async () => hmac(await exportSPKI(channelPublic))],
    [
      'HS256 with the public key as PEM without its last line',
      async () => hmac((await exportSPKI(channelPublic)).trim()),
    ],
    ['HS256 with the public key as JSON', async () => hmac(JSON.stringify(await exportJWK(channelPublic)))],
    ['HS256 with the modulus', async () => hmac(base64url.decode((await exportJWK(channelPublic)).n!))],
    ['HS256 with the modulus as text', async () => hmac((await exportJWK(channelPublic)).n!)],
    ['HS512 with the public key as PEM', async () => hmac(await exportSPKI(channelPublic), 'HS512')],
    ['a stranger’s key under a genuine key id', () => sign(claims(), {}, strangerKey)],
    ['a key id nobody published', () => sign(claims(), { kid: 'unknown' })],
    ['no key id', () => sign(claims(), { kid: undefined })],
    ['a key id that is a path', () => sign(claims(), { kid: '../../dev/null' }, strangerKey)],
    ['a key id that is a question to a database', () => sign(claims(), { kid: "' or 1=1 --" }, strangerKey)],
    [
      'a key that the token brings along',
      async () => sign(claims(), { jwk: await publicOf(strangerKey) }, strangerKey),
    ],
    ['an address to read the key from', () => sign(claims(), { jku: `${stage.url}/keys` }, strangerKey)],
    ['a certificate to read the key from', () => sign(claims(), { x5u: `${stage.url}/cert` }, strangerKey)],
    ['a certificate that it brings along', () => sign(claims(), { x5c: ['MIIB'] }, strangerKey)],
    ['an extension nobody understands', () => crit(claims())],
    ['another padding with the genuine key', async () => pss()],
    [
      'claims changed under a genuine signature',
      async () => {
        const [head, , signature] = (await sign(claims())).split('.')
        return `${head}.${part(claims({ serviceurl: 'https://evil.example/' }))}.${signature}`
      },
    ],
    ['two payloads', async () => `${await sign(claims())}.${part(claims())}`],
    ['a signature without its end', async () => (await sign(claims())).slice(0, -4)],
    ['a key endorsed for another channel', () => sign(claims(), { kid: 'skype' }, skypeKey)],
    ['a key endorsed for no channel', () => sign(claims(), { kid: 'bare' }, bareKey)],
  ]
  it.each(forged)('%s', async (_what, make) => {
    await unheard(post(`Bearer ${await make()}`), 401)
  })

  async function publicOf(key: CryptoKey) {
    const { n, e, kty } = await exportJWK(await generateKeyPair('RS256').then(({ publicKey }) => publicKey))
    return { n, e, kty, alg: key.algorithm.name }
  }
  async function crit(payload: object) {
    const [, body] = (await sign(payload)).split('.')
    return `${part({ alg: 'RS256', kid: 'channel', crit: ['x'], x: 1 })}.${body}.AAAA`
  }
  async function pss() {
    const jwk = await exportJWK(channelKey)
    const key = (await importJWK({ ...jwk, alg: 'PS256' }, 'PS256')) as CryptoKey
    return sign(claims(), { alg: 'PS256' }, key)
  }
})

describe('the header', () => {
  it.each([
    '',
    'Bearer',
    'Bearer ',
    'bearer TOKEN',
    'Basic TOKEN',
    'Bearer  TOKEN',
    'TOKEN',
    'Bearer TOKEN TOKEN',
    'Bearer TOKEN,',
  ])('"%s"', async (form) => {
    const token = await sign(claims())
    await unheard(post(form.replaceAll('TOKEN', token)), 401)
  })
  it('none at all', () => unheard(post(undefined), 401))
  it('without a good one not even the body is read', async () => {
    await unheard(post(undefined, '{"type":'), 401)
    await unheard(post('Bearer a.b.c', activity({ text: 'x'.repeat(300_000) })), 401)
  })
})

describe('an activity that its token does not speak for', () => {
  const body = async (changes: object, status: number) =>
    unheard(post(`Bearer ${await sign(claims())}`, activity(changes)), status)

  it.each([
    'https://evil.example/',
    'http://127.0.0.1:9/',
    'https://smba.trafficmanager.net/teams/',
    'http://169.254.169.254/metadata',
    'https://evil.trafficmanager.net/',
    'file:///etc/passwd',
  ])('asks for the answer at %s', async (elsewhere) => body({ serviceUrl: elsewhere }, 401))
  it('of another channel', () => body({ channelId: 'webchat' }, 401))
  it('of the emulator', () => body({ channelId: 'emulator' }, 401))

  const foreign = '11111111-0000-4000-8000-000000000000'
  const inTenants = (conversation: string | undefined, channelData: unknown) => ({
    conversation: {
      id: 'a:1',
      conversationType: 'personal',
      ...(conversation ? { tenantId: conversation } : {}),
    },
    channelData,
  })
  it('of a foreign tenant', () => body(inTenants(foreign, { tenant: { id: foreign } }), 403))
  it('of no tenant', () => body(inTenants(undefined, {}), 403))
  it('in our conversation, with a foreign tenant in its channel data', () =>
    body(inTenants(tenantId(), { tenant: { id: foreign } }), 403))
  it('in a foreign conversation, with our tenant in its channel data', () =>
    body(inTenants(foreign, { tenant: { id: tenantId() } }), 403))

  it.each([
    ['a text', { text: 'help\u0000' }],
    ['an id', { id: 'a\u0000b' }],
    ['a person', { from: { id: '29:ana', aadObjectId: `${ANA}\u0000` } }],
    ['a button', { value: { verb: 'pause', until: '\u0000' } }],
    ['the name of a field', { value: { 'ver\u0000b': 'pause' } }],
    ['half a character', { text: '\ud800' }],
  ])('with a sign that no database keeps in %s', async (_what, changes) => body(changes, 400))
})

describe('a text that is too long to look through', () => {
  it.each(['<at', '<at>', '<at ><', ' ', '&nbsp;'])('%s, over and over', async (piece) => {
    const heard: Heard[] = []
    const sender = await stage.adapter.recognise(`Bearer ${await sign(claims())}`)
    const text = piece.repeat(200_000 / piece.length)
    await stage.adapter.receive(sender, activity({ text }), async (one) => {
      heard.push(one)
      return { kind: 'silent' }
    })
    const [one] = heard
    expect(one?.kind === 'message' && one.text.length <= 1000).toBe(true)
  })
})
