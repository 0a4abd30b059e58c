import { describe, expect, test } from '@jest/globals'
import { mayBePaired } from '../../bot/engine/pairing-rules.ts'
import { partnersOf } from '../../bot/engine/partners.ts'
import { buildRoster } from '../../bot/engine/roster.ts'
import fc from '../support/properties.ts'
import { company } from './company.ts'

const anyCompany = fc
  .record({ people: fc.integer({ min: 2, max: 40 }), seed: fc.nat(), dirt: fc.constantFrom(0, 0.05, 0.4) })
  .map(company)

describe('the partners of one person', () => {
  test('are exactly those whom no rule keeps apart from them, seen from either side', () => {
    fc.assert(
      fc.property(anyCompany, (input) => {
        const { mentors, mentees, context } = buildRoster(input)
        for (const mentor of mentors) {
          const allowed = mentees.filter((mentee) => !mayBePaired(mentor, mentee, context))
          expect([...partnersOf(input, mentor.id).ids].sort()).toEqual(allowed.map(({ id }) => id).sort())
        }
        for (const mentee of mentees) {
          const allowed = mentors.filter((mentor) => !mayBePaired(mentor, mentee, context))
          expect([...partnersOf(input, mentee.id).ids].sort()).toEqual(allowed.map(({ id }) => id).sort())
        }
      }),
      { numRuns: 30 },
    )
  })

  test('come with the best first, by the points of the parts that are described', () => {
    fc.assert(
      fc.property(anyCompany, (input) => {
        for (const { id } of input.participants) {
          const { ids, describe: describing } = partnersOf(input, id)
          const points = ids.map((other) =>
            describing(other).parts.reduce((sum, part) => sum + part.points, 0),
          )
          expect(points).toEqual([...points].sort((a, b) => b - a))
        }
      }),
      { numRuns: 30 },
    )
  })

  test('and their order do not change with what anybody said privately, or how long anybody waited', () => {
    fc.assert(
      fc.property(anyCompany, (input) => {
        const quiet = {
          ...input,
          ratings: [],
          rankings: [],
          participants: input.participants.map(({ waitedCohorts: _, ...one }) => one),
        }
        for (const { id } of input.participants)
          expect(partnersOf(input, id).ids).toEqual(partnersOf(quiet, id).ids)
      }),
      { numRuns: 30 },
    )
  })

  test('are nobody for somebody who is not there', () => {
    const input = company({ people: 10, seed: 3, dirt: 0 })
    expect(partnersOf(input, 'nobody').ids).toEqual([])
  })
})
