/** A place that becomes free goes to whoever has waited longest and could have it, and on from there when nobody takes it. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Participant } from '../../../bot/domain/enrolment/participant.ts'
import type { PlaceOffer } from '../../../bot/domain/enrolment/place-offer.ts'
import type { Pairing } from '../../../bot/domain/pairing/pairing.ts'
import { isRefused, type Refusal } from '../../../bot/domain/refusal.ts'
import { leaveCohort } from '../../../bot/workflows/enrolment/enrol.ts'
import { answerPlace, movePlacesOn, offerPlace } from '../../../bot/workflows/enrolment/offer-place.ts'
import { placesOf } from '../../../bot/workflows/enrolment/places.ts'
import { type Api, openApi } from '../../support/api.ts'
import { approveAll, enrolCompany, openCohort, proposeAll, startProduct } from '../../support/product.ts'

let product: Awaited<ReturnType<typeof startProduct>>
let api: Api
let cohortId: string
let pairs: Pairing[]
/** On the waiting list, the one who waits longest first: Mentors to spare. */
let line: Participant[]
let organizer: string

beforeAll(async () => {
  product = await startProduct({ people: 200, mentors: 12, mentees: 5 })
  organizer = product.company.personas.organizer
  cohortId = await openCohort(product)
  const enrolled = await enrolCompany(product, cohortId)
  const { store } = product.ports
  for (const one of enrolled) await store.participants.save({ ...one, state: 'approved', capacity: 1 })
  await proposeAll(product, cohortId)
  await approveAll(product, cohortId)
  await product.runJobs(3)
  pairs = await store.pairings.list(cohortId, ['active'])
  const paired = new Set(pairs.flatMap(({ mentorId, menteeId }) => [mentorId, menteeId]))
  const spare = (await store.participants.list(cohortId)).filter(({ personId }) => !paired.has(personId))
  line = []
  for (const one of spare) {
    const isMentor = one.side === 'mentor'
    const enrolledAt = new Date(product.ports.clock.now().getTime() - (50 - line.length) * 86_400_000)
    const moved: Participant = { ...one, state: isMentor ? 'waitlisted' : 'declined', enrolledAt }
    await store.participants.save(moved)
    if (isMentor) line.push(moved)
  }
  api = await openApi(product)
})
afterAll(() => product.close())

const places = () => placesOf(product.ports, cohortId)
const ok = <T>(answer: T | Refusal): T => {
  if (isRefused(answer)) throw new Error(answer.refused)
  return answer
}
const get = async ({ id }: Participant) => (await product.ports.store.participants.get(id))!
const cardsOf = async ({ personId }: Participant) =>
  (await product.ports.store.notices.ofPerson(personId)).flatMap(({ notice }) =>
    notice.kind === 'place-offered' ? [notice] : [],
  )
const leaves = async (personId: string) => {
  const one = (await product.ports.store.participants.of(cohortId, personId))!
  ok(await leaveCohort(product.ports, one.id, personId))
}
const setManager = (personId: string, managerId: string | undefined) =>
  product.database.query('update people set manager_id = $1 where id = $2', [managerId ?? null, personId])

/** The chart as the directory has it, but for those who stand below somebody here. */
async function onlyBelow(mentee: string, below: Participant[]): Promise<void> {
  for (const { personId } of line) await setManager(personId, product.company.byId.get(personId)!.managerId)
  for (const { personId } of below) await setManager(personId, mentee)
}

describe('a free place', () => {
  it('there is none while everybody has a partner: nothing can be offered', async () => {
    expect(line.length).toBeGreaterThan(3)
    expect(await places()).toMatchObject({ fitting: [], isKnown: true })
    expect(await offerPlace(product.ports, line[0]!.id, organizer)).toEqual({ refused: 'no-place-free' })
  })

  it('opens when somebody leaves, and is for the first in line who is in no reporting line with who is free', async () => {
    const { menteeId, mentorId } = pairs[0]!
    await onlyBelow(menteeId, [line[0]!])
    await leaves(mentorId)
    const { waiting, fitting } = await places()
    expect(waiting.map(({ id }) => id)).toEqual(line.map(({ id }) => id))
    expect(fitting.map(({ id }) => id)).toEqual([line[1]!.id])
  })

  it('is offered to nobody else, and nobody is told by a refusal', async () => {
    for (const other of [line[0]!, line[2]!])
      expect(await offerPlace(product.ports, other.id, organizer)).toEqual({ refused: 'not-first-in-line' })
    expect(await offerPlace(product.ports, 'nobody', organizer)).toEqual({ refused: 'not-found' })
    for (const one of line) expect(await cardsOf(one)).toEqual([])
  })

  it('is not known to be free while lines or exclusions cannot be read', async () => {
    const { store } = product.ports
    const blind = {
      ...product.ports,
      store: {
        ...store,
        exclusions: { ...store.exclusions, list: () => Promise.reject(new Error('a list is away')) },
      },
    }
    expect(await placesOf(blind, cohortId)).toMatchObject({ fitting: [], isKnown: false })
    expect(await offerPlace(blind, line[1]!.id, organizer)).toEqual({ refused: 'no-place-free' })
  })

  it('is not offered by an Organizer in one line with them, but by somebody else', async () => {
    await setManager(line[1]!.personId, organizer)
    const asked = await api.as(organizer)('offerPlace', { participantId: line[1]!.id })
    expect(asked).toMatchObject({ status: 403, problem: { code: 'not-allowed' } })
    const seen = (await api.as(organizer)('places', { id: cohortId })).body
    expect(seen).toMatchObject({ free: 1, next: { participantId: line[1]!.id, mayOffer: false } })
    await onlyBelow(pairs[0]!.menteeId, [line[0]!])
  })
})

describe('an offer', () => {
  let offer: PlaceOffer
  let taker: Participant

  it('pressed twice at once is one offer and one card, with a day to answer by', async () => {
    const press = () => api.as(organizer)('offerPlace', { participantId: line[1]!.id })
    const [one, two] = await Promise.all([press(), press()])
    expect([one!.status, two!.status]).toEqual([200, 200])
    expect(one!.body).toEqual(two!.body)
    const offers = await product.ports.store.placeOffers.list(cohortId)
    expect(offers).toHaveLength(1)
    offer = offers[0]!
    expect(await cardsOf(line[1]!)).toEqual([
      expect.objectContaining({ state: 'open', side: 'mentor', offerId: offer.id, until: offer.until }),
    ])
    expect(offer.until.getTime() - product.ports.clock.now().getTime()).toBeGreaterThan(3 * 86_400_000)
    const view = (await api.as(organizer)('places', { id: cohortId })).body
    expect(view).toMatchObject({
      waiting: line.length - 1,
      free: 0,
      offered: [{ person: { id: line[1]!.personId } }],
    })
    const mine = (await api.as(line[1]!.personId)('myMentoring', { cohort: cohortId })).body
    expect(mine.place).toEqual({ offerId: offer.id, until: offer.until.toISOString() })
  })

  it('is answered by nobody else', async () => {
    for (const by of [line[0]!.personId, organizer]) {
      expect(await answerPlace(product.ports, offer.id, 'take', by)).toEqual({ refused: 'not-yours' })
      expect((await api.as(by)('answerPlace', { offerId: offer.id, answer: 'take' })).status).toBe(403)
    }
    expect((await get(line[1]!)).state).toBe('waitlisted')
  })

  it('"no thanks" leaves them on the list, and the next who was not asked yet is asked by itself, once', async () => {
    ok(await answerPlace(product.ports, offer.id, 'no-thanks', line[1]!.personId))
    expect((await get(line[1]!)).state).toBe('waitlisted')
    expect(await answerPlace(product.ports, offer.id, 'take', line[1]!.personId)).toEqual({
      refused: 'no-longer-open',
    })
    await movePlacesOn(product.ports)
    await movePlacesOn(product.ports)
    const offers = await product.ports.store.placeOffers.list(cohortId)
    expect(offers.map(({ participantId, state, byId }) => [participantId, state, byId])).toEqual([
      [line[1]!.id, 'declined', organizer],
      [line[2]!.id, 'open', 'system'],
    ])
    expect(await cardsOf(line[1]!)).toEqual([expect.objectContaining({ state: 'declined' })])
    expect(await cardsOf(line[2]!)).toEqual([expect.objectContaining({ state: 'open' })])
  })

  it('that nobody answers within three working days goes to the next, and cannot be taken afterwards', async () => {
    const [, second] = await product.ports.store.placeOffers.list(cohortId)
    await product.advanceDays(8)
    await movePlacesOn(product.ports)
    const offers = await product.ports.store.placeOffers.list(cohortId)
    expect(offers.map(({ participantId, state }) => [participantId, state]).slice(1)).toEqual([
      [line[2]!.id, 'lapsed'],
      [expect.any(String), 'open'],
    ])
    // Over night the directory was read again: whom a line kept out may be the first now.
    taker = line.find(({ id }) => id === offers[2]!.participantId)!
    expect([line[1]!.id, line[2]!.id]).not.toContain(taker.id)
    expect(await answerPlace(product.ports, second!.id, 'take', line[2]!.personId)).toEqual({
      refused: 'no-longer-open',
    })
  })

  it('taken is being approved: they take part, the Organizer sees whom to pair, and nothing is free any more', async () => {
    const offers = await product.ports.store.placeOffers.list(cohortId)
    const mine = offers.at(-1)!
    const take = () => answerPlace(product.ports, mine.id, 'take', taker.personId)
    const [one, two] = await Promise.all([take(), take()])
    expect([ok(one!).state, ok(two!).state]).toEqual(['taken', 'taken'])
    expect((await get(taker)).state).toBe('approved')
    expect(await cardsOf(taker)).toEqual([expect.objectContaining({ state: 'taken' })])
    const view = (await api.as(organizer)('places', { id: cohortId })).body
    expect(view).toMatchObject({ free: 0, took: [{ id: taker.personId }] })
    const record = await product.ports.store.audit.list(20)
    expect(record.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['place-offered', 'place-declined', 'place-lapsed', 'place-taken']),
    )
  })

  it('whose place is gone meanwhile is taken back and costs nobody their turn', async () => {
    const { menteeId, mentorId } = pairs[1]!
    await onlyBelow(menteeId, [])
    await leaves(mentorId)
    const [next] = (await places()).fitting
    const given = ok(await offerPlace(product.ports, next!.id, organizer))
    await leaves(menteeId)
    const answered = ok(await answerPlace(product.ports, given.id, 'take', next!.personId))
    expect(answered.state).toBe('withdrawn')
    expect((await get(next!)).state).toBe('waitlisted')
    expect(await cardsOf(next!)).toContainEqual(expect.objectContaining({ state: 'withdrawn' }))
    const { waiting } = await places()
    const asked = new Set([line[1]!.id, line[2]!.id, taker.id])
    expect(waiting[0]!.id).toBe(line.find(({ id }) => !asked.has(id))!.id)
  })

  it('to somebody who leaves is taken back by the next minute', async () => {
    const { menteeId, mentorId } = pairs[2]!
    await onlyBelow(menteeId, [])
    await leaves(mentorId)
    const [next] = (await places()).fitting
    const given = ok(await offerPlace(product.ports, next!.id, organizer))
    await leaves(next!.personId)
    await movePlacesOn(product.ports)
    expect((await product.ports.store.placeOffers.get(given.id))!.state).toBe('withdrawn')
    expect((await places()).open).toEqual([])
  })
})
