/** What every answer carries, whoever asked for what; and files that are nobody's to read. */
import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { issueTabToken } from '../../bot/demo/entra-server.ts'
import { type Api, openApi } from '../support/api.ts'
import { openCohort, type Product, startProduct } from '../support/product.ts'

let product: Product
let api: Api
let token: string

beforeAll(async () => {
  product = await startProduct({ people: 60, mentors: 4, mentees: 4 })
  await openCohort(product)
  api = await openApi(product)
  token = await issueTabToken(product.tenant.state, product.tenant.keys, product.company.personas.mentor)
})
afterAll(() => product.close())

/** The path goes over the wire as it is: `fetch` would put it straight first. */
function raw(path: string, headers: Record<string, string> = {}, method = 'GET') {
  return new Promise<{ status: number; text: string; headers: Record<string, unknown> }>(
    (resolve, reject) => {
      const { hostname, port } = new URL(api.url)
      request({ host: hostname, port, path, method, headers }, (response) => {
        let text = ''
        response.on('data', (chunk) => (text += chunk))
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, text, headers: response.headers }),
        )
      })
        .on('error', reject)
        .end()
    },
  )
}

const signedIn = () => ({ authorization: `Bearer ${token}` })

describe('every answer', () => {
  const places: [string, string, string, boolean][] = [
    ['health', 'GET', '/healthz', false],
    ['readiness', 'GET', '/readyz', false],
    ['the bot, turned away', 'POST', '/api/messages', false],
    ['Outlook, a bad body', 'POST', '/api/outlook/notifications', false],
    ['Outlook, asking whether we are here', 'POST', '/api/outlook/lifecycle?validationToken=a', false],
    ['the description', 'GET', '/api/openapi.json', false],
    ['a good answer', 'GET', '/api/me', true],
    ['without a token', 'GET', '/api/me', false],
    ['a refusal', 'GET', '/api/people', true],
    ['a bad input', 'GET', '/api/colleagues?text=a', true],
    ['a route that is none', 'GET', '/api/nothing', true],
    ['a place that is none', 'GET', '/nothing', false],
    ['a sign that no database keeps', 'GET', '/api/me?a=%00', true],
    ['a broken address', 'GET', '/api/cohorts/%zz/board', true],
    ['a file that is none', 'GET', '/tab/assets/nothing.js', false],
  ]
  it.each(places)(
    '%s: nobody guesses its kind, frames it, or asks more of the device',
    async (_what, method, path, isSigned) => {
      const { headers } = await raw(path, isSigned ? signedIn() : {}, method)
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'content-security-policy': expect.stringContaining('frame-ancestors'),
        'permissions-policy': expect.stringContaining('camera=()'),
        'referrer-policy': 'no-referrer',
        'strict-transport-security': 'max-age=31536000; includeSubDomains',
      })
      expect(headers['x-powered-by']).toBeUndefined()
      expect(headers['set-cookie']).toBeUndefined()
      expect(headers['access-control-allow-origin']).toBeUndefined()
    },
  )

  it.each(places.filter(([what]) => !/description/.test(what)))(
    '%s: is kept nowhere',
    async (_what, method, path, isSigned) => {
      const { headers } = await raw(path, isSigned ? signedIn() : {}, method)
      expect(headers['cache-control']).toBe('no-store')
    },
  )
})

it('a request to be echoed is not: TRACE gives nothing of it back', async () => {
  for (const path of ['/', '/api/me', '/tab/', '/api/messages', '/healthz']) {
    const { status, text } = await raw(path, { ...signedIn(), 'x-secret': 'echo-me' }, 'TRACE')
    expect({ path, isRefused: status >= 400 && status < 500, echoes: text.includes('echo-me') }).toEqual({
      path,
      isRefused: true,
      echoes: false,
    })
  }
})

describe('another origin', () => {
  const origins = [
    'https://evil.example',
    'null',
    'http://localhost:3978',
    'https://teams.microsoft.com.evil.example',
  ]
  const asked = ['/api/me', '/api/blocks', '/api/openapi.json', '/api/messages', '/readyz']
  it(`asks in advance, ${origins.length * asked.length} times, and is given leave for nothing`, async () => {
    for (const origin of origins) {
      for (const path of asked) {
        const headers = {
          origin,
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'authorization,content-type',
        }
        const answered = await raw(path, headers, 'OPTIONS')
        const given = Object.keys(answered.headers).filter((name) => name.startsWith('access-control-'))
        expect({ origin, path, given }).toEqual({ origin, path, given: [] })
      }
    }
  })
})

describe('a way out of the folder', () => {
  const climbs = [
    '../',
    '..%2f',
    '%2e%2e/',
    '%2e%2e%2f',
    '..%5c',
    '..\\',
    '....//',
    '%252e%252e%252f',
    '..;/',
    '.%2e/',
    '%c0%ae%c0%ae/',
    './../',
  ]
  const files = ['package.json', 'etc/passwd', '.git/config', 'bot/config.ts', 'server.js']
  const paths = climbs.flatMap((climb) => files.map((file) => `${climb.repeat(6)}${file}`))
  const starts = ['/tab/', '/tab/assets/', '/']
  it(`is not found by ${paths.length * starts.length} addresses`, async () => {
    for (const start of starts) {
      for (const path of paths) {
        const { status, text } = await raw(start + path)
        expect({
          path: start + path,
          isFile: /"name": "reverse-mentoring"|root:x:0|\[core\]|export function/.test(text),
          ours: status >= 500 && status !== 503,
        }).toEqual({
          path: start + path,
          isFile: false,
          ours: false,
        })
      }
    }
  })

  it('is not found through photos, and none of them reaches Graph', async () => {
    const reached = () => product.tenant.state.log.filter(({ path }) => path.includes('photo')).length
    const before = reached()
    const ways = [
      ...climbs.map((climb) => `${climb.replaceAll('/', '%2f')}me`),
      'me',
      '.',
      '..',
      '%20',
      'a%3fb',
      'a%23b',
      '%2f%2fevil.example',
      'https%3a%2f%2fevil.example',
      "'",
      '$value',
      'delta',
      '*',
    ]
    for (const way of ways) {
      const { status } = await raw(`/api/people/${way}/photo`, signedIn())
      expect({ way, status: [204, 400, 404].includes(status) ? 'nothing' : status }).toEqual({
        way,
        status: 'nothing',
      })
    }
    expect(ways.length).toBeGreaterThanOrEqual(23)
    expect(reached()).toBe(before)
  })
})

describe('Outlook’s address', () => {
  const reflected = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "';alert(1)//",
    '\r\nSet-Cookie: a=b',
    '&lt;script&gt;',
    '$' + '{7*7}',
    '{{7*7}}',
    'javascript:alert(1)',
    '<svg/onload=alert(1)>',
    '\u202e',
    'plain',
  ]
  it.each(reflected)('gives the token %j back as text that no browser runs', async (said) => {
    const { status, text, headers } = await raw(
      `/api/outlook/notifications?validationToken=${encodeURIComponent(said)}`,
      {},
      'POST',
    )
    expect([status, String(headers['content-type'])]).toEqual([200, expect.stringMatching(/^text\/plain/)])
    expect(text).not.toMatch(/[<>"']/)
    expect(headers['set-cookie']).toBeUndefined()
    expect(headers['content-security-policy']).toBe("default-src 'none'; frame-ancestors 'none'")
  })

  it('the tab may ask Microsoft’s network for its list of hosts, unless a setting keeps it here', async () => {
    // As the product of these tests is set, which lives in a demo tenant.
    const { headers } = await raw('/tab/', {})
    expect(String(headers['content-security-policy'])).toContain("connect-src 'self';")
    expect(JSON.stringify(headers)).not.toContain('res.cdn.office.net')
  })

  it('scripts of Office.js are let in on the pane in Outlook, and on no other page', async () => {
    const officeJs = `script-src 'self' ${product.tenant.url}`
    const pane = await raw('/tab/outlook')
    expect(pane.status).toBe(200)
    expect(String(pane.headers['content-security-policy'])).toContain(`${officeJs};`)
    expect(String(pane.headers['content-security-policy'])).toContain("connect-src 'self';")
    for (const path of [
      '/tab/',
      '/tab/index.html',
      '/tab/Outlook',
      '/tab/outlook/',
      '/tab/outlook/x',
      '/api/me',
      '/',
    ])
      expect(String((await raw(path)).headers['content-security-policy'])).not.toContain('script-src')
  })

  it('what Outlook hands to the pane is taken, and it hands it to nobody else', async () => {
    const { state, url } = product.tenant
    const { id } = state.apps.tab
    const origin = state.tabResource.replace(/^api:/, 'http:').replace(/\/[^/]*$/, '')
    const hand = async (change: Record<string, string>) => {
      const asked = {
        person: product.company.personas.mentor,
        clientId: id,
        scope: `openid ${id}/access_as_user`,
        origin,
      }
      return fetch(`${url}/_demo/nested-token?${new URLSearchParams({ ...asked, ...change })}`)
    }
    const { access_token: nested } = (await (await hand({})).json()) as { access_token: string }
    expect((await raw('/api/me', { authorization: `Bearer ${nested}` })).status).toBe(200)
    for (const change of [
      { clientId: '11111111-0000-4000-8000-000000000000' },
      { scope: `${state.tabResource}/access_as_user` },
      { scope: `${id}/everything` },
      { origin: 'https://elsewhere.example' },
    ])
      expect((await hand(change)).status).toBe(400)
  })

  it('takes neither a list of tokens, nor a long one, nor a sign that no text holds', async () => {
    for (const query of [
      'validationToken=a&validationToken=b',
      `validationToken=${'x'.repeat(2049)}`,
      'validationToken=%00',
      'validationToken[a]=b',
    ])
      expect((await raw(`/api/outlook/notifications?${query}`, {}, 'POST')).status).toBe(400)
  })
})
