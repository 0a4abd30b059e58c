/**
 * Three instances on one database whose clocks are hours apart, while Teams and Graph take their time: each looks every
 * minute for work that a dead worker left, and none takes what another is at. What is counted is what arrives.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Ports } from '../../bot/workflows/ports.ts'
import { bookHold } from '../../bot/workflows/scheduling/book-hold.ts'
import { deliverNotice, tell } from '../../bot/workflows/telling/deliver-notice.ts'
import { pickUpStranded } from '../../bot/workflows/tick.ts'
import { ageClaims } from '../support/leases.ts'
import {
  approveAll,
  enrolCompany,
  leaseMs,
  openCohort,
  proposeAll,
  startProduct,
} from '../support/product.ts'

const hourMs = 3_600_000

let product: Awaited<ReturnType<typeof startProduct>>
beforeAll(async () => {
  product = await startProduct()
})
afterAll(() => product.close())

/** What an instance takes up when it looks, as jobs of its own. */
interface Instance {
  ports: Ports
  look(): Promise<{ name: string; payload: object }[]>
}

function anInstance(aheadMs: number, change: Partial<Ports> = {}): Instance {
  const asked: { name: string; payload: object }[] = []
  const ports: Ports = {
    ...product.ports,
    clock: { now: () => new Date(product.tenant.state.now().getTime() + aheadMs) },
    jobs: { add: async (name, payload) => void asked.push({ name, payload }) },
    ...change,
  }
  return {
    ports,
    async look() {
      await pickUpStranded(ports)
      return asked.splice(0)
    },
  }
}

const clocks = [
  ['behind by three hours', -3 * hourMs],
  ['ahead by three hours', 3 * hourMs],
  ['ahead by three days', 72 * hourMs],
] as const

function aGate() {
  let open = () => {}
  const passed = new Promise<void>((resolve) => {
    open = resolve
  })
  return { passed, open }
}

describe('cards', () => {
  it('are sent once each, while another instance of another time looks for stranded ones', async () => {
    const people = product.company.people.slice(0, 30).map(({ id }) => id)
    const arrived: string[] = []
    const gate = aGate()
    const messenger: Ports['messenger'] = {
      ...product.ports.messenger,
      async toPerson(personId) {
        await gate.passed
        arrived.push(personId)
        return { sent: true, conversationId: 'c', activityId: personId }
      },
    }
    const onTime = anInstance(0, { messenger })
    const decision = { kind: 'decision', decision: 'approve', programName: 'Reverse 2026' } as const
    for (const id of people) {
      await product.ports.store.reachable.save({ id, conversationId: 'c', serviceUrl: 'https://teams' })
      await tell(onTime.ports, `apart.${id}`, id, decision)
    }
    const first = people.map((id) => deliverNotice(onTime.ports, `apart.${id}`))
    await untilClaimed('notices', people.length)
    const others = clocks.map(([, aheadMs]) => anInstance(aheadMs, { messenger }))
    const second: Promise<void>[] = []
    for (const other of others) {
      for (const { name, payload } of await other.look())
        if (name === 'deliver-notice')
          second.push(deliverNotice(other.ports, (payload as { noticeKey: string }).noticeKey))
      // A job that came twice finds the card with somebody too.
      second.push(...people.map((id) => deliverNotice(other.ports, `apart.${id}`)))
    }
    await new Promise((done) => setTimeout(done, 300))
    gate.open()
    await Promise.all([...first, ...second])
    expect(arrived.sort()).toEqual([...people].sort())
  })

  it.each(clocks)('of a dead worker are taken up by an instance that is %s', async (_what, aheadMs) => {
    const { store } = product.ports
    const key = `left.${aheadMs}`
    await store.notices.intend(key, 'nobody', {
      kind: 'decision',
      decision: 'approve',
      programName: 'Reverse 2026',
    })
    await store.notices.claim(key, leaseMs)
    const instance = anInstance(aheadMs)
    const isAsked = async () =>
      (await instance.look()).some(({ payload }) => 'noticeKey' in payload && payload.noticeKey === key)
    expect(await isAsked()).toBe(false)
    await ageClaims(product.database, leaseMs + 1000)
    expect(await isAsked()).toBe(true)
  })
})

describe('a series', () => {
  it('is booked by one instance, whatever time the others think it is', async () => {
    const cohortId = await openCohort(product)
    await enrolCompany(product, cohortId)
    await proposeAll(product, cohortId)
    await approveAll(product, cohortId)
    const { holdId } = product.waiting.find(({ name }) => name === 'book-hold')!.payload as { holdId: string }
    const gate = aGate()
    let asked = 0
    const calendar: Ports['calendar'] = {
      ...product.ports.calendar,
      async availability(...args) {
        asked += 1
        await gate.passed
        return product.ports.calendar.availability(...args)
      },
    }
    const first = bookHold(anInstance(0, { calendar }).ports, holdId)
    await untilClaimed('holds', 1)
    for (const [, aheadMs] of clocks) {
      const other = anInstance(aheadMs, { calendar })
      const taken = (await other.look()).filter(
        ({ payload }) => 'holdId' in payload && payload.holdId === holdId,
      )
      expect(taken).toEqual([])
      await bookHold(other.ports, holdId)
    }
    expect(asked).toBe(1)
    gate.open()
    await first
    expect((await product.ports.store.holds.get(holdId))!.state).toBe('booked')
  })
})

async function untilClaimed(table: 'notices' | 'holds', count: number): Promise<void> {
  const column = table === 'notices' ? 'claimed_at' : 'claimed_until'
  for (let look = 0; look < 200; look += 1) {
    const { rows } = await product.database.query(`select 1 from ${table} where ${column} is not null`)
    if (rows.length >= count) return
    await new Promise((done) => setTimeout(done, 25))
  }
  throw new Error('Nobody begins.')
}
