import { describe, expect, test } from '@jest/globals'
import { buildField } from '../../bot/engine/field.ts'
import { enter, scorePartners, scratchFor } from '../../bot/engine/pair-scores.ts'
import { mayBePaired } from '../../bot/engine/pairing-rules.ts'
import type { MatchingInput } from '../../bot/engine/person.ts'
import { type Proposal, propose, proposeWithWorking } from '../../bot/engine/propose.ts'
import { buildRoster } from '../../bot/engine/roster.ts'
import { scoreParts } from '../../bot/engine/score.ts'
import fc from '../support/properties.ts'
import { company } from './company.ts'

const anyCompany = fc
  .record({ people: fc.integer({ min: 2, max: 40 }), seed: fc.nat(), dirt: fc.constantFrom(0, 0.05, 0.4) })
  .map(company)
const anyRules: fc.Arbitrary<MatchingInput['rules']> = fc.record(
  {
    sameManager: fc.boolean(),
    dottedLine: fc.boolean(),
    formerManagerMonths: fc.constantFrom(0, 12),
    commonLanguage: fc.boolean(),
    minimumOverlapMinutes: fc.constantFrom(0, 120, 400),
    minimumGradeGap: fc.integer({ min: -2, max: 4 }),
    minimumServiceMonths: fc.constantFrom(0, 12),
    allowUnknownService: fc.boolean(),
    allowUnknownGrade: fc.boolean(),
    location: fc.constantFrom('anywhere', 'same-country', 'same-site', 'other-site'),
    repeatEarlierPairs: fc.boolean(),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<MatchingInput['rules']>

function everyoneIn({ pairings, unplaced, notTakingPart }: Proposal): string[] {
  const paired = new Set(pairings.flatMap((p) => [p.mentorId, p.menteeId]))
  return [...paired, ...unplaced.map((u) => u.personId), ...notTakingPart.map((n) => n.personId)].sort()
}

describe('propose', () => {
  test('everyone enrolled ends as exactly one of paired, unplaced with a cause, or not taking part', () => {
    fc.assert(
      fc.property(anyCompany, anyRules, (input, rules) => {
        const proposal = propose({ ...input, ...(rules ? { rules } : {}) })
        expect(everyoneIn(proposal)).toEqual(input.participants.map((p) => p.id).sort())
        for (const person of proposal.unplaced) expect(person.smallestChange).not.toBe('')
        expect(proposal.proof.certificate).toBe('verified')
      }),
      { numRuns: 100 },
    )
  })

  test('the score of a pairing is the sum of its parts', () => {
    fc.assert(
      fc.property(anyCompany, (input) => {
        const { pairings, totals } = propose(input)
        for (const { score, parts } of pairings) {
          expect(parts.reduce((sum, part) => sum + part.points, 0)).toBe(score)
        }
        expect(pairings.reduce((sum, { score }) => sum + score, 0)).toBe(totals.score)
      }),
    )
  })

  test('counts the pairs who would both rather have each other', () => {
    fc.assert(
      fc.property(anyCompany, (input) => {
        const { proposal, optimum, field } = proposeWithWorking(input)
        const { pairings } = proposal
        const prefers = (person: { id: string; capacity: number }, score: number) => {
          const own = pairings.filter((p) => p.mentorId === person.id || p.menteeId === person.id)
          return own.length < person.capacity || own.some((p) => p.score < score)
        }
        let blocking = 0
        for (let e = 0; e < optimum.edges.count; e++) {
          const mentor = field.mentors.people[optimum.edges.u[e]!]!
          const mentee = field.mentees.people[optimum.edges.v[e]!]!
          if (pairings.some((p) => p.mentorId === mentor.id && p.menteeId === mentee.id)) continue
          const score = optimum.edges.w[e]!
          if (prefers(mentor, score) && prefers(mentee, score)) blocking++
        }
        expect(proposal.blockingPairs).toBe(blocking)
      }),
      { numRuns: 60 },
    )
  })

  test('gives the same answer to the same input', () => {
    fc.assert(
      fc.property(anyCompany, (input) => expect(propose(structuredClone(input))).toEqual(propose(input))),
    )
  })

  test('the order in which people are listed changes neither pairs nor score', () => {
    fc.assert(
      fc.property(anyCompany, (input) => {
        const turned = { ...input, participants: [...input.participants].reverse() }
        const { pairs, score } = propose(turned).totals
        expect(propose(input).totals).toMatchObject({ pairs, score })
      }),
    )
  })
})

describe('propose, when something stands against the whole run', () => {
  const input = company({ people: 20, seed: 1, dirt: 0 })

  test('refuses while a list of exclusions cannot be read, and says which', () => {
    expect(() => propose({ ...input, unreadable: ['conflicts'] })).toThrow(/cannot be read: conflicts/)
  })

  test('keeps a person in both roles out, and says so', () => {
    const [person] = input.participants
    const other = { ...person!, side: person!.side === 'mentor' ? ('mentee' as const) : ('mentor' as const) }
    const proposal = propose({ ...input, participants: [...input.participants, other] })
    expect(proposal.notTakingPart).toContainEqual({
      personId: person!.id,
      why: 'is enrolled both as Mentor and as Mentee; choose one role',
    })
    expect(everyoneIn(proposal)).toEqual(input.participants.map((p) => p.id).sort())
  })

  test('names the part of a weight that is no whole number', () => {
    expect(() => propose({ ...input, weights: { hours: -1 } })).toThrow(/Weight hours is -1/)
  })
})

describe('what people would like', () => {
  const [mentors, mentees] = [
    ['m1', 'm2'],
    ['e1', 'e2'],
  ] as const
  const row = (id: string, side: 'mentor' | 'mentee') => ({
    ...{ id, side, managerId: 'top', capacity: 1, languages: ['en'], interests: [] },
    topics: [{ topic: 'ai', level: 1 as const }],
    workMinutesUtc: { start: 480, length: 480 },
    hiredOn: '2020-01-01',
  })
  const participants = [...mentors.map((id) => row(id, 'mentor')), ...mentees.map((id) => row(id, 'mentee'))]
  const input: MatchingInput = {
    ...{ organization: [{ id: 'top' }], participants, seed: 1, today: '2026-11-21' },
    rules: { sameManager: false },
  }
  const pairsOf = (rankings: NonNullable<MatchingInput['rankings']>) =>
    propose({ ...input, rankings }).pairings
  const pairOf = (pairings: Proposal['pairings'], mentor: string) =>
    pairings.find(({ mentorId }) => mentorId === mentor)!

  test('decides between pairs that are worth the same otherwise, whichever side said it', () => {
    expect(pairOf(pairsOf([{ from: 'm1', to: 'e2', rank: 3 }]), 'm1').menteeId).toBe('e2')
    expect(pairOf(pairsOf([{ from: 'e1', to: 'm1', rank: 5 }]), 'm1').menteeId).toBe('e1')
  })

  test('counts five units for a first choice and one for a fifth, both sides added, and names no direction', () => {
    const both = [
      { from: 'm1', to: 'e1', rank: 1 },
      { from: 'e1', to: 'm1', rank: 4 },
    ]
    const parts = pairOf(pairsOf(both), 'm1').parts.filter(({ part }) => part === 'preference')
    expect(parts).toEqual([{ part: 'preference', points: 7 * 20 }])
    const turned = pairOf(pairsOf([both[1]!, both[0]!].map((one) => ({ ...one, rank: 5 - one.rank }))), 'm1')
    expect(turned.parts.filter(({ part }) => part === 'preference')).toEqual(parts)
  })

  test('never makes a pair that a rule forbids', () => {
    const rankings = [
      { from: 'm1', to: 'e1', rank: 1 },
      { from: 'e1', to: 'm1', rank: 1 },
    ]
    const proposal = propose({ ...input, rankings, partedPairs: [['m1', 'e1']] })
    expect(pairOf(proposal.pairings, 'm1').menteeId).toBe('e2')
  })

  test('a rank out of range is set aside with the person who gave it', () => {
    const { setAside } = propose({ ...input, rankings: [{ from: 'm1', to: 'e1', rank: 6 }] })
    expect(setAside).toContainEqual(expect.objectContaining({ personId: 'm1' }))
  })
})

describe('the field of numbers', () => {
  test('allows and scores exactly the pairs that the rules and the parts in words do, seen from either side', () => {
    fc.assert(
      fc.property(anyCompany, anyRules, (input, rules) => {
        const roster = buildRoster({ ...input, ...(rules ? { rules } : {}) })
        const field = buildField(roster.mentors, roster.mentees, roster.context, {
          ratings: roster.ratings,
          rankings: roster.rankings,
        })
        const byMentor = scoreTable(field, 'mentors')
        const byMentee = scoreTable(field, 'mentees')
        const scratch = scratchFor(field, 'mentors')
        roster.mentors.forEach((mentor, i) => {
          roster.mentees.forEach((mentee, j) => {
            const refused = mayBePaired(mentor, mentee, roster.context)?.refused
            expect({ pair: [mentor.id, mentee.id], refused, allowed: byMentor[i]![j]! > 0 }).toEqual({
              pair: [mentor.id, mentee.id],
              refused,
              allowed: refused === undefined,
            })
            expect(byMentee[j]![i]).toBe(byMentor[i]![j])
            if (refused) return
            const parts = scoreParts(field, scratch, i, j)
            expect(parts.reduce((sum, part) => sum + part.points, 0)).toBe(byMentor[i]![j])
          })
        })
      }),
      { numRuns: 100 },
    )
  })
})

function scoreTable(field: ReturnType<typeof buildField>, side: 'mentors' | 'mentees'): number[][] {
  const count = field[side === 'mentors' ? 'mentees' : 'mentors'].people.length
  const everyone = Int32Array.from({ length: count }, (_, y) => y)
  const scratch = scratchFor(field, side)
  return field[side].people.map((_, x) => {
    const scores = new Int32Array(count)
    enter(scratch, field[side], x)
    scorePartners(field, scratch, side === 'mentors' ? 1 : -1, everyone, count, scores)
    return [...scores]
  })
}
