import { describe, expect, it } from '@jest/globals'
import { type ChallengeReading, enterReading, wayGone } from '../../../bot/domain/publishing/challenge.ts'
import { isRefused } from '../../../bot/domain/refusal.ts'
import fc from '../../support/properties.ts'

const challenge = (baseline: number, target: number) => ({
  ...{ statement: 'Learn', measure: 'use', unit: '%', baseline, target },
})
const reading: ChallengeReading = {
  ...{ cohortId: 'c', moment: 'middle', value: 41, byId: 'ana', at: new Date('2027-03-01T00:00:00Z') },
}

describe('the challenge, measured again', () => {
  it('says how much of the way is gone, upwards and downwards, and nothing where there is no way', () => {
    expect(wayGone(challenge(22, 60), 41)).toBe(0.5)
    expect(wayGone(challenge(60, 20), 50)).toBe(0.25)
    expect(wayGone(challenge(22, 60), 3)).toBe(-0.5)
    expect(wayGone(challenge(22, 22), 30)).toBeUndefined()
  })
  it('is 0 at the baseline and 1 at the target, wherever they lie', () => {
    const figure = fc.integer({ min: -1000, max: 1000 })
    fc.assert(
      fc.property(figure, figure, (baseline, target) => {
        fc.pre(baseline !== target)
        expect(Math.abs(wayGone(challenge(baseline, target), baseline)!)).toBe(0)
        expect(wayGone(challenge(baseline, target), target)).toBe(1)
      }),
    )
  })
  it('can be entered once the two meet, and after the end', () => {
    expect(enterReading({ stage: 'running' }, reading)).toEqual(reading)
    expect(enterReading({ stage: 'closed' }, reading)).toEqual(reading)
    for (const stage of ['draft', 'enrolling', 'matching'] as const)
      expect(isRefused(enterReading({ stage }, reading))).toBe(true)
  })
})
