import { describe, expect, test } from '@jest/globals'
import { isRefused } from '../../bot/domain/refusal.ts'
import { alternativesFor } from '../../bot/engine/alternatives.ts'
import { trimmed } from '../../bot/engine/edges.ts'
import type { MatchingInput } from '../../bot/engine/person.ts'
import { type Proposal, proposeWithWorking, type WorkedProposal, writeUp } from '../../bot/engine/propose.ts'
import { type Change, changedInput, type Revised, revise } from '../../bot/engine/revise.ts'
import { verifyCertificate } from '../../bot/engine/verify-certificate.ts'
import fc from '../support/properties.ts'
import { company } from './company.ts'

const anyCompany = fc
  .record({ people: fc.integer({ min: 6, max: 60 }), seed: fc.nat(), dirt: fc.constantFrom(0, 0.05) })
  .map(company)
const anyChange = fc.record({
  kind: fc.constantFrom('pin', 'forbid', 'leave', 'capacity'),
  a: fc.nat(),
  b: fc.nat(),
})

/** What the check of the whole list says about a revised run. */
function faultOf({ optimum: { edges, assignment }, task }: WorkedProposal) {
  const { capMentor, capMentee, aloneMentor, aloneMentee } = task
  const graph = {
    mentors: capMentor.length,
    mentees: capMentee.length,
    ...trimmed(edges),
    ...{ capMentor, capMentee, aloneMentor, aloneMentee },
  }
  return verifyCertificate(graph, assignment)
}

/**
 * Everything people read. Free is which of several equal candidates stands for "partners taken", and of somebody whom rules
 * leave no partner, which rule weighs most: that was counted over everybody when the run was made.
 */
function asWrittenAnew({ pairings, unplaced, totals, blockingPairs, candidates }: Proposal) {
  const causes = unplaced.map(({ personId, side, cause, detail }) =>
    cause === 'partners-taken' ? [personId, side, cause, detail?.['score']] : [personId, side],
  )
  return { pairings, causes, totals, blockingPairs, candidates }
}

function moved(before: Proposal | Revised, after?: Proposal) {
  const names = (pairs: { mentorId: string; menteeId: string }[]) =>
    pairs.map((p) => `${p.mentorId} ${p.menteeId}`).sort()
  if (!after) return { made: names((before as Revised).made), undone: names((before as Revised).undone) }
  const [was, is] = [names((before as Proposal).pairings), names(after.pairings)]
  return { made: is.filter((pair) => !was.includes(pair)), undone: was.filter((pair) => !is.includes(pair)) }
}

/** People who get a first partner. */
function placedOf({ pairings }: Proposal, { participants }: MatchingInput): number {
  const settled = new Set(participants.filter((p) => p.hasPartner).map((p) => p.id))
  const placed = new Set(pairings.flatMap((p) => [p.mentorId, p.menteeId]))
  return [...placed].filter((id) => !settled.has(id)).length
}

describe('revise', () => {
  test('is as good as pairing everybody anew, change after change, and everyone is still accounted for', () => {
    fc.assert(
      fc.property(anyCompany, fc.array(anyChange, { minLength: 1, maxLength: 4 }), (input, picks) => {
        let worked = proposeWithWorking(input)
        for (const { kind, a, b } of picks) {
          const people = worked.input.participants
          if (people.length === 0) return
          const personId = people[a % people.length]!.id
          const mentors = people.filter((p) => p.side === 'mentor')
          const mentees = people.filter((p) => p.side === 'mentee')
          if (mentors.length === 0 || mentees.length === 0) return
          const pair = {
            mentorId: mentors[a % mentors.length]!.id,
            menteeId: mentees[b % mentees.length]!.id,
          }
          const change: Change =
            kind === 'leave'
              ? { kind, personId }
              : kind === 'capacity'
                ? { kind, personId, capacity: b % 5 }
                : { kind: kind as 'pin' | 'forbid', ...pair }
          const revised = revise(worked, change)
          if (isRefused(revised)) continue
          const anew = proposeWithWorking(changedInput(worked.input, change)).proposal
          const { proposal } = revised.worked
          const { pairs, score, mentors: offering, mentees: wanting } = anew.totals
          expect(proposal.totals).toMatchObject({ pairs, score, mentors: offering, mentees: wanting })
          const placed = placedOf(anew, revised.worked.input)
          expect(placedOf(proposal, revised.worked.input)).toBe(placed)
          expect(revised.costInPeople).toBe(placedOf(worked.proposal, worked.input) - placed)
          expect(proposal.proof.certificate).toBe('verified')
          expect(revised.costInPairs).toBe(worked.proposal.totals.pairs - anew.totals.pairs)
          expect(faultOf(revised.worked)).toBeUndefined()
          expect(asWrittenAnew(proposal)).toEqual(asWrittenAnew(writeUp(revised.worked).proposal))
          expect(moved(worked.proposal, proposal)).toEqual(moved(revised))
          const paired = new Set(proposal.pairings.flatMap((p) => [p.mentorId, p.menteeId]))
          const left = [...proposal.unplaced, ...proposal.notTakingPart].map((p) => p.personId)
          expect([...paired, ...left].sort()).toEqual(
            revised.worked.input.participants.map((p) => p.id).sort(),
          )
          worked = revised.worked
        }
      }),
      { numRuns: 60 },
    )
  })

  test('refuses a pin that a rule forbids, and names the rule', () => {
    const input = company({ people: 40, seed: 11, dirt: 0 })
    const worked = proposeWithWorking(input)
    const { mentorId, menteeId } = worked.proposal.pairings[0]!
    const forbidden = revise(worked, { kind: 'forbid', mentorId, menteeId })
    if (isRefused(forbidden)) throw new Error('forbidding is always possible')
    expect(forbidden.undone.map((p) => p.mentorId)).toContain(mentorId)
    expect(revise(forbidden.worked, { kind: 'pin', mentorId, menteeId })).toMatchObject({
      refused: 'forbidden',
    })
  })
})

describe('alternativesFor', () => {
  test('never promises a smaller loss than putting the two together brings', () => {
    fc.assert(
      fc.property(anyCompany, fc.nat(), (input, pick) => {
        const worked = proposeWithWorking(input)
        if (worked.proposal.pairings.length === 0) return
        const { mentorId } = worked.proposal.pairings[pick % worked.proposal.pairings.length]!
        for (const option of alternativesFor(worked, mentorId)) {
          const revised = revise(worked, {
            kind: 'pin',
            mentorId: option.mentorId,
            menteeId: option.menteeId,
          })
          if (isRefused(revised)) throw new Error('an alternative is always allowed')
          const { costInPairs, costInPeople } = revised
          if (option.costsAtLeast === undefined) expect(costInPairs > 0 || costInPeople > 0).toBe(true)
          else if (costInPairs === 0 && costInPeople === 0)
            expect(revised.costInPoints).toBeGreaterThanOrEqual(option.costsAtLeast)
        }
      }),
      { numRuns: 30 },
    )
  })
})
