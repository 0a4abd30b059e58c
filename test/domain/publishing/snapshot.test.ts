/** What everybody above the two knows of answers: when it is renewed, and what of it may be said. */
import { describe, expect, it } from '@jest/globals'
import type { Participant } from '../../../bot/domain/enrolment/participant.ts'
import type { CheckIn, CheckInAnswer } from '../../../bot/domain/meeting/check-in.ts'
import type { Pairing } from '../../../bot/domain/pairing/pairing.ts'
import type { Cohort } from '../../../bot/domain/program/program.ts'
import { bandOf, shownCount, shownMean, shownShare } from '../../../bot/domain/publishing/disclosure.ts'
import { partFigures, stepsOf } from '../../../bot/domain/publishing/metrics.ts'
import {
  type AnswerFacts,
  mondayBefore,
  nextMonday,
  nextSnapshot,
  type Snapshot,
} from '../../../bot/domain/publishing/snapshot.ts'
import type { Session } from '../../../bot/domain/scheduling/session.ts'
import fc from '../../support/properties.ts'

const dayMs = 86_400_000
const monday = new Date('2027-03-01T00:00:00Z')
const days = (count: number) => new Date(monday.getTime() + count * dayMs)
const people = (count: number, from = 0) => new Set(Array.from({ length: count }, (_, i) => `p${from + i}`))
const part = (count: number, from = 0) => ({ count, people: people(count, from) })

const yes = (worth = 4): CheckInAnswer => ({ held: true, worth, obstacle: 'nothing' })
const no: CheckInAnswer = { held: false, obstacle: 'time' }
type Said = CheckInAnswer | undefined

/** Pairs of one Mentor and one Mentee, each with one Session on `day`, and what the two said of it. */
function cohortOf(
  pairs: readonly (readonly [Said, Said])[],
  day = -14,
  change: Partial<Session> = {},
): AnswerFacts {
  const all = pairs.map((_, i) => i)
  const at = days(day)
  return {
    cohort: { id: 'c', startsOn: '2027-01-04', sessions: 2 } as Cohort,
    participants: all.flatMap((i) =>
      (['mentor', 'mentee'] as const).map(
        (side) => ({ personId: `${side}${i}`, side, state: 'approved' }) as Participant,
      ),
    ),
    pairings: all.map(
      (i) =>
        ({
          id: `p${i}`,
          mentorId: `mentor${i}`,
          menteeId: `mentee${i}`,
          state: 'active',
          approvedAt: days(-40),
        }) as Pairing,
    ),
    sessions: all.map(
      (i) =>
        ({
          ...{ id: `s${i}`, holdId: 'h', pairingId: `p${i}`, number: 1, state: 'planned' },
          ...{ startsAt: at, endsAt: new Date(at.getTime() + 3_600_000), ...change },
        }) as Session,
    ),
    asks: [],
    ideas: [],
    agreedAt: new Map(),
    trainedAt: new Map(),
    checkIns: pairs.flatMap((two, i) =>
      two.map(
        (said, side): CheckIn => ({
          ...{ sessionId: `s${i}`, personId: `${side === 0 ? 'mentor' : 'mentee'}${i}`, askedAt: at },
          ...(said ? { state: 'answered', answeredAt: at, answer: said } : { state: 'missed' }),
        }),
      ),
    ),
  }
}

const taken = (facts: AnswerFacts, before?: Snapshot, at = monday) => nextSnapshot(before, facts, at, 5)
const figure = (snapshot: Snapshot, key: string) => snapshot.figures.find((one) => one.key === key)
const repeat = <T>(count: number, one: T): T[] => Array.from({ length: count }, () => one)

describe('the moment', () => {
  it('is midnight of a Monday, whatever the day', () => {
    for (let day = 0; day < 7; day += 0.25) {
      expect(mondayBefore(days(day))).toEqual(monday)
      expect(nextMonday(days(day))).toEqual(days(7))
    }
  })
})

describe('a snapshot', () => {
  it('holds nothing before five people have answered', () => {
    const four = taken(
      cohortOf([
        [yes(), yes()],
        [yes(), yes()],
        [undefined, undefined],
        [undefined, undefined],
      ]),
    )
    expect(four).toMatchObject({ figures: [], outcomes: [], weeks: [], lookedAt: monday })
    expect(four.takenAt).toBeUndefined()
    const five = taken(
      cohortOf([
        [yes(), yes()],
        [yes(), yes()],
        [yes(), undefined],
        [undefined, undefined],
      ]),
    )
    expect(five).toMatchObject({ takenAt: monday, answered: 5 })
  })

  it('holds nothing when those who answered are all who were asked', () => {
    const facts = cohortOf([
      [yes(), yes()],
      [yes(), yes()],
      [yes(), yes()],
    ])
    const onlyFive = { ...facts, pairings: facts.pairings.map((one) => ({ ...one, menteeId: 'mentee0' })) }
    const checkIns = facts.checkIns.filter(({ personId }) => !['mentee1', 'mentee2'].includes(personId))
    expect(taken({ ...onlyFive, checkIns }).takenAt).toBeUndefined()
  })

  it('holds nothing of a question that is still open', () => {
    const facts = cohortOf(repeat(10, [yes(), yes()]), -9)
    expect(taken(facts).takenAt).toBeUndefined()
    expect(taken(facts, undefined, days(7)).outcomes).toHaveLength(10)
  })

  it('stays as it was until five people more have answered, and then counts all', () => {
    const first = taken(cohortOf(repeat(6, [yes(), yes()])))
    const later = (count: number) => {
      const old = cohortOf(repeat(6, [yes(), yes()]))
      const fresh = cohortOf(
        [...repeat(6, [undefined, undefined] as const), ...repeat(count, [no, undefined] as const)],
        -5,
      )
      const isNew = ({ sessionId }: { sessionId: string }) => Number(sessionId.slice(1)) >= 6
      return {
        ...fresh,
        sessions: [...old.sessions, ...fresh.sessions.filter(({ id }) => isNew({ sessionId: id }))],
        checkIns: [...old.checkIns, ...fresh.checkIns.filter(isNew)],
      }
    }
    const same = taken(later(4), first, days(7))
    expect(same).toEqual({ ...first, lookedAt: days(7) })
    const anew = taken(later(5), same, days(7))
    expect(anew.takenAt).toEqual(days(7))
    expect(anew.outcomes.filter(({ held }) => !held)).toHaveLength(5)
    // Nobody rated anything: the mean stays what it was, with the day it was taken.
    expect(figure(anew, 'session-value')).toEqual(figure(first, 'session-value'))
  })

  it('has the same words for a Session somebody says did not take place and one nobody answered for', () => {
    const said = (two: readonly [Said, Said]) => taken(cohortOf([...repeat(6, [yes(), yes()] as const), two]))
    const plain: CheckInAnswer = { held: false, obstacle: 'nothing' }
    expect(said([plain, undefined])).toMatchObject({ ...said([undefined, undefined]), answered: 13 })
    expect(said([plain, plain])).toMatchObject({ ...said([undefined, undefined]), answered: 14 })
  })

  it('shows both sides together or neither', () => {
    const answers = fc.constantFrom<Said>(undefined, no, yes(1), yes(3), yes(5))
    fc.assert(
      fc.property(fc.array(fc.tuple(answers, answers), { maxLength: 14 }), (pairs) => {
        const one = taken(cohortOf(pairs))
        const sides = [figure(one, 'session-value-mentors'), figure(one, 'session-value-mentees')]
        expect(sides.filter(Boolean).length % 2).toBe(0)
        for (const { value, n, key } of one.figures) {
          expect(value === undefined).toBe(n === undefined)
          if (n !== undefined) expect(n).toBeGreaterThanOrEqual(5)
          if (key.startsWith('session-value')) expect((value! * 2) % 1).toBe(0)
        }
      }),
    )
  })

  it('weeks begin on Monday whatever day the Cohort begins, but never beside weeks that began otherwise', () => {
    const facts = cohortOf(repeat(8, [yes(), yes()]))
    const friday = { ...facts, cohort: { ...facts.cohort, startsOn: '2027-01-01' } }
    const [week] = taken(friday).weeks
    expect(new Date(`${week!.week}T00:00:00Z`).getUTCDay()).toBe(1)
    const before = { week: '2027-01-01', value: 60, n: 10 }
    const later = taken(friday, { ...taken(friday), weeks: [before], takenAt: days(-30) }).weeks
    expect(later.map(({ week: day }) => new Date(`${day}T00:00:00Z`).getUTCDay())).toEqual([5, 5])
  })

  it('says a week once, when all its questions have closed, and never again otherwise', () => {
    const facts = cohortOf(repeat(8, [yes(), yes()]))
    const open = cohortOf(repeat(9, [yes(), undefined]), -9).sessions[8]!
    const waiting = {
      ...facts,
      sessions: [...facts.sessions, { ...open, startsAt: facts.sessions[0]!.startsAt }],
    }
    expect(taken(waiting).weeks).toEqual([])
    const said = taken(facts).weeks
    expect(said).toEqual([{ week: '2027-02-15', value: 70, bound: 'at-least', n: 10 }])
    const changed = {
      ...facts,
      sessions: facts.sessions.map((one) => ({ ...one, state: 'cancelled' as const })),
    }
    expect(taken(changed, { ...taken(facts), takenAt: days(-30) }).weeks).toEqual(said)
  })
})

describe('what may be said', () => {
  it('of a share: nothing below five people, and the same for none on the other side as for four', () => {
    expect(shownShare(part(4), part(20, 9), 5)).toEqual({})
    const ends = [0, 1, 2, 3, 4].map((count) => shownShare(part(22), part(count, 50), 5))
    expect(new Set(ends.map((one) => JSON.stringify(one))).size).toBe(1)
    expect(ends[0]).toEqual({ value: 80, bound: 'at-least', n: 20 })
    expect(shownShare(part(22), part(5, 50), 5)).toEqual({ value: 80, n: 20 })
  })

  it('of a share is always true', () => {
    const side = fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 4 }))
    fc.assert(
      fc.property(side, side, ([a, aTimes], [b, bTimes]) => {
        const [one, other] = [
          { count: a * aTimes, people: people(a) },
          { count: b * bTimes, people: people(b, 100) },
        ]
        const { value, bound } = shownShare(one, other, 5)
        if (value === undefined) return
        const real = (100 * one.count) / (one.count + other.count)
        if (bound === 'at-least') expect(real).toBeGreaterThanOrEqual(value)
        else if (bound === 'at-most') expect(real).toBeLessThanOrEqual(value)
        else expect(Math.abs(real - value)).toBeLessThanOrEqual(5)
      }),
    )
  })

  it('of a count: down to the next five, with people in bands', () => {
    expect(shownCount({ count: 38, people: people(12) }, 5)).toEqual({ value: 35, bound: 'at-least', n: 10 })
    expect(shownCount({ count: 38, people: people(4) }, 5)).toEqual({})
    expect([4, 5, 9, 10, 19, 20, 49, 50, 240].map(bandOf)).toEqual([
      ...[undefined, 5, 5, 10, 10, 20, 20, 50, 200],
    ])
  })

  it('of a mean: to the half, and never in a band that says everybody answered', () => {
    const rated = [5, 5, 4, 4, 5, 4, 4, 4, 3, 5].map((value, i) => ({ personId: `p${i}`, value }))
    expect(shownMean(rated, 20, 5)).toEqual({ value: 4.5, n: 10 })
    expect(shownMean(rated, 10, 5)).toEqual({ value: 4.5, n: 5 })
    expect(shownMean(rated.slice(0, 5), 5, 5)).toEqual({})
  })

  it('of who takes part: a share never tells a hidden count of pairs', () => {
    const taking = (approved: number, pairs: number) => ({
      participants: [...people(approved)].map((personId) => ({ personId, state: 'approved' }) as Participant),
      pairings: Array.from(
        { length: pairs },
        (_, i) => ({ mentorId: `p${2 * i}`, menteeId: `p${2 * i + 1}`, state: 'active' }) as Pairing,
      ),
    })
    for (let approved = 0; approved < 40; approved++) {
      for (let pairs = 0; 2 * pairs <= approved; pairs++) {
        const [count, share] = partFigures(taking(approved, pairs), 5)
        const steps = stepsOf(taking(approved, pairs), 5)
        expect(count!.value).toBe(pairs < 3 ? undefined : pairs)
        if (pairs < 3) expect([share!.value, steps.paired]).toEqual([undefined, undefined])
      }
    }
  })
})

describe('the Cohort in which hidden figures could be worked out', () => {
  it('with one pair of ten people shows neither the share nor the number it was made of', () => {
    const one = cohortOf(
      [
        [yes(), undefined],
        [undefined, undefined],
        [undefined, undefined],
      ],
      -14,
    )
    const five = {
      ...one,
      sessions: [1, 2, 3, 4, 5].map((number) => ({ ...one.sessions[0]!, id: `s${number}`, number })),
      checkIns: [],
    }
    expect(taken(five).figures).toEqual([])
  })
})
