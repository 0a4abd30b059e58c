/** A card to somebody without the app brings them the app, and then the card. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import type { Notice } from '../../../bot/domain/telling/notice.ts'
import { readOrganization } from '../../../bot/workflows/organization/read-organization.ts'
import type { Ports } from '../../../bot/workflows/ports.ts'
import { deliverNotice, tell } from '../../../bot/workflows/telling/deliver-notice.ts'
import { askForMissingApps } from '../../../bot/workflows/telling/install-app.ts'
import { openApi } from '../../support/api.ts'
import { ageClaims } from '../../support/leases.ts'
import { chatWith } from '../../support/messages-people.ts'
import { mortal } from '../../support/mortal.ts'
import { leaseMs, startProduct } from '../../support/product.ts'

let product: Awaited<ReturnType<typeof startProduct>>
let people: string[]
beforeAll(async () => {
  product = await startProduct()
  await readOrganization(product.ports)
  people = product.company.people
    .filter(({ accountEnabled, userType }) => accountEnabled && userType === 'Member')
    .map(({ id }) => id)
})
afterEach(() => {
  product.waiting.length = 0
  product.tenant.state.appBlockedFor = new Set()
})
afterAll(() => product.close())

const approved: Notice = { kind: 'decision', decision: 'approve', programName: 'Reverse 2026' }
const of = async (key: string) => (await product.ports.store.notices.get(key))?.state
const cards = (personId: string) =>
  chatWith({ tenant: product.tenant } as never, personId).filter(({ card }) =>
    JSON.stringify(card ?? '').includes('Reverse 2026'),
  )
const installations = () =>
  product.tenant.state.log.filter(({ method, path }) => method === 'POST' && path.endsWith('/installedApps'))
    .length
const asked = () => product.waiting.filter(({ name }) => name === 'install-app')
const someone = () => people.pop()!

describe('before somebody has the app', () => {
  it('the card is refused, the app is installed, and the card goes out although Teams told nobody', async () => {
    const ana = someone()
    await tell(product.ports, 'app.1', ana, approved)
    await tell(product.ports, 'app.2', ana, { ...approved, decision: 'waitlist' })
    expect(await product.runJobs()).toEqual([])
    expect(product.tenant.state.installedFor.has(ana)).toBe(true)
    expect([await of('app.1'), await of('app.2')]).toEqual(['sent', 'sent'])
    expect(cards(ana)).toHaveLength(2)
    expect(installations()).toBe(1)
  })

  it('a policy that keeps it from them is asked once a day, and the card goes out once it is lifted', async () => {
    const ana = someone()
    const before = installations()
    product.tenant.state.appBlockedFor = new Set([ana])
    await tell(product.ports, 'policy.1', ana, approved)
    await product.runJobs()
    expect(await of('policy.1')).toBe('unreachable')
    await tell(product.ports, 'policy.2', ana, approved)
    await product.runJobs()
    await askForMissingApps(product.ports)
    expect(asked()).toEqual([])
    expect(installations()).toBe(before + 1)
    product.tenant.state.appBlockedFor.clear()
    await product.advanceDays(1)
    await askForMissingApps(product.ports)
    expect(asked()).toEqual([{ name: 'install-app', payload: { personId: ana } }])
    await product.runJobs()
    expect(installations()).toBe(before + 2)
    expect([await of('policy.1'), await of('policy.2')]).toEqual(['sent', 'sent'])
  })

  it('without the permission the cards wait for whoever adds the app, as ever', async () => {
    const ana = someone()
    // As of a token without the role; one that was given before would be good for an hour yet.
    product.tenant.state.faults = [
      { service: 'graph', path: /POST .*installedApps$/, kind: 'error-before', status: 403, times: 1 },
    ]
    await product.advanceDays(1)
    await tell(product.ports, 'no.1', ana, approved)
    expect(await product.runJobs()).toEqual([])
    expect(await of('no.1')).toBe('unreachable')
    expect(product.tenant.state.faults[0]?.times ?? 0).toBe(0)
    await product.advanceDays(1)
    await askForMissingApps(product.ports)
    await product.runJobs()
    expect(await of('no.1')).toBe('sent')
  })

  it('nobody who blocked the bot, left, or waits for something older than two weeks is given it', async () => {
    const [blocked, late] = [someone(), someone()]
    const stranger = product.company.people.find(({ userType }) => userType === 'Guest')!.id
    const refusing = (why: 'blocked' | 'not-installed'): Ports => ({
      ...product.ports,
      messenger: { ...product.ports.messenger, toPerson: async () => ({ sent: false, why }) },
    })
    for (const [key, person, why] of [
      ['none.1', blocked, 'blocked'],
      ['none.2', stranger, 'not-installed'],
    ] as const) {
      await tell(product.ports, key, person, approved)
      await deliverNotice(refusing(why), key)
    }
    await tell(product.ports, 'none.3', late, approved)
    await deliverNotice(refusing('not-installed'), 'none.3')
    expect(asked()).toEqual([{ name: 'install-app', payload: { personId: late } }])
    await product.database.query(
      `update notices set intended_at = now() - interval '15 days' where key = 'none.3'`,
    )
    product.waiting.length = 0
    await product.advanceDays(1)
    await askForMissingApps(product.ports)
    expect(asked()).toEqual([])
  })

  it('a worker that dies at any boundary leaves nobody without it', async () => {
    for (let nth = 1; ; nth += 1) {
      const ana = someone()
      const key = `kill.${nth}`
      await tell(product.ports, key, ana, approved)
      product.waiting.length = 0
      const dying = mortal(product.ports, nth)
      await deliverNotice(dying.ports, key).catch(() => {})
      await ageClaims(product.database, leaseMs)
      await deliverNotice(product.ports, key)
      await askForMissingApps(product.ports)
      await product.runJobs()
      expect([nth, await of(key)]).toEqual([nth, 'sent'])
      if (!dying.isDead()) break
    }
  })
})

describe('when Teams tells of the app that Graph installed', () => {
  it('the card goes out at once', async () => {
    const ana = someone()
    const { url } = await openApi(product)
    product.tenant.setProductUrl(url)
    await tell(product.service.ports, 'told.1', ana, approved)
    while ((await of('told.1')) !== 'sent') await new Promise((resolve) => setTimeout(resolve, 100))
    expect(cards(ana)).toHaveLength(1)
  })
})
