/** Tab tokens, named after what somebody tries with them. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { exportJWK, exportSPKI, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose'
import { createTokenReader, KeysUnavailable, microsoftHosts, Unauthenticated } from '../../bot/auth/entra.ts'

const tenantId = '0d6c1ed5-0000-4000-8000-0000000000ff'
const clientId = 'a3f2c1d0-5b74-4c1e-9d3a-7e60b1c2d401'
const authority = 'https://login.microsoftonline.com'
const TEAMS_WEB = '5e3ce6c0-2b1f-4285-8d4b-75ee78787346'
const now = Math.floor(Date.now() / 1000)

const log = { warn() {}, info() {} }
let server: Server
let options: Parameters<typeof createTokenReader>[0]
let keys: Awaited<ReturnType<typeof generateKeyPair>>
let asked = 0

beforeAll(async () => {
  keys = await generateKeyPair('RS256')
  const published = { keys: [{ ...(await exportJWK(keys.publicKey)), kid: 'one', use: 'sig' }] }
  server = createServer((_request, response) => {
    asked += 1
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(published))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const keysUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`
  options = { tenantId, clientId, authority, keysUrl, nowMs: () => performance.now(), log }
})
afterAll(async () => {
  server.closeAllConnections()
  await new Promise((done) => server.close(done))
})

const genuine = {
  iss: `${authority}/${tenantId}/v2.0`,
  aud: clientId,
  tid: tenantId,
  oid: 'ana',
  azp: TEAMS_WEB,
  scp: 'access_as_user',
  ver: '2.0',
  name: 'Ana',
  roles: ['Organizer'],
  nbf: now - 10,
  exp: now + 3600,
}
const sign = (
  claims: object,
  { kid = 'one', key = keys.privateKey }: { kid?: string; key?: CryptoKey } = {},
) => new SignJWT(claims as Record<string, unknown>).setProtectedHeader({ alg: 'RS256', kid }).sign(key)
const withClaims = (changes: object) => sign({ ...genuine, ...changes })
const without = (name: keyof typeof genuine) => {
  const { [name]: _, ...rest } = genuine
  return sign(rest)
}
const read = (token: string | undefined, more: object = {}) =>
  createTokenReader({ ...options, ...more })(token)

async function refused(token: string | undefined, code: string, more: object = {}) {
  const error = await read(token, more).then(
    () => undefined,
    (thrown) => thrown,
  )
  expect(error).toBeInstanceOf(Unauthenticated)
  expect(error.code).toBe(code)
  // What goes to a log must not let its reader in.
  if (token) expect(`${error.message}${error.stack}`).not.toContain(token.split('.')[2] || token)
}

describe('somebody signed in', () => {
  it('is known by object id and tenant, with the roles an administrator gave', async () => {
    expect(await read(`Bearer ${await sign(genuine)}`)).toEqual({
      personId: 'ana',
      tenantId,
      appRoles: ['Organizer'],
      name: 'Ana',
    })
  })

  it('is not known by mail or name, however they read', async () => {
    const caller = await read(await withClaims({ preferred_username: 'ceo@contoso.test', name: 'The CEO' }))
    expect(caller.personId).toBe('ana')
  })

  it('may come from a host that the settings add, and from every host as before', async () => {
    const added = 'c0ffee00-0000-4000-8000-000000000001'
    const reader = createTokenReader({ ...options, hostClients: [added] })
    for (const azp of [added, ...microsoftHosts])
      expect((await reader(await withClaims({ azp }))).personId).toBe('ana')
  })

  it.each(microsoftHosts)('may come from host %s', async (azp) => {
    expect((await read(await withClaims({ azp }))).personId).toBe('ana')
  })

  it('may have a clock a minute off', async () => {
    await read(await withClaims({ exp: now - 30 }))
    await read(await withClaims({ nbf: now + 30 }))
  })

  it('has the keys read once for many requests', async () => {
    const reader = createTokenReader(options)
    const before = asked
    const token = await sign(genuine)
    await Promise.all(Array.from({ length: 20 }, () => reader(token)))
    expect(asked - before).toBe(1)
  })
})

describe('refused', () => {
  it('nobody', () => refused(undefined, 'no-token'))
  it('an empty header', () => refused('Bearer ', 'no-token'))
  it('nonsense', () => refused('Bearer one.two.three', 'bad-token'))
  it('a forged signature', async () => {
    const { privateKey } = await generateKeyPair('RS256')
    await refused(await sign(genuine, { key: privateKey }), 'bad-token')
  })
  it('claims changed under a genuine signature', async () => {
    const [header, , signature] = (await sign(genuine)).split('.')
    const payload = Buffer.from(JSON.stringify({ ...genuine, oid: 'boss' })).toString('base64url')
    await refused(`${header}.${payload}.${signature}`, 'bad-token')
  })
  it('a key that Entra did not publish', async () =>
    refused(await sign(genuine, { kid: 'two' }), 'unknown-key'))
  it('alg none', () => refused(new UnsecuredJWT(genuine).encode(), 'bad-token'))
  it('HS256 with the public key as secret', async () => {
    const secret = new TextEncoder().encode(await exportSPKI(keys.publicKey))
    const token = await new SignJWT(genuine).setProtectedHeader({ alg: 'HS256', kid: 'one' }).sign(secret)
    await refused(token, 'bad-token')
  })
  it('another algorithm with a genuine RSA key', async () => {
    const token = await new SignJWT(genuine)
      .setProtectedHeader({ alg: 'PS256', kid: 'one' })
      .sign((await generateKeyPair('PS256')).privateKey)
    await refused(token, 'bad-token')
  })
  it('an expired token', async () => refused(await withClaims({ exp: now - 61 }), 'expired'))
  it('a token not yet valid', async () => refused(await withClaims({ nbf: now + 90 }), 'not-yet-valid'))
  it.each(['exp', 'nbf', 'oid', 'tid'] as const)('a token without %s', async (claim) =>
    refused(await without(claim), 'bad-token'),
  )
  it('a token for another app, Graph say', async () =>
    refused(await withClaims({ aud: '00000003-0000-0000-c000-000000000000' }), 'wrong-audience'))
  it('a token of another issuer', async () =>
    refused(await withClaims({ iss: `${authority}/another/v2.0` }), 'wrong-issuer'))
  it('a version 1 token, unless they are configured', async () => {
    const v1Issuer = `https://sts.windows.net/${tenantId}/`
    const { azp, ...rest } = genuine
    const token = await sign({ ...rest, iss: v1Issuer, aud: 'api://tab/app', appid: azp, ver: '1.0' })
    await refused(token, 'wrong-issuer')
    expect((await read(token, { v1Issuer, audiences: ['api://tab/app'] })).personId).toBe('ana')
  })
  it('another tenant under our issuer', async () =>
    refused(await withClaims({ tid: 'another' }), 'wrong-tenant'))
  it('an app without a person', async () => refused(await withClaims({ idtyp: 'app' }), 'app-only'))
  it('an app with roles and no scope', async () => refused(await without('scp'), 'app-only'))
  it('a scope of another kind', async () =>
    refused(await withClaims({ scp: 'User.Read not_access_as_user' }), 'wrong-scope'))
  it('a client nobody authorised in advance', async () =>
    refused(await withClaims({ azp: '11111111-0000-4000-8000-000000000000' }), 'wrong-client'))
  it('a token that hides its client', async () => refused(await without('azp'), 'wrong-client'))
  it('an empty person', async () => refused(await withClaims({ oid: '' }), 'bad-token'))
  it('a person that is no text', async () => refused(await withClaims({ oid: { $ne: '' } }), 'bad-token'))
})

describe('when the keys cannot be read', () => {
  it.each([
    ['nobody answers', 'http://127.0.0.1:9/keys'],
    ['something else answers', 'data:text/html,<h1>Sign in to the airport Wi-Fi</h1>'],
  ])('%s: the service is at fault, not the person', async (_what, keysUrl) => {
    const token = await sign(genuine)
    await expect(read(token, { keysUrl })).rejects.toBeInstanceOf(KeysUnavailable)
  })
})
