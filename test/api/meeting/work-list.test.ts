/** The Organizer's list of work: what waits elsewhere, what was done for a pair and by whom, and until when it rests. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Pairing } from '../../../bot/domain/pairing/pairing.ts'
import { chartOf } from '../../../bot/workflows/organization/chart.ts'
import { endPairing } from '../../../bot/workflows/pairing/end-pairing.ts'
import { type Api, openApi } from '../../support/api.ts'
import {
  approveAll,
  enrolCompany,
  openCohort,
  type Product,
  proposeAll,
  startProduct,
} from '../../support/product.ts'

let product: Product
let api: Api
let cohortId: string
let pairings: Pairing[]
beforeAll(async () => {
  product = await startProduct({ people: 200, mentors: 8, mentees: 6 })
  cohortId = await openCohort(product)
  await enrolCompany(product, cohortId)
  await proposeAll(product, cohortId)
  await approveAll(product, cohortId)
  await product.runJobs(3)
  pairings = await product.ports.store.pairings.list(cohortId, ['active'])
  api = await openApi(product)
})
afterAll(() => product.close())

const organizer = () => product.company.personas.organizer
const list = async () => (await api.as(organizer())('checkIns', { id: cohortId })).body
const rowOf = async ({ id }: Pairing) => (await list()).pairs.find(({ pairingId }) => pairingId === id)!
const day = (ahead: number) =>
  new Date(product.ports.clock.now().getTime() + ahead * 86_400_000).toISOString().slice(0, 10)

describe('a note about a pair', () => {
  it('stands with it, with who and when, and lets it rest until its day', async () => {
    const [pairing] = pairings
    const note = api.as(organizer())
    expect((await note('noteFollowUp', { pairingId: pairing!.id, note: 'Called both' })).status).toBe(200)
    expect(await rowOf(pairing!)).toMatchObject({
      followUps: [{ by: { id: organizer() }, note: 'Called both' }],
    })
    expect((await rowOf(pairing!)).asideUntil).toBeUndefined()
    await note('noteFollowUp', { pairingId: pairing!.id, until: day(3) })
    expect((await rowOf(pairing!)).asideUntil).toBe(day(3))
    await product.advanceDays(4)
    expect((await rowOf(pairing!)).asideUntil).toBeUndefined()
  })

  it('is refused empty, for yesterday, at 5,000 characters, and of a pair that is none', async () => {
    const note = api.as(organizer())
    const { id: pairingId } = pairings[0]!
    const statusOf = async (input: { pairingId: string; note?: string; until?: string }) =>
      (await note('noteFollowUp', input)).status
    expect(await statusOf({ pairingId })).toBe(422)
    expect(await statusOf({ pairingId, note: ' \u200f ' })).toBe(422)
    expect(await statusOf({ pairingId, until: day(-1) })).toBe(422)
    expect([400, 422]).toContain(await statusOf({ pairingId, note: 'x'.repeat(5000) }))
    expect(await statusOf({ pairingId: 'nobody', note: 'x' })).toBe(404)
  })

  it('is neither written nor read by the two', async () => {
    const { id: pairingId, mentorId } = pairings[0]!
    expect((await api.as(mentorId)('noteFollowUp', { pairingId, note: 'Mine' })).status).toBe(403)
    const mine = (await api.as(mentorId)('myMentoring', {})).body
    expect(JSON.stringify(mine)).not.toContain('Called both')
  })
})

describe('a Session of which nothing is heard', () => {
  it('is no more ahead on the Schedule, and the pair is No word, though too few answered for a picture', async () => {
    const { store, clock } = product.ports
    const [first] = await store.sessions.ofPairing(pairings[0]!.id)
    await product.tenant.advanceTo(new Date(first!.endsAt.getTime() + 11 * 86_400_000))
    expect(first!.endsAt < clock.now()).toBe(true)
    const { holds } = (await api.as(organizer())('schedule', { id: cohortId })).body
    const hold = holds.find(({ pairingId }) => pairingId === pairings[0]!.id)!
    // Both zones where they differ, and none where they do not.
    for (const { pairingId, zones, withheld } of holds) {
      const pair = pairings.find(({ id }) => id === pairingId)!
      const zoneOf = async (id: string) => (await store.participants.of(cohortId, id))!.timeZone
      const [mentor, mentee] = [await zoneOf(pair.mentorId), await zoneOf(pair.menteeId)]
      expect(zones).toEqual(withheld || mentor === mentee ? undefined : { mentor, mentee })
    }
    expect(hold.sessions.find(({ id }) => id === first!.id)?.state).toBe('not-confirmed')
    expect(await rowOf(pairings[0]!)).toMatchObject({ health: 'no-word', suggestion: 'suggest.no-word' })
    const { sessions } = await list()
    expect(sessions.known).toBe(0)
    expect(sessions.over).toBeGreaterThan(0)
  })
})

describe('a pair handed to a colleague', () => {
  it('is theirs from then on, is told to them once without names, and can be taken back', async () => {
    const { store } = product.ports
    const pairing = pairings[0]!
    const colleague = await aCoOrganizer(pairing)
    const hand = (by: string, toId: string) => api.as(by)('noteFollowUp', { pairingId: pairing.id, toId })
    expect((await rowOf(pairing)).keeper).toBeUndefined()
    expect((await rowOf(pairing)).keepers.map(({ id }) => id)).toEqual(
      expect.arrayContaining([organizer(), colleague]),
    )
    expect((await hand(organizer(), colleague)).status).toBe(200)
    expect(await rowOf(pairing)).toMatchObject({ keeper: { id: colleague } })
    const cards = (await store.notices.ofPerson(colleague)).filter(
      ({ notice }) => notice.kind === 'pair-handed',
    )
    expect(cards).toHaveLength(1)
    for (const id of [pairing.mentorId, pairing.menteeId])
      expect(JSON.stringify(cards)).not.toContain(product.company.byId.get(id)!.displayName)
    expect((await hand(organizer(), organizer())).status).toBe(200)
    expect((await rowOf(pairing)).keeper?.id).toBe(organizer())
    const told = (await store.notices.ofPerson(organizer())).filter(
      ({ notice }) => notice.kind === 'pair-handed',
    )
    expect(told).toEqual([])
    const { programId } = (await store.cohorts.get(cohortId))!
    await hand(organizer(), colleague)
    await store.programRoles.remove({ programId, personId: colleague, role: 'co-organizer' })
    expect((await rowOf(pairing)).keeper).toBeUndefined()
  })

  it('goes to nobody who does not organize it, is one of the two, or stands above one of them', async () => {
    const pairing = pairings[1]!
    const { store, clock } = product.ports
    const { programId } = (await store.cohorts.get(cohortId))!
    const stranger = product.company.people.find(({ id }) => !everybodyIn().has(id))!.id
    const above = product.company.byId.get(pairing.mentorId)!.managerId!
    for (const personId of [pairing.menteeId, above])
      await store.programRoles.save({
        ...{ programId, personId, role: 'co-organizer', since: clock.now(), givenBy: organizer() },
      })
    for (const toId of [stranger, pairing.menteeId, above, 'nobody'])
      expect(await api.as(organizer())('noteFollowUp', { pairingId: pairing.id, toId })).toMatchObject({
        ...{ status: 409, problem: { code: 'cannot-keep' } },
      })
    expect((await rowOf(pairing)).keeper).toBeUndefined()
    for (const personId of [pairing.menteeId, above])
      await store.programRoles.remove({ programId, personId, role: 'co-organizer' })
  })
})

const everybodyIn = () =>
  new Set([organizer(), ...pairings.flatMap(({ mentorId, menteeId }) => [mentorId, menteeId])])

/** Somebody in no line with the two. */
async function aCoOrganizer({ mentorId, menteeId }: Pairing): Promise<string> {
  const { store, clock } = product.ports
  const { mayBeAbove } = await chartOf(product.ports)
  const one = product.company.people.find(
    ({ id, accountEnabled, userType }) =>
      accountEnabled &&
      userType === 'Member' &&
      !everybodyIn().has(id) &&
      !mayBeAbove(id, mentorId) &&
      !mayBeAbove(id, menteeId),
  )!
  const { programId } = (await store.cohorts.get(cohortId))!
  await store.programRoles.save({
    ...{ programId, personId: one.id, role: 'co-organizer', since: clock.now(), givenBy: organizer() },
  })
  return one.id
}

describe('what waits elsewhere', () => {
  it('names people to decide on, and whose pair is no more', async () => {
    const { store } = product.ports
    expect((await list()).elsewhere).toEqual({ applied: 0, notBooked: 0, freeAgain: 0 })
    const taken = new Set(pairings.flatMap(({ mentorId, menteeId }) => [mentorId, menteeId]))
    const spare = (await store.participants.list(cohortId)).filter(
      ({ personId, side }) => side === 'mentor' && !taken.has(personId),
    )
    const [late, early, applicant] = spare
    if (!late || !early) throw new Error('The company of this test has too few Mentors to spare.')
    const before = (one: { enrolledAt: Date }) => new Date(one.enrolledAt.getTime() - 86_400_000)
    await store.participants.save({ ...late, state: 'waitlisted' })
    await store.participants.save({ ...early, state: 'waitlisted', enrolledAt: before(early) })
    if (applicant) await store.participants.save({ ...applicant, state: 'applied' })
    const { id, mentorId, menteeId } = pairings.at(-1)!
    await endPairing(product.ports, id, mentorId)
    const { elsewhere } = await list()
    const others = await store.pairings.list(cohortId, ['active'])
    const free = [mentorId, menteeId].filter(
      (person) => !others.some((pair) => pair.mentorId === person || pair.menteeId === person),
    )
    expect(elsewhere).toMatchObject({ applied: applicant ? 1 : 0, freeAgain: free.length })
  })
})
