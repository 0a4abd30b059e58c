/** The Sponsor hears of each duty once, a week ahead; the Organizer of a date whose stage did not follow. Whoever has acted hears nothing. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { addDays } from '../../../bot/domain/calendar-date.ts'
import { utcDate } from '../../../bot/domain/span.ts'
import type { Notice } from '../../../bot/domain/telling/notice.ts'
import { doMoments, planMoments } from '../../../bot/workflows/meeting/keep-moments.ts'
import { openNextStage, updateCohort } from '../../../bot/workflows/program/set-up-cohort.ts'
import { tickDuty } from '../../../bot/workflows/program/sponsor-duties.ts'
import { isSubjectOver } from '../../../bot/workflows/telling/notice-subject.ts'
import { type Api, openApi } from '../../support/api.ts'
import { aPlan, closeNow, openCohort, startProduct } from '../../support/product.ts'

let product: Awaited<ReturnType<typeof startProduct>>
let api: Api
let cohortId: string
let programId: string
let sponsor: string
let organizer: string

const store = () => product.ports.store
const now = () => product.ports.clock.now()

beforeAll(async () => {
  product = await startProduct()
  api = await openApi(product)
  // Whatever the hour of this run: moments of a Cohort are due at nine.
  await product.tenant.advanceTo(new Date(`${addDays(utcDate(now()), 1)}T12:00:00Z`))
})
afterAll(() => product.close())

/** A Cohort that enrolls, and whose enrollment was planned to open today. */
beforeEach(async () => {
  cohortId = await openCohort(product)
  const cohort = (await store().cohorts.get(cohortId))!
  await store().cohorts.save({ ...cohort, stage: 'enrolling', startsOn: addDays(utcDate(now()), 28) })
  programId = cohort.programId
  const program = (await store().programs.get(programId))!
  sponsor = product.company.personas.sponsor
  organizer = program.organizerId
  await store().programs.save({ ...program, sponsorId: sponsor })
})

async function passes(days: number): Promise<void> {
  for (let day = 0; day < days; day++) {
    await product.advanceDays(1)
    await planMoments(product.ports)
    await doMoments(product.ports)
  }
}
const cardsOf = async <K extends Notice['kind']>(personId: string, kind: K) =>
  (await store().notices.ofPerson(personId))
    .toReversed()
    .map(({ notice }) => notice)
    .filter((one): one is Extract<Notice, { kind: K }> => one.kind === kind)
    .filter((one) => (one as { cohortId?: string }).cohortId === cohortId)
const duties = async () => (await cardsOf(sponsor, 'sponsor-duty')).map(({ duty }) => duty)
const late = async () => (await cardsOf(organizer, 'late-stage')).map(({ what }) => what)

describe('a duty of the Sponsor', () => {
  it('is told once, from a week before its date on', async () => {
    await passes(1)
    expect(await duties()).toEqual(['invite'])
    // The first sessions are planned for the week after the start: 35 days from the beginning.
    await passes(26)
    expect(await duties()).toEqual(['invite'])
    await passes(3)
    expect(await duties()).toEqual(['invite', 'kickoff'])
  })

  it('that was ticked is not told any more, and one told stops being sent', async () => {
    await passes(1)
    const [card] = await cardsOf(sponsor, 'sponsor-duty')
    expect(await isSubjectOver(store(), sponsor, card!)).toBe(false)
    for (const duty of ['invite', 'kickoff'] as const)
      await tickDuty(product.ports, cohortId, { duty, isDone: true }, sponsor)
    expect(await isSubjectOver(store(), sponsor, card!)).toBe(true)
    await passes(35)
    expect(await duties()).toEqual(['invite'])
  })

  it('waits for a Sponsor while there is none', async () => {
    const { sponsorId: _, ...program } = (await store().programs.get(programId))!
    await store().programs.save({ ...program, sponsorId: null } as never)
    await passes(2)
    expect(await duties()).toEqual([])
    await store().programs.save({ ...program, sponsorId: sponsor })
    await passes(1)
    expect(await duties()).toEqual(['invite'])
  })

  it('moves with the plan, and is nobody’s in a draft', async () => {
    const cohort = (await store().cohorts.get(cohortId))!
    await store().cohorts.save({ ...cohort, stage: 'draft' })
    await passes(2)
    expect(await duties()).toEqual([])
    await store().cohorts.save({ ...cohort, startsOn: addDays(cohort.startsOn, 30) })
    await passes(20)
    expect(await duties()).toEqual([])
    await passes(5)
    expect(await duties()).toEqual(['invite'])
  })
})

describe('ticking', () => {
  it('is the Sponsor’s and an Organizer’s, is shown with its day, and can be taken back', async () => {
    const tick = (who: string, isDone: boolean) =>
      api.as(who)('tickDuty', { id: cohortId, duty: 'invite', isDone })
    const shown = async () =>
      (await api.as(organizer)('cohort', { id: cohortId })).body.duties.find(({ duty }) => duty === 'invite')
    expect((await shown())!.isDue).toBe(true)
    expect((await tick(product.company.personas.mentor, true)).status).toBe(403)
    expect((await tick(sponsor, true)).status).toBe(200)
    expect((await tick(sponsor, true)).status).toBe(200)
    expect(await shown()).toMatchObject({
      isDue: false,
      doneAt: expect.stringMatching(`^${utcDate(now())}T`),
    })
    expect((await tick(organizer, false)).status).toBe(200)
    expect((await shown())!.doneAt).toBeUndefined()
  })
})

describe('a date of the Cohort', () => {
  it('is told to the Organizer once, when the stage that belongs to it was not opened', async () => {
    await passes(14)
    expect(await late()).toEqual(['match'])
    // The first sessions were to be in the week after the start.
    await passes(21)
    expect(await late()).toEqual(['match'])
    await passes(1)
    expect(await late()).toEqual(['match', 'start'])
  })

  it('is told to nobody where the stage was opened in time', async () => {
    await openNextStage(product.ports, cohortId, 'matching', organizer)
    await passes(20)
    expect(await late()).toEqual([])
  })

  it('for enrollment and pairing is the Organizer’s to write, kept in order, and as usual once taken back', async () => {
    const [before, { startsOn }] = [utcDate(now()), (await store().cohorts.get(cohortId))!]
    await store().cohorts.save({ ...(await store().cohorts.get(cohortId))!, stage: 'draft' })
    const save = (change: object) =>
      updateCohort(product.ports, cohortId, aPlan(sponsor, { startsOn, ...change }), organizer)
    const planned = async () =>
      (await api.as(organizer)('cohort', { id: cohortId })).body.timeline.slice(0, 2).map(({ on }) => on)
    const steps = { enrolsOn: addDays(before, 2), pairsOn: addDays(before, 10) }
    expect(await save({ ...steps, enrolsOn: addDays(before, 11) })).toMatchObject({
      ...{ refused: 'dates-out-of-order', detail: { field: 'enrolsOn' } },
    })
    expect(await save({ pairsOn: addDays(startsOn, 1) })).toMatchObject({ detail: { field: 'pairsOn' } })
    expect(await save(steps)).toMatchObject({ id: cohortId })
    expect(await planned()).toEqual([steps.enrolsOn, steps.pairsOn])
    // A draft with a day of its own: it is said once that the day has come.
    await passes(3)
    expect(await late()).toEqual(['enrol'])
    await openNextStage(product.ports, cohortId, 'enrolling', organizer)
    const [card] = await cardsOf(organizer, 'late-stage')
    expect(await isSubjectOver(store(), organizer, card!)).toBe(true)
    await passes(8)
    expect(await late()).toEqual(['enrol', 'match'])
    await save({})
    expect(await planned()).toEqual([addDays(startsOn, -28), addDays(startsOn, -14)])
  })

  it('speaks of its end while sessions run, until it is closed', async () => {
    const cohort = (await store().cohorts.get(cohortId))!
    await store().cohorts.save({
      ...{ ...cohort, stage: 'running', startsOn: addDays(utcDate(now()), -100) },
      endsOn: addDays(utcDate(now()), 2),
    })
    await passes(3)
    expect(await late()).toEqual(['close'])
    const [card] = await cardsOf(organizer, 'late-stage')
    expect(await isSubjectOver(store(), organizer, card!)).toBe(false)
    await closeNow(product, cohortId)
    expect(await isSubjectOver(store(), organizer, card!)).toBe(true)
  })
})
