/** Teams is away for hours, or the app arrives late: a card is given up when it means nothing any more, and not before. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Notice } from '../../../bot/domain/telling/notice.ts'
import type { Ports } from '../../../bot/workflows/ports.ts'
import { deliverMissed } from '../../../bot/workflows/telling/deliver-missed.ts'
import { deliverNotice, tell } from '../../../bot/workflows/telling/deliver-notice.ts'
import type { Delivery } from '../../../bot/workflows/telling/ports.ts'
import { pickUpStranded } from '../../../bot/workflows/tick.ts'
import { everyNotice } from '../../support/every-notice.ts'
import { openCohort, startProduct } from '../../support/product.ts'

let product: Awaited<ReturnType<typeof startProduct>>
let ana: string
beforeAll(async () => {
  product = await startProduct()
  await openCohort(product)
  ana = product.company.personas.organizer
  await product.ports.store.reachable.save({ id: ana, conversationId: 'c', serviceUrl: 'https://teams' })
})
afterAll(() => product.close())

/** Kinds that the record can end. */
const byRecord = [
  ...[
    'pairing',
    'nudge',
    'partner-pauses',
    'break-over',
    'break-set',
    'pair-handed',
    'idea',
    'training',
    'no-partner',
    'session-ahead',
    'sponsor-duty',
    'late-stage',
    'talk-asked',
    'thanks',
    'place-offered',
    'invitation',
    'summary-to-approve',
    'summary-news',
    'seat-asked',
    'assisting',
    'application-received',
    'ask',
    'agreement',
  ],
]
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

  it('six hours of it lose no card, of whatever kind, however often each is tried', async () => {
    const kinds = (Object.keys(everyNotice) as Notice['kind'][]).filter((kind) => !byRecord.includes(kind))
    const begins = product.ports.clock.now()
    const soon = new Date(begins.getTime() + 7 * 3_600_000)
    // Whatever ends by itself ends after the outage.
    const times = { endsAt: soon, until: soon, startedAt: begins, options: [{ start: soon, end: soon }] }
    for (const kind of kinds) {
      const known = Object.entries(times).filter(([name]) => name in everyNotice[kind])
      await tell(product.ports, `outage.${kind}`, ana, {
        ...everyNotice[kind],
        ...Object.fromEntries(known),
      } as Notice)
    }
    product.waiting.length = 0
    let tries = 0
    for (let minute = 0; minute < 360; minute += 10) {
      // Ten minutes later, by the database's clock and by the product's.
      await product.database.query(
        `update notices set intended_at = intended_at - interval '10 minutes' where key like 'outage.%'`,
      )
      await product.tenant.advanceTo(new Date(begins.getTime() + (minute + 10) * 60_000))
      await pickUpStranded(product.ports)
      const jobs = product.waiting.splice(0).filter(({ name }) => name === 'deliver-notice')
      for (const { payload } of jobs) {
        const { noticeKey } = payload as { noticeKey: string }
        if (noticeKey.startsWith('outage.') && !(await attempt(noticeKey, away))) tries += 1
      }
    }
    expect(tries).toBe(36 * kinds.length)
    for (const kind of kinds) {
      expect([kind, (await of(`outage.${kind}`))?.state]).toEqual([kind, 'waiting'])
      await attempt(`outage.${kind}`, arrives)
      expect([kind, (await of(`outage.${kind}`))?.state]).toEqual([kind, 'sent'])
    }
  })

  it('an earlier version’s card about pairs that need a look goes out, whatever is open', async () => {
    await tell(product.ports, 'late.5', ana, everyNotice.concerns)
    await attempt('late.5', arrives)
    expect(await of('late.5')).toMatchObject({ state: 'sent' })
  })

  it.each(['summary-to-approve', 'seat-asked', 'nudge', 'pairing'] as const)(
    'a card about what is not there any more is not sent: %s',
    async (kind) => {
      await tell(product.ports, `gone.${kind}`, ana, everyNotice[kind])
      await attempt(`gone.${kind}`, arrives)
      expect(await of(`gone.${kind}`)).toMatchObject({ state: 'unreachable', why: 'over' })
    },
  )

  it('a card about concerns is not sent once all of them are closed', async () => {
    const [cohort] = await product.ports.store.cohorts.list()
    const { store, clock } = product.ports
    const concern = { key: 'late.concern', cohortId: cohort!.id, kind: 'conflict' as const, detail: {} }
    await store.concerns.raise({ ...concern, raisedAt: clock.now() })
    const card: Notice = {
      ...{ kind: 'concerns', cohortId: cohort!.id, cohortName: 'Cohort 1', counts: { conflict: 1 } },
    }
    await tell(product.ports, 'late.6', ana, card)
    await tell(product.ports, 'late.7', ana, card)
    await attempt('late.6', arrives)
    await store.concerns.close('late.concern', clock.now(), ana)
    await attempt('late.7', arrives)
    expect([(await of('late.6'))?.state, (await of('late.7'))?.why]).toEqual(['sent', 'over'])
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
  it('what somebody missed for want of it, or behind a block, goes out, unless it is too old', async () => {
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
    expect(states.map((one) => one?.state)).toEqual(['waiting', 'waiting', 'unreachable'])
    await attempt('app.1', arrives)
    expect(await of('app.1')).toMatchObject({ state: 'sent' })
    // Once more changes nothing.
    await deliverMissed(product.ports, ana)
    expect(await of('app.1')).toMatchObject({ state: 'sent' })
  })
})
