/** A whole series that somebody moves in Outlook, while their mailbox works in another time zone than the pair's. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Asker } from '../../../bot/api/handler.ts'
import { scheduleRoutes } from '../../../bot/api/routes/scheduling/schedule.ts'
import { cancelOccurrence, moveOccurrence, moveSeries } from '../../../bot/demo/graph-server.ts'
import { isRefused } from '../../../bot/domain/refusal.ts'
import { lookAtSeries } from '../../../bot/workflows/scheduling/look-at-series.ts'
import { type Booked, bookedProduct, outlookOf, sessionNow } from '../../support/keeping.ts'
import type { Product } from '../../support/product.ts'

let product: Product
let booked: Booked[]
let cohortId: string
let nth = 0

beforeAll(async () => {
  ;({ product, cohortId, booked } = await bookedProduct({ people: 260, mentors: 20, mentees: 14 }))
})
afterAll(() => product.close())

/** A pair nobody touched yet. */
const nextPair = () => booked[nth++]!
const look = ({ hold }: Booked) => lookAtSeries(product.ports, hold.id)
const now = (pair: Booked) => Promise.all(pair.sessions.map((one) => sessionNow(product, one)))
const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** Where the Organizer reads when the pairs meet. */
async function timeInList({ hold }: Booked) {
  const asker = {
    personId: product.company.personas.organizer,
    rolesFor: async () => ['organizer'],
  } as unknown as Asker
  const list = await scheduleRoutes(product.ports).schedule(asker, { id: cohortId })
  if (isRefused(list)) throw new Error(list.refused)
  return list.holds.find(({ id }) => id === hold.id)?.time
}

const clockIn = (timeZone: string) => (at: Date) =>
  at.toLocaleTimeString('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' })
const dateIn = (timeZone: string, at: Date) => at.toLocaleDateString('en-CA', { timeZone })

/** The series so that the first Session begins that many days after it was, at this time there. */
function moveTo(pair: Booked, zone: { iana: string; windows: string }, time: string, days = 1) {
  const { organizerId, eventId } = pair.hold.booking
  const first = pair.sessions[0]!.startsAt
  moveSeries(product.tenant.state, organizerId, eventId, first.toISOString(), {
    dateTime: `${dateIn(zone.iana, new Date(first.getTime() + days * dayMs))}T${time}:00`,
    timeZone: zone.windows,
  })
}

const zones = [
  { iana: 'America/New_York', windows: 'Eastern Standard Time', time: '09:00' },
  // Another date than in UTC, so a date read on the wrong clock is a day off.
  { iana: 'Australia/Sydney', windows: 'AUS Eastern Standard Time', time: '08:30' },
  { iana: 'America/Los_Angeles', windows: 'Pacific Standard Time', time: '17:30' },
]

describe.each(zones)('a series moved to $time in $iana', ({ time, ...zone }) => {
  it('keeps that clock at every date, in Outlook and in the Sessions', async () => {
    const pair = nextPair()
    moveTo(pair, zone, time)
    await look(pair)
    await look(pair)
    const sessions = await now(pair)
    expect(sessions.map(({ startsAt }) => clockIn(zone.iana)(startsAt))).toEqual(sessions.map(() => time))
    expect(sessions.map(({ state }) => state)).toEqual(sessions.map(() => 'planned'))
    expect(sessions.map(({ startsAt }) => startsAt.toISOString())).toEqual(await outlookOf(product, pair))
    expect(await product.ports.store.repairs.ofPairing(pair.pairing.id)).toEqual([])
    // The Organizer's list says it on the clock that was agreed.
    const first = clockIn(pair.hold.slot.timeZone)(sessions[0]!.startsAt)
    expect(await timeInList(pair)).toBe(first)
  })

  it('knows which date was called off and which was moved afterwards', async () => {
    const pair = nextPair()
    const { organizerId, eventId } = pair.hold.booking
    moveTo(pair, zone, time)
    await look(pair)
    const [, second, third] = await now(pair)
    const { state } = product.tenant
    cancelOccurrence(state, organizerId, eventId, second!.startsAt.toISOString())
    const later = new Date(third!.startsAt.getTime() + 2 * hourMs)
    const dateTime = later.toISOString().slice(0, 19)
    moveOccurrence(state, organizerId, eventId, third!.startsAt.toISOString(), { dateTime, timeZone: 'UTC' })
    await look(pair)
    const after = await now(pair)
    expect(after.map((one) => one.state)).toEqual(after.map((_, i) => (i === 1 ? 'cancelled' : 'planned')))
    expect(after[2]!.startsAt).toEqual(later)
    const repairs = await product.ports.store.repairs.ofPairing(pair.pairing.id)
    expect(repairs).toMatchObject([{ sessionId: second!.id, reason: 'cancelled' }])
  })

  it('knows a date that was called off between the move and the first look', async () => {
    const pair = nextPair()
    const { organizerId, eventId } = pair.hold.booking
    moveTo(pair, zone, time)
    const event = [...product.tenant.state.events.values()].find(({ id }) => eventId.endsWith(id.slice(4)))!
    const dates = pair.sessions.map(({ startsAt }) => dateIn(zone.iana, new Date(startsAt.getTime() + dayMs)))
    cancelOccurrence(product.tenant.state, organizerId, eventId, dates[1]!)
    expect(event.cancelled.size).toBe(1)
    await look(pair)
    const after = await now(pair)
    expect(after.map((one) => one.state)).toEqual(after.map((_, i) => (i === 1 ? 'cancelled' : 'planned')))
    const standing = after.filter((one) => one.state === 'planned').map((one) => one.startsAt.toISOString())
    expect(standing).toEqual(await outlookOf(product, pair))
  })
})
