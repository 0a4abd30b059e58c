/** What may be said of the answers to the forms, and what nobody can take from it. */
import { describe, expect, it } from '@jest/globals'
import type { Ask } from '../../../bot/domain/meeting/ask.ts'
import type { Answers } from '../../../bot/domain/meeting/form.ts'
import { defaultVersion } from '../../../bot/domain/program/content.ts'
import { type PooledFigure, pooledFigures, pooledQuestions } from '../../../bot/domain/publishing/pooled.ts'

const dayMs = 86_400_000
const monday = new Date('2027-03-01T00:00:00Z')
const days = (count: number) => new Date(monday.getTime() + count * dayMs)

const said = (more: Answers = {}): Answers => ({
  ...{
    satisfied: 4,
    'as-agreed': 4,
    goal: 3,
    agenda: 'both',
    change: 'Fewer slides, please',
    wish: 'continue',
  },
  ...more,
})
/** Both of a pair were asked; without answers the time of the form passed. */
function pair(k: number, two: (Answers | undefined)[], answeredOn = -3): Ask[] {
  return two.map((answers, side): Ask => {
    const isMentor = side === 0
    return {
      ...{
        key: `midpoint.p${k}.${side}`,
        form: 'midpoint',
        version: defaultVersion,
        pairingId: `p${k}`,
        cohortId: 'c',
      },
      ...{ personId: `${isMentor ? 'mentor' : 'mentee'}${k}`, side: isMentor ? 'mentor' : 'mentee' },
      ...{ askedAt: days(-20), until: days(-6) },
      ...(answers ? { state: 'answered', answers, answeredAt: days(answeredOn) } : { state: 'lapsed' }),
    } as Ask
  })
}
const of = (figures: PooledFigure[], question: string) => figures.find((one) => one.question === question)
const pairs = (count: number, from = 0, answeredOn = -3) =>
  Array.from({ length: count }, (_, k) => pair(from + k, [said(), said()], answeredOn)).flat()

describe('answers of the forms', () => {
  it('are said as a mean, and of choices only the most frequent, once enough people answered', () => {
    const figures = pooledFigures(pairs(6), [], monday, 5)
    expect(of(figures, 'satisfied')).toMatchObject({ unit: 'score', value: 4, of: 5, n: 10 })
    expect(of(figures, 'agenda')).toMatchObject({ unit: 'percent', option: 'both', bound: 'at-least' })
    expect(figures.filter(({ question }) => question === 'agenda')).toHaveLength(1)
  })

  it('leave out what a Program asked in its own words', () => {
    const own = pairs(20).map((ask): Ask => ({ ...ask, version: defaultVersion + 1 }))
    expect(pooledFigures(own, [], monday, 5)).toEqual([])
  })

  it('are nothing where fewer than the threshold answered, however many were asked', () => {
    const asks = [...pairs(2), ...[3, 4, 5].flatMap((k) => pair(k, [undefined, undefined]))]
    expect(pooledFigures(asks, [], monday, 5)).toEqual([])
  })

  it('hold no words of anybody, and nothing that decides for a pair', () => {
    const keys = pooledFigures(pairs(20), [], monday, 5).map(({ question }) => question)
    expect(keys).not.toContain('change')
    expect(keys).not.toContain('wish')
    expect(JSON.stringify(pooledFigures(pairs(20), [], monday, 5))).not.toContain('slides')
    expect(pooledQuestions('closing').map(({ key }) => key)).not.toContain('keep')
    expect(pooledQuestions('fit').map(({ key }) => key)).toEqual(['free'])
  })

  it('are not renewed for one more pair: from the difference its answers could be told', () => {
    const first = pooledFigures(pairs(6, 0, -10), [], days(-7), 5)
    const late = pair(6, [said({ satisfied: 1 }), said({ satisfied: 1 })], -1)
    const second = pooledFigures([...pairs(6, 0, -10), ...late], first, monday, 5)
    expect(second).toEqual(first)
    const many = [7, 8, 9].flatMap((k) => pair(k, [said({ satisfied: 1 }), said({ satisfied: 1 })], -1))
    const third = pooledFigures([...pairs(6, 0, -10), ...late, ...many], first, monday, 5)
    expect(of(third, 'satisfied')).toMatchObject({ value: 3, takenAt: monday.toISOString() })
  })

  it('count only when neither of a pair can change theirs any more', () => {
    const open = pairs(6).map((ask, k): Ask => {
      const { answers: _, answeredAt: _at, ...rest } = ask
      return k % 2 === 0 ? { ...ask, until: days(3) } : { ...rest, state: 'asked', until: days(3) }
    })
    expect(pooledFigures(open, [], monday, 5)).toEqual([])
  })

  it('of one side come from that side alone, and need enough of it', () => {
    const one = Array.from({ length: 6 }, (_, k) =>
      pair(k, [said({ disagree: 2 }), said({ used: 5 })]),
    ).flat()
    expect(of(pooledFigures(one, [], monday, 5), 'disagree')).toMatchObject({ value: 2, n: 5 })
    const few = Array.from({ length: 6 }, (_, k) =>
      pair(k, [k < 4 ? said({ disagree: 2 }) : said(), said({ used: 5 })]),
    ).flat()
    expect(of(pooledFigures(few, [], monday, 5), 'disagree')).toBeUndefined()
  })
})
