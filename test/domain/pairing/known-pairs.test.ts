import { describe, expect, it } from '@jest/globals'
import type { ParticipantState, Side } from '../../../bot/domain/enrolment/participant.ts'
import { sortKnownPairs } from '../../../bot/domain/pairing/known-pairs.ts'

const people = (...all: [id: string, side: Side, state?: ParticipantState][]) =>
  new Map(all.map(([id, side, state = 'approved']) => [id, { side, state }]))
const known = {
  participants: people(
    ...(['ana', 'abe'].map((id) => [id, 'mentor'] as const) as [string, Side][]),
    ...(['ben', 'bo', 'bea'].map((id) => [id, 'mentee'] as const) as [string, Side][]),
    ['lea', 'mentor', 'left'],
    ['pia', 'mentee', 'paused'],
  ),
  placesOf: () => 1,
  isPaired: () => false,
  isPinned: () => false,
  forbids: () => undefined,
}
const sort = (pairs: [string, string][], changes = {}) =>
  sortKnownPairs<string>(
    pairs.map(([mentorId, menteeId], at) => ({ line: at + 2, mentorId, menteeId })),
    { ...known, ...changes },
  )
const whyOf = (pair: [string, string], changes = {}) => {
  const { why, rule, personId } = sort([pair], changes).aside[0]! as unknown as Record<string, unknown>
  return [why, rule ?? personId]
}

describe('sortKnownPairs', () => {
  it('keeps what nothing is in the way of, and names what is', () => {
    expect(sort([['ana', 'ben']])).toEqual({
      ready: [{ line: 2, mentorId: 'ana', menteeId: 'ben' }],
      aside: [],
    })
    expect(whyOf(['ana', 'ana'])).toEqual(['same-person', undefined])
    expect(whyOf(['zoe', 'ben'])).toEqual(['not-enrolled', 'zoe'])
    expect(whyOf(['lea', 'ben'])).toEqual(['not-enrolled', 'lea'])
    expect(whyOf(['ben', 'ana'])).toEqual(['other-side', 'ben'])
    expect(whyOf(['ana', 'pia'])).toEqual(['not-approved', 'pia'])
    expect(whyOf(['ana', 'ben'], { isPaired: () => true })).toEqual(['already-paired', undefined])
    expect(whyOf(['ana', 'ben'], { isPinned: () => true, placesOf: () => 0 })).toEqual([
      ...['already-pinned', undefined],
    ])
    expect(whyOf(['ana', 'ben'], { forbids: () => 'line-unknown' })).toEqual(['rule', 'line-unknown'])
  })

  it('gives one place once: to the first of two, and to neither of one line twice', () => {
    const { ready, aside } = sort([
      ...([['ana', 'ben']] as [string, string][]),
      ...([['ana', 'bo']] as [string, string][]),
      ...([['ana', 'ben']] as [string, string][]),
      ...([['abe', 'bea']] as [string, string][]),
    ])
    expect(ready.map(({ line }) => line)).toEqual([2, 5])
    expect(aside).toMatchObject([
      { line: 3, why: 'no-place', personId: 'ana' },
      { line: 4, why: 'twice' },
    ])
  })
})
