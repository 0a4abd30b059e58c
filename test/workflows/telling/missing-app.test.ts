/** Somebody who is to get a card gets the app first, and then the card. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { tellInstalled } from '../../../bot/demo/teams/acts.ts'
import { sayToBot } from '../../../bot/demo/tenant.ts'
import type { Notice } from '../../../bot/domain/telling/notice.ts'
import { readOrganization } from '../../../bot/workflows/organization/read-organization.ts'
import type { Ports } from '../../../bot/workflows/ports.ts'
import { deliverNotice, tell } from '../../../bot/workflows/telling/deliver-notice.ts'
import { askForMissingApps, installApp } from '../../../bot/workflows/telling/install-app.ts'
import { pickUpStranded } from '../../../bot/workflows/tick.ts'
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
  product.tenant.state.faults = []
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
/** How often Teams refused to take a card. */
const refusals = () =>
  product.tenant.state.log.filter(({ service, status }) => service === 'teams' && status === 403).length
const asked = () => product.waiting.filter(({ name }) => name === 'install-app')
const someone = () => people.pop()!

describe('before somebody has the app', () => {
  it('the app is installed first, and the cards go out, although Teams told nobody and was refused none', async () => {
    const ana = someone()
    const before = refusals()
    await tell(product.ports, 'app.1', ana, approved)
    await tell(product.ports, 'app.2', ana, { ...approved, decision: 'waitlist' })
    expect(await product.runJobs()).toEqual([])
    expect(product.tenant.state.installedFor.has(ana)).toBe(true)
    expect([await of('app.1'), await of('app.2')]).toEqual(['sent', 'sent'])
    expect(cards(ana)).toHaveLength(2)
    expect(installations()).toBe(1)
    expect(refusals()).toBe(before)
  })

  it('whoever has it already gets the card at once', async () => {
    const ana = someone()
    const before = [installations(), refusals()]
    Set.prototype.add.call(product.tenant.state.installedFor, ana)
    await tell(product.ports, 'has.1', ana, approved)
    expect(await product.runJobs()).toEqual([])
    expect(await of('has.1')).toBe('sent')
    // The chat is known by now, and nobody asks again, whatever the day.
    await product.advanceDays(2)
    await tell(product.ports, 'has.2', ana, approved)
    expect(await product.runJobs()).toEqual([])
    expect(await of('has.2')).toBe('sent')
    expect([installations(), refusals()]).toEqual([before[0]! + 1, before[1]])
  })

  it('while Graph is away the card is tried all the same, and again when the app is there', async () => {
    const [ana, ben] = [someone(), someone()]
    Set.prototype.add.call(product.tenant.state.installedFor, ana)
    await tell(product.ports, 'away.1', ana, approved)
    await tell(product.ports, 'away.2', ben, approved)
    const dead: Ports = {
      ...product.ports,
      installer: { installFor: () => Promise.reject(new Error('503')) },
    }
    for (const key of ['away.1', 'away.2']) await deliverNotice(dead, key)
    for (const id of [ana, ben]) await expect(installApp(dead, id)).rejects.toThrow('503')
    const cardsAgain = product.waiting.splice(0).slice(-2)
    expect(cardsAgain.map(({ name }) => name)).toEqual(['deliver-notice', 'deliver-notice'])
    for (const key of ['away.1', 'away.2']) await deliverNotice(product.ports, key)
    expect([await of('away.1'), await of('away.2')]).toEqual(['sent', 'unreachable'])
    await installApp(product.ports, ben)
    await product.runJobs()
    expect(await of('away.2')).toBe('sent')
  })

  it('a card waits half an hour for whoever should have brought the app, and is tried then', async () => {
    const ana = someone()
    const before = refusals()
    await tell(product.ports, 'held.1', ana, approved)
    await deliverNotice(product.ports, 'held.1')
    product.waiting.length = 0
    await deliverNotice(product.ports, 'held.1')
    expect([await of('held.1'), refusals()]).toEqual(['waiting', before])
    await product.database.query(
      `update notices set intended_at = now() - interval '29 minutes' where key = 'held.1'`,
    )
    await pickUpStranded(product.ports)
    expect(product.waiting).toEqual([])
    await product.database.query(
      `update notices set intended_at = now() - interval '31 minutes' where key = 'held.1'`,
    )
    await pickUpStranded(product.ports)
    expect(product.waiting).toContainEqual({ name: 'deliver-notice', payload: { noticeKey: 'held.1' } })
    await deliverNotice(product.ports, 'held.1')
    expect([await of('held.1'), refusals()]).toEqual(['unreachable', before + 1])
    await product.database.query(`delete from notices where key = 'held.1'`)
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

  it('nobody who blocks the bot in a chat that is known, left, or waits for something older than two weeks is given it', async () => {
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
      if (why === 'blocked')
        await product.ports.store.reachable.save({ id: person, conversationId: 'c', serviceUrl: 'https://t' })
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

describe('somebody who blocked the bot', () => {
  /** Has a known chat, and has missed this card behind a block that is over by now. */
  async function missedBehindBlock(key: string): Promise<string> {
    const ana = someone()
    Set.prototype.add.call(product.tenant.state.installedFor, ana)
    await tell(product.ports, `${key}.before`, ana, approved)
    await product.runJobs()
    product.tenant.state.botBlockedBy = new Set([ana])
    await tell(product.ports, `${key}.missed`, ana, approved)
    await product.runJobs()
    expect([await of(`${key}.before`), await of(`${key}.missed`)]).toEqual(['sent', 'unreachable'])
    product.tenant.state.botBlockedBy.clear()
    return ana
  }

  it('gets what they missed with the next card that gets through, since Teams tells nobody of the end', async () => {
    const ana = await missedBehindBlock('block.1')
    await tell(product.ports, 'block.1.next', ana, approved)
    expect(await product.runJobs()).toEqual([])
    expect([await of('block.1.next'), await of('block.1.missed')]).toEqual(['sent', 'sent'])
    expect(cards(ana)).toHaveLength(3)
  })

  it('misses it still while the block lasts, and is tried once a card', async () => {
    const ana = await missedBehindBlock('block.2')
    product.tenant.state.botBlockedBy = new Set([ana])
    const before = refusals()
    await tell(product.ports, 'block.2.next', ana, approved)
    await product.runJobs()
    expect([await of('block.2.next'), await of('block.2.missed')]).toEqual(['unreachable', 'unreachable'])
    expect(refusals()).toBe(before + 1)
    product.tenant.state.botBlockedBy.clear()
  })

  it.each(['app', 'word'] as const)('gets it once there is news of them: %s', async (news) => {
    const ana = await missedBehindBlock(`block.${news}`)
    const { url } = await openApi(product)
    product.tenant.setProductUrl(url)
    if (news === 'word') await sayToBot(product.tenant, ana, 'help')
    else await tellInstalled(product.tenant.channel, ana, 'add')
    while ((await of(`block.${news}.missed`)) !== 'sent')
      await new Promise((resolve) => setTimeout(resolve, 100))
    expect(cards(ana)).toHaveLength(2)
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
