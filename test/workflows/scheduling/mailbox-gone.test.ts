/** A mailbox that goes, or loses Teams: said once to the Organizer, and its series are not taken for deleted. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { setMailbox, setTeams } from '../../../bot/demo/graph-server.ts'
import { catalog } from '../../../bot/jobs/catalog.ts'
import { endPairing } from '../../../bot/workflows/pairing/end-pairing.ts'
import { lookAtMailbox, lookWhereNobodyLooked } from '../../../bot/workflows/scheduling/look-at-mailbox.ts'
import { lookAtSeries } from '../../../bot/workflows/scheduling/look-at-series.ts'
import { openWatches } from '../../../bot/workflows/scheduling/tend-watches.ts'
import { type Booked, bookedProduct, toldOf } from '../../support/keeping.ts'
import type { Product } from '../../support/product.ts'

let product: Product
let cohortId: string
let booked: Booked[]
beforeAll(async () => {
  ;({ product, cohortId, booked } = await bookedProduct())
}, 120_000)
afterAll(() => product.close())

const concernsOf = async (kind: string) =>
  (await product.ports.store.concerns.list(cohortId)).filter((one) => one.kind === kind)

/** The look that a look asked for. */
async function lookAgain() {
  const at = product.waiting.findIndex(({ name }) => name === 'look-at-mailbox')
  const [again] = at < 0 ? [] : product.waiting.splice(at, 1)
  await product.advanceDays(5 / 1440)
  if (again) await catalog['look-at-mailbox'].run(product.ports, again.payload as { mailbox: string })
  return again
}

describe('a mailbox that is gone', () => {
  it('is said once to the Organizer, after a second look; its series stay as they are', async () => {
    const [pair] = booked
    const { organizerId } = pair!.hold.booking
    product.waiting.length = 0
    await openWatches(product.ports)
    setMailbox(product.tenant.state, organizerId, false)
    await lookAtMailbox(product.ports, organizerId)
    expect(await concernsOf('mailbox-gone')).toEqual([])
    expect(await lookAgain()).toBeDefined()
    await lookAtMailbox(product.ports, organizerId)
    await lookAgain()
    expect(await concernsOf('mailbox-gone')).toMatchObject([
      { pairingId: pair!.pairing.id, detail: { personId: organizerId } },
    ])
    expect(await concernsOf('series-deleted')).toEqual([])
    expect(await product.ports.store.holds.get(pair!.hold.id)).toEqual(pair!.hold)
    expect(await product.ports.store.sessions.ofPairing(pair!.pairing.id)).toEqual(pair!.sessions)
    const told = await toldOf(product, product.company.personas.organizer, 'concerns')
    expect(told.flatMap(({ notice }) => (notice.kind === 'concerns' ? [notice.counts] : []))).toEqual([
      { 'mailbox-gone': 1 },
    ])
  })

  it('is not asked about every minute', async () => {
    const [pair] = booked
    product.waiting.length = 0
    await lookWhereNobodyLooked(product.ports)
    const mailboxes = product.waiting.map(({ payload }) => (payload as { mailbox: string }).mailbox)
    expect(mailboxes).not.toContain(pair!.hold.booking.organizerId)
    product.waiting.length = 0
  })

  it('closes by itself when the mailbox is back', async () => {
    const { organizerId } = booked[0]!.hold.booking
    setMailbox(product.tenant.state, organizerId, true)
    await lookAtMailbox(product.ports, organizerId)
    expect((await concernsOf('mailbox-gone')).filter(({ closedAt }) => !closedAt)).toEqual([])
  })

  it('does not keep a pair from ending', async () => {
    const pair = booked.at(-1)!
    setMailbox(product.tenant.state, pair.hold.booking.organizerId, false)
    await endPairing(product.ports, pair.pairing.id, product.company.personas.organizer)
    expect(await product.runJobs(3)).toEqual([])
    expect(await product.ports.store.holds.get(pair.hold.id)).toMatchObject({ state: 'released' })
  })
})

describe('a series without a Teams link', () => {
  it('is said once for its mailbox, and closes when the link comes', async () => {
    const pair = booked[1]!
    const { store } = product.ports
    const { joinUrl, ...unlinked } = pair.hold.booking
    expect(joinUrl).toBeDefined()
    const master = [...product.tenant.state.events.values()].find(
      ({ transactionId }) => transactionId === `${pair.hold.id}.1`,
    )!
    const meeting = master.resource['onlineMeeting']
    master.resource['onlineMeeting'] = null
    await store.holds.save({ ...pair.hold, booking: unlinked })
    await lookAtSeries(product.ports, pair.hold.id)
    await lookAtSeries(product.ports, pair.hold.id)
    expect(await concernsOf('no-teams-link')).toMatchObject([{ detail: { personId: unlinked.organizerId } }])
    master.resource['onlineMeeting'] = meeting
    await lookAtSeries(product.ports, pair.hold.id)
    expect(await store.holds.get(pair.hold.id)).toMatchObject({ booking: { joinUrl } })
    expect((await concernsOf('no-teams-link')).filter(({ closedAt }) => !closedAt)).toEqual([])
  })

  it('is what a mailbox without Teams books', async () => {
    const { organizerId } = booked[2]!.hold.booking
    setTeams(product.tenant.state, organizerId, false)
    const booking = await product.ports.calendar.bookSingle({
      ...{
        key: 'without-teams',
        organizer: { id: organizerId },
        attendees: [],
        subject: 'Mentoring',
        body: '',
      },
      at: { start: Date.parse('2027-05-03T08:00:00Z'), end: Date.parse('2027-05-03T09:00:00Z') },
    })
    expect(booking.joinUrl).toBeUndefined()
  })
})
