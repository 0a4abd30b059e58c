/** What a Cohort achieved: the arithmetic by hand, and what of it is said when. */
import { describe, expect, it } from '@jest/globals'
import type { Ask } from '../../../bot/domain/meeting/ask.ts'
import type { Answers, FormName } from '../../../bot/domain/meeting/form.ts'
import type { Shared } from '../../../bot/domain/meeting/idea.ts'
import type { Pairing } from '../../../bot/domain/pairing/pairing.ts'
import {
  meanOf,
  meanRange,
  medianOf,
  netPromoterOf,
  normalizedGainOf,
  rateOf,
  shareRange,
} from '../../../bot/domain/publishing/measures/formula.ts'
import {
  allMeasures,
  type Measure,
  measureFormulas,
  measureKeys,
  nextMeasures,
  rangeOf,
} from '../../../bot/domain/publishing/measures/measure.ts'
import {
  agreementRows,
  completionRows,
  fateOf,
  formRows,
  growthRows,
  ideaRows,
  leaderMovedRows,
  type MeasureFacts,
  obstacleRows,
  placementRows,
  type SettledSession,
  trainingRows,
} from '../../../bot/domain/publishing/measures/rows.ts'
import type { PooledFigure } from '../../../bot/domain/publishing/pooled.ts'
import type { Session } from '../../../bot/domain/scheduling/session.ts'
import fc from '../../support/properties.ts'

const dayMs = 86_400_000
const monday = new Date('2027-03-01T00:00:00Z')
const day = (count: number) => new Date(monday.getTime() + count * dayMs)
const values = (rows: readonly { value: number }[]) => rows.map(({ value }) => value).toSorted()

const nothing: MeasureFacts = {
  ...{ pairings: [], sessions: [], asks: [], closed: [], ideas: [], planned: 2 },
  ...{ goalStart: new Map(), agreedAt: new Map(), trainedAt: new Map() },
}

const aPair = (i: number, change: Partial<Pairing> = {}) =>
  ({
    ...{ id: `p${i}`, mentorId: `mentor${i}`, menteeId: `mentee${i}`, state: 'completed' },
    ...{ approvedAt: day(-100), activeSince: day(-99), endedAt: day(-20) },
    ...change,
  }) as Pairing

const aSession = (pair: number, number: number, on: number, change: Partial<Session> = {}): Session => ({
  ...{ id: `s${pair}.${number}`, holdId: 'h', pairingId: `p${pair}`, number, state: 'planned' },
  ...{ startsAt: day(on), endsAt: new Date(day(on).getTime() + 3_600_000) },
  ...change,
})

const answered = (
  pair: number,
  side: 'mentor' | 'mentee',
  answers: Answers | undefined,
  form: FormName,
  on = -15,
) =>
  ({
    ...{ key: `${form}.p${pair}.${side}${pair}`, form, version: 1, personId: `${side}${pair}`, side },
    ...{ pairingId: `p${pair}`, cohortId: 'c', askedAt: day(on - 1), until: day(on) },
    ...(answers ? { state: 'answered', answeredAt: day(on), answers } : { state: 'lapsed' }),
  }) as Ask

/**
 * Four pairs, by hand. 0: both Sessions held, signed in time, both filled in the end. 1: Session 2 moved by the Mentee and held,
 * signed too late. 2: only Session 1, ended early. 3: met twice, and nobody filled in the last form.
 */
function byHand(): { facts: MeasureFacts; settled: SettledSession[] } {
  const held = [
    aSession(0, 1, -90),
    aSession(0, 2, -60),
    aSession(1, 1, -80),
    aSession(1, 2, -55, { movedFrom: day(-58), movedBy: 'mentee1' }),
    aSession(2, 1, -70),
    aSession(3, 1, -95),
    aSession(3, 2, -61),
  ]
  const off = aSession(2, 2, -50, { state: 'cancelled', declinedBy: 'mentee2' })
  const asks = [
    answered(0, 'mentor', { recommend: 10, goal: 5 }, 'closing'),
    answered(0, 'mentee', { recommend: 6, goal: 4 }, 'closing'),
    answered(1, 'mentor', { recommend: 9, goal: 3 }, 'closing'),
    answered(1, 'mentee', undefined, 'closing'),
    answered(3, 'mentor', undefined, 'closing'),
    answered(3, 'mentee', undefined, 'closing'),
  ]
  return {
    facts: {
      ...{
        pairings: [aPair(0), aPair(1), aPair(2, { state: 'ended' }), aPair(3)],
        planned: 2,
        asks,
        ideas: [],
      },
      sessions: [...held, off],
      goalStart: new Map([
        ['mentor0', 3],
        ['mentee0', 2],
        ['mentor1', 3],
      ]),
      agreedAt: new Map([
        ['p0', day(-89)],
        ['p1', day(-54)],
      ]),
      trainedAt: new Map([
        ['mentor0', day(-101)],
        ['mentee0', day(-99)],
      ]),
      closed: held.map((session) => ({
        ...{ session, held: true, closedAt: new Date(session.endsAt.getTime() + 10 * dayMs) },
        answers: [
          {
            ...{ sessionId: session.id, personId: `mentor${session.pairingId.slice(1)}` },
            ...{
              state: 'answered',
              answer: { held: true, worth: 4, obstacle: session.number === 2 ? 'time' : 'nothing' },
            },
          },
        ],
      })),
    },
    settled: [
      ...held.map((session) => ({ session, held: true, kept: true, since: session.endsAt })),
      { session: off, held: false, kept: false, since: off.endsAt },
    ],
  }
}

describe('a small Cohort, counted by hand', () => {
  const { facts, settled } = byHand()
  it('agreements: two pairs of three were not signed in time, and one never came to Session 2 but was to', () => {
    // Pair 2's second Session was called off by name: it was due.
    expect(values(agreementRows(facts, monday))).toEqual([0, 0, 0, 1])
    expect(agreementRows(facts, day(-59)).map(({ people }) => people[0])).toEqual(['mentor0', 'mentor3'])
  })
  it('training: one of eight had finished before the first Pairing was approved', () => {
    expect(values(trainingRows(facts))).toEqual([0, 0, 0, 0, 0, 0, 0, 1])
  })
  it('placement: 10, 20, 30 and 5 days, in the middle 15', () => {
    expect(placementRows(facts).map(({ value }) => value)).toEqual([10, 20, 30, 5])
    expect(medianOf(placementRows(facts).map(({ value }) => value))).toBe(15)
  })
  it('completion: 0 and 1 came to the end, 2 ended before, 3 said nothing at the end', () => {
    expect(completionRows(facts, monday).map(({ people, value }) => [people[0], value])).toEqual([
      ['mentor0', 1],
      ['mentor1', 1],
      ['mentor2', 0],
      ['mentor3', 0],
    ])
    // While a form is open nothing is said of its pair.
    expect(completionRows(facts, day(-16)).map(({ people }) => people[0])).toEqual(['mentor2'])
  })
  it('moved by the leader: one moved, one called off, of eight', () => {
    expect(values(leaderMovedRows(facts, settled))).toEqual([0, 0, 0, 0, 0, 0, 1, 1])
  })
  it('fates, obstacles', () => {
    expect(settled.map(fateOf).toSorted()).toEqual([
      'called-off',
      ...Array.from({ length: 6 }, () => 'on-the-day'),
      'within-a-week',
    ])
    expect(obstacleRows(facts).map(({ option }) => option)).toEqual(['time', 'time', 'time'])
  })
  it('growth and recommending, by side', () => {
    const mentors = formRows(facts, 'closing', 'recommend', 'mentor', monday)
    expect(mentors.asked).toHaveLength(3)
    expect(netPromoterOf(mentors.rows.map(({ value }) => value))).toBe(100)
    const grew = growthRows(facts, formRows(facts, 'closing', 'goal', 'mentor', monday))
    expect(grew.map(({ before, after }) => [before, after])).toEqual([
      [3, 5],
      [3, 3],
    ])
    expect(normalizedGainOf(grew, 5)).toBe(0.5)
  })
})

describe('the arithmetic', () => {
  it('has nothing to say of nothing', () => {
    for (const none of [rateOf(0, 0), meanOf([]), medianOf([]), netPromoterOf([]), normalizedGainOf([], 5)])
      expect(none).toBeUndefined()
    expect(normalizedGainOf([{ before: 5, after: 5 }], 5)).toBeUndefined()
    expect([shareRange(50, 0), meanRange(3, 0, { low: 1, high: 5 })]).toEqual([undefined, undefined])
  })
  it('agrees with published examples', () => {
    // Wilson score interval for 8 of 10: 0.490 to 0.943 (Newcombe 1998).
    const { low, high } = shareRange(80, 10)!
    expect([Math.round(low), Math.round(high)]).toEqual([49, 94])
    expect(netPromoterOf([10, 9, 8, 7, 6, 0])).toBe(0)
    expect(medianOf([9, 1, 5])).toBe(5)
  })
  it('keeps a rate, a score and an interval where they belong, in whatever order', () => {
    const scores = fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(
        scores,
        fc.integer({ min: 0, max: 100 }),
        fc.integer({ min: 1, max: 5000 }),
        (all, percent, n) => {
          const net = netPromoterOf(all)!
          expect(Math.abs(net)).toBeLessThanOrEqual(100)
          const turned = all.toReversed()
          expect([netPromoterOf(turned), medianOf(turned)]).toEqual([net, medianOf(all)])
          const { low, high } = shareRange(percent, n)!
          expect(0 <= low && low <= percent + 1e-9 && percent <= high + 1e-9 && high <= 100).toBe(true)
          const mean = 1 + percent / 25
          const range = meanRange(mean, n, { low: 1, high: 5 })!
          expect(1 <= range.low && range.low <= mean && mean <= range.high && range.high <= 5).toBe(true)
        },
      ),
    )
  })
})

/** So many pairs that are alike: signed, trained, met, and told the same at the end. */
function alike(count: number, from = 0, on = -15): MeasureFacts {
  const pairs = Array.from({ length: count }, (_, i) => from + i)
  const closed = pairs.flatMap((i) =>
    [1, 2].map((number) => ({
      ...{ session: aSession(i, number, on - 40 + 10 * number), held: true, closedAt: day(on - 1) },
      answers: [],
    })),
  )
  const people = pairs.flatMap((i) => [`mentor${i}`, `mentee${i}`])
  return {
    pairings: pairs.map((i) => aPair(i, { endedAt: day(on) } as Partial<Pairing>)),
    ...{ sessions: closed.map(({ session }) => session), closed, planned: 2 },
    ideas: [],
    asks: pairs.flatMap((i) => [
      answered(i, 'mentor', { recommend: 9, goal: 4 }, 'closing', on),
      // One leader in six says nothing.
      answered(i, 'mentee', i % 6 === 0 ? undefined : { recommend: 7, goal: 4 }, 'closing', on),
    ]),
    goalStart: new Map(people.map((id) => [id, 2])),
    agreedAt: new Map(pairs.map((i) => [`p${i}`, day(on - 100)])),
    trainedAt: new Map(people.map((id) => [id, day(-101)])),
  }
}

const settledOf = ({ closed }: MeasureFacts) =>
  closed.map(({ session, closedAt }) => ({ session, held: true, kept: true, since: closedAt }))

const said = (facts: MeasureFacts, before: Measure[] = [], at = monday, isNewPicture = true) =>
  nextMeasures(before, facts, settledOf(facts), { at, threshold: 5, isNewPicture })
const of = (all: readonly Measure[], key: string) => all.find((one) => one.key === key)

const both = (one: MeasureFacts, other: MeasureFacts): MeasureFacts => ({
  ...{ pairings: [...one.pairings, ...other.pairings], sessions: [...one.sessions, ...other.sessions] },
  ideas: [...one.ideas, ...other.ideas],
  ...{ asks: [...one.asks, ...other.asks], closed: [...one.closed, ...other.closed], planned: 2 },
  goalStart: new Map([...one.goalStart, ...other.goalStart]),
  agreedAt: new Map([...one.agreedAt, ...other.agreedAt]),
  trainedAt: new Map([...one.trainedAt, ...other.trainedAt]),
})

describe('what is said of the measures', () => {
  it('is of every measure, and of nothing that there is nothing yet', () => {
    const none = said(nothing)
    for (const one of none) expect(one).toMatchObject({ why: 'nothing-yet' })
    expect(allMeasures(none, []).map(({ key }) => key)).toEqual([...measureKeys])
    expect(Object.keys(measureFormulas)).toEqual([...measureKeys])
  })

  it('is hidden for one pair, and for two', () => {
    for (const count of [1, 2])
      for (const one of said(alike(count))) expect([one.key, one.value]).toEqual([one.key, undefined])
    expect(of(said(alike(1)), 'agreement')).toMatchObject({ why: 'too-few' })
    expect(of(said(alike(1)), 'goal-middle-mentors')).toMatchObject({ why: 'nothing-yet' })
  })

  it('appears with enough people, both sides together', () => {
    const all = said(alike(12))
    expect(of(all, 'agreement')).toMatchObject({ value: 80, bound: 'at-least', n: 20 })
    expect(of(all, 'completion')).toMatchObject({ value: 80, bound: 'at-least' })
    expect(of(all, 'nps-mentors')).toMatchObject({ value: 90, bound: 'at-least', n: 10 })
    expect(of(all, 'nps-mentees')).toMatchObject({ value: 0, n: 10 })
    expect(of(all, 'goal-start-mentees')).toMatchObject({ value: 2 })
    expect(of(all, 'goal-end-mentees')).toMatchObject({ value: 4 })
    expect(of(all, 'gain-mentees')).toMatchObject({ value: 70 })
    expect(of(all, 'placement')).toMatchObject({ unit: 'days' })
    const silent = { ...alike(12) }
    silent.asks = silent.asks.filter(({ side }) => side === 'mentor')
    expect(of(said(silent), 'nps-mentors')?.value).toBeUndefined()
  })

  it('stays as it was until five people more stand behind it', () => {
    const first = said(alike(12))
    const one = said(both(alike(12), alike(1, 12, 1)), first, day(7), false)
    expect(one).toEqual(first)
    const more = said(both(alike(12), alike(12, 12, 1)), first, day(7))
    expect(of(more, 'nps-mentors')).toMatchObject({ n: 20, takenAt: day(7).toISOString() })
  })

  it('counts of ideas what both shared and somebody decided for good, from enough people on', () => {
    const anIdea = (pair: number, state: Shared['state'], on = -10) =>
      ({ pairingId: `p${pair}`, state, sharedAt: day(on - 1), decidedAt: day(on) }) as Shared
    const withIdeas = (ideas: Shared[]) => ({ ...alike(12), ideas })
    const many = (count: number, state: Shared['state'], from = 0) =>
      Array.from({ length: count }, (_, i) => anIdea(from + i, state))
    expect(
      values(ideaRows(withIdeas([...many(2, 'done'), ...many(1, 'going-ahead'), anIdea(3, 'not-now')]))),
    ).toEqual([...[0, 1, 1, 1]])
    expect(ideaRows(withIdeas([anIdea(0, 'shared'), anIdea(1, 'later')]))).toEqual([])
    const first = said(withIdeas([...many(6, 'going-ahead'), ...many(3, 'not-now', 6)]))
    expect(of(first, 'ideas')).toMatchObject({ value: 5, bound: 'at-least', n: 10 })
    expect(of(first, 'ideas-ahead')).toMatchObject({ value: 70 })
    expect(of(said(withIdeas(many(2, 'done'))), 'ideas')).toMatchObject({ why: 'too-few' })
    expect(of(said(withIdeas(many(12, 'shared'))), 'ideas')).toMatchObject({ why: 'nothing-yet' })
    const one = withIdeas([...many(6, 'going-ahead'), ...many(3, 'not-now', 6), anIdea(11, 'not-now', 1)])
    expect(of(said(one, first, day(7)), 'ideas-ahead')).toEqual(of(first, 'ideas-ahead'))
  })

  it('says the same whatever order the rows have, and no share leaves 0 to 100', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 14 }), (count) => {
        const facts = alike(count)
        const turned = {
          ...facts,
          ...{ pairings: facts.pairings.toReversed(), sessions: facts.sessions.toReversed() },
          ...{ asks: facts.asks.toReversed(), closed: facts.closed.toReversed() },
        }
        expect(said(turned)).toEqual(said(facts))
        for (const { unit, key, value = 0 } of said(facts))
          if (unit === 'percent' && !key.startsWith('gain')) expect(value >= 0 && value <= 100).toBe(true)
      }),
      { numRuns: 15 },
    )
  })

  it('takes "would do again" from the answers that are said already', () => {
    const figure = (option: string): PooledFigure => ({
      ...{ form: 'closing', question: 'again', unit: 'percent', option, takenAt: monday.toISOString() },
      ...{ value: 80, bound: 'at-least', n: 20 },
    })
    expect(of(allMeasures([], [figure('yes')]), 'again')).toMatchObject({ value: 80, bound: 'at-least' })
    expect(of(allMeasures([], [figure('no')]), 'again')).toMatchObject({ value: 20, bound: 'at-most' })
  })

  it('has an interval where it is a sample, made of what is said alone', () => {
    const measure = { key: 'again', unit: 'percent', value: 80, n: 20 } as const
    expect(rangeOf(measure)).toEqual({ low: 58.4, high: 91.9 })
    expect(rangeOf({ ...measure, bound: 'at-least' })).toBeUndefined()
    expect(rangeOf({ ...measure, key: 'training' })).toBeUndefined()
    expect(rangeOf({ key: 'goal-end-mentors', unit: 'score', why: 'too-few' })).toBeUndefined()
  })

  it('counts a Cohort of thousands at once', () => {
    expect(of(said(alike(3000)), 'training')).toMatchObject({ value: 90, bound: 'at-least', n: 5000 })
  })
})
