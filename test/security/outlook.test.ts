/** Posting about calendars without being Graph, or having Graph itself post about somebody else's. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import express from 'express'
import { outlookRoutes } from '../../bot/api/outlook-notifications.ts'
import { wholeDirectory } from '../../bot/domain/scheduling/calendar-watch.ts'
import { type Product, startProduct } from '../support/product.ts'

let product: Product
let server: Server
const logged: object[] = []

beforeAll(async () => {
  product = await startProduct({ people: 60, mentors: 4, mentees: 4 })
  const note = (fields: object) => void logged.push(fields)
  const log = { info: note, warn: note, error: note }
  const { ports, company } = product
  const app = express().set('trust proxy', 1)
  app.use(outlookRoutes({ ports, tenantId: company.tenantId, log }))
  server = createServer(app).listen(0, '127.0.0.1')
  await new Promise((ready) => server.once('listening', ready))
})
afterAll(async () => {
  server.closeAllConnections()
  await new Promise((done) => server.close(done))
  await product.close()
})

let senders = 0
const from = () => `198.51.${Math.floor(++senders / 250)}.${senders % 250}`

async function post(sender: string, body: unknown, path = 'notifications') {
  const { port } = server.address() as AddressInfo
  const response = await fetch(`http://127.0.0.1:${port}/api/outlook/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': sender },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  await response.arrayBuffer()
  return response.status
}

async function many(times: number, one: (at: number) => Promise<number>) {
  const counts: Record<number, number> = {}
  for (let at = 0; at < times; at += 20) {
    for (const status of await Promise.all(Array.from({ length: 20 }, (_, i) => one(at + i))))
      counts[status] = (counts[status] ?? 0) + 1
  }
  return counts
}

const about = (subscriptionId: string, clientState: string, more: object = {}) => ({
  value: [{ subscriptionId, clientState, ...more }],
})
const watch = (name: string, mailbox = `mailbox-${name}`) =>
  product.ports.store.watches.save({
    mailbox,
    subscriptionId: name,
    clientState: `secret-${name}`,
    stirred: false,
  })
const isStirred = async (name: string) => (await product.ports.store.watches.get(`mailbox-${name}`))?.stirred

describe('a notification of nobody we know', () => {
  it('1,000 from one address, its port another each time: 120 are looked at and noted, the others are not', async () => {
    const address = from()
    logged.length = 0
    const counts = await many(1000, (at) => post(`${address}:${1024 + at}`, about(`s${at}`, 'guess')))
    expect(counts[202]).toBeLessThanOrEqual(120 + 20)
    expect(counts).toEqual({ 202: counts[202], 429: 1000 - counts[202]! })
    expect(logged.length).toBe(counts[202])
    expect(product.waiting).toEqual([])
  })

  it.each([
    ['a wrong secret', 'ana', 'guess', {}],
    ['no secret', 'ana', '', {}],
    ['the secret of another subscription', 'ana', 'secret-ben', {}],
    ['a secret that begins alike', 'ana', 'secret-an', {}],
    ['a secret with more behind it', 'ana', 'secret-ana ', {}],
    ['a foreign tenant', 'ana', 'secret-ana', { tenantId: '11111111-0000-4000-8000-000000000000' }],
    ['the mailbox in place of the subscription', 'mailbox-ana', 'secret-ana', {}],
    ['other letters', 'ANA', 'secret-ana', {}],
  ])('%s stirs nothing', async (_what, id, secret, more) => {
    await watch('ana')
    await watch('ben')
    for (const path of ['notifications', 'lifecycle']) {
      const said = path === 'lifecycle' ? { ...more, lifecycleEvent: 'subscriptionRemoved' } : more
      expect(await post(from(), about(id, secret, said), path)).toBe(202)
    }
    expect([await isStirred('ana'), await isStirred('ben'), product.waiting]).toEqual([false, false, []])
  })

  it.each([
    ['a sign that no database keeps', about('x\u0000', 'y')],
    ['half a character', about('\ud800', 'y')],
    ['no list', { value: 'x' }],
    ['1,001 at once', { value: Array.from({ length: 1001 }, () => ({ subscriptionId: 'a' })) }],
    ['half a document', '{"value":['],
    ['nothing', '{}'],
  ])('%s is 400', async (_what, body) => {
    expect(await post(from(), body)).toBe(400)
  })
})

describe('what is ours', () => {
  it('is heard from an address that was often wrong: Graph posts for strangers too', async () => {
    // Those who are often wrong make us look only once in a few seconds.
    await product.tenant.advanceTo(new Date(product.tenant.state.now().getTime() + 6000))
    await watch('cleo')
    const graph = from()
    await many(200, (at) => post(graph, about(`other-${at}`, 'guess')))
    expect(await post(graph, about('unknown', 'guess'))).toBe(429)
    expect(await post(graph, about('cleo', 'secret-cleo'))).toBe(202)
    expect(await isStirred('cleo')).toBe(true)
  })

  it('is always answered with 202, 300 times over 20 mailboxes, and beyond 60 of one in a minute changes nothing', async () => {
    for (let at = 0; at < 20; at += 1) await watch(`known-${at}`)
    const graph = from()
    const counts = await many(300, (at) => post(graph, about(`known-${at % 20}`, `secret-known-${at % 20}`)))
    expect(counts).toEqual({ 202: 300 })
    await watch('often')
    await many(60, () => post(graph, about('often', 'secret-often')))
    await product.ports.store.watches.calm('mailbox-often')
    expect(await post(graph, about('often', 'secret-often'))).toBe(202)
    expect(await isStirred('often')).toBe(false)
  })

  it('is not kept from being heard by guesses at its secret', async () => {
    await watch('dora')
    await many(200, () => post(from(), about('dora', 'guess')))
    expect(await isStirred('dora')).toBe(false)
    expect(await post(from(), about('dora', 'secret-dora'))).toBe(202)
    expect(await isStirred('dora')).toBe(true)
  })
})

describe('a notification about the directory', () => {
  const isStale = async () => (await product.ports.store.watches.get(wholeDirectory))?.stirred
  const chart = 'chart'
  beforeEach(async () => {
    await watch('eve')
    await watch(chart, wholeDirectory)
    await product.ports.store.watches.calm(wholeDirectory)
    product.waiting.length = 0
  })

  it.each([
    ['a wrong secret', chart, 'guess', {}],
    ['no secret', chart, '', {}],
    ['the secret of a mailbox', chart, 'secret-eve', {}],
    ['a foreign tenant', chart, 'secret-chart', { tenantId: '11111111-0000-4000-8000-000000000000' }],
    ['its name in place of the subscription', wholeDirectory, 'secret-chart', {}],
  ])('with %s makes nobody read the chart', async (_what, id, secret, more) => {
    const event = { ...more, changeType: 'updated', resource: 'Users/x' }
    expect(await post(from(), about(id, secret, event))).toBe(202)
    expect(await post(from(), about(id, secret, { ...more, lifecycleEvent: 'missed' }), 'lifecycle')).toBe(
      202,
    )
    expect([await isStale(), await isStirred('eve'), product.waiting]).toEqual([false, false, []])
  })

  it('a thousand times with the right one marks the chart once, and reads nothing by itself', async () => {
    const graph = from()
    expect(await many(1000, () => post(graph, about(chart, 'secret-chart')))).toEqual({ 202: 1000 })
    expect([await isStale(), product.waiting]).toEqual([true, []])
  })

  it('of a mailbox says nothing about the chart', async () => {
    await post(from(), about('eve', 'secret-eve'))
    expect([await isStirred('eve'), await isStale()]).toEqual([true, false])
  })
})
