/** A series that somebody splits in Outlook is followed into its second half, or is one question. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { endSeriesBefore, moveFollowing } from '../../../bot/demo/graph-server.ts'
import { catalog } from '../../../bot/jobs/catalog.ts'
import { lookAtMailbox } from '../../../bot/workflows/scheduling/look-at-mailbox.ts'
import { lookAtSeries } from '../../../bot/workflows/scheduling/look-at-series.ts'
import { type Booked, bookedProduct, sessionNow } from '../../support/keeping.ts'
import type { Product } from '../../support/product.ts'

let product: Product
let cohortId: string
let booked: Booked[]
let nth = 0

beforeAll(async () => {
  ;({ product, cohortId, booked } = await bookedProduct())
})
afterAll(() => product.close())

/** A pair nobody touched yet. */
const nextPair = () => booked[nth++]!
const look = ({ hold }: Booked) => lookAtSeries(product.ports, hold.id)
const hourMs = 3_600_000

/** A look, and the one that it asked for when the calendar did not list something. */
async function lookAgain(pair: Booked, minutes = 5) {
  const { organizerId } = pair.hold.booking
  product.waiting.length = 0
  await lookAtMailbox(product.ports, organizerId)
  const [again, ...rest] = product.waiting.filter(({ name }) => name === 'look-at-mailbox')
  expect(rest).toEqual([])
  await product.advanceDays(minutes / 1440)
  if (again) await catalog['look-at-mailbox'].run(product.ports, again.payload as { mailbox: string })
  return again
}

describe('"this and all following" in Outlook', () => {
  /** From the third Session on, a day and an hour later. */
  function split(pair: Booked) {
    const { organizerId, eventId } = pair.hold.booking
    const third = pair.sessions[2]!.startsAt
    const dateTime = new Date(third.getTime() + 25 * hourMs).toISOString().slice(0, 19)
    moveFollowing(product.tenant.state, organizerId, eventId, third.toISOString(), {
      dateTime,
      timeZone: 'UTC',
    })
  }
  const startsOf = async ({ pairing }: Booked) =>
    (await product.ports.store.sessions.ofPairing(pairing.id)).map(({ startsAt }) => startsAt.getTime())

  it('is followed: the Sessions are where the new series has them, and nobody is asked anything', async () => {
    const pair = nextPair()
    split(pair)
    await look(pair)
    await look(pair)
    const before = pair.sessions.map(({ startsAt }) => startsAt.getTime())
    const after = await startsOf(pair)
    expect(after.slice(0, 2)).toEqual(before.slice(0, 2))
    expect(after[2]).toBe(before[2]! + 25 * hourMs)
    expect(after.slice(2).every((at, i) => Math.abs(at - before[i + 2]! - 25 * hourMs) <= hourMs)).toBe(true)
    for (const session of pair.sessions) expect((await sessionNow(product, session)).state).toBe('planned')
    expect(await product.ports.store.repairs.ofPairing(pair.pairing.id)).toEqual([])
    const hold = await product.ports.store.holds.get(pair.hold.id)
    expect(hold).toMatchObject({ state: 'booked', booking: { eventId: pair.hold.booking.eventId } })
    expect(hold?.state === 'booked' && hold.booking.continuedIn).toHaveLength(1)
  })

  it('goes on being read, moved and ended where it goes on', async () => {
    const pair = nextPair()
    split(pair)
    await look(pair)
    const hold = await product.ports.store.holds.get(pair.hold.id)
    if (hold?.state !== 'booked') throw new Error('not held')
    const fourth = await sessionNow(product, pair.sessions[3]!)
    const { calendar } = product.ports
    const later = fourth.startsAt.getTime() + hourMs
    const to = { start: later, end: later + hourMs }
    expect(await calendar.moveOccurrence(hold.booking, fourth.originalStart!, to)).toBe('moved')
    await look(pair)
    expect((await sessionNow(product, fourth)).startsAt.getTime()).toBe(later)
    await calendar.cancel(hold.booking, 'Ended')
    expect(await calendar.seriesNow(hold.booking)).toMatchObject({ isListed: false })
  })

  it('whose new series cannot be found is one question to the Organizer, after a second look', async () => {
    const pair = nextPair()
    const { organizerId, eventId } = pair.hold.booking
    const third = pair.sessions[2]!.startsAt.toISOString()
    endSeriesBefore(product.tenant.state, organizerId, eventId, third)
    await look(pair)
    for (const session of pair.sessions) expect((await sessionNow(product, session)).state).toBe('planned')
    expect(await lookAgain(pair)).toBeDefined()
    const states = await Promise.all(pair.sessions.map(async (one) => (await sessionNow(product, one)).state))
    expect(states).toEqual(pair.sessions.map((_, i) => (i < 2 ? 'planned' : 'cancelled')))
    await look(pair)
    expect(await product.ports.store.repairs.ofPairing(pair.pairing.id)).toEqual([])
    const concerns = await product.ports.store.concerns.list(cohortId)
    expect(concerns.filter(({ pairingId }) => pairingId === pair.pairing.id)).toMatchObject([
      { kind: 'series-shortened', detail: { sessions: pair.sessions.length - 2 } },
    ])
  })
})
