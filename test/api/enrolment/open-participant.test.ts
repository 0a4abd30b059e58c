/** A person, opened: facts, pairs and history for an Organizer outside their line, and nothing that is private. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Pairing } from '../../../bot/domain/pairing/pairing.ts'
import { pauseEnrolment, resumeEnrolment } from '../../../bot/workflows/enrolment/enrol.ts'
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
let pair: Pairing
let organizer: string
beforeAll(async () => {
  product = await startProduct({ people: 200, mentors: 8, mentees: 6 })
  cohortId = await openCohort(product)
  await enrolCompany(product, cohortId)
  await proposeAll(product, cohortId)
  await approveAll(product, cohortId)
  await product.runJobs(3)
  organizer = product.company.personas.organizer
  const manages = (personId: string) => product.company.byId.get(personId)?.managerId !== organizer
  const active = await product.ports.store.pairings.list(cohortId, ['active'])
  pair = active.find(({ mentorId, menteeId }) => manages(mentorId) && manages(menteeId))!
  api = await openApi(product)
})
afterAll(() => product.close())

const idOf = async (personId: string) => (await product.ports.store.participants.of(cohortId, personId))!.id
const open = async (personId: string, as = organizer) =>
  api.as(as)('openParticipant', { id: await idOf(personId) })
const day = (ahead: number) =>
  new Date(product.ports.clock.now().getTime() + ahead * 86_400_000).toISOString().slice(0, 10)

describe('an Organizer who opens somebody', () => {
  it('reads what they enrolled with, their manager, their pair and who decided when', async () => {
    const { status, body } = await open(pair.mentorId)
    expect(status).toBe(200)
    const known = (await product.ports.store.participants.of(cohortId, pair.mentorId))!
    const { languages, capacity, timeZone, workingHours, topics } = known
    expect(body.participant).toMatchObject({ languages, capacity, timeZone, workingHours, topics })
    const managerId = product.company.byId.get(pair.mentorId)!.managerId!
    expect(body.person.managerName).toBe(product.company.byId.get(managerId)!.displayName)
    expect(body.pairs).toEqual([
      expect.objectContaining({ state: 'active', partner: expect.objectContaining({ id: pair.menteeId }) }),
    ])
  })

  it('reads each decision with who made it, and names nobody where it was their own doing', async () => {
    const live = new Set(
      (await product.ports.store.pairings.list(cohortId, ['active', 'approved'])).flatMap(
        ({ mentorId, menteeId }) => [mentorId, menteeId],
      ),
    )
    const free = (await product.ports.store.participants.list(cohortId)).find(
      ({ personId }) => !live.has(personId) && product.company.byId.get(personId)!.managerId !== organizer,
    )!
    const decide = (decision: 'approve' | 'decline', seen: 'approved' | 'declined') =>
      api.as(organizer)('decideParticipant', { id: free.id, decision, seen })
    await decide('decline', 'approved')
    await decide('approve', 'declined')
    const { history } = (await open(free.personId)).body
    expect(history.map(({ what, by }) => [what, by?.id])).toEqual([
      ['approved', organizer],
      ['declined', organizer],
      ['enrolled', undefined],
    ])
  })

  it('reads a pause and a return, and a pair that ended without who ended it', async () => {
    const id = await idOf(pair.menteeId)
    await pauseEnrolment(product.ports, id, pair.menteeId, day(20))
    expect((await open(pair.menteeId)).body.participant).toMatchObject({
      state: 'paused',
      pausedUntil: day(20),
    })
    await resumeEnrolment(product.ports, id, pair.menteeId)
    await endPairing(product.ports, pair.id, pair.menteeId)
    const { history, pairs } = (await open(pair.mentorId)).body
    // Before the first Session an end is a decline; who of the two said so stands nowhere.
    expect(pairs[0]!.state).toBe('declined')
    expect(Object.keys(pairs[0]!).sort()).toEqual(['cohortName', 'endedAt', 'id', 'partner', 'state'])
    expect(history.map(({ what }) => what)).toEqual(['enrolled'])
    const mentee = (await open(pair.menteeId)).body.history
    expect(mentee.map(({ what }) => what)).toEqual(['resumed', 'paused', 'enrolled'])
  })

  it('reads nothing that is private: goal, ranking, whom they avoid', async () => {
    const { store } = product.ports
    const known = (await store.participants.of(cohortId, pair.mentorId))!
    await store.participants.save({ ...known, goal: 'A very private goal', goalStart: 1 })
    const before = (await open(pair.mentorId)).body
    const others = (await store.participants.list(cohortId)).filter(({ side }) => side !== known.side)
    await store.rankings.replace(cohortId, pair.mentorId, [others[0]!.personId], product.ports.clock.now())
    await store.participants.block(pair.mentorId, others[1]!.personId)
    const after = (await open(pair.mentorId)).body
    expect(after).toEqual(before)
    expect(JSON.stringify(after)).not.toMatch(/private|goal/i)
  })

  it('sees whom they asked for once both did, as the board does', async () => {
    const { store } = product.ports
    const wish = { cohortId, mentorId: pair.mentorId, menteeId: pair.menteeId, kind: 'pin' as const }
    await store.wishes.set({ ...wish, by: 'both' })
    expect((await open(pair.mentorId)).body.wishes).toEqual([
      { by: 'both', partner: expect.objectContaining({ id: pair.menteeId }) },
    ])
  })

  it('is refused above them, about oneself, and where the chart cannot tell', async () => {
    const { mentorId, menteeId } = pair
    const manager = product.company.byId.get(mentorId)!.managerId!
    for (const id of [manager, mentorId]) product.company.appRoles.set(id, ['Organizer'])
    for (const id of [manager, mentorId]) {
      const { status, problem } = await open(mentorId, id)
      expect([id, status, problem?.code]).toEqual([id, 403, 'not-allowed'])
    }
    // Above one of the two alone: the other one opens, and the pair stays away.
    const { status, body } = await open(menteeId, manager)
    if (status === 200) expect([body.pairs, body.wishes, body.hiddenPairs]).toEqual([[], [], 1])
    else expect(status).toBe(403)
  })

  it('is nobody else', async () => {
    for (const who of ['mentor', 'mentee', 'sponsor', 'communications'] as const) {
      const { status } = await open(pair.mentorId, product.company.personas[who])
      expect([who, status]).toEqual([who, 403])
    }
  })
})

describe('a break that an Organizer sets', () => {
  const noticesOf = async (personId: string) =>
    (await product.ports.store.notices.ofPerson(personId)).flatMap(({ notice }) =>
      notice.kind === 'break-set' || notice.kind === 'partner-pauses' ? [notice] : [],
    )

  it('is told to whom it is about and to the partner, is on record with who did it, and can be ended', async () => {
    const inLine = (personId: string) => product.company.byId.get(personId)?.managerId === organizer
    const { menteeId, mentorId } = (await product.ports.store.pairings.list(cohortId, ['active'])).find(
      (one) => one.id !== pair.id && !inLine(one.mentorId) && !inLine(one.menteeId),
    )!
    const id = await idOf(menteeId)
    const set = (until: string | null, as = organizer) => api.as(as)('setBreak', { id, until })
    expect((await set(day(0))).body).toMatchObject({ type: 'urn:reverse-mentoring:date-in-the-past' })
    expect((await set(day(30), mentorId)).status).toBe(403)
    for (let press = 0; press < 2; press++)
      expect((await set(day(30))).body).toEqual({ state: 'paused', pausedUntil: day(30) })
    const told = await noticesOf(menteeId)
    expect(told).toEqual([expect.objectContaining({ kind: 'break-set', until: day(30) })])
    expect(await noticesOf(mentorId)).toContainEqual(
      expect.objectContaining({ kind: 'partner-pauses', until: day(30) }),
    )
    expect((await set(null)).body).toEqual({ state: 'approved' })
    expect(await noticesOf(menteeId)).toHaveLength(2)
    const { body } = await open(menteeId)
    expect(body.history.slice(0, 2)).toEqual([
      expect.objectContaining({ what: 'resumed-for-them', by: expect.objectContaining({ id: organizer }) }),
      expect.objectContaining({ what: 'paused-for-them', by: expect.objectContaining({ id: organizer }) }),
    ])
  })

  it('is nobody’s who stands in a line with them', async () => {
    const below = product.company.people.find(({ managerId }) => managerId === organizer)
    const id = below && (await product.ports.store.participants.of(cohortId, below.id))?.id
    const ownId = (await product.ports.store.participants.of(cohortId, organizer))?.id
    for (const one of [id, ownId].filter((known) => known !== undefined))
      expect((await api.as(organizer)('setBreak', { id: one, until: day(30) })).status).toBe(403)
  })
})
