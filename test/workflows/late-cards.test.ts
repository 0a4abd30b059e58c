/** Teams is away for hours, or the app arrives late: a card is given up when it means nothing any more, and not before. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Notice } from '../../bot/domain/notice.ts'
import { deliverMissed, deliverNotice, tell } from '../../bot/workflows/deliver-notice.ts'
import type { Delivery, Ports } from '../../bot/workflows/ports.ts'
import { startProduct } from '../support/product.ts'

let product: Awaited<ReturnType<typeof startProduct>>
let ana: string
beforeAll(async () => {
  product = await startProduct()
  ana = product.company.personas.organizer
})
afterAll(() => product.close())

const lasting: Notice = { kind: 'decision', decision: 'approve', programName: 'Reverse 2026' }
const soonOver = (endsAt: Date): Notice => ({
  kind: 'speed-round',
  ...{
    eventId: 'e',
    eventName: 'Meet',
    round: 1,
    of: 3,
    startsAt: endsAt,
    endsAt,
    timeZone: 'UTC',
    iCall: false,
  },
})
const of = (key: string) => product.ports.store.notices.get(key)
/** Through Teams as it is at the moment; what it throws is what the job sees. */
async function attempt(key: string, teams: () => Promise<Delivery>): Promise<boolean> {
  const ports: Ports = { ...product.ports, messenger: { ...product.ports.messenger, toPerson: teams } }
  return deliverNotice(ports, key).then(
    () => true,
    () => false,
  )
}
const away = () => Promise.reject(new Error('503'))
const arrives = async (): Promise<Delivery> => ({ sent: true, conversationId: 'c', activityId: 'a' })
const lacksApp = async (): Promise<Delivery> => ({ sent: false, why: 'not-installed' })

describe('while Teams is away', () => {
  it('a card waits, however often it is tried, and goes out when Teams is back', async () => {
    await tell(product.ports, 'late.1', ana, lasting)
    for (let tries = 0; tries < 40; tries += 1) expect(await attempt('late.1', away)).toBe(false)
    expect(await of('late.1')).toMatchObject({ state: 'waiting', why: 'teams-unavailable', attempts: 40 })
    await attempt('late.1', arrives)
    expect(await of('late.1')).toMatchObject({ state: 'sent' })
  })

  it('a card whose subject is over is not sent any more, and says why', async () => {
    await tell(product.ports, 'late.2', ana, soonOver(new Date(product.ports.clock.now().getTime() - 1000)))
    let sent = 0
    await attempt('late.2', async () => {
      sent += 1
      return arrives()
    })
    expect(sent).toBe(0)
    expect(await of('late.2')).toMatchObject({ state: 'unreachable', why: 'over' })
  })

  it('nobody hears of a pair that is none any more', async () => {
    const partner = { id: 'b', name: 'Ben' }
    const nudge: Notice = { kind: 'nudge', pairingId: 'ended', partner, sessions: 2, timeZone: 'UTC' }
    await tell(product.ports, 'late.4', ana, nudge)
    await attempt('late.4', arrives)
    expect(await of('late.4')).toMatchObject({ state: 'unreachable', why: 'over' })
  })

  it('a card is given up after two weeks', async () => {
    await tell(product.ports, 'late.3', ana, lasting)
    await product.database.query(
      `update notices set intended_at = now() - interval '15 days' where key = 'late.3'`,
    )
    await attempt('late.3', away)
    expect(await of('late.3')).toMatchObject({ state: 'unreachable', why: 'teams-unavailable' })
  })
})

describe('when the app arrives', () => {
  it('what somebody missed for want of it goes out; what Teams refused for another reason does not', async () => {
    const blocked = async (): Promise<Delivery> => ({ sent: false, why: 'blocked' })
    for (const [key, teams] of [
      ['app.1', lacksApp],
      ['app.2', blocked],
      ['app.3', lacksApp],
    ] as const) {
      await tell(product.ports, key, ana, lasting)
      await attempt(key, teams)
      expect(await of(key)).toMatchObject({ state: 'unreachable' })
    }
    await product.database.query(
      `update notices set intended_at = now() - interval '15 days' where key = 'app.3'`,
    )
    await deliverMissed(product.ports, ana)
    const states = await Promise.all(['app.1', 'app.2', 'app.3'].map(of))
    expect(states.map((one) => one?.state)).toEqual(['waiting', 'unreachable', 'unreachable'])
    await attempt('app.1', arrives)
    expect(await of('app.1')).toMatchObject({ state: 'sent' })
    // Once more changes nothing.
    await deliverMissed(product.ports, ana)
    expect(await of('app.1')).toMatchObject({ state: 'sent' })
  })
})
