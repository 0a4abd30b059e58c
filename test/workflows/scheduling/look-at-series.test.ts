/** What people do to their Sessions in Outlook becomes a fact here, once, and only when it was really read. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import {
  cancelOccurrence,
  declineOccurrence,
  moveOccurrence,
  respondToEvent,
  setIndexed,
} from '../../../bot/demo/graph-server.ts'
import { isRefused } from '../../../bot/domain/refusal.ts'
import { catalog } from '../../../bot/jobs/catalog.ts'
import { recordCheckIn } from '../../../bot/workflows/meeting/record-check-in.ts'
import { lookAtMailbox } from '../../../bot/workflows/scheduling/look-at-mailbox.ts'
import { lookAtSeries } from '../../../bot/workflows/scheduling/look-at-series.ts'
import { bookAll } from '../../../bot/workflows/scheduling/release-hold.ts'
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

describe('a Session in Outlook', () => {
  it('that nobody touched stays as it is, however often it is looked at', async () => {
    const pair = nextPair()
    const before = await product.ports.store.sessions.ofPairing(pair.pairing.id)
    await look(pair)
    await look(pair)
    const after = await product.ports.store.sessions.ofPairing(pair.pairing.id)
    const facts = ({ startsAt, endsAt, state, movedFrom, declinedBy }: (typeof after)[number]) => ({
      ...{ startsAt, endsAt, state, movedFrom, declinedBy },
    })
    expect(after.map(facts)).toEqual(before.map(facts))
    expect(product.waiting.filter(({ name }) => name === 'offer-repair')).toEqual([])
  })

  it('that the organizer moved keeps the date agreed first, and who moved it; moved back it was never moved', async () => {
    const pair = nextPair()
    const session = pair.sessions[1]!
    const { state } = product.tenant
    const { organizerId, eventId } = pair.hold.booking
    const later = new Date(session.startsAt.getTime() + 26 * hourMs)
    const at = (date: Date) => ({ dateTime: date.toISOString().slice(0, 19), timeZone: 'UTC' })
    moveOccurrence(state, organizerId, eventId, session.startsAt.toISOString(), at(later))
    await look(pair)
    await look(pair)
    expect(await sessionNow(product, session)).toMatchObject({
      startsAt: later,
      movedFrom: session.startsAt,
      movedBy: organizerId,
      state: 'planned',
    })
    const further = new Date(later.getTime() + hourMs)
    moveOccurrence(state, organizerId, eventId, later.toISOString(), at(further))
    await look(pair)
    expect(await sessionNow(product, session)).toMatchObject({
      startsAt: further,
      movedFrom: session.startsAt,
    })
    moveOccurrence(state, organizerId, eventId, further.toISOString(), at(session.startsAt))
    await look(pair)
    const back = await sessionNow(product, session)
    expect([back.startsAt, back.movedFrom, back.movedBy]).toEqual([session.startsAt, undefined, undefined])
  })

  it('that somebody declined says who, and opens one search for another time', async () => {
    const pair = nextPair()
    const session = pair.sessions[0]!
    const { menteeId } = pair.pairing
    declineOccurrence(
      product.tenant.state,
      menteeId,
      pair.hold.booking.eventId,
      session.startsAt.toISOString(),
    )
    await look(pair)
    await look(pair)
    expect(await sessionNow(product, session)).toMatchObject({ declinedBy: menteeId, state: 'planned' })
    const repairs = await product.ports.store.repairs.ofSession(session.id)
    expect(repairs).toMatchObject([{ state: 'open', reason: 'declined', askedBy: menteeId, attempt: 1 }])
    // About that date alone: the others stand, and the series as a whole is no question.
    const all = await product.ports.store.repairs.ofPairing(pair.pairing.id)
    expect(all.map(({ sessionId }) => sessionId)).toEqual([session.id])
    for (const other of pair.sessions.slice(1)) {
      const { state, declinedBy } = await sessionNow(product, other)
      expect([state, declinedBy]).toEqual(['planned', undefined])
    }
    const concerns = await product.ports.store.concerns.list(cohortId)
    expect(concerns.filter((one) => one.pairingId === pair.pairing.id)).toEqual([])
    respondToEvent(
      product.tenant.state,
      menteeId,
      pair.hold.booking.eventId,
      'accepted',
      session.startsAt.toISOString(),
    )
    await look(pair)
    expect((await sessionNow(product, session)).declinedBy).toBeUndefined()
    expect(await product.ports.store.repairs.ofSession(session.id)).toMatchObject([{ state: 'kept' }])
  })

  it('that the organizer called off is cancelled, counts as due, and is repaired too', async () => {
    const pair = nextPair()
    const session = pair.sessions[0]!
    const { organizerId, eventId } = pair.hold.booking
    cancelOccurrence(product.tenant.state, organizerId, eventId, session.startsAt.toISOString())
    await look(pair)
    await look(pair)
    expect(await sessionNow(product, session)).toMatchObject({ state: 'cancelled', declinedBy: organizerId })
    expect(await product.ports.store.repairs.ofSession(session.id)).toMatchObject([{ reason: 'cancelled' }])
    for (const other of pair.sessions.slice(1))
      expect(await sessionNow(product, other)).toMatchObject({ state: 'planned', startsAt: other.startsAt })
  })

  it('of a series declined as a whole is offered another time once, and the Organizer hears of it', async () => {
    const pair = nextPair()
    respondToEvent(product.tenant.state, pair.pairing.menteeId, pair.hold.booking.eventId, 'declined')
    await look(pair)
    const repairs = await product.ports.store.repairs.ofPairing(pair.pairing.id)
    expect(repairs.map(({ sessionId }) => sessionId)).toEqual([pair.sessions[0]!.id])
    const concerns = await product.ports.store.concerns.list(cohortId)
    expect(concerns.filter(({ pairingId }) => pairingId === pair.pairing.id)).toMatchObject([
      { kind: 'series-declined' },
    ])
  })
})

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

describe('what is not known', () => {
  it('takes no series for gone that is missing from one list, and says nothing of it', async () => {
    const pair = nextPair()
    const { eventId } = pair.hold.booking
    const before = await product.ports.store.sessions.ofPairing(pair.pairing.id)
    setIndexed(product.tenant.state, eventId, false)
    await look(pair)
    await look(pair)
    expect(await product.ports.store.holds.get(pair.hold.id)).toEqual(pair.hold)
    expect(await lookAgain(pair, 1)).toMatchObject({ payload: { unlisted: [eventId] } })
    expect(await product.ports.store.holds.get(pair.hold.id)).toEqual(pair.hold)
    setIndexed(product.tenant.state, eventId, true)
    expect(await lookAgain(pair)).toBeUndefined()
    expect(await product.ports.store.holds.get(pair.hold.id)).toEqual(pair.hold)
    expect(await product.ports.store.sessions.ofPairing(pair.pairing.id)).toEqual(before)
  })

  it('changes nothing: a reading that fails is no cancellation', async () => {
    const pair = nextPair()
    const before = await product.ports.store.sessions.ofPairing(pair.pairing.id)
    const { organizerId, eventId } = pair.hold.booking
    cancelOccurrence(product.tenant.state, organizerId, eventId, pair.sessions[0]!.startsAt.toISOString())
    product.tenant.state.faults.push({
      service: 'graph',
      path: /instances/,
      kind: 'error-before',
      status: 403,
      times: 1,
    })
    await expect(look(pair)).rejects.toThrow()
    expect(await product.ports.store.sessions.ofPairing(pair.pairing.id)).toEqual(before)
    await look(pair)
    expect((await sessionNow(product, pair.sessions[0]!)).state).toBe('cancelled')
  })

  it('a Session that was answered for stays as it was answered', async () => {
    const pair = nextPair()
    const session = pair.sessions[0]!
    const now = product.tenant.state.now
    product.tenant.state.now = () => new Date(session.endsAt.getTime() + 60_000)
    const held = { held: true, worth: 5, obstacle: 'nothing' } as const
    const answered = await recordCheckIn(product.ports, session.id, pair.pairing.mentorId, held)
    expect(isRefused(answered)).toBe(false)
    const { organizerId, eventId } = pair.hold.booking
    cancelOccurrence(product.tenant.state, organizerId, eventId, session.startsAt.toISOString())
    await look(pair)
    product.tenant.state.now = now
    expect((await sessionNow(product, session)).state).toBe('held')
  })
})

describe('a series that somebody deleted', () => {
  it('is never booked again by itself; the Organizer hears of it and decides', async () => {
    const pair = nextPair()
    const { organizerId, eventId } = pair.hold.booking
    await product.ports.calendar.cancelMeeting({ organizerId, eventId }, 'No time')
    expect(await product.ports.calendar.seriesNow(pair.hold.booking)).toMatchObject({ isListed: false })
    await lookAgain(pair)
    await look(pair)
    const hold = await product.ports.store.holds.get(pair.hold.id)
    expect(hold).toMatchObject({ state: 'failed', failure: 'deleted-in-outlook', revision: 2 })
    for (const session of pair.sessions) expect((await sessionNow(product, session)).state).toBe('cancelled')
    const concerns = await product.ports.store.concerns.list(cohortId)
    expect(concerns.filter(({ kind }) => kind === 'series-deleted')).toHaveLength(1)
    await bookAll(product.ports, cohortId, product.company.personas.organizer)
    expect(await product.ports.store.holds.get(pair.hold.id)).toMatchObject({ state: 'failed' })
  })
})
