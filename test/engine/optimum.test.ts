import { describe, expect, test } from '@jest/globals'
import { assign } from '../../bot/engine/assign.ts'
import { allPairs, newEdges, trimmed } from '../../bot/engine/edges.ts'
import { findFairest } from '../../bot/engine/fairest.ts'
import { buildField } from '../../bot/engine/field.ts'
import { Cancelled, findOptimum, resumeOptimum, type Task } from '../../bot/engine/optimum.ts'
import type { MatchingInput } from '../../bot/engine/person.ts'
import { placesBeside } from '../../bot/engine/propose.ts'
import { buildRoster } from '../../bot/engine/roster.ts'
import fc from '../support/properties.ts'
import { company } from './company.ts'

const companyOf = (min: number, max: number) =>
  fc.record({ people: fc.integer({ min, max }), seed: fc.nat(), dirt: fc.constantFrom(0, 0.1) }).map(company)

function taskOf(input: MatchingInput): Task {
  const roster = buildRoster(input)
  const field = buildField(roster.mentors, roster.mentees, roster.context, {
    ratings: roster.ratings,
    rankings: roster.rankings,
    ...(input.weights ? { weights: input.weights } : {}),
  })
  return { field, ...placesBeside([], field), taken: [], seed: input.seed }
}

const onAList = 0

describe('findOptimum', () => {
  test('finds the same optimum from a candidate list as from every allowed pair, and proves it', () => {
    fc.assert(
      fc.property(companyOf(20, 220), (input) => {
        const task = taskOf(input)
        const whole = findOptimum(task)
        const grown = findOptimum(task, {}, onAList)
        expect(grown.proof).toEqual({
          certificate: 'verified',
          scope: 'all-allowed-pairs',
          bound: whole.assignment.score,
          gapPercent: 0,
        })
        const { pairs, people, score } = whole.assignment
        expect(grown.assignment).toMatchObject({ pairs, people, score })
      }),
      { numRuns: 40 },
    )
  })

  test('gives the solver only part of the pairs of a large Cohort', () => {
    const task = taskOf(company({ people: 700, seed: 7, dirt: 0 }))
    const grown = findOptimum(task, {}, onAList)
    expect(grown.edges.count).toBeLessThan(allPairs(task.field).count / 2)
    expect(grown.proof).toMatchObject({ certificate: 'verified', gapPercent: 0 })
  })

  test('stops when the caller no longer wants the answer', () => {
    const task = taskOf(company({ people: 300, seed: 3, dirt: 0 }))
    let asked = 0
    const watch = { cancelled: () => ++asked > 3 }
    expect(() => findOptimum(task, watch, onAList)).toThrow(Cancelled)
    expect(() => findOptimum(task, { cancelled: () => true })).toThrow(Cancelled)
  })
})

describe('looking at every allowed pair', () => {
  test('leads from no candidates at all to the best set of pairs', () => {
    fc.assert(
      fc.property(companyOf(20, 220), (input) => {
        const task = taskOf(input)
        const [mentors, mentees] = [task.capMentor.length, task.capMentee.length]
        const edges = newEdges()
        const assignment = assign({ mentors, mentees, ...trimmed(edges), ...task })
        const proof = { certificate: 'verified', scope: 'candidate-list', bound: 0, gapPercent: 100 } as const
        const grown = resumeOptimum(task, { edges, assignment, proof }, [], {}, onAList)
        const { pairs, people, score } = findOptimum(task).assignment
        expect(grown.assignment).toMatchObject({ pairs, people, score })
      }),
      { numRuns: 60 },
    )
  })
})

describe('findOptimum under other weights and rules', () => {
  const points = fc.constantFrom(0, 1, 40, 1000)
  const anyWeights = fc.record({
    ...{ topic: points, goals: points, interests: points, language: points, hours: points, style: points },
    ...{ 'different-unit': points, 'different-site': points, 'seniority-gap': points, waiting: points },
    ...{ preference: points, rating: points },
  })
  const anyRules = fc.record({
    minimumOverlapMinutes: fc.constantFrom(0, 120, 300),
    commonLanguage: fc.boolean(),
    location: fc.constantFrom('anywhere', 'other-site'),
    minimumGradeGap: fc.integer({ min: -12, max: 4 }),
  }) as fc.Arbitrary<NonNullable<MatchingInput['rules']>>

  test('a candidate list still leads to the best of every allowed pair', () => {
    fc.assert(
      fc.property(companyOf(20, 160), anyWeights, anyRules, (input, weights, rules) => {
        const task = taskOf({ ...input, weights, rules })
        const whole = findOptimum(task)
        const grown = findOptimum(task, {}, onAList)
        const { pairs, people, score } = whole.assignment
        expect(grown.assignment).toMatchObject({ pairs, people, score })
        expect(grown.proof).toMatchObject({ certificate: 'verified', bound: score, gapPercent: 0 })
      }),
      { numRuns: 60 },
    )
  })
})

describe('resumeOptimum', () => {
  test('ends where a new start ends after a pair was forbidden or a capacity changed, from a list or from all pairs', () => {
    fc.assert(
      fc.property(
        companyOf(20, 220),
        fc.array(fc.record({ forbid: fc.boolean(), at: fc.nat(), capacity: fc.nat(4) }), { maxLength: 4 }),
        (input, changes) => {
          let task = taskOf(input)
          let worked = findOptimum(task, {}, onAList)
          if (task.capMentor.length === 0) return
          for (const { forbid, at, capacity } of changes) {
            const next: Task = { ...task, taken: [...task.taken], capMentor: task.capMentor.slice() }
            const reopened: number[] = []
            const { edges } = worked.assignment
            if (forbid && edges.length > 0) {
              const e = edges[at % edges.length]!
              next.taken = [...task.taken, [worked.edges.u[e]!, worked.edges.v[e]!]]
            } else {
              const i = at % task.capMentor.length
              if (task.capMentor[i] === 0) reopened.push(i)
              next.capMentor[i] = capacity
            }
            worked = resumeOptimum(next, worked, reopened, {}, onAList)
            task = next
            const { pairs, people, score } = findOptimum(task).assignment
            expect(worked.assignment).toMatchObject({ pairs, people, score })
            expect(worked.proof).toMatchObject({ certificate: 'verified', bound: score, gapPercent: 0 })
          }
        },
      ),
      { numRuns: 40 },
    )
  })
})

describe('findFairest', () => {
  test('keeps as many pairs, and no set of as many pairs has a stronger weakest pair', () => {
    fc.assert(
      fc.property(companyOf(4, 60), fc.boolean(), (input, large) => {
        const task = taskOf(input)
        const best = findOptimum(task)
        const fairest = findFairest(task, {}, large ? onAList : undefined)
        const { pairs, people } = best.assignment
        expect(fairest.assignment).toMatchObject({ pairs, people })
        expect(fairest.assignment.score).toBeLessThanOrEqual(best.assignment.score)
        if (pairs === 0) return
        const weakest = Math.min(...Array.from(fairest.assignment.edges, (e) => fairest.edges.w[e]!))
        expect(weakest).toBeGreaterThanOrEqual(
          Math.min(...Array.from(best.assignment.edges, (e) => best.edges.w[e]!)),
        )
        const stronger = findOptimum({ ...task, floor: weakest + 1 }).assignment
        expect(stronger.pairs < pairs || stronger.people < people).toBe(true)
        expect(findOptimum({ ...task, floor: weakest }).assignment.score).toBe(fairest.assignment.score)
      }),
      { numRuns: 60 },
    )
  })
})
