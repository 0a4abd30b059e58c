/** Tokens of the tab, forged in every way we know. Nobody comes in, and the answer says nothing but that. */
import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { base64url, exportSPKI, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose'
import { type Api, openApi } from '../support/api.ts'
import { openCohort, type Product, startProduct } from '../support/product.ts'

let product: Product
let api: Api
let strangerKey: CryptoKey
let published: JWK

beforeAll(async () => {
  product = await startProduct({ people: 60, mentors: 4, mentees: 4, settings: { TRUSTED_PROXIES: '1' } })
  await openCohort(product)
  api = await openApi(product)
  strangerKey = (await generateKeyPair('RS256')).privateKey
  published = product.tenant.keys.jwk as JWK
})
afterAll(() => product.close())

let sender = 0
async function ask(headers: Record<string, string>, path = '/api/me') {
  // From somewhere else each time: what is looked at is the token.
  const address = `198.51.${Math.floor(++sender / 250)}.${sender % 250}`
  const response = await fetch(api.url + path, { headers: { 'x-forwarded-for': address, ...headers } })
  const text = await response.text()
  return { status: response.status, text }
}

const seconds = (from: number) => Math.floor(Date.now() / 1000) + from
const claims = (changes: Record<string, unknown> = {}) => {
  const { tenantId, personas } = product.company
  const all: Record<string, unknown> = {
    aud: product.tenant.state.apps.tab.id,
    iss: `https://login.microsoftonline.com/${tenantId}/v2.0`,
    tid: tenantId,
    oid: personas.mentor,
    azp: '5e3ce6c0-2b1f-4285-8d4b-75ee78787346',
    scp: 'access_as_user',
    ver: '2.0',
    nbf: seconds(-10),
    exp: seconds(600),
    ...changes,
  }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
}
const part = (value: object) => base64url.encode(JSON.stringify(value))
const kid = () => published.kid!
const sign = (said: object, header: object = {}, key: CryptoKey | object = product.tenant.keys.privateKey) =>
  new SignJWT(said as Record<string, unknown>)
    .setProtectedHeader({ alg: 'RS256', kid: kid(), ...header })
    .sign(key as CryptoKey)
const hmac = (secret: string | Uint8Array, alg = 'HS256') => {
  const head = `${part({ alg, kid: kid(), typ: 'JWT' })}.${part(claims({ roles: ['Organizer'] }))}`
  return `${head}.${createHmac(`sha${alg.slice(2)}`, secret)
    .update(head)
    .digest('base64url')}`
}
const spki = async () => exportSPKI((await importJWK(published, 'RS256')) as CryptoKey)

type Make = () => string | Promise<string>
const withClaims =
  (changes: () => Record<string, unknown>): Make =>
  () =>
    sign(claims(changes()))

const forged: [string, Make][] = [
  ['alg none', () => `${part({ alg: 'none' })}.${part(claims())}.`],
  ['alg none with the key id', () => `${part({ alg: 'none', kid: kid() })}.${part(claims())}.`],
  ['alg None', () => `${part({ alg: 'None', kid: kid() })}.${part(claims())}.AAAA`],
  ['alg nOnE', () => `${part({ alg: 'nOnE', kid: kid() })}.${part(claims())}.AAAA`],
  ['no alg', () => `${part({ kid: kid() })}.${part(claims())}.AAAA`],
  ['an alg that is a list', () => `${part({ alg: ['RS256'], kid: kid() })}.${part(claims())}.AAAA`],
  ['HS256 with the public key as PEM', async () => hmac(await spki())],
  ['HS256 with the PEM without its last line end', async () => hmac((await spki()).trim())],
  ['HS256 with the public key as JSON', () => hmac(JSON.stringify(published))],
  ['HS256 with the modulus', () => hmac(base64url.decode(published.n!))],
  ['HS256 with the modulus as text', () => hmac(published.n!)],
  ['HS256 with nothing', () => hmac('')],
  ['HS384 with the public key as PEM', async () => hmac(await spki(), 'HS384')],
  ['HS512 with the public key as PEM', async () => hmac(await spki(), 'HS512')],
  ['a stranger’s key under a genuine key id', () => sign(claims(), {}, strangerKey)],
  ['a key id that nobody published', () => sign(claims(), { kid: 'unknown' })],
  ['an empty key id', () => sign(claims(), { kid: '' }, strangerKey)],
  ['a key id that is a path', () => sign(claims(), { kid: '../../../dev/null' }, strangerKey)],
  [
    'a key id that is a question to a database',
    () => sign(claims(), { kid: "x' union select 'a" }, strangerKey),
  ],
  ['a key id that is a prototype', () => sign(claims(), { kid: '__proto__' }, strangerKey)],
  [
    'a key that it brings along',
    () => sign(claims(), { jwk: { kty: 'RSA', n: published.n, e: 'AQAB' } }, strangerKey),
  ],
  ['an address of its key', () => sign(claims(), { jku: `${api.url}/keys` }, strangerKey)],
  ['an address of its certificate', () => sign(claims(), { x5u: `${api.url}/cert` }, strangerKey)],
  ['a certificate that it brings along', () => sign(claims(), { x5c: ['MIIB'] }, strangerKey)],
  ['a print of a certificate', () => sign(claims(), { x5t: 'AAAA' }, strangerKey)],
  [
    'an extension nobody understands',
    () => `${part({ alg: 'RS256', kid: kid(), crit: ['x'], x: 1 })}.${part(claims())}.AAAA`,
  ],
  [
    'a payload that is not encoded',
    () => `${part({ alg: 'RS256', kid: kid(), b64: false, crit: ['b64'] })}.${part(claims())}.AAAA`,
  ],
  ['an encrypted token', () => `${part({ alg: 'RSA-OAEP', enc: 'A256GCM', kid: kid() })}.AA.AA.AA.AA`],
  [
    'claims changed under a genuine signature',
    async () => {
      const [head, , signature] = (await sign(claims())).split('.')
      return `${head}.${part(claims({ roles: ['Organizer'] }))}.${signature}`
    },
  ],
  [
    'a header changed over a genuine signature',
    async () => {
      const [, body, signature] = (await sign(claims())).split('.')
      return `${part({ alg: 'RS256', kid: kid(), typ: 'at+jwt' })}.${body}.${signature}`
    },
  ],
  ['a signature without its end', async () => (await sign(claims())).slice(0, -4)],
  ['no signature', async () => (await sign(claims())).replace(/[^.]*$/, '')],
  ['a fourth part', async () => `${await sign(claims())}.AAAA`],
  ['two parts', async () => (await sign(claims())).split('.').slice(0, 2).join('.')],
  ['another audience', withClaims(() => ({ aud: 'https://graph.microsoft.com' }))],
  ['the bot’s audience', withClaims(() => ({ aud: product.tenant.state.apps.bot.id }))],
  ['our audience as an address', withClaims(() => ({ aud: `api://${product.tenant.state.apps.tab.id}` }))],
  ['no audience', withClaims(() => ({ aud: undefined }))],
  ['an empty audience', withClaims(() => ({ aud: '' }))],
  ['an audience that begins with ours', withClaims(() => ({ aud: `${product.tenant.state.apps.tab.id}x` }))],
  ['another tenant’s issuer', withClaims(() => ({ iss: `https://login.microsoftonline.com/${other}/v2.0` }))],
  [
    'the issuer of version 1',
    withClaims(() => ({ iss: `https://sts.windows.net/${product.company.tenantId}/` })),
  ],
  ['the common issuer', withClaims(() => ({ iss: 'https://login.microsoftonline.com/common/v2.0' }))],
  [
    'the issuer with its gap open',
    withClaims(() => ({ iss: 'https://login.microsoftonline.com/{tenantid}/v2.0' })),
  ],
  [
    'the issuer with a slash',
    withClaims(() => ({ iss: `https://login.microsoftonline.com/${product.company.tenantId}/v2.0/` })),
  ],
  [
    'the issuer on another host',
    withClaims(() => ({
      iss: `https://login.microsoftonline.com.evil.example/${product.company.tenantId}/v2.0`,
    })),
  ],
  ['no issuer', withClaims(() => ({ iss: undefined }))],
  ['another tenant', withClaims(() => ({ tid: other }))],
  ['no tenant', withClaims(() => ({ tid: undefined }))],
  ['a list of tenants', withClaims(() => ({ tid: [product.company.tenantId] }))],
  ['an end that is over', withClaims(() => ({ exp: seconds(-61) }))],
  ['no end', withClaims(() => ({ exp: undefined }))],
  ['an end that is a text', withClaims(() => ({ exp: String(seconds(600)) }))],
  ['an end that is nothing', withClaims(() => ({ exp: null }))],
  ['a beginning that is to come', withClaims(() => ({ nbf: seconds(90) }))],
  ['no beginning', withClaims(() => ({ nbf: undefined }))],
  ['a beginning that is a text', withClaims(() => ({ nbf: 'yesterday' }))],
  ['no scope', withClaims(() => ({ scp: undefined }))],
  ['another scope', withClaims(() => ({ scp: 'User.Read' }))],
  ['a scope that ends like ours', withClaims(() => ({ scp: 'not_access_as_user' }))],
  ['a scope in capitals', withClaims(() => ({ scp: 'ACCESS_AS_USER' }))],
  ['a list of scopes', withClaims(() => ({ scp: ['access_as_user'] }))],
  ['an app, by its kind', withClaims(() => ({ idtyp: 'app' }))],
  [
    'an app, with roles and without a scope',
    withClaims(() => ({ scp: undefined, roles: ['Organizer'], idtyp: 'app' })),
  ],
  ['an unknown host', withClaims(() => ({ azp: other }))],
  ['no host', withClaims(() => ({ azp: undefined }))],
  ['a list of hosts', withClaims(() => ({ azp: ['5e3ce6c0-2b1f-4285-8d4b-75ee78787346'] }))],
  [
    'an unknown host beside a known one',
    withClaims(() => ({ azp: other, appid: '5e3ce6c0-2b1f-4285-8d4b-75ee78787346' })),
  ],
  ['no person', withClaims(() => ({ oid: undefined }))],
  ['an empty person', withClaims(() => ({ oid: '' }))],
  ['a list of people', withClaims(() => ({ oid: [product.company.personas.mentor] }))],
  ['a person that is a question to a database', withClaims(() => ({ oid: { $ne: '' } }))],
  ['a person that is a number', withClaims(() => ({ oid: 7 }))],
]
const other = '11111111-0000-4000-8000-000000000000'

it('a token as Entra issues it comes in', async () => {
  expect((await ask({ authorization: `Bearer ${await sign(claims())}` })).status).toBe(200)
})

describe(`${forged.length} forged tokens`, () => {
  it.each(forged)('%s', async (_what, make) => {
    const { status, text } = await ask({ authorization: `Bearer ${await make()}` })
    expect(status).toBe(401)
    const problem = JSON.parse(text)
    expect(Object.keys(problem).sort()).toEqual(['code', 'requestId', 'status', 'title', 'type'])
    expect(problem.title).toBe('Please sign in again.')
  })
})

describe('a good token that does not come as it should', () => {
  const ways: [string, (token: string) => [Record<string, string>, string?]][] = [
    ['as a password', (token) => [{ authorization: `Basic ${token}` }]],
    ['under another scheme', (token) => [{ authorization: `Token ${token}` }]],
    ['twice', (token) => [{ authorization: `Bearer ${token} ${token}` }]],
    ['twice with a comma', (token) => [{ authorization: `Bearer ${token}, Bearer ${token}` }]],
    ['in the address', (token) => [{}, `/api/me?access_token=${token}&token=${token}`]],
    ['in a cookie', (token) => [{ cookie: `token=${token}; access_token=${token}; authorization=${token}` }]],
    [
      'in another header',
      (token) => [{ 'x-authorization': `Bearer ${token}`, 'x-ms-token-aad-access-token': token }],
    ],
    [
      'as what a proxy says of itself',
      () => [{ 'x-ms-client-principal-id': product.company.personas.organizer }],
    ],
  ]
  it.each(ways)('%s', async (_what, how) => {
    const [headers, path] = how(await sign(claims()))
    expect((await ask(headers, path)).status).toBe(401)
  })
})

describe('roles that are none', () => {
  it.each([
    ['a text', 'Organizer'],
    ['a record', { Organizer: true }],
    ['other letters', ['organizer', 'ORGANIZER', ' Organizer']],
    ['lists in a list', [['Organizer']]],
    ['what the tab calls them', ['sponsor', 'it-admin', '__proto__', 'constructor']],
  ])('%s', async (_what, roles) => {
    const { status, text } = await ask({ authorization: `Bearer ${await sign(claims({ roles }))}` })
    expect([status, JSON.parse(text).roles]).toEqual([200, ['employee']])
  })
})

it('were at least as many as the 77 that were once tried by hand', () => {
  expect(forged.length + 8 + 5).toBeGreaterThanOrEqual(77)
})
