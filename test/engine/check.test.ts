import { describe, expect, test } from '@jest/globals'
import { checkPairs } from '../../bot/engine/check.ts'
import { mayBePaired } from '../../bot/engine/pairing-rules.ts'
import { propose } from '../../bot/engine/propose.ts'
import { buildRoster } from '../../bot/engine/roster.ts'
import fc from '../support/properties.ts'
import { company } from './company.ts'

const dirtyCompany = fc
  .record({
    people: fc.integer({ min: 2, max: 60 }),
    seed: fc.nat(),
    dirt: fc.constantFrom(0, 0.05, 0.3, 0.8),
  })
  .map(company)

describe('the independent check', () => {
  test('finds no broken rule in any proposal, however dirty the chart', () => {
    fc.assert(
      fc.property(dirtyCompany, (input) => {
        const pairs = propose(input).pairings.map((p) => [p.mentorId, p.menteeId] as const)
        expect(checkPairs(input, pairs)).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  test('and the rules agree on every pair of people who could meet', () => {
    fc.assert(
      fc.property(dirtyCompany, (input) => {
        const { mentors, mentees, context } = buildRoster(input)
        for (const mentor of mentors) {
          for (const mentee of mentees) {
            const judged = checkPairs(input, [[mentor.id, mentee.id]])
            const refusal = mayBePaired(mentor, mentee, context)
            expect({
              pair: [mentor.id, mentee.id],
              broken: judged.length > 0 ? judged : [],
              refusal,
            }).toEqual({
              pair: [mentor.id, mentee.id],
              broken: refusal ? expect.arrayContaining([expect.anything()]) : [],
              refusal,
            })
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  test('counts places, roles and repeats', () => {
    const input = company({ people: 30, seed: 5, dirt: 0 })
    const { mentorId, menteeId } = propose(input).pairings[0]!
    const rules = (pairs: [string, string][]) => checkPairs(input, pairs).map((v) => v.rule)
    expect(
      rules([
        [mentorId, menteeId],
        [mentorId, menteeId],
      ]),
    ).toContain('repeated')
    expect(rules([[menteeId, mentorId]])).toContain('role')
    expect(rules([['nobody', menteeId]])).toContain('not-enrolled')
  })
})
