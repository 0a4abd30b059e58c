/** What counts is the Organizer's choice: runs, pins and approvals all go by it. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { isRefused } from '../../../bot/domain/refusal.ts'
import { setWish } from '../../../bot/workflows/pairing/adjust-proposals.ts'
import { type Choices, changeMatching, tryMatching } from '../../../bot/workflows/pairing/change-matching.ts'
import { loadMatching } from '../../../bot/workflows/pairing/matching-input.ts'
import { enrolCompany, openCohort, type Product, proposeAll, startProduct } from '../../support/product.ts'

let product: Product
let cohortId: string
let organizer: string
const usual: Choices = { objective: 'best-total', rules: {}, weights: {} }

beforeAll(async () => {
  product = await startProduct()
  cohortId = await openCohort(product)
  await enrolCompany(product, cohortId)
  organizer = product.company.personas.organizer
})
afterAll(() => product.close())
beforeEach(() => product.ports.store.cohorts.changeMatching(cohortId, {}))

const choose = (change: Partial<Choices>) =>
  changeMatching(product.ports, cohortId, { ...usual, ...change }, organizer)

describe('rules and weights of a Cohort', () => {
  it('decide the run: a weight of nothing is worth nothing in any pair', async () => {
    await choose({ weights: { topic: 0, hours: 0 } })
    const proposals = await proposeAll(product, cohortId)
    const parts = new Set(proposals.flatMap((one) => one.parts.map(({ part }) => part)))
    expect(parts.has('topic') || parts.has('hours')).toBe(false)
    await choose({})
    const again = await proposeAll(product, cohortId)
    expect(again.flatMap((one) => one.parts.map(({ part }) => part))).toContain('topic')
  })

  it('are kept with the run, so that it can be repeated whatever is chosen later', async () => {
    await choose({ rules: { minimumGradeGap: 3 } })
    await proposeAll(product, cohortId)
    await choose({})
    const run = await product.ports.store.runs.latest(cohortId)
    expect(run!.settings).toEqual({ objective: 'best-total', rules: { minimumGradeGap: 3 }, weights: {} })
  })

  it('forbid by the same rule in a run, a pin and an explanation', async () => {
    await choose({ rules: { location: 'same-site' } })
    const proposals = await proposeAll(product, cohortId)
    const { input } = await loadMatching(product.ports, cohortId, { seed: 0 })
    const siteOf = new Map(input.participants.map((one) => [one.id, one.site]))
    for (const { mentorId, menteeId } of proposals) expect(siteOf.get(mentorId)).toBe(siteOf.get(menteeId))
    const elsewhere = input.participants
      .filter((one) => one.side === 'mentor')
      .flatMap((mentor) =>
        input.participants
          .filter((one) => one.side === 'mentee' && one.site && mentor.site && one.site !== mentor.site)
          .map((mentee) => [mentor.id, mentee.id] as const),
      )
    const answers = new Set<string>()
    for (const [mentorId, menteeId] of elsewhere) {
      const pinned = await setWish(product.ports, cohortId, { mentorId, menteeId, kind: 'pin' }, organizer)
      answers.add(isRefused(pinned) ? pinned.refused : 'pinned')
      if (answers.has('location')) break
    }
    expect(answers.has('location')).toBe(true)
    expect(answers.has('pinned')).toBe(false)
  })

  it('keep only what differs from the default, so that null puts a choice back', async () => {
    await choose({
      rules: { sameManager: true, minimumServiceMonths: 0, location: null },
      weights: { topic: 40 },
    })
    expect((await product.ports.store.cohorts.get(cohortId))!.matching).toEqual({
      objective: 'best-total',
      rules: { minimumServiceMonths: 0 },
      weights: {},
    })
  })

  it('survive a change of the plan that was begun before', async () => {
    const stale = (await product.ports.store.cohorts.get(cohortId))!
    await choose({ weights: { topic: 99 } })
    await product.ports.store.cohorts.save({ ...stale, name: 'Renamed meanwhile' })
    const cohort = (await product.ports.store.cohorts.get(cohortId))!
    expect([cohort.name, cohort.matching.weights]).toEqual(['Renamed meanwhile', { topic: 99 }])
  })
})

describe('trying choices out', () => {
  const effect = async (change: Partial<Choices> = {}) => {
    const tried = await tryMatching(product.ports, cohortId, { ...usual, ...change })
    if (isRefused(tried)) throw new Error(tried.refused)
    return tried
  }

  it('tells what a run would bring, to the pair and the point, and saves nothing', async () => {
    const tried = await effect()
    expect((await product.ports.store.cohorts.get(cohortId))!.matching).toEqual({})
    const proposals = await proposeAll(product, cohortId)
    const { totals } = (await product.ports.store.runs.latest(cohortId))!.outcome!
    expect(tried).toMatchObject({ ...totals, weakest: Math.min(...proposals.map(({ score }) => score)) })
    expect(tried.parts.reduce((sum, { percent }) => sum + percent, 0)).toBe(100)
    expect(tried.parts.reduce((sum, { points }) => sum + points, 0)).toBe(totals.score)
    expect(tried.changedPairs).toBe(0)
  })

  it('says what a rule costs: so many more pairs there are when it goes', async () => {
    const strict = await effect({ rules: { location: 'same-site' } })
    const free = await effect()
    const cost = strict.costs.find(({ setting }) => setting === 'location')!
    expect(cost.pairs).toBe(free.pairs - strict.pairs)
    const placed = ({ placedMentors, placedMentees }: typeof free) => placedMentors + placedMentees
    expect(cost.people).toBe(placed(free) - placed(strict))
    expect(cost.points).toBe(free.score - strict.score)
    expect(strict.changedPairs).toBeGreaterThan(0)
  })
})
