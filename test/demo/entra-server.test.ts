import { ConfidentialClientApplication, type INetworkModule } from '@azure/msal-node'
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose'
import { issueTabToken } from '../../bot/demo/entra-server.ts'
import { openTenant, type TestTenant } from './graph-harness.ts'

describe('the demo tenant’s Entra ID', () => {
  let tenant: TestTenant
  beforeAll(async () => {
    tenant = await openTenant()
  })
  afterAll(() => tenant.close())

  const credentials = () => ({
    client_id: tenant.state.apps.tab.id,
    client_secret: tenant.state.apps.tab.secret,
    grant_type: 'client_credentials',
    scope: 'https://graph.microsoft.com/.default',
  })

  /** The authority keeps its real name; only the network layer knows where it is. */
  function msal(): ConfidentialClientApplication {
    const send = async (url: string, init: RequestInit) => {
      const answer = await fetch(
        url.replace('https://login.microsoftonline.com', `${tenant.url}/entra`),
        init,
      )
      return { status: answer.status, headers: Object.fromEntries(answer.headers), body: await answer.json() }
    }
    const networkClient = {
      sendGetRequestAsync: (url: string, options?: { headers?: Record<string, string> }) =>
        send(url, { headers: options?.headers ?? {} }),
      sendPostRequestAsync: (url: string, options?: { headers?: Record<string, string>; body?: string }) =>
        send(url, { method: 'POST', headers: options?.headers ?? {}, body: options?.body ?? '' }),
    } as unknown as INetworkModule
    return new ConfidentialClientApplication({
      auth: {
        clientId: tenant.state.apps.tab.id,
        clientSecret: tenant.state.apps.tab.secret,
        authority: `https://login.microsoftonline.com/${tenant.state.company.tenantId}`,
      },
      system: { networkClient },
    })
  }

  it('gives msal an app-only token with the consented permissions as roles', async () => {
    const result = await msal().acquireTokenByClientCredential({
      scopes: ['https://graph.microsoft.com/.default'],
    })
    const claims = decodeJwt(result!.accessToken)
    expect(claims).toMatchObject({
      aud: 'https://graph.microsoft.com',
      tid: tenant.state.company.tenantId,
      ver: '2.0',
      azp: tenant.state.apps.tab.id,
    })
    expect(claims['roles']).toEqual(tenant.state.apps.tab.applicationPermissions)
    expect(claims).not.toHaveProperty('scp')
  })

  it('exchanges the tab’s token on behalf of the person, scopes only', async () => {
    const person = tenant.state.company.personas.mentor
    const result = await msal().acquireTokenOnBehalfOf({
      oboAssertion: await issueTabToken(tenant.state, tenant.keys, person),
      scopes: ['https://graph.microsoft.com/User.Read'],
    })
    expect(decodeJwt(result!.accessToken)).toMatchObject({
      oid: person,
      scp: 'User.Read',
      aud: 'https://graph.microsoft.com',
    })
    expect(result!.account?.homeAccountId).toBe(`${person}.${tenant.state.company.tenantId}`)
  })

  it('asks for consent where none was given', async () => {
    const oboAssertion = await issueTabToken(tenant.state, tenant.keys, tenant.state.company.personas.mentor)
    await expect(
      msal().acquireTokenOnBehalfOf({ oboAssertion, scopes: ['https://graph.microsoft.com/Mail.Read'] }),
    ).rejects.toMatchObject({ errorCode: 'invalid_grant', subError: 'consent_required' })
  })

  it('publishes keys with which the tab’s token verifies as the real one would', async () => {
    const configuration = await (
      await fetch(
        `${tenant.url}/entra/${tenant.state.company.tenantId}/v2.0/.well-known/openid-configuration`,
      )
    ).json()
    expect(configuration.issuer).toBe(
      `https://login.microsoftonline.com/${tenant.state.company.tenantId}/v2.0`,
    )
    const keys = createRemoteJWKSet(
      new URL(configuration.jwks_uri.replace('https://login.microsoftonline.com', `${tenant.url}/entra`)),
    )
    const { organizer } = tenant.state.company.personas
    const { payload, protectedHeader } = await jwtVerify(
      await issueTabToken(tenant.state, tenant.keys, organizer),
      keys,
      { issuer: configuration.issuer, audience: tenant.state.apps.tab.id },
    )
    expect(payload).toMatchObject({
      oid: organizer,
      scp: 'access_as_user',
      azp: '5e3ce6c0-2b1f-4285-8d4b-75ee78787346',
      roles: ['Organizer'],
    })
    expect(protectedHeader).toMatchObject({ alg: 'RS256', kid: tenant.keys.kid })
  })

  it('refuses a wrong secret with 401 and Entra’s words', async () => {
    const reply = await tenant.token({ ...credentials(), client_secret: 'guess' })
    expect(reply.status).toBe(401)
    expect(reply.body).toMatchObject({ error: 'invalid_client', error_codes: [7000215] })
    expect(reply.body.error_description).toMatch(/^AADSTS7000215: Invalid client secret provided/)
  })

  it.each([
    ['an unknown app', { client_id: 'nobody' }, 400, 700016],
    ['a scope without .default', { scope: 'https://graph.microsoft.com/User.Read' }, 400, 1002012],
    ['an unknown resource', { scope: 'https://elsewhere.example/.default' }, 400, 500011],
    ['another grant', { grant_type: 'password' }, 400, 70003],
  ])('refuses %s', async (_, change, status, code) => {
    const reply = await tenant.token({ ...credentials(), ...(change as Record<string, string>) })
    expect([reply.status, reply.body.error_codes]).toEqual([status, [code]])
  })

  it('never exchanges a token meant for Graph, one of an app, or one that ran out', async () => {
    const form = (assertion: string) => ({
      ...credentials(),
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      requested_token_use: 'on_behalf_of',
      assertion,
    })
    const person = tenant.state.company.personas.mentor
    const late = await issueTabToken(tenant.state, tenant.keys, person, { issuedAt: new Date('2020-01-01') })
    const codes = []
    for (const assertion of [await tenant.appToken(), 'forged.token.here', late])
      codes.push((await tenant.token(form(assertion))).body.error_codes[0])
    expect(codes).toEqual([50013, 50013, 500133])
  })

  it('knows no other tenant', async () => {
    const reply = await tenant.token(credentials(), '99999999-0000-4000-8000-000000000000')
    expect(reply.body.error_codes).toEqual([90002])
  })

  it('gives the bot a token for the channel, never the bot’s secret to the log', async () => {
    const reply = await tenant.token({
      ...credentials(),
      client_id: tenant.state.apps.bot.id,
      client_secret: tenant.state.apps.bot.secret,
      scope: 'https://api.botframework.com/.default',
    })
    expect(decodeJwt(reply.body.access_token)).toMatchObject({
      aud: 'https://api.botframework.com',
      azp: tenant.state.apps.bot.id,
    })
    expect(JSON.stringify(tenant.state.log)).not.toContain(tenant.state.apps.bot.secret)
  })
})
