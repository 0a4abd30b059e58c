/**
 * DNS rebinding: a web page points a name of its own at 127.0.0.1 and then reads the demo tenant as its own origin. The
 * name it used still stands in the Host header.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { lockDirectory } from '../../bot/store/lock.ts'
import { type Product, startProduct } from '../support/product.ts'

let product: Product
let servers: { tenant: URL; product: URL }

beforeAll(async () => {
  product = await startProduct({ people: 60, mentors: 4, mentees: 4 })
  const { port } = await product.service.listen()
  servers = { tenant: new URL(product.tenant.url), product: new URL(`http://127.0.0.1:${port}`) }
})
afterAll(() => product.close())

/** As a browser sends it, but for the Host header, which it would not let a page choose. */
function ask(server: URL, path: string, host: string | undefined, method = 'GET') {
  return new Promise<{ status: number; text: string }>((resolve, reject) => {
    const sent = request(
      {
        host: server.hostname,
        port: server.port,
        path,
        method,
        setHost: false,
        headers: host ? { host } : {},
      },
      (response) => {
        let text = ''
        response.on('data', (part) => (text += part))
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
      },
    )
    sent.on('error', reject).end()
  })
}

const tenantPaths = [
  '/',
  '/_demo/company',
  '/_demo/path',
  '/_demo/clock',
  '/_demo/chat?person=PERSON',
  '/_demo/calendar?person=PERSON&from=2026-01-01T00:00:00Z&to=2026-02-01T00:00:00Z',
  '/_demo/token?person=PERSON',
  '/_demo/photo/PERSON',
  '/entra/common/discovery/instance',
  '/graph/v1.0/users',
  '/teams/.well-known/keys',
]
const productPaths = ['/', '/tab/', '/healthz', '/readyz', '/api/me', '/api/openapi.json']
const strangeHosts = [
  'evil.example',
  'evil.example:PORT',
  'localhost.evil.example:PORT',
  'evil-localhost:PORT',
  '127.0.0.1.evil.example:PORT',
  '127.0.0.2:PORT',
  '0.0.0.0:PORT',
  '2130706433:PORT',
  'localhost@evil.example',
  'localhost:PORT@evil.example',
  'localhost, evil.example',
  '[::ffff:127.0.0.1]:PORT',
  '',
]

const attempts = strangeHosts.length * (tenantPaths.length + productPaths.length)

describe(`a page that calls itself something else gets nothing: ${attempts} attempts`, () => {
  const refusedBy = async (server: URL, paths: string[]) => {
    const { mentor } = product.company.personas
    const open: string[] = []
    for (const path of paths) {
      for (const strange of strangeHosts) {
        const host = strange.replace('PORT', server.port)
        const { status, text } = await ask(server, path.replaceAll('PERSON', mentor), host)
        // Without any Host header Node itself says 400.
        if (![421, 400].includes(status) || text.length > 200 || text.includes(product.company.name))
          open.push(`${host} ${path}: ${status}`)
      }
    }
    return open
  }
  it('of the tenant', async () => expect(await refusedBy(servers.tenant, tenantPaths)).toEqual([]))
  it('of the product beside it', async () =>
    expect(await refusedBy(servers.product, productPaths)).toEqual([]))
  it('nor moves the clock', async () => {
    expect((await ask(servers.tenant, '/_demo/clock', 'evil.example', 'POST')).status).toBe(421)
  })
})

it('whoever calls it by a name of this machine is answered, on any port of theirs', async () => {
  for (const server of Object.values(servers)) {
    for (const host of [
      'localhost',
      'LOCALHOST',
      `localhost:${server.port}`,
      `127.0.0.1:${server.port}`,
      '[::1]:80',
    ]) {
      const path = server === servers.tenant ? '/_demo/clock' : '/healthz'
      expect({ host, status: (await ask(server, path, host)).status }).toEqual({ host, status: 200 })
    }
  }
})

it('what is kept on the disk is for the one who started it', async () => {
  const parent = mkdtempSync(join(tmpdir(), 'mentoring-lock-'))
  const folder = join(parent, 'data', 'demo')
  const lock = await lockDirectory(folder)
  lock.close()
  if (process.platform !== 'win32') expect(statSync(folder).mode & 0o777).toBe(0o700)
  rmSync(parent, { recursive: true })
})
