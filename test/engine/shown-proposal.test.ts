/** A proposal as an Organizer may read it follows from who is paired and from what is open, and from nothing else. */
import { describe, expect, test } from '@jest/globals'
import { isRefused } from '../../bot/domain/refusal.ts'
import { judgeOf } from '../../bot/engine/judge.ts'
import type { MatchingInput } from '../../bot/engine/person.ts'
import { isPrivatePart, withoutPrivateWishes } from '../../bot/engine/private-wishes.ts'
import { type Proposal, proposeWithWorking } from '../../bot/engine/propose.ts'
import { proposeToShow, shownProof, shownProposal } from '../../bot/engine/shown-proposal.ts'
import fc from '../support/properties.ts'
import { company } from './company.ts'

/** Several people who want nothing of each other, and many lists: more is said in private here than in any office. */
function talkative(seed: number, people: number): MatchingInput {
  const input = company({ people, seed, dirt: 0.1 })
  const ids = input.participants.map(({ id }) => id)
  return {
    ...input,
    participants: input.participants.map((person, at) =>
      at % 3 === 0 ? { ...person, blocked: ids.filter((_, x) => (x + at) % 5 === 0) } : person,
    ),
  }
}
const someCompany = fc
  .record({
    seed: fc.integer({ min: 1, max: 1_000_000 }),
    people: fc.integer({ min: 2, max: 60 }),
    objective: fc.constantFrom('best-total' as const, 'fairest' as const),
  })
  .map(({ seed, people, objective }) => ({ ...talkative(seed, people), objective }))

/** The same pairs, by an engine that knew and said something else. */
const otherwise = (proposal: Proposal): Proposal => ({
  ...proposal,
  pairings: proposal.pairings.map((one) => ({
    ...one,
    score: 1,
    parts: [],
    reason: 'A preference was stated.',
  })),
  totals: { ...proposal.totals, score: 1 },
  proof: { ...proposal.proof, bound: 1 },
  unplaced: [],
  candidates: 1,
  blockingPairs: 1,
  setAside: [],
})

describe('shownProposal', () => {
  test('is the same for the same pairs, whatever was said in private', () => {
    fc.assert(
      fc.property(someCompany, (input) => {
        const worked = proposeWithWorking(input)
        const open = { ...worked, input: withoutPrivateWishes(input), proposal: otherwise(worked.proposal) }
        expect(shownProposal(open)).toEqual(shownProposal(worked))
      }),
    )
  })

  test('is what the engine itself says where nobody said anything', () => {
    fc.assert(
      fc.property(someCompany, (input) => {
        // The fairest set is found among pairs above a floor, and the engine looks no further for its reasons.
        const open = { ...withoutPrivateWishes(input), objective: 'best-total' as const }
        const { proposal } = proposeWithWorking(open)
        expect(proposeToShow(open)).toEqual({ ...proposal, proof: shownProof(proposal.proof) })
      }),
    )
  })

  test('keeps the pairs of the engine, names no private wish, and adds up', () => {
    let told = 0
    fc.assert(
      fc.property(someCompany, (input) => {
        const { proposal } = proposeWithWorking(input)
        const shown = proposeToShow(input)
        const two = ({ mentorId, menteeId }: { mentorId: string; menteeId: string }) => [mentorId, menteeId]
        expect(shown.pairings.map(two)).toEqual(proposal.pairings.map(two))
        expect(JSON.stringify(shown)).not.toMatch(/blocked|"preference"|"rating"|bound|asked not to/)
        expect(shown.totals.score).toBe(shown.pairings.reduce((sum, { score }) => sum + score, 0))
        const left = (one: Pick<Proposal, 'unplaced'>) => one.unplaced.map(({ personId }) => personId).sort()
        expect(left(shown)).toEqual(left(proposal))
        if (/"blocked"|"preference"|"rating"/.test(JSON.stringify(proposal))) told++
      }),
    )
    // What the engine hands back itself does tell: that is what the rest of the product never sees.
    expect(told).toBeGreaterThan(10)
  })

  test('gives two people who are free for each other no reason that names either', () => {
    const alone = {
      languages: ['en'],
      interests: [],
      capacity: 1,
      topics: [{ topic: 'ai', level: 2 as const }],
    }
    const day = { workMinutesUtc: { start: 480, length: 480 }, hiredOn: '2020-01-01' }
    const input: MatchingInput = {
      organization: [
        { id: 'top' },
        { id: 'a', managerId: 'top' },
        { id: 'm', managerId: 'a' },
        { id: 'e', managerId: 'top' },
      ],
      participants: [
        { id: 'm', managerId: 'a', side: 'mentor', ...alone, ...day },
        { id: 'e', managerId: 'top', side: 'mentee', ...alone, ...day, blocked: ['m'] },
      ],
      ...{ seed: 1, today: '2026-11-27' },
    }
    expect(proposeToShow(input).unplaced).toEqual([
      expect.objectContaining({ personId: 'm', cause: 'no-allowed-partner' }),
      expect.objectContaining({ personId: 'e', cause: 'no-allowed-partner' }),
    ])
    expect(proposeWithWorking(input).proposal.unplaced[0]!.cause).toBe('blocked')
  })
})

test('a question asked of what is open has no word or point of it; asked of the engine’s own input it has', () => {
  let told = 0
  fc.assert(
    fc.property(someCompany, (input) => {
      const open = judgeOf(withoutPrivateWishes(input))
      const engine = judgeOf(input)
      for (const { id: mentor, side } of input.participants) {
        if (side !== 'mentor') continue
        for (const { id: mentee, side: other } of input.participants) {
          if (other !== 'mentee') continue
          const answer = open(mentor, mentee)
          if (isRefused(answer)) expect(answer.refused).not.toBe('blocked')
          else expect(answer.parts.map(({ part }) => part).filter(isPrivatePart)).toEqual([])
          if (JSON.stringify(engine(mentor, mentee)) !== JSON.stringify(answer)) told++
        }
      }
    }),
    { numRuns: 20 },
  )
  expect(told).toBeGreaterThan(10)
})

test('of a gap only a step is shown', () => {
  const proof = { certificate: 'verified', scope: 'all-allowed-pairs', bound: 12345 } as const
  const gapOf = (gapPercent: number) => shownProof({ ...proof, gapPercent })
  expect(gapOf(0)).toEqual({ certificate: 'verified', scope: 'all-allowed-pairs', gapPercent: 0 })
  expect([0.0004, 0.015, 0.02, 3, 60, 400].map((gap) => gapOf(gap).gapPercent)).toEqual([
    ...[0.001, 0.02, 0.02, 5, 100, 100],
  ])
})
