/** What a pair would cost everybody, who else was possible, and how groups fared: all in the engine's own numbers. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Weighing } from '../../../bot/domain/pairing/pair-weighing.ts'
import type { Pairing } from '../../../bot/domain/pairing/pairing.ts'
import { isRefused } from '../../../bot/domain/refusal.ts'
import { explainTwo, setWish } from '../../../bot/workflows/pairing/adjust-proposals.ts'
import { fairnessOf } from '../../../bot/workflows/pairing/fairness.ts'
import { weighTwo } from '../../../bot/workflows/pairing/weigh-pair.ts'
import { enrolCompany, openCohort, type Product, proposeAll, startProduct } from '../../support/product.ts'

let product: Product
let cohortId: string
let organizer: string
let proposals: Pairing[]

beforeAll(async () => {
  product = await startProduct()
  cohortId = await openCohort(product)
  await enrolCompany(product, cohortId)
  organizer = product.company.personas.organizer
  proposals = await proposeAll(product, cohortId)
})
afterAll(() => product.close())

const total = (pairings: Pairing[]) => pairings.reduce((sum, { score }) => sum + score, 0)

async function weigh(mentorId: string, menteeId: string): Promise<Weighing> {
  const weighed = await weighTwo(product.ports, cohortId, mentorId, menteeId)
  if (isRefused(weighed)) throw new Error(weighed.refused)
  return weighed
}

describe('weighing a pair', () => {
  it('of the best set finds that they belong together, and names others for each', async () => {
    const { mentorId, menteeId } = proposals[0]!
    const weighed = await weigh(mentorId, menteeId)
    expect(weighed.together).toBe(true)
    expect(weighed.cost).toBeUndefined()
    expect(weighed.instead.mentor.length).toBeGreaterThan(0)
    for (const other of weighed.instead.mentor) {
      expect(other.mentorId).toBe(mentorId)
      expect(other.menteeId).not.toBe(menteeId)
      const answer = await explainTwo(product.ports, cohortId, other.mentorId, other.menteeId)
      expect(answer).toMatchObject({ score: other.score })
    }
  })

  it('that was not made says exactly what pinning it costs, and which pairs move', async () => {
    const { mentorId, menteeId } = proposals[0]!
    const [other] = (await weigh(mentorId, menteeId)).instead.mentor
    const { cost } = await weigh(mentorId, other!.menteeId)
    await setWish(product.ports, cohortId, { mentorId, menteeId: other!.menteeId, kind: 'pin' }, organizer)
    const pinned = await proposeAll(product, cohortId)
    expect(cost).toMatchObject({
      pairs: proposals.length - pinned.length,
      points: total(proposals) - total(pinned),
    })
    expect(cost!.made).toContainEqual({ mentorId, menteeId: other!.menteeId })
    expect(other!.costsAtLeast ?? 0).toBeLessThanOrEqual(cost!.points)
    await setWish(product.ports, cohortId, { mentorId, menteeId: other!.menteeId, kind: 'clear' }, organizer)
    await proposeAll(product, cohortId)
  })

  it('that a rule forbids names the rule', async () => {
    const { mentorId, menteeId } = proposals[0]!
    const forbid = { mentorId, menteeId, kind: 'forbid' as const }
    await setWish(product.ports, cohortId, forbid, organizer)
    expect((await weigh(mentorId, menteeId)).refused).toMatchObject({ refused: 'forbidden' })
    await setWish(product.ports, cohortId, { ...forbid, kind: 'clear' }, organizer)
  })

  it('that somebody asked in private not to be in is weighed as if nobody had', async () => {
    const { mentorId, menteeId } = proposals[0]!
    const before = await weigh(mentorId, menteeId)
    await product.ports.store.participants.block(menteeId, mentorId)
    expect(await weigh(mentorId, menteeId)).toEqual(before)
  })
})

describe('the fairness table', () => {
  it('counts everybody of the run once, by side to the last person', async () => {
    const tables = await fairnessOf(product.ports, cohortId)
    if (isRefused(tables)) throw new Error(tables.refused)
    const { totals } = (await product.ports.store.runs.latestDone(cohortId))!.outcome!
    const side = tables.find(({ by }) => by === 'side')!
    expect(side.groups.map(({ group, people, placed }) => [group, people, placed]).sort()).toEqual([
      ['mentee', totals.mentees, totals.placedMentees],
      ['mentor', totals.mentors, totals.placedMentors],
    ])
  })

  it('shows no group under five people, and none that could be worked out', async () => {
    const tables = await fairnessOf(product.ports, cohortId)
    if (isRefused(tables)) throw new Error(tables.refused)
    for (const { groups, notShown } of tables) {
      expect(groups.every(({ people }) => people >= 5)).toBe(true)
      expect(notShown === 0 || notShown >= 5).toBe(true)
    }
    expect(tables.some(({ notShown }) => notShown > 0)).toBe(true)
  })
})
