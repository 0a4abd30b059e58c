/** Several Cohorts of one Program: the next one, whom to tell of it first, what they share; and a Program copied into another. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { leave } from '../../../bot/domain/enrolment/participant.ts'
import { isRefused, type Refusal } from '../../../bot/domain/refusal.ts'
import { enrol } from '../../../bot/workflows/enrolment/enrol.ts'
import { contentOf, writeContent } from '../../../bot/workflows/program/content.ts'
import { askToTakeSeat } from '../../../bot/workflows/program/hand-over.ts'
import { startNextCohort } from '../../../bot/workflows/program/next-cohort.ts'
import { ownTopics } from '../../../bot/workflows/program/own-topics.ts'
import { createCohort, openNextStage, updateCohort } from '../../../bot/workflows/program/set-up-cohort.ts'
import { type Api, openApi } from '../../support/api.ts'
import {
  acceptSeat,
  aPlan,
  approveAll,
  enrolCompany,
  openCohort,
  type Product,
  proposeAll,
  startProduct,
} from '../../support/product.ts'

let product: Product
let api: Api
let first: string
let programId: string
/** No part in anything so far. */
let [helper, contact, other] = ['', '', '']

const ok = <T>(answer: T | Refusal): T => {
  if (isRefused(answer)) throw new Error(answer.refused)
  return answer
}
const personas = () => product.company.personas
const store = () => product.ports.store
const cohort = async (id: string) => (await store().cohorts.get(id))!
const ofProgram = async () => (await store().cohorts.list()).filter((one) => one.programId === programId)

beforeAll(async () => {
  product = await startProduct({ people: 200, mentors: 9, mentees: 5 })
  first = await openCohort(product, { cohortName: 'Cohort 1' })
  programId = (await cohort(first)).programId
  const enrolled = await enrolCompany(product, first)
  await proposeAll(product, first)
  await approveAll(product, first)
  api = await openApi(product)
  const busy = new Set([...enrolled.map(({ personId }) => personId), ...Object.values(personas())])
  const free = [...product.company.byId.values()].filter(({ id }) => !busy.has(id)).map(({ id }) => id)
  ;[helper, contact, other] = [free[0]!, free[1]!, free[2]!]
  const { organizer } = personas()
  ok(await askToTakeSeat(product.ports, programId, { seat: 'reviewer', toId: helper }, organizer))
  await acceptSeat(product.ports, helper)
  product.company.appRoles.set(other, ['Organizer'])
  const topics = [{ key: '', name: 'How we sell', retired: false }]
  ok(
    await writeContent(
      product.ports,
      programId,
      { kind: 'topics', key: 'own', language: 'en', seen: 1, body: { topics } },
      organizer,
    ),
  )
})
afterAll(() => product.close())

describe('the next Cohort', () => {
  it('is not there before the last one has begun', async () => {
    expect(await startNextCohort(product.ports, first, personas().organizer)).toMatchObject({
      refused: 'stage-out-of-order',
    })
    expect(await startNextCohort(product.ports, 'nobody', personas().organizer)).toEqual({
      refused: 'not-found',
    })
    expect(await ofProgram()).toHaveLength(1)
  })

  it('is one draft, however often and by however many it is asked for at once', async () => {
    const { organizer } = personas()
    ok(await openNextStage(product.ports, first, 'running', organizer))
    const press = () => startNextCohort(product.ports, first, organizer)
    const made = (await Promise.all([press(), press(), press()])).map(ok)
    expect(new Set(made.map(({ id }) => id)).size).toBe(1)
    expect(made.filter(({ isNew }) => isNew)).toHaveLength(1)
    const again = await api.as(organizer)('nextCohort', { id: first })
    expect(again.body).toEqual({ id: made[0]!.id, isNew: false, name: 'Cohort 2' })
    expect(await ofProgram()).toHaveLength(2)
  })

  it('is of the same Program, with its lengths and settings, and starts after everything before', async () => {
    const [next, last] = await ofProgram()
    const { sessions, cadenceWeeks, sessionMinutes, endsOn } = last!
    expect(next).toMatchObject({ stage: 'draft', programId, sessions, cadenceWeeks, sessionMinutes })
    expect(next!.startsOn > endsOn).toBe(true)
  })

  it('opens to whoever runs the Program, without anybody being asked again, and to nobody else', async () => {
    const [next] = await ofProgram()
    const { organizer, sponsor } = personas()
    const { body } = await api.as(organizer)('cohort', { id: next!.id })
    expect(body).toMatchObject({
      ...{ cohortName: 'Cohort 2', sponsor: { id: sponsor }, asked: [], nextId: null },
      cohorts: [
        { id: first, stage: 'running' },
        { id: next!.id, stage: 'draft' },
      ],
    })
    expect((await api.as(sponsor)('cohort', { id: next!.id })).status).toBe(200)
    const named = await api.as(organizer)('whoRuns', { id: next!.id })
    expect(JSON.stringify(named.body)).toContain(helper)
    for (const who of [other, sponsor, helper])
      for (const route of ['nextCohort', 'leftOut'] as const)
        expect((await api.as(who)(route, { id: first })).status).toBe(403)
    // A draft is nobody's to see but theirs.
    expect((await api.as(personas().mentor)('me', {})).body.cohorts.map(({ id }) => id)).toEqual([first])
  })

  it('names who was left out before, the longest waiting first, and who of them has enrolled', async () => {
    const [next] = await ofProgram()
    const { organizer } = personas()
    const read = async () => (await api.as(organizer)('leftOut', { id: next!.id })).body
    const paired = new Set(
      (await store().pairings.list(first)).flatMap(({ mentorId, menteeId }) => [mentorId, menteeId]),
    )
    const alone = (await store().participants.list(first)).filter(({ personId }) => !paired.has(personId))
    expect(alone.length).toBeGreaterThanOrEqual(3)
    const before = await read()
    expect(before.beforeName).toBe('Cohort 1')
    expect(before.people.map(({ person, why }) => [person.id, why]).sort()).toEqual(
      alone.map(({ personId }) => [personId, 'no-partner']).sort(),
    )
    expect(before.people.every(({ chatWith, hasEnrolled }) => chatWith?.includes('@') && !hasEnrolled)).toBe(
      true,
    )

    const [one, two, three] = alone
    await store().participants.save({ ...two!, state: 'waitlisted' })
    await store().participants.save(leave(three!) as typeof three & object)
    ok(await openNextStage(product.ports, next!.id, 'enrolling', organizer))
    const { id: _, cohortId: _c, personId: _p, state: _s, enrolledAt: _e, ...said } = one!
    ok(await enrol(product.ports, next!.id, one!.personId, { ...said, acceptedGroundRules: 1 }))
    const { people } = await read()
    const of = (personId: string) => people.find(({ person }) => person.id === personId)
    expect([of(one!.personId)?.hasEnrolled, of(two!.personId)?.why, of(three!.personId)]).toEqual([
      true,
      'waitlisted',
      undefined,
    ])
    // Of the Cohort before which there is none, nobody.
    expect((await api.as(organizer)('leftOut', { id: first })).body).toEqual({ people: [] })
  })

  it('does not lead whoever has a partner away from their pair', async () => {
    const [next] = await ofProgram()
    const [pair] = await store().pairings.list(first, ['approved', 'active'])
    const { mentorId } = pair!
    const {
      id: _,
      cohortId: _c,
      personId: _p,
      state: _s,
      enrolledAt: _e,
      ...said
    } = (await store().participants.of(first, mentorId))!
    ok(await enrol(product.ports, next!.id, mentorId, said))
    expect((await api.as(mentorId)('me', {})).body.cohortId).toBe(first)
    expect((await api.as(mentorId)('myMentoring', {})).body.cohort).toMatchObject({ id: first })
    const waiting = (await store().participants.list(next!.id)).find(({ personId }) => personId !== mentorId)!
    expect((await api.as(waiting.personId)('me', {})).body.cohortId).toBe(next!.id)
  })

  it('shares its words with the others: whoever changes them here is named there, and dates stay apart', async () => {
    const [next] = await ofProgram()
    const { organizer, sponsor } = personas()
    const stale = (await api.as(organizer)('cohort', { id: first })).body
    expect(stale.groundRules.asks).toBeGreaterThan(5)
    const { startsOn } = next!
    const plan = aPlan(sponsor, { programName: 'Renamed here', cohortName: 'Cohort 2', startsOn })
    ok(await updateCohort(product.ports, next!.id, plan, organizer))
    const was = await cohort(first)
    const late = await api.as(organizer)('updateCohort', {
      ...aPlan(sponsor, { startsOn: was.startsOn }),
      ...{ id: first, version: stale.version },
    })
    expect(late.status).toBe(409)
    expect(late.body).toMatchObject({
      saved: { by: { id: organizer }, now: { programName: 'Renamed here' } },
    })
    expect(await cohort(first)).toEqual(was)
  })
})

it('a plan is told of the holidays of the countries of the company, before anybody takes part', async () => {
  const plan = { startsOn: '2026-12-14', sessions: 2, cadenceWeeks: 2 }
  const { body } = await api.as(personas().organizer)('planAhead', plan)
  const total = (await store().people.all()).filter(({ isEligible }) => isEligible).length
  const counted = body.countries.reduce((sum, one) => sum + one.people, body.unknown)
  expect(counted).toBeLessThanOrEqual(total)
  expect(body.countries.length).toBeGreaterThan(1)
  for (const { people, days } of body.countries) {
    expect(people).toBeGreaterThan(0)
    for (const day of days) expect(day).toMatch(/^2026-12-2[1-7]$|^2027-01-(0[4-9]|10)$/)
  }
  expect(body.directory).toMatchObject({ people: total })
  expect(body.directory.units.length).toBeGreaterThan(2)
  expect(body.directory.units[0]!.people).toBeGreaterThanOrEqual(body.directory.units.at(-1)!.people)
  const late = await api.as(personas().organizer)('planAhead', { ...plan, startsOn: '2040-01-02' })
  expect([late.body.countries, late.body.knownUntil]).toEqual([[], 2031])
  expect((await api.as(personas().sponsor)('planAhead', plan)).status).toBe(403)
})

describe('a Program copied into another', () => {
  it('has texts, settings and rules; its seats are asked, its topics are its own, and nobody takes part', async () => {
    const { organizer } = personas()
    const { ports } = product
    const source = await cohort(first)
    await store().cohorts.changeMatching(first, { objective: 'fairest' })
    const sentences = ['We are on time.']
    for (const seen of [1, 2])
      ok(
        await writeContent(
          ports,
          programId,
          {
            kind: 'agreement',
            key: 'standing',
            language: 'en',
            seen,
            body: { sentences: [`${seen}`, ...sentences] },
          },
          organizer,
        ),
      )
    const [topic] = await ownTopics(ports, programId)
    const plan = aPlan(contact, {
      ...{ programName: 'Another site', startsOn: '2031-01-06' },
      objectives: [{ text: 'Sell better', topics: [topic!.key, 'ai-tools'] }],
    })
    const made = ok(await createCohort(ports, plan, organizer, { from: first }))
    const copy = await cohort(made.id)
    const program = (await store().programs.get(copy.programId))!
    expect(copy.programId).not.toBe(programId)
    expect(copy).toMatchObject({ stage: 'draft', matching: { objective: 'fairest' } })
    expect(copy.scheduling).toMatchObject({ organizer: source.scheduling.organizer, paused: false })
    expect(program).toMatchObject({ name: 'Another site', organizerId: organizer, trainingFirst: false })
    expect(program.sponsorId).toBeUndefined()
    const agreement = await contentOf(ports, program.id, 'agreement', 'standing', 'en')
    expect(agreement).toMatchObject({ version: 2, body: { sentences: ['2', ...sentences] } })
    const [copied] = await ownTopics(ports, program.id)
    expect(copied).toMatchObject({ names: { en: 'How we sell' } })
    expect(copied!.key).not.toBe(topic!.key)
    expect(program.objectives[0]!.topics).toEqual([copied!.key, 'ai-tools'])
    const asked = (await store().handovers.waitingIn(program.id)).map(({ seat, toId }) => [seat, toId])
    expect(asked.sort()).toEqual([
      ['reviewer', helper],
      ['sponsor', contact],
    ])
    expect(made.asked).toBe(1)
    expect(await store().participants.list(copy.id)).toEqual([])
  })

  it('only by whoever organizes the one that is copied', async () => {
    const plan = aPlan(personas().sponsor)
    expect((await api.as(other)('createCohort', { ...plan, from: first })).status).toBe(403)
    expect((await api.as(other)('createCohort', { ...plan, from: 'nobody' })).status).toBe(404)
    expect((await api.as(other)('createCohort', plan)).status).toBe(200)
  })
})
