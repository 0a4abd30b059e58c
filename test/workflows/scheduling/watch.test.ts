/** Graph tells when a calendar changes: subscriptions, the endpoint they lead to, and what helps when they fail. */
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import express from 'express'
import { outlookRoutes } from '../../../bot/api/outlook-notifications.ts'
import { memoryOf } from '../../../bot/demo/graph/memory.ts'
import { declineOccurrence, setLingering } from '../../../bot/demo/graph-server.ts'
import { catalog } from '../../../bot/jobs/catalog.ts'
import { stirMailbox } from '../../../bot/workflows/scheduling/look-at-mailbox.ts'
import { openWatches, tendWatches } from '../../../bot/workflows/scheduling/tend-watches.ts'
import { tick } from '../../../bot/workflows/tick.ts'
import { type Booked, bookedPairs, bookedProduct, runOnly, sessionNow } from '../../support/keeping.ts'
import type { Product } from '../../support/product.ts'

let product: Product
let cohortId: string
let booked: Booked[]
/** Of them, those whose series a test deletes. */
const deleted: Booked[] = []
let url: string

let server: Server

beforeAll(async () => {
  // Graph calls back, so the address has to be known before there is a product; jobs gather where a test sees them.
  const app = express()
  server = app.listen(0, '127.0.0.1')
  await new Promise((done) => server.once('listening', done))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  ;({ product, cohortId, booked } = await bookedProduct({ settings: { PUBLIC_URL: url } }))
  const log = { info: () => {}, warn: () => {}, error: () => {} }
  app.use(outlookRoutes({ ports: product.ports, tenantId: product.company.tenantId, log }))
})
afterAll(async () => {
  server.close()
  server.closeAllConnections()
  await product.close()
})
beforeEach(() => {
  product.waiting.length = 0
})

/** Of mailboxes; that of the directory is another test's. */
const subscriptions = () =>
  [...memoryOf(product.tenant.state).subscriptions.values()].filter(({ mailbox }) => mailbox !== undefined)
const organizers = () => [...new Set(booked.map(({ hold }) => hold.booking.organizerId))].sort()
const watchOf = async (mailbox: string) => (await product.ports.store.watches.get(mailbox))!
const waits = () => product.waiting.map(({ name }) => name)

const post = (path: string, body: unknown) =>
  fetch(`${url}/api/outlook/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })

/** An item as Graph posts it about this mailbox. */
async function itemFor(mailbox: string, change: Record<string, unknown> = {}) {
  const { subscriptionId, clientState } = await watchOf(mailbox)
  const tenantId = product.company.tenantId
  return {
    subscriptionId,
    clientState,
    tenantId,
    changeType: 'updated',
    resource: 'Users/x/Events/y',
    ...change,
  }
}

const stirred = async (mailbox: string) => (await watchOf(mailbox)).stirred
const calm = (mailbox: string) => product.ports.store.watches.calm(mailbox)

describe('subscriptions', () => {
  it('are there once for every mailbox with a live series, however often one looks', async () => {
    for (let again = 0; again < 3; again++) {
      await openWatches(product.ports)
      await tendWatches(product.ports)
    }
    expect(
      subscriptions()
        .map(({ mailbox }) => mailbox)
        .sort(),
    ).toEqual(organizers())
    for (const { resource, mailbox } of subscriptions()) {
      const watch = await watchOf(mailbox!)
      expect(watch).toMatchObject({ subscriptionId: resource['id'], clientState: resource['clientState'] })
      expect(resource['changeType']).toBe('updated,deleted')
      const minutes = (watch.expiresAt!.getTime() - product.tenant.state.now().getTime()) / 60_000
      expect(Math.round(minutes)).toBe(4200)
    }
    expect(new Set(subscriptions().map(({ resource }) => resource['clientState'])).size).toBe(
      organizers().length,
    )
  })

  it('whose answer was lost is taken over, not made twice', async () => {
    const mailbox = organizers()[0]!
    const { subscriptionId, expiresAt: _, ...watch } = await watchOf(mailbox)
    await product.ports.store.watches.save(watch)
    await tendWatches(product.ports)
    expect(subscriptions()).toHaveLength(organizers().length)
    expect((await watchOf(mailbox)).subscriptionId).toBe(subscriptionId)
    const posts = product.tenant.state.log.filter(({ method }) => method === 'DELETE' || method === 'POST')
    expect(posts.filter(({ path }) => /subscriptions/.test(path))).toHaveLength(organizers().length + 1)
  })

  it('of the same mailbox with another secret are ended, and one with ours takes their place', async () => {
    const mailbox = organizers()[0]!
    const { subscriptionId, expiresAt: _, ...watch } = await watchOf(mailbox)
    await product.ports.store.watches.save({ ...watch, clientState: 'another' })
    await tendWatches(product.ports)
    expect(subscriptions()).toHaveLength(organizers().length)
    const { subscriptionId: now, clientState } = await watchOf(mailbox)
    expect(now).not.toBe(subscriptionId)
    expect(subscriptions().find((one) => one.id === now)?.resource['clientState']).toBe(clientState)
  })

  it('are renewed within their day, and begun anew when Graph lost them', async () => {
    const mailbox = organizers()[0]!
    const before = await watchOf(mailbox)
    await product.advanceDays(1.1)
    memoryOf(product.tenant.state).subscriptions.delete(before.subscriptionId!)
    await tendWatches(product.ports)
    const after = await watchOf(mailbox)
    expect(after.expiresAt!.getTime()).toBeGreaterThan(before.expiresAt!.getTime())
    expect(after.subscriptionId).not.toBe(before.subscriptionId)
    for (const { resource } of subscriptions())
      expect(Date.parse(String(resource['expirationDateTime']))).toBeGreaterThan(before.expiresAt!.getTime())
  })

  it('that Graph refuses for one mailbox leave the others, and wait an hour', async () => {
    const mailbox = organizers()[0]!
    const { subscriptionId, ...watch } = await watchOf(mailbox)
    memoryOf(product.tenant.state).subscriptions.delete(subscriptionId!)
    await product.ports.store.watches.save({ ...watch, expiresAt: product.tenant.state.now() })
    await product.advanceDays(0.01)
    const fault = { service: 'graph', path: /^POST .*\/subscriptions$/, kind: 'error-before' } as const
    product.tenant.state.faults.push({ ...fault, status: 403, times: 1 })
    await expect(tendWatches(product.ports)).rejects.toThrow()
    await tendWatches(product.ports)
    expect((await watchOf(mailbox)).subscriptionId).toBeUndefined()
    await product.advanceDays(0.05)
    await tendWatches(product.ports)
    expect((await watchOf(mailbox)).subscriptionId).toBeDefined()
  })
})

describe('the endpoint', () => {
  it('answers the validation as text, and never with anything a browser would run', async () => {
    const answer = await fetch(
      `${url}/api/outlook/lifecycle?validationToken=${encodeURIComponent('a b & <script>')}`,
      {
        method: 'POST',
      },
    )
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain/)
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(await answer.text()).toBe('a b &amp; &lt;script&gt;')
    const long = await fetch(`${url}/api/outlook/notifications?validationToken=${'x'.repeat(3000)}`, {
      method: 'POST',
    })
    expect(long.status).toBe(400)
  })

  it('takes what carries the right secret, and drops the rest of the same post', async () => {
    const [one, other] = organizers() as [string, string]
    await Promise.all([calm(one), calm(other)])
    const value = [
      await itemFor(one),
      await itemFor(one),
      await itemFor(other, { clientState: (await watchOf(one)).clientState }),
      { ...(await itemFor(other)), subscriptionId: 'nobody' },
    ]
    expect((await post('notifications', { value })).status).toBe(202)
    expect([await stirred(one), await stirred(other)]).toEqual([true, false])
  })

  it.each([
    ['another secret', { clientState: 'guess' }],
    ['no secret', { clientState: null }],
    ['an empty secret', { clientState: '' }],
    ['another tenant', { tenantId: '00000000-0000-4000-8000-000000000000' }],
  ])('with %s is answered like any other, and does nothing', async (_name, change) => {
    const mailbox = organizers()[1]!
    await calm(mailbox)
    expect((await post('notifications', { value: [await itemFor(mailbox, change)] })).status).toBe(202)
    expect(await stirred(mailbox)).toBe(false)
  })

  it.each([
    ['no JSON', '{nonsense', 400],
    ['another shape', { value: 'x' }, 400],
    ['far too much', { value: [], filler: 'x'.repeat(1_200_000) }, 413],
  ])('turns away %s', async (_name, body, status) => {
    expect((await post('notifications', body)).status).toBe(status)
  })

  it('looks again after missed notifications, and gets a removed subscription back', async () => {
    const mailbox = organizers()[0]!
    await calm(mailbox)
    await post('lifecycle', { value: [await itemFor(mailbox, { lifecycleEvent: 'missed' })] })
    expect(await stirred(mailbox)).toBe(true)
    await calm(mailbox)
    const { subscriptionId } = await watchOf(mailbox)
    await post('lifecycle', { value: [await itemFor(mailbox, { lifecycleEvent: 'subscriptionRemoved' })] })
    memoryOf(product.tenant.state).subscriptions.delete(subscriptionId!)
    expect(await stirred(mailbox)).toBe(true)
    await product.advanceDays(0.001)
    await tendWatches(product.ports)
    const again = await watchOf(mailbox)
    expect(again.subscriptionId).toBeDefined()
    expect(again.subscriptionId).not.toBe(subscriptionId)
  })

  it('renews when Graph wants to hear from us again', async () => {
    const mailbox = organizers()[0]!
    const before = await watchOf(mailbox)
    await product.advanceDays(0.2)
    await post('lifecycle', {
      value: [await itemFor(mailbox, { lifecycleEvent: 'reauthorizationRequired' })],
    })
    await product.advanceDays(0.001)
    await tendWatches(product.ports)
    const after = await watchOf(mailbox)
    expect(after.subscriptionId).toBe(before.subscriptionId)
    expect(after.expiresAt!.getTime()).toBeGreaterThan(before.expiresAt!.getTime())
  })
})

describe('from Outlook to a card', () => {
  it('a decline in Outlook becomes a search for another time without anybody asking', async () => {
    const pair = booked[2]!
    const session = pair.sessions[0]!
    const eventId = pair.hold.booking.eventId
    declineOccurrence(product.tenant.state, pair.pairing.menteeId, eventId, session.startsAt.toISOString())
    await until(() => waits().includes('look-at-mailbox'))
    expect(await runOnly(product, 'look-at-mailbox', 'offer-repair')).toEqual([])
    const repairs = await product.ports.store.repairs.ofSession(session.id)
    expect(repairs[0]!.options.length).toBeGreaterThan(0)
    expect(repairs).toMatchObject([{ state: 'open', reason: 'declined', askedBy: pair.pairing.menteeId }])
  })

  it('is heard even when it came before Graph listened', async () => {
    const pair = booked.find((one) => !deleted.includes(one) && one !== booked[2])!
    const { organizerId, eventId } = pair.hold.booking
    const session = pair.sessions[0]!
    await product.ports.store.watches.remove(organizerId)
    await openWatches(product.ports)
    for (const [id, { mailbox }] of memoryOf(product.tenant.state).subscriptions)
      if (mailbox === organizerId) memoryOf(product.tenant.state).subscriptions.delete(id)
    declineOccurrence(product.tenant.state, pair.pairing.menteeId, eventId, session.startsAt.toISOString())
    expect(waits()).not.toContain('look-at-mailbox')
    await tendWatches(product.ports)
    expect(await runOnly(product, 'look-at-mailbox', 'offer-repair')).toEqual([])
    expect(await product.ports.store.repairs.ofSession(session.id)).toMatchObject([
      { state: 'open', reason: 'declined', askedBy: pair.pairing.menteeId },
    ])
  })
})

describe('an event that Graph says was deleted', () => {
  it('is looked for at once and again some minutes later, when the list shows it no more', async () => {
    const pair = booked.find(({ hold }) => hold.state === 'booked' && hold !== booked[2]!.hold)!
    const { organizerId, eventId } = pair.hold.booking
    const { state } = product.tenant
    await calm(organizerId)
    setLingering(state, eventId, true)
    await product.ports.calendar.cancelMeeting({ organizerId, eventId }, 'No time')
    const delayed = () => product.waiting.filter(({ payload }) => 'since' in (payload as object))
    await until(() => delayed().length > 0)
    const [again] = delayed()
    const [now] = product.waiting.filter((job) => job.name === 'look-at-mailbox' && job !== again)
    const look = (job: typeof now) =>
      catalog['look-at-mailbox'].run(product.ports, job!.payload as { mailbox: string })
    product.waiting.length = 0
    await look(now)
    // Still listed: nothing is said of it, and without the later look nobody would ask for six hours.
    expect(waits()).toEqual([])
    setLingering(state, eventId, false)
    await product.advanceDays(6 / 1440)
    await look(again)
    const [last] = product.waiting.filter(({ name }) => name === 'look-at-mailbox')
    await product.advanceDays(6 / 1440)
    await look(last)
    expect(await product.ports.store.holds.get(pair.hold.id)).toMatchObject({ failure: 'deleted-in-outlook' })
    deleted.push(pair)
  })

  it('asks for no second look when it is none of ours', async () => {
    const { organizerId } = booked[2]!.hold.booking
    await calm(organizerId)
    const item = await itemFor(organizerId, { changeType: 'deleted', resourceData: { id: 'AAkA-of-others' } })
    await post('notifications', { value: [item] })
    expect(product.waiting).toMatchObject([{ name: 'look-at-mailbox', payload: { mailbox: organizerId } }])
  })
})

describe('the safety net', () => {
  it('reads every mailbox that nobody told us about for six hours, once', async () => {
    const mailbox = organizers()[0]!
    await runOnly(product, 'look-at-mailbox')
    for (const one of organizers()) await product.ports.store.watches.looked(one, product.tenant.state.now())
    await tick(product.ports)
    expect(waits().filter((name) => name === 'look-at-mailbox')).toEqual([])
    await product.advanceDays(0.3)
    await tick(product.ports)
    const looks = product.waiting.filter(({ name }) => name === 'look-at-mailbox')
    expect(looks).toHaveLength(organizers().length)
    const pair = booked.find(({ hold }) => hold.booking.organizerId === mailbox)!
    expect(await runOnly(product, 'look-at-mailbox')).toEqual([])
    expect((await sessionNow(product, pair.sessions[0]!)).state).toBe('planned')
    const looked = (await watchOf(mailbox)).lookedAt!.getTime()
    expect(product.tenant.state.now().getTime() - looked).toBeLessThan(3_600_000)
  })

  it('is asked for once, however often a mailbox stirs before anybody looked', async () => {
    const mailbox = organizers()[0]!
    await calm(mailbox)
    for (let again = 0; again < 3; again++) await stirMailbox(product.ports, mailbox)
    expect(waits()).toEqual(['look-at-mailbox'])
  })

  it('ends the subscription of a mailbox in which nothing of ours lies ahead any more', async () => {
    await product.advanceDays(200)
    await tendWatches(product.ports).catch(() => {})
    expect(
      subscriptions().filter(
        ({ resource }) =>
          Date.parse(String(resource['expirationDateTime'])) > product.tenant.state.now().getTime(),
      ),
    ).toEqual([])
    for (const mailbox of organizers()) expect(await product.ports.store.watches.get(mailbox)).toBeUndefined()
    expect(await bookedPairs(product, cohortId)).toHaveLength(booked.length - deleted.length)
  })
})

/** What Graph posts arrives when it arrives. */
async function until(happened: () => boolean): Promise<void> {
  for (let tries = 0; !happened(); tries++) {
    if (tries > 300) throw new Error('It did not happen within 30 seconds.')
    await new Promise((done) => setTimeout(done, 100))
  }
}
