/** Outlook's pane asks which Session of mine an appointment is: each of the two by their own copy, nobody else by any. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { readCalendar } from '../../../bot/demo/control/calendar.ts'
import { endPairing } from '../../../bot/workflows/pairing/end-pairing.ts'
import { type Api, openApi } from '../../support/api.ts'
import { type Booked, bookedProduct } from '../../support/keeping.ts'
import type { Product } from '../../support/product.ts'

let product: Product
let booked: Booked[]
let api: Api
beforeAll(async () => {
  ;({ product, booked } = await bookedProduct())
  api = await openApi(product)
})
afterAll(() => product.close())

const none = { session: null }
const yearMs = 365 * 86_400_000
/** What somebody has in their own Outlook, as Outlook names it. */
const calendarOf = async (personId: string) => {
  const now = product.tenant.state.now().getTime()
  const span = [now - yearMs / 4, now + yearMs].map((at) => new Date(at).toISOString()) as [string, string]
  return readCalendar(product.tenant, personId, ...span)
}
const copies = async (personId: string) =>
  (await calendarOf(personId)).filter(({ isHold, seriesMasterId }) => isHold && seriesMasterId)
const ask = async (personId: string, item: string, startsAt?: string) =>
  (await api.as(personId)('appointment', { item, ...(startsAt ? { startsAt } : {}) })).body

describe('the Session that an appointment is', () => {
  it('is found by each of the two from their own copy, date by date', async () => {
    const { pairing, sessions } = booked[0]!
    const items = await Promise.all([copies(pairing.mentorId), copies(pairing.menteeId)])
    for (const [at, personId] of [pairing.mentorId, pairing.menteeId].entries()) {
      const mine = items[at]!.filter(({ start }) =>
        sessions.some(({ startsAt }) => startsAt.toISOString() === start),
      )
      expect(mine).toHaveLength(sessions.length)
      for (const { id, start } of mine) {
        const session = sessions.find(({ startsAt }) => startsAt.toISOString() === start)!
        expect(await ask(personId, id)).toEqual({
          session: { id: session.id, pairingId: pairing.id, cohortId: pairing.cohortId },
        })
      }
    }
    // The two do not even share an id.
    expect(items[0]!.map(({ id }) => id).filter((id) => items[1]!.some((one) => one.id === id))).toEqual([])
  })

  it('is the next one where the whole series is looked at, or the one of that date where Outlook says which', async () => {
    const { pairing, sessions } = booked[0]!
    const series = (await copies(pairing.menteeId))[0]!.seriesMasterId!
    const [first, , third] = sessions
    expect((await ask(pairing.menteeId, series)).session?.id).toBe(first!.id)
    const named = await ask(pairing.menteeId, series, third!.startsAt.toISOString())
    expect(named.session?.id).toBe(third!.id)
    const elsewhere = await ask(pairing.menteeId, series, '2031-01-01T09:00:00Z')
    expect(elsewhere.session?.id).toBe(first!.id)
  })

  it('stays that Session when its date is moved in Outlook', async () => {
    const { pairing, hold, sessions } = booked[1]!
    const second = sessions[1]!
    const later = second.startsAt.getTime() + 86_400_000
    const before = (await copies(pairing.menteeId)).find(
      ({ start }) => start === second.startsAt.toISOString(),
    )!
    await product.ports.calendar.moveOccurrence(hold.booking, second.originalStart!, {
      start: later,
      end: later + 1_800_000,
    })
    const moved = (await copies(pairing.menteeId)).find(
      ({ start }) => start === new Date(later).toISOString(),
    )!
    for (const { id } of [before, moved])
      expect((await ask(pairing.menteeId, id)).session?.id).toBe(second.id)
  })

  it('is none of a dentist, of an id that nobody has, and of one that leads elsewhere', async () => {
    const { pairing } = booked[0]!
    const own = (await calendarOf(pairing.menteeId)).find(({ isHold }) => !isHold)!
    for (const item of [own.id, 'AAMkNothing', `${own.id}x`])
      expect(await ask(pairing.menteeId, item)).toEqual(none)
    const { status } = await api.as(pairing.menteeId)('appointment', { item: '../users' })
    expect(status).toBe(400)
  })

  it('is nobody else’s: whoever is not of the pair hears what they hear of any id', async () => {
    const { pairing, hold } = booked[0]!
    const other = booked[1]!.pairing.mentorId
    const theirs = await Promise.all([copies(pairing.mentorId), copies(pairing.menteeId)])
    for (const { id } of theirs.flat().slice(0, 4)) expect(await ask(other, id)).toEqual(none)
    expect(await ask(other, hold.booking.eventId)).toEqual(none)
    const stranger = product.company.personas.communications
    expect(await ask(stranger, theirs[0]![0]!.id)).toEqual(none)
  })

  it('is not asked of Outlook for whoever has no pair', async () => {
    // By whatever runs beside, other things are asked all the time.
    const asked = () => product.tenant.state.log.filter(({ path }) => path.includes('AAMkOfNobody'))
    expect(await ask(product.company.personas.communications, 'AAMkOfNobody')).toEqual(none)
    expect(asked()).toEqual([])
    const { pairing } = booked[2]!
    expect(await ask(pairing.menteeId, 'AAMkOfNobody')).toEqual(none)
    expect(asked()).not.toEqual([])
  })

  it('says that the calendar is out of reach rather than that there is no Session', async () => {
    const { pairing } = booked[2]!
    const [item] = await copies(pairing.menteeId)
    const path = new RegExp(`^GET .*/users/${pairing.menteeId}/events/`)
    product.tenant.state.faults.push({ service: 'graph', path, kind: 'error-before', status: 403, times: 1 })
    const refused = await api.as(pairing.menteeId)('appointment', { item: item!.id })
    expect([refused.status, refused.problem.code]).toEqual([409, 'calendar-unknown'])
  })

  it('is none once the pair has ended', async () => {
    const { pairing, sessions } = booked[3]!
    const at = sessions[0]!.startsAt.toISOString()
    const item = (await copies(pairing.mentorId)).find(({ start }) => start === at)!
    expect((await ask(pairing.mentorId, item.id)).session?.pairingId).toBe(pairing.id)
    await endPairing(product.ports, pairing.id, pairing.menteeId)
    expect(await ask(pairing.mentorId, item.id)).toEqual(none)
  })
})
