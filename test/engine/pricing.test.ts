import { describe, expect, test } from '@jest/globals'
import { assign } from '../../bot/engine/assign.ts'
import { pointsAbove } from '../../bot/engine/bound.ts'
import type { Certificate } from '../../bot/engine/certificate.ts'
import { allPairs, type Edges, newEdges, trimmed } from '../../bot/engine/edges.ts'
import { buildField, type Field } from '../../bot/engine/field.ts'
import { newPricer, type PricingOptions, priceAllPairs, slicesOf } from '../../bot/engine/pricing.ts'
import { placesBeside } from '../../bot/engine/propose.ts'
import { buildRoster } from '../../bot/engine/roster.ts'
import { startList } from '../../bot/engine/start-list.ts'
import { highestScore } from '../../bot/engine/weights.ts'
import fc from '../support/properties.ts'
import { company } from './company.ts'

const anyCompany = fc
  .record({ people: fc.integer({ min: 20, max: 120 }), seed: fc.nat(), dirt: fc.constant(0) })
  .map(company)

/** A field with half of a start list solved, so that many pairs outside the list could do better. */
function solved(input: ReturnType<typeof company>) {
  const roster = buildRoster(input)
  const field = buildField(roster.mentors, roster.mentees, roster.context, roster)
  const edges = startList(field, input.seed)
  edges.count >>= 1
  const [mentors, mentees] = [field.mentors.people.length, field.mentees.people.length]
  const places = placesBeside([], field)
  const assignment = assign({ mentors, mentees, ...trimmed(edges), ...places })
  return { field, edges, places, assignment, certificate: assignment.certificate }
}

function look(
  { field, edges, certificate }: Pick<ReturnType<typeof solved>, 'field' | 'edges' | 'certificate'>,
  slice: number,
  options?: PricingOptions,
) {
  const list: Edges = { u: edges.u.slice(), v: edges.v.slice(), w: edges.w.slice(), count: edges.count }
  const pricer = newPricer(field, [], 1, slice)
  const round = priceAllPairs(pricer, certificate, list, field.mentors.capacity, options)
  return { round, slices: slicesOf(pricer) }
}

/** The worst pair outside the list for each Mentor, found by looking at every one. */
function worstOfEach(field: Field, edges: Edges, certificate: Certificate): number {
  const listed = new Set<string>()
  for (let e = 0; e < edges.count; e++) listed.add(`${edges.u[e]} ${edges.v[e]}`)
  const worst = new Map<number, number>()
  const all = allPairs(field)
  for (let e = 0; e < all.count; e++) {
    const [i, j] = [all.u[e]!, all.v[e]!]
    const halves = certificate.halfMentor[i]! + certificate.halfMentee[j]!
    const turns = certificate.turnMentor[i]! + certificate.turnMentee[j]!
    if (listed.has(`${i} ${j}`) || halves !== 2 || turns !== 0) continue
    const lack = all.w[e]! - (certificate.priceMentor[i]! + certificate.priceMentee[j]!) / certificate.scale
    worst.set(i, Math.max(worst.get(i) ?? 0, lack))
  }
  return [...worst].reduce((sum, [i, lack]) => sum + field.mentors.capacity[i]! * lack, 0)
}

describe('priceAllPairs', () => {
  test('bounds the best by exactly the worst pair of each Mentor, however many Mentees it looks at together', () => {
    fc.assert(
      fc.property(anyCompany, fc.integer({ min: 1, max: 40 }), (input, slice) => {
        const start = solved(input)
        const { round } = look(start, slice)
        expect(round.pointsAbove).toBeCloseTo(worstOfEach(start.field, start.edges, start.certificate), 6)
        expect(look(start, 1000).round).toEqual(round)
      }),
      { numRuns: 60 },
    )
  })

  test('knows a score that no pair is above', () => {
    fc.assert(
      fc.property(anyCompany, (input) => {
        const { field } = solved(input)
        for (const score of trimmed(allPairs(field)).w)
          expect(score).toBeLessThanOrEqual(highestScore(field.weights))
      }),
      { numRuns: 20 },
    )
  })

  test('no set of allowed pairs with as many pairs and people placed scores more than the bound', () => {
    let open = 0
    fc.assert(
      fc.property(anyCompany, (input) => {
        const start = solved(input)
        const { field, assignment, places, certificate } = start
        const { round } = look(start, 1000)
        const [mentors, mentees] = [field.mentors.people.length, field.mentees.people.length]
        const best = assign({ mentors, mentees, ...trimmed(allPairs(field)), ...places })
        if (best.pairs !== assignment.pairs || best.people !== assignment.people) {
          expect(round.placeable).toBeGreaterThan(0)
          return
        }
        const bound = assignment.score + pointsAbove(round, certificate, field.weights)
        expect(bound).toBeGreaterThanOrEqual(best.score)
        if (round.placeable > 0) open++
      }),
      { numRuns: 900 },
    )
    expect(open).toBeGreaterThan(0)
  })

  test('finds in all samples together what one full look finds', () => {
    fc.assert(
      fc.property(anyCompany, fc.integer({ min: 3, max: 40 }), (input, slice) => {
        const start = solved(input)
        const { round, slices } = look(start, slice)
        let violations = 0
        for (let sample = 0; sample < slices; sample++) {
          const part = look(start, slice, { sample }).round
          // Places are looked for in every sample.
          violations += part.violations - part.placeable
        }
        expect(violations).toBe(round.violations - round.placeable)
      }),
      { numRuns: 60 },
    )
  })

  test('leaves nothing to find once every allowed pair is a candidate', () => {
    const start = solved(company({ people: 80, seed: 5, dirt: 0 }))
    const edges = newEdges()
    Object.assign(edges, allPairs(start.field))
    expect(look({ ...start, edges }, 16).round).toMatchObject({ violations: 0, added: 0, pointsAbove: 0 })
  })
})
