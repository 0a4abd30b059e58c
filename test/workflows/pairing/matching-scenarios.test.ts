/** Choices under a name: tried beside the proposals, compared, and one of them published whole. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { isRefused } from '../../../bot/domain/refusal.ts'
import type { Choices } from '../../../bot/workflows/pairing/change-matching.ts'
import { cancelRun, requestProposals } from '../../../bot/workflows/pairing/propose-pairings.ts'
import {
  nameScenario,
  publishScenario,
  removeScenario,
  runScenario,
} from '../../../bot/workflows/pairing/scenarios.ts'
import { openApi } from '../../support/api.ts'
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
  await proposeAll(product, cohortId)
})
afterAll(() => product.close())

async function named(name: string, change: Partial<Choices> = {}): Promise<string> {
  const scenario = { name, choices: { ...usual, ...change } }
  const answer = await nameScenario(product.ports, cohortId, scenario, organizer)
  if (isRefused(answer)) throw new Error(answer.refused)
  expect(await product.runJobs()).toEqual([])
  return answer.id
}
const pairsNow = async () =>
  (await product.ports.store.pairings.list(cohortId, ['proposed']))
    .map(({ mentorId, menteeId }) => `${mentorId} ${menteeId}`)
    .sort()

describe('a scenario', () => {
  it('runs beside the proposals and leaves them as they are', async () => {
    const before = await pairsNow()
    const id = await named('Same site', { rules: { location: 'same-site' } })
    expect(await pairsNow()).toEqual(before)
    const scenario = (await product.ports.store.scenarios.get(id))!
    expect(scenario.state).toBe('done')
    expect(scenario.pairs!.length).toBe(scenario.outcome!.totals.pairs)
    expect((await product.ports.store.cohorts.get(cohortId))!.matching).toEqual({})
  })

  it('with the choices that hold anyway comes to the same pairs: only choices make a difference', async () => {
    await named('As now')
    const api = await openApi(product)
    const { body } = await api.as(organizer)('scenarios', { id: cohortId })
    const [asNow, sameSite] = ['As now', 'Same site'].map(
      (name) => body.scenarios.find((one) => one.name === name)!,
    )
    expect(asNow!.figures).toMatchObject({ pairsGone: 0, pairsCome: 0, changedPeople: 0, changed: [] })
    expect(sameSite!.unusual).toEqual(['location'])
    const { pairs, pairsGone, pairsCome, score } = sameSite!.figures!
    expect(pairs - asNow!.figures!.pairs).toBe(pairsCome - pairsGone)
    expect(score).toBeLessThan(asNow!.figures!.score)
  })

  it('has a name of its own', async () => {
    const again = await nameScenario(product.ports, cohortId, { name: 'As now', choices: usual }, organizer)
    expect(again).toMatchObject({ refused: 'name-taken', detail: { field: 'name' } })
  })

  it('that was removed while it ran does not come back', async () => {
    const asked = await nameScenario(product.ports, cohortId, { name: 'Gone', choices: usual }, organizer)
    const { id } = asked as { id: string }
    product.waiting.splice(0)
    const { matcher } = product.ports
    const propose: typeof matcher.propose = async (...input) => {
      await removeScenario(product.ports, id, organizer)
      return matcher.propose(...input)
    }
    await runScenario({ ...product.ports, matcher: { ...matcher, propose } }, id)
    expect(await product.ports.store.scenarios.get(id)).toBeUndefined()
  })
})

describe('publishing a scenario', () => {
  it('waits for a run that is under way', async () => {
    const id = await named('Too early')
    const asked = await requestProposals(product.ports, cohortId, {}, organizer)
    expect(await publishScenario(product.ports, id, organizer)).toMatchObject({ refused: 'run-under-way' })
    product.waiting.splice(0)
    await cancelRun(product.ports, (asked as { runId: string }).runId, organizer)
  })

  it('makes its choices those of the Cohort and proposes by them: the same pairs where nobody said anything in private', async () => {
    const id = await named('Strict', { rules: { location: 'same-site' }, weights: { topic: 90 } })
    expect(await publishScenario(product.ports, id, organizer)).toEqual({ ok: true })
    expect(await product.runJobs()).toEqual([])
    const { pairs, settings, outcome } = (await product.ports.store.scenarios.get(id))!
    expect(await pairsNow()).toEqual(pairs!.map(([mentor, mentee]) => `${mentor} ${mentee}`).sort())
    const proposals = await product.ports.store.pairings.list(cohortId, ['proposed'])
    for (const { parts, score } of proposals)
      expect(parts.reduce((sum, { points }) => sum + points, 0)).toBe(score)
    expect((await product.ports.store.cohorts.get(cohortId))!.matching).toEqual(settings)
    expect((await product.ports.store.runs.latest(cohortId))!.outcome).toEqual(outcome)
  })

  it('goes by what holds then: a pair that was forbidden since, or that somebody does not want, is not among them', async () => {
    const id = await named('Outdated')
    const [one, other] = (await product.ports.store.scenarios.get(id))!.pairs!
    await product.ports.store.participants.block(one![1], one![0])
    await product.ports.store.wishes.set({
      cohortId,
      mentorId: other![0],
      menteeId: other![1],
      kind: 'forbid',
    })
    expect(await publishScenario(product.ports, id, organizer)).toEqual({ ok: true })
    expect(await product.runJobs()).toEqual([])
    const now = await pairsNow()
    expect(now.length).toBeGreaterThan(0)
    for (const [mentorId, menteeId] of [one!, other!]) expect(now).not.toContain(`${mentorId} ${menteeId}`)
  })
})
