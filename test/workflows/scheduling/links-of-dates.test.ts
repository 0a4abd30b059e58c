/** Which meeting the card and the tab lead to: the series', or that of an event of its own. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { readEventId } from '../../../bot/demo/graph/event-store.ts'
import { cancelOccurrence, moveOccurrence } from '../../../bot/demo/graph-server.ts'
import { isRefused } from '../../../bot/domain/refusal.ts'
import { linkOf } from '../../../bot/domain/scheduling/hold.ts'
import { myMentoringNow } from '../../../bot/workflows/meeting/my-next-session.ts'
import { lookAtSeries } from '../../../bot/workflows/scheduling/look-at-series.ts'
import { chooseRepair } from '../../../bot/workflows/scheduling/repair/book-repair.ts'
import { type Booked, bookedProduct, runOnly, sessionNow } from '../../support/keeping.ts'
import type { Product } from '../../support/product.ts'

let product: Product
let booked: Booked[]

beforeAll(async () => {
  ;({ product, booked } = await bookedProduct())
})
afterAll(() => product.close())

const look = ({ hold }: Booked) => lookAtSeries(product.ports, hold.id)
const eventOf = (eventId: string) => product.tenant.state.events.get(readEventId(eventId)!.key)!
const nextLink = async (personId: string) => {
  const mine = await myMentoringNow(product.ports, personId)
  return (mine as { next?: { joinUrl?: string } }).next?.joinUrl
}

/** The first date is called off in Outlook and gets another time, which is an event of its own. */
async function ownEvent(pair: Booked) {
  const { organizerId, eventId } = pair.hold.booking
  const [first] = pair.sessions
  cancelOccurrence(product.tenant.state, organizerId, eventId, first!.startsAt.toISOString())
  await look(pair)
  await runOnly(product, 'offer-repair')
  const repair = (await product.ports.store.repairs.ofSession(first!.id)).at(-1)!
  const chosen = await chooseRepair(product.ports, repair.id, 0, pair.pairing.menteeId)
  if (isRefused(chosen)) throw new Error(chosen.refused)
  expect(await runOnly(product, 'book-repair')).toEqual([])
  const own = (await sessionNow(product, first!)).eventId!
  expect(own).toBeDefined()
  return own
}

describe('the Join link', () => {
  it('of a moved date is the series', async () => {
    const pair = booked[0]!
    const { organizerId, eventId, joinUrl } = pair.hold.booking
    const first = pair.sessions[0]!.startsAt
    const dateTime = new Date(first.getTime() + 3_600_000).toISOString().slice(0, 19)
    moveOccurrence(product.tenant.state, organizerId, eventId, first.toISOString(), {
      dateTime,
      timeZone: 'UTC',
    })
    await look(pair)
    expect(joinUrl).toMatch(/^https:/)
    expect(await nextLink(pair.pairing.mentorId)).toBe(joinUrl)
  })

  it('of a date of its own is the series too, whose link was written into it', async () => {
    const pair = booked[1]!
    const own = await ownEvent(pair)
    await look(pair)
    const { joinUrl } = pair.hold.booking
    expect((eventOf(own).resource['body'] as { content: string }).content).toContain(joinUrl?.split('?')[0])
    expect(await nextLink(pair.pairing.menteeId)).toBe(joinUrl)
  })

  it('of a date with a meeting of its own leads there, and that of the others does not', async () => {
    const pair = booked[2]!
    const { joinUrl: _, ...unlinked } = pair.hold.booking
    const series = eventOf(unlinked.eventId)
    series.resource = { ...series.resource, isOnlineMeeting: false, onlineMeeting: null }
    await product.ports.store.holds.save({ ...pair.hold, booking: unlinked })
    const own = await ownEvent(pair)
    const { joinUrl } = eventOf(own).resource['onlineMeeting'] as { joinUrl: string }
    expect(await nextLink(pair.pairing.mentorId)).toBe(joinUrl)
    const hold = await product.ports.store.holds.get(pair.hold.id)
    expect(linkOf(hold, undefined)).toBeUndefined()
  })

  it('of a date to which somebody gave a meeting in Outlook is known after a look', async () => {
    const pair = booked[3]!
    const own = await ownEvent(pair)
    const joinUrl = 'https://teams.microsoft.com/l/meetup-join/own/0'
    const event = eventOf(own)
    event.resource = { ...event.resource, isOnlineMeeting: true, onlineMeeting: { joinUrl } }
    await look(pair)
    expect(await nextLink(pair.pairing.mentorId)).toBe(joinUrl)
    expect(linkOf(await product.ports.store.holds.get(pair.hold.id), undefined)).toBe(
      pair.hold.booking.joinUrl,
    )
  })
})
