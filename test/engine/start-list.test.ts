import { describe, expect, test } from '@jest/globals'
import { allPairs } from '../../bot/engine/edges.ts'
import { buildField } from '../../bot/engine/field.ts'
import type { MatchingInput } from '../../bot/engine/person.ts'
import { buildRoster } from '../../bot/engine/roster.ts'
import { startList } from '../../bot/engine/start-list.ts'
import fc from '../support/properties.ts'
import { company } from './company.ts'

const anyCompany = fc
  .record({ people: fc.integer({ min: 2, max: 150 }), seed: fc.nat(), dirt: fc.constantFrom(0, 0.1) })
  .map(company)
const anyRules = fc.record({
  location: fc.constantFrom('anywhere', 'same-country', 'same-site', 'other-site'),
  minimumGradeGap: fc.integer({ min: -2, max: 4 }),
}) as fc.Arbitrary<NonNullable<MatchingInput['rules']>>

describe('startList', () => {
  test('holds allowed pairs only, each once and with its true score', () => {
    fc.assert(
      fc.property(anyCompany, anyRules, (input, rules) => {
        const roster = buildRoster({ ...input, rules })
        const field = buildField(roster.mentors, roster.mentees, roster.context, {
          ratings: roster.ratings,
          rankings: roster.rankings,
        })
        const all = allPairs(field)
        const scores = new Map<string, number>()
        for (let e = 0; e < all.count; e++) scores.set(`${all.u[e]} ${all.v[e]}`, all.w[e]!)
        const list = startList(field, input.seed)
        const met = new Set<string>()
        for (let e = 0; e < list.count; e++) {
          const pair = `${list.u[e]} ${list.v[e]}`
          expect(met.has(pair)).toBe(false)
          met.add(pair)
          expect(list.w[e]).toBe(scores.get(pair))
        }
      }),
      { numRuns: 60 },
    )
  })
})
