/** Graph tells when somebody in the directory changes: the chart is read minutes later, and within the hour whatever is told. */
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import express from 'express'
import { outlookRoutes } from '../../../bot/api/outlook-notifications.ts'
import { memoryOf } from '../../../bot/demo/graph/memory.ts'
import { addPerson, changePerson, removePerson } from '../../../bot/demo/graph-server.ts'
import { wholeDirectory } from '../../../bot/domain/scheduling/calendar-watch.ts'
import { readOrganization } from '../../../bot/workflows/organization/read-organization.ts'
import { readingPace } from '../../../bot/workflows/organization/reading-pace.ts'
import { openWatches, tendWatches } from '../../../bot/workflows/scheduling/tend-watches.ts'
import { tick } from '../../../bot/workflows/tick.ts'
import { type Product, startProduct } from '../../support/product.ts'

let product: Product
let server: Server
let url: string

beforeAll(async () => {
  const app = express()
  server = app.listen(0, '127.0.0.1')
  await new Promise((done) => server.once('listening', done))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  product = await startProduct({ people: 60, mentors: 4, mentees: 4, settings: { PUBLIC_URL: url } })
  const log = { info: () => {}, warn: () => {}, error: () => {} }
  app.use(outlookRoutes({ ports: product.ports, tenantId: product.company.tenantId, log }))
  await openWatches(product.ports)
  expect(await watch()).toBeUndefined()
  await readOrganization(product.ports)
})
afterAll(async () => {
  server.close()
  server.closeAllConnections()
  await product.close()
})

const state = () => product.tenant.state
const watch = async () => (await product.ports.store.watches.get(wholeDirectory))!
const subscriptions = () =>
  [...memoryOf(state()).subscriptions.values()].filter(({ mailbox }) => mailbox === undefined)
const minutes = (count: number) => product.advanceDays(count / 1440)
const readingsAskedFor = () => product.waiting.filter(({ name }) => name === 'read-organization').length
const managerOf = async (id: string) => (await product.ports.store.people.get(id))?.managerId

/** A minute passes, and then what the tick asks for is done. */
async function lookOnce(after: number): Promise<number> {
  await minutes(after)
  product.waiting.length = 0
  await tick(product.ports)
  const asked = readingsAskedFor()
  expect(await product.runJobs()).toEqual([])
  return asked
}

async function until(happened: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await happened()); tries++) {
    if (tries > 300) throw new Error('It did not happen within 30 seconds.')
    await new Promise((done) => setTimeout(done, 100))
  }
}

/** Somebody with a manager, and somebody else who could be it. */
function somebody(at: number) {
  const [one, other] = state()
    .company.people.filter(({ managerId }) => managerId)
    .slice(at, at + 2)
  return { id: one!.id, managerId: other!.id }
}

beforeEach(async () => {
  await openWatches(product.ports)
  await tendWatches(product.ports)
  await product.ports.store.watches.calm(wholeDirectory)
})

describe('the subscription', () => {
  it('is there once, for users, with a secret, for a time that Graph takes', async () => {
    await openWatches(product.ports)
    await tendWatches(product.ports)
    expect(subscriptions()).toHaveLength(1)
    const { resource } = subscriptions()[0]!
    const { clientState, subscriptionId, expiresAt } = await watch()
    expect(resource).toMatchObject({ resource: '/users', changeType: 'updated,deleted', clientState })
    expect(resource['id']).toBe(subscriptionId)
    expect(resource['lifecycleNotificationUrl']).toBe(`${url}/api/outlook/lifecycle`)
    expect(expiresAt!.getTime() - state().now().getTime()).toBeLessThanOrEqual(41_760 * 60_000)
  })

  it('is renewed within its day, begun anew when Graph lost it, and taken over when its answer was lost', async () => {
    const before = await watch()
    await product.advanceDays(1.1)
    await tendWatches(product.ports)
    expect((await watch()).subscriptionId).toBe(before.subscriptionId)
    expect((await watch()).expiresAt!.getTime()).toBeGreaterThan(before.expiresAt!.getTime())

    memoryOf(state()).subscriptions.delete(before.subscriptionId!)
    await product.advanceDays(1.1)
    await tendWatches(product.ports)
    const { subscriptionId, expiresAt: _, ...lost } = await watch()
    expect(subscriptionId).not.toBe(before.subscriptionId)

    await product.ports.store.watches.save(lost)
    await tendWatches(product.ports)
    expect((await watch()).subscriptionId).toBe(subscriptionId)
    expect(subscriptions()).toHaveLength(1)
  })

  it('is no mailbox: no series is looked for in it, and it is never idle', async () => {
    await product.advanceDays(0.5)
    await tick(product.ports)
    expect(product.waiting.filter(({ name }) => name === 'look-at-mailbox')).toEqual([])
    await tendWatches(product.ports)
    expect(await watch()).toBeDefined()
  })
})

describe('somebody changes', () => {
  const { assign } = Object
  const newcomer = '22222222-2222-4222-8222-222222222222'
  it.each([
    ['has another title', () => changePerson(state(), somebody(3).id, { jobTitle: 'Something else' })],
    ['comes', () => addPerson(state(), assign({}, state().company.people.at(-1)!, { id: newcomer }))],
    ['goes', () => removePerson(state(), newcomer)],
  ])('who %s: the chart is read within minutes, once', async (_name, change) => {
    await lookOnce(61)
    expect(await readingPace(product.ports)).toEqual({ pace: 'told', isTold: true })
    change()
    await until(async () => (await watch()).stirred)
    expect(await lookOnce(1)).toBe(0)
    expect(await lookOnce(5)).toBe(1)
    expect((await watch()).stirred).toBe(false)
    expect(await lookOnce(6)).toBe(0)
  })

  it('by a new manager alone is seen within the hour, though Graph does not tell', async () => {
    await lookOnce(61)
    const { id, managerId } = somebody(5)
    changePerson(state(), id, { managerId })
    expect(await lookOnce(30)).toBe(0)
    expect(await managerOf(id)).not.toBe(managerId)
    expect(await lookOnce(31)).toBe(1)
    expect(await managerOf(id)).toBe(managerId)
  })

  it('by a new manager alone is seen within minutes where Graph tells', async () => {
    await lookOnce(61)
    memoryOf(state()).tellsNewManagers = true
    const { id, managerId } = somebody(8)
    changePerson(state(), id, { managerId })
    await until(async () => (await watch()).stirred)
    expect(await lookOnce(6)).toBe(1)
    expect(await managerOf(id)).toBe(managerId)
    memoryOf(state()).tellsNewManagers = false
  })

  it('while a reading goes on: another one follows it', async () => {
    await lookOnce(61)
    await product.ports.store.watches.stir(wholeDirectory)
    state().faults.push({ service: 'graph', path: /users\/delta/, kind: 'slow', delayMs: 1500, times: 1 })
    const reading = lookOnce(6)
    await until(async () => !(await watch()).stirred)
    await product.ports.store.watches.stir(wholeDirectory)
    expect(await reading).toBe(1)
    expect(await lookOnce(6)).toBe(1)
  })
})

describe('where Graph will not tell', () => {
  it.each([
    ['the permission is missing', 403],
    ['our address cannot be reached', 400],
  ])('because %s: the chart is read at night, and that is known', async (_name, status) => {
    const { subscriptionId, ...rest } = await watch()
    memoryOf(state()).subscriptions.delete(subscriptionId!)
    await product.ports.store.watches.save({ ...rest, expiresAt: state().now() })
    await minutes(1)
    const fault = { service: 'graph', path: /^POST .*\/subscriptions$/, kind: 'error-before' } as const
    state().faults.push({ ...fault, status, times: 1 })
    await expect(tendWatches(product.ports)).rejects.toThrow()
    expect(await readingPace(product.ports)).toEqual({ pace: 'nightly', isTold: false })
    // An hour later it is tried again.
    await minutes(61)
    await tendWatches(product.ports)
    // Graph tells of nothing that happened before it listened: the chart is read once more.
    expect(await readingPace(product.ports)).toEqual({ pace: 'stirred', isTold: true })
    await lookOnce(61)
    expect(await readingPace(product.ports)).toEqual({ pace: 'told', isTold: true })
  })

  it('is asked to renew by Graph, and does', async () => {
    const before = await watch()
    await minutes(100)
    const { subscriptionId, clientState } = before
    const value = [
      {
        subscriptionId,
        clientState,
        tenantId: product.company.tenantId,
        lifecycleEvent: 'reauthorizationRequired',
      },
    ]
    const answer = await fetch(`${url}/api/outlook/lifecycle`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ value }),
    })
    expect(answer.status).toBe(202)
    expect((await watch()).stirred).toBe(false)
    await minutes(1)
    await tendWatches(product.ports)
    expect((await watch()).expiresAt!.getTime()).toBeGreaterThan(before.expiresAt!.getTime())
  })
})
