import { describe, expect, it } from '@jest/globals'
import { type Meeting, speedRounds } from '../../../bot/domain/speed/speed-rounds.ts'
import fc from '../../support/properties.ts'

interface Case {
  mentors: number
  mentees: number
  pairs: [number, number][]
  rounds: number
  seed: number
}

const graphOf = ({ mentors, mentees, pairs }: Case, score = (_at: number) => 1) => ({
  mentors,
  mentees,
  u: Int32Array.from(pairs, ([mentor]) => mentor),
  v: Int32Array.from(pairs, ([, mentee]) => mentee),
  w: Int32Array.from(pairs, (_, at) => score(at)),
})

const cases = (most: number, mostRounds: number): fc.Arbitrary<Case> =>
  fc
    .record({ mentors: fc.integer({ min: 1, max: most }), mentees: fc.integer({ min: 1, max: most }) })
    .chain(({ mentors, mentees }) =>
      fc.record({
        mentors: fc.constant(mentors),
        mentees: fc.constant(mentees),
        pairs: fc.subarray(everyPair(mentors, mentees)),
        rounds: fc.integer({ min: 1, max: mostRounds }),
        seed: fc.integer(),
      }),
    )

function everyPair(mentors: number, mentees: number): [number, number][] {
  return Array.from({ length: mentors * mentees }, (_, at) => [Math.floor(at / mentees), at % mentees])
}

const countsOf = (people: number, of: number[]) =>
  Array.from({ length: people }, (_, person) => of.filter((one) => one === person).length)

/** Every subset of the pairs in which nobody meets more often than there are rounds, told by its size and shares. */
function* everySet({ mentors, mentees, pairs, rounds }: Case) {
  for (let bits = 0; bits < 2 ** pairs.length; bits++) {
    const set = pairs.filter((_, at) => bits & (1 << at))
    const ofMentors = countsOf(
      mentors,
      set.map(([mentor]) => mentor),
    )
    const ofMentees = countsOf(
      mentees,
      set.map(([, mentee]) => mentee),
    )
    if (Math.max(...ofMentors, ...ofMentees) <= rounds) yield { bits, size: set.length, ofMentors, ofMentees }
  }
}

const squares = (counts: number[]) => counts.reduce((sum, count) => sum + count * count, 0)
const sharesOf = ({ mentors, mentees }: Case, meetings: Meeting[]) => ({
  ofMentors: countsOf(
    mentors,
    meetings.map(({ mentor }) => mentor),
  ),
  ofMentees: countsOf(
    mentees,
    meetings.map(({ mentee }) => mentee),
  ),
})

describe('a plan of rounds', () => {
  it('lets nobody be in two places, meet twice, or meet whom they may not', () => {
    fc.assert(
      fc.property(cases(9, 7), (one) => {
        const meetings = speedRounds(graphOf(one), one.rounds, one.seed)
        const allowed = new Set(one.pairs.map((pair) => pair.join(' ')))
        for (const { round, mentor, mentee } of meetings) {
          expect(allowed.has(`${mentor} ${mentee}`)).toBe(true)
          expect(round).toBeGreaterThanOrEqual(1)
          expect(round).toBeLessThanOrEqual(one.rounds)
        }
        const once = (keys: string[]) => expect(new Set(keys).size).toBe(keys.length)
        once(meetings.map(({ mentor, mentee }) => `${mentor} ${mentee}`))
        once(meetings.map(({ round, mentor }) => `${round} ${mentor}`))
        once(meetings.map(({ round, mentee }) => `${round} ${mentee}`))
      }),
      { numRuns: 300 },
    )
  })

  it('has as many meetings as any plan could have, and shares them as evenly as any such plan', () => {
    fc.assert(
      fc.property(
        cases(4, 4).filter(({ pairs }) => pairs.length <= 11),
        (one) => {
          const meetings = speedRounds(graphOf(one), one.rounds, one.seed)
          const sets = [...everySet(one)]
          const most = Math.max(...sets.map(({ size }) => size))
          expect(meetings).toHaveLength(most)
          const largest = sets.filter(({ size }) => size === most)
          const { ofMentors, ofMentees } = sharesOf(one, meetings)
          expect(squares(ofMentors)).toBe(Math.min(...largest.map((set) => squares(set.ofMentors))))
          expect(squares(ofMentees)).toBe(Math.min(...largest.map((set) => squares(set.ofMentees))))
        },
      ),
      { numRuns: 300 },
    )
  })

  it('brings the best scoring pairs together, given what everybody’s share is', () => {
    fc.assert(
      fc.property(
        cases(4, 3).filter(({ pairs }) => pairs.length <= 10),
        fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 16, maxLength: 16 }),
        (one, scores) => {
          const meetings = speedRounds(
            graphOf(one, (at) => scores[at]!),
            one.rounds,
            one.seed,
          )
          const shares = JSON.stringify(sharesOf(one, meetings))
          const worth = (bits: number) =>
            one.pairs.reduce((sum, _, at) => sum + (bits & (1 << at) ? scores[at]! : 0), 0)
          const same = [...everySet(one)].filter(
            ({ ofMentors, ofMentees }) => JSON.stringify({ ofMentors, ofMentees }) === shares,
          )
          const met = new Set(meetings.map(({ mentor, mentee }) => `${mentor} ${mentee}`))
          const got = one.pairs.reduce(
            (sum, pair, at) => sum + (met.has(pair.join(' ')) ? scores[at]! : 0),
            0,
          )
          expect(got).toBe(Math.max(...same.map(({ bits }) => worth(bits))))
        },
      ),
      { numRuns: 200 },
    )
  })

  it('spreads the meetings over the rounds, and uses no more rounds than the busiest person needs', () => {
    fc.assert(
      fc.property(cases(9, 7), (one) => {
        const meetings = speedRounds(graphOf(one), one.rounds, one.seed)
        const { ofMentors, ofMentees } = sharesOf(one, meetings)
        const used = Math.max(0, ...meetings.map(({ round }) => round))
        expect(used).toBe(Math.max(...ofMentors, ...ofMentees))
        const sizes = countsOf(
          used,
          meetings.map(({ round }) => round - 1),
        )
        if (used > 0) expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
      }),
      { numRuns: 200 },
    )
  })

  it('leaves nobody out when ten meet ten and everybody may meet everybody', () => {
    const one = { mentors: 10, mentees: 10, pairs: everyPair(10, 10), rounds: 6, seed: 1 }
    const { ofMentors, ofMentees } = sharesOf(one, speedRounds(graphOf(one), 6, 1))
    expect([...ofMentors, ...ofMentees].every((count) => count === 6)).toBe(true)
  })

  it('is the same for the same seed and another for another', () => {
    const one = { mentors: 8, mentees: 8, pairs: everyPair(8, 8), rounds: 4, seed: 1 }
    const plan = (seed: number) => JSON.stringify(speedRounds(graphOf(one), 4, seed))
    expect(plan(1)).toBe(plan(1))
    expect(new Set([1, 2, 3, 4].map(plan)).size).toBeGreaterThan(1)
  })

  it('is empty where nobody may meet anybody', () => {
    expect(speedRounds(graphOf({ mentors: 3, mentees: 2, pairs: [], rounds: 5, seed: 1 }), 5, 1)).toEqual([])
  })
})
