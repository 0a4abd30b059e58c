import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { allPairs } from '../../../bot/domain/matching/edges.ts'
import { findFairest } from '../../../bot/domain/matching/fairest.ts'
import { buildField } from '../../../bot/domain/matching/field.ts'
import { Cancelled, findOptimum, type Task } from '../../../bot/domain/matching/optimum.ts'
import type { MatchingInput } from '../../../bot/domain/matching/person.ts'
import { buildRoster } from '../../../bot/domain/matching/roster.ts'
import { company } from './company.ts'

const companyOf = (min: number, max: number) =>
  fc.record({ people: fc.integer({ min, max }), seed: fc.nat(), dirt: fc.constantFrom(0, 0.1) }).map(company)

function taskOf(input: MatchingInput): Task {
  const roster = buildRoster(input)
  const field = buildField(roster.mentors, roster.mentees, roster.context, { ratings: roster.ratings })
  const { capacity: capMentor } = field.mentors
  const { capacity: capMentee } = field.mentees
  return { field, capMentor, capMentee, taken: [], seed: input.seed }
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
        const { pairs, score } = whole.assignment
        expect(grown.assignment).toMatchObject({ pairs, score })
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

describe('findFairest', () => {
  test('keeps as many pairs, and no set of as many pairs has a stronger weakest pair', () => {
    fc.assert(
      fc.property(companyOf(4, 60), fc.boolean(), (input, large) => {
        const task = taskOf(input)
        const best = findOptimum(task)
        const fairest = findFairest(task, {}, large ? onAList : undefined)
        expect(fairest.assignment.pairs).toBe(best.assignment.pairs)
        expect(fairest.assignment.score).toBeLessThanOrEqual(best.assignment.score)
        if (best.assignment.pairs === 0) return
        const weakest = Math.min(...Array.from(fairest.assignment.edges, (e) => fairest.edges.w[e]!))
        expect(weakest).toBeGreaterThanOrEqual(
          Math.min(...Array.from(best.assignment.edges, (e) => best.edges.w[e]!)),
        )
        expect(findOptimum({ ...task, floor: weakest + 1 }).assignment.pairs).toBeLessThan(
          best.assignment.pairs,
        )
        expect(findOptimum({ ...task, floor: weakest }).assignment.score).toBe(fairest.assignment.score)
      }),
      { numRuns: 60 },
    )
  })
})
