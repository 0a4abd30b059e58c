/** Who may speak to the bot. Each test is an attack, or something broken, and what the sender gets. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose'
import { installFor } from '../../bot/demo/tenant.ts'
import { createBotAdapter } from '../../bot/messages/adapter.ts'
import { isServiceHost } from '../../bot/messages/admission.ts'
import { ANA, type Stage, setStage } from '../support/messages-stage.ts'

let stage: Stage
/** Published beside the tenant's own, so that a test can make any claims with it. */
let secondKey: CryptoKey

beforeAll(async () => {
  stage = await setStage()
  const { publicKey, privateKey } = await generateKeyPair('RS256')
  secondKey = privateKey
  const jwk = { ...(await exportJWK(publicKey)), kid: 'second', endorsements: ['msteams'] }
  stage.tenant.channel.signer.published.push(jwk)
})
afterAll(() => stage.close())
// botbuilder prints what it refuses; a test of refusals would drown in it.
beforeEach(() => {
  jest.spyOn(console, 'error').mockImplementation(() => {})
})
afterEach(() => {
  jest.restoreAllMocks()
})

const serviceUrl = () => `${stage.tenant.url}/teams/service/`
const botId = () => stage.tenant.state.apps.bot.id
const genuine = () => stage.tenant.channel.signer.sign({ botId: botId(), serviceUrl: serviceUrl() })

const activity = (changes: object = {}) => ({
  type: 'message',
  id: `${stage.records.seen.size}.${JSON.stringify(changes).length}`,
  text: 'help',
  channelId: 'msteams',
  serviceUrl: serviceUrl(),
  from: { id: '29:ana', aadObjectId: ANA },
  recipient: { id: `28:${botId()}` },
  conversation: { id: 'a:1', conversationType: 'personal', tenantId: stage.tenant.state.company.tenantId },
  ...changes,
})

async function post(token: string | undefined, body: unknown = activity(), scheme = 'Bearer') {
  const response = await fetch(`${stage.url}/api/messages`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `${scheme} ${token}` }),
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  return { status: response.status, text: await response.text() }
}

/** A token as Teams makes it, but for what the attacker changes. */
async function tokenWith(
  claims: { iss?: string; aud?: string; serviceurl?: string; exp?: string; nbf?: number },
  key?: CryptoKey,
) {
  const { published } = stage.tenant.channel.signer
  const own = key ?? (await generateKeyPair('RS256')).privateKey
  return new SignJWT({ serviceurl: claims.serviceurl ?? serviceUrl() })
    .setProtectedHeader({ alg: 'RS256', kid: published[0]!.kid! })
    .setIssuer(claims.iss ?? 'https://api.botframework.com')
    .setAudience(claims.aud ?? botId())
    .setNotBefore(claims.nbf ?? '0s')
    .setExpirationTime(claims.exp ?? '1h')
    .sign(own)
}

const unheard = async (attempt: Promise<{ status: number; text: string }>, status: number) => {
  const before = stage.records.seen.size
  const answered = await attempt
  expect(answered).toEqual({ status, text: `{"status":${status}}` })
  expect(stage.records.seen.size).toBe(before)
}

describe('somebody who is not Teams is turned away with 401 and learns nothing', () => {
  it('without a token', () => unheard(post(undefined), 401))
  it('with an empty token', () => unheard(post(''), 401))
  it('with something that is no token', () => unheard(post('not.a.token'), 401))
  it('with a password instead', () => unheard(post('YWRtaW46YWRtaW4=', activity(), 'Basic'), 401))
  it('with a token without signature', async () => {
    const token = new UnsecuredJWT({ serviceurl: serviceUrl() })
      .setIssuer('https://api.botframework.com')
      .setAudience(botId())
      .setExpirationTime('1h')
      .encode()
    await unheard(post(token), 401)
  })
  it('with a forged signature under a genuine key id', async () => unheard(post(await tokenWith({})), 401))
  it('with a genuine token whose claims were changed', async () => {
    const [header, , signature] = (await genuine()).split('.')
    const claims = { iss: 'https://api.botframework.com', aud: botId(), serviceurl: serviceUrl(), exp: 4e9 }
    const payload = Buffer.from(JSON.stringify(claims)).toString('base64url')
    await unheard(post(`${header}.${payload}.${signature}`), 401)
  })
  it('with a token for another bot', async () => {
    const token = await stage.tenant.channel.signer.sign({ botId: 'another-bot', serviceUrl: serviceUrl() })
    await unheard(post(token), 401)
  })
  it('with a token of another issuer', async () =>
    unheard(post(await tokenWith({ iss: 'https://sts.windows.net/evil/' })), 401))
  it('with a token of the Bot Framework Emulator', async () => {
    const iss = 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/'
    await unheard(post(await tokenWith({ iss, aud: botId() })), 401)
  })
  it('with a genuine token, but asking the bot to answer elsewhere', async () =>
    unheard(post(await genuine(), activity({ serviceUrl: 'http://127.0.0.1:9/teams/' })), 401))
  it('with a token that names a host the bot does not answer', async () => {
    const evil = 'https://evil.trafficmanager.net/'
    const token = await stage.tenant.channel.signer.sign({ botId: botId(), serviceUrl: evil })
    await unheard(post(token, activity({ serviceUrl: evil })), 401)
  })
})

describe('with a key that Teams publishes', () => {
  const withClaims = ({ exp, nbf }: { exp: string; nbf?: number }) =>
    new SignJWT({ serviceurl: serviceUrl() })
      .setProtectedHeader({ alg: 'RS256', kid: 'second' })
      .setIssuer('https://api.botframework.com')
      .setAudience(botId())
      .setNotBefore(nbf ?? '-2h')
      .setExpirationTime(exp)
      .sign(secondKey)
  it('a token in its time is heard', async () => {
    expect((await post(await withClaims({ exp: '1h' }))).status).toBe(200)
  })
  it('an expired token is turned away', async () => unheard(post(await withClaims({ exp: '-1h' })), 401))
  it('a token from the future is turned away', async () =>
    unheard(post(await withClaims({ exp: '9h', nbf: Math.floor(Date.now() / 1000) + 7200 })), 401))
})

describe('Teams itself', () => {
  it('is answered', async () => {
    await installFor(stage.tenant, ANA)
    expect(await post(await genuine())).toEqual({ status: 200, text: '' })
  })
  it('on behalf of another tenant gets 403', async () => {
    const conversation = { id: 'a:1', conversationType: 'personal', tenantId: 'another-tenant' }
    await unheard(post(await genuine(), activity({ conversation })), 403)
  })
  it('without saying for which tenant gets 403', async () => {
    const conversation = { id: 'a:1', conversationType: 'personal' }
    await unheard(post(await genuine(), activity({ conversation })), 403)
  })
  it('speaking for another channel is turned away', async () => {
    // The key is endorsed for Teams alone.
    await unheard(post(await genuine(), activity({ channelId: 'webchat' })), 401)
  })
})

describe('a body that is no activity gets 400, without a word about our insides', () => {
  it.each([
    ['text', 'hello'],
    ['half a JSON document', '{"type":'],
    ['a list', []],
    ['nothing', {}],
    ['an activity without a type', { text: 'hi' }],
    ['a type that is a number', { ...{ type: 5 } }],
  ])('%s', async (_what, body) => unheard(post(await genuine(), body), 400))

  it('no conversation', async () =>
    unheard(post(await genuine(), activity({ conversation: undefined })), 400))
  it('no service URL: nobody could be answered', async () =>
    unheard(post(await genuine(), activity({ serviceUrl: undefined })), 400))
  it('more than 256 KB gets 413', async () =>
    unheard(post(await genuine(), activity({ text: 'x'.repeat(300_000) })), 413))
  it('bad input without a token is still 401', async () => unheard(post(undefined, { nonsense: true }), 401))
})

describe('when the keys of Teams cannot be read', () => {
  it('says 503 to come again, not that the sender is wrong', async () => {
    const adapter = createBotAdapter({
      botId: botId(),
      botType: 'SingleTenant',
      tenantId: stage.tenant.state.company.tenantId,
      openIdMetadata: 'http://127.0.0.1:9/keys',
      serviceHosts: ['127.0.0.1'],
      channelToken: async () => '',
      nowMs: () => performance.now(),
      log: stage.log,
    })
    const attempt = adapter.recognise(`Bearer ${await genuine()}`)
    await expect(attempt).rejects.toMatchObject({ code: 'keys-unavailable', status: 503 })
  })
})

describe('a bot without an id', () => {
  it('refuses to exist, since everybody could speak in its name', () => {
    const create = () =>
      createBotAdapter({
        botId: '',
        botType: 'SingleTenant',
        tenantId: 't',
        serviceHosts: [],
        channelToken: async () => '',
        nowMs: () => performance.now(),
        log: stage.log,
      })
    expect(create).toThrow('BOT_ID')
  })
})

describe('with authentication off, for the playground', () => {
  const handled: string[] = []
  const receive = async (serviceUrl: string) => {
    const adapter = createBotAdapter({
      botId: '',
      botType: 'off',
      tenantId: 't',
      serviceHosts: ['localhost', '127.0.0.1', 'smba.trafficmanager.net'],
      channelToken: async () => {
        throw new Error('no token is asked for')
      },
      nowMs: () => performance.now(),
      log: stage.log,
    })
    return adapter.receive(await adapter.recognise(undefined), activity({ serviceUrl }), async (heard) => {
      handled.push(heard.kind)
      return { kind: 'silent' }
    })
  }
  it('hears this machine', async () => {
    expect(await receive('http://localhost:56150/_connector')).toEqual({ status: 200 })
    expect(handled).toEqual(['message'])
  })
  it('never speaks to another machine', async () => {
    await expect(receive('https://smba.trafficmanager.net/teams/')).rejects.toMatchObject({ status: 401 })
  })
})

describe('hosts the bot sends its token to', () => {
  const hosts = ['smba.trafficmanager.net', '*.botframework.com']
  it.each([
    ['https://smba.trafficmanager.net/teams/', true],
    ['https://SMBA.trafficmanager.net/emea/', true],
    ['https://a.botframework.com/', true],
    ['https://evil.trafficmanager.net/', false],
    ['https://smba.trafficmanager.net.evil.test/', false],
    ['https://evilbotframework.com/', false],
    ['https://botframework.com/', false],
    ['http://smba.trafficmanager.net/', false],
    ['https://user:pass@smba.trafficmanager.net/', false],
    ['https://evil.test/?https://smba.trafficmanager.net/', false],
    ['javascript:alert(1)', false],
    ['', false],
  ])('%s: %s', (url, allowed) => expect(isServiceHost(url, hosts)).toBe(allowed))
})
