/** The tab as the tenant hands it to the page's phone: the product's own page, with one script before all others in it. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import express from 'express'
import { decodeJwt } from 'jose'
import { microsoftHosts } from '../../bot/auth/entra.ts'
import { createSeededCompany } from '../../bot/demo/company/seeded-company.ts'
import { startTenant } from '../../bot/demo/tenant.ts'
import type { Tenant } from '../../bot/demo/tenant-shape.ts'

const PAGE = '<!doctype html><html><head><script type="module" src="/tab/a.js"></script></head></html>'

let tenant: Tenant
let product: Server
let asked: { host: string | undefined; bearer: string | undefined; body: unknown }

beforeAll(async () => {
  const app = express().use(express.json())
  app.get('/tab/', (_request, response) =>
    response.set('Content-Security-Policy', "default-src 'self'").send(PAGE),
  )
  app.get('/tab/a.js', (_request, response) => response.type('js').send('<head>'))
  app.post('/api/check-ins', ({ headers, body }, response) => {
    asked = { host: headers.host, bearer: headers.authorization, body }
    response.status(409).json({ code: 'already-answered' })
  })
  product = createServer(app)
  await new Promise<void>((done) => product.listen(0, '127.0.0.1', done))
  tenant = await startTenant({ company: createSeededCompany({ people: 300 }) })
})
afterAll(async () => {
  await tenant.close()
  product.closeAllConnections()
  await new Promise((done) => product.close(done))
})

const page = (path: string, headers = {}) =>
  fetch(tenant.url + path, { headers: { accept: 'text/html', ...headers } })
const addressOf = (server: Server) => `127.0.0.1:${(server.address() as AddressInfo).port}`

describe('the tab for a phone', () => {
  it('waits for a product, and says when none answers', async () => {
    expect((await page('/tab/')).status).toBe(503)
    tenant.setProductUrl('http://127.0.0.1:9')
    expect((await page('/tab/')).status).toBe(502)
  })

  it('is the product’s page under the product’s rules, and the script that makes a webview runs first', async () => {
    tenant.setProductUrl(`http://${addressOf(product)}`)
    const answer = await page('/tab/?page=my-mentoring')
    expect(answer.headers.get('content-security-policy')).toBe("default-src 'self'")
    const html = await answer.text()
    expect(html).toBe(PAGE.replace('<head>', '<head><script src="/webview.js"></script>'))
  })

  it('is made of the same files', async () => {
    expect(await (await fetch(`${tenant.url}/tab/a.js`)).text()).toBe('<head>')
  })

  it('asks the same service, whose answers arrive as they are', async () => {
    const answer = await fetch(`${tenant.url}/api/check-ins`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Bearer a.b.c' },
      body: '{"met":true}',
    })
    expect([answer.status, await answer.json()]).toEqual([409, { code: 'already-answered' }])
    expect(asked).toEqual({ host: addressOf(product), bearer: 'Bearer a.b.c', body: { met: true } })
  })
})

describe('the token', () => {
  const person = () => tenant.state.company.personas.mentor
  const asksFor = async (device: string, host: string) => {
    const query = new URLSearchParams({ person: person(), device, host })
    const answer = await fetch(`${tenant.url}/_demo/token?${query}`)
    return (await answer.json()) as { token?: string; error?: string }
  }

  it('is asked for by another client on each host and device, and the product knows them all', async () => {
    const clients = new Set<unknown>()
    for (const device of ['desktop', 'phone'])
      for (const host of ['teams', 'outlook', 'office'])
        clients.add(decodeJwt((await asksFor(device, host)).token!)['azp'])
    expect(clients.size).toBe(6)
    expect(microsoftHosts).toEqual(expect.arrayContaining([...clients]))
  })

  it('is not given to a host that does not exist', async () => {
    expect(await asksFor('phone', 'word')).toEqual({ error: 'There is no word on a phone.' })
  })
})
