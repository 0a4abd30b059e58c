import { describe, expect, test } from '@jest/globals'
import { fairnessByGroup } from '../../bot/engine/fairness.ts'
import type { Proposal } from '../../bot/engine/propose.ts'

/** `a-b:300` is a pairing with its score, a bare name somebody left over. */
function proposal(drawing: string): Pick<Proposal, 'pairings' | 'unplaced'> {
  const words = drawing.split(' ')
  return {
    pairings: words
      .filter((word) => word.includes('-'))
      .map((word) => {
        const [mentorId, menteeId, score] = word.split(/[-:]/) as [string, string, string]
        return { mentorId, menteeId, score: Number(score), parts: [], pinned: false, reason: '' }
      }),
    unplaced: words
      .filter((word) => !word.includes('-'))
      .map((personId) => ({ personId, side: 'mentor', cause: 'partners-taken', smallestChange: 'Wait.' })),
  }
}

const groups = (text: string) => new Map(text.split(' ').map((word) => word.split('=') as [string, string]))

describe('fairnessByGroup', () => {
  test('gives placement and mean score of each group that is large enough', () => {
    const run = proposal('a-x:300 b-y:200 c d')
    expect(fairnessByGroup(run, groups('a=one b=one c=one x=two y=two d=two'), 3)).toEqual({
      groups: [
        { group: 'one', people: 3, placed: 2, meanScore: 250 },
        { group: 'two', people: 3, placed: 2, meanScore: 250 },
      ],
      notShown: 0,
    })
  })

  test('hides a small group, and another with it so that nobody can subtract', () => {
    const run = proposal('a-x:300 b-y:200 c-z:100 d')
    const { groups: shown, notShown } = fairnessByGroup(
      run,
      groups('a=one b=one c=one x=two y=two z=two d=three'),
      3,
    )
    expect(shown.map(({ group }) => group)).toEqual(['one'])
    expect(notShown).toBe(4)
  })

  test('leaves out whoever did not consent', () => {
    expect(fairnessByGroup(proposal('a-x:300'), groups('a=one'), 1).groups).toEqual([
      { group: 'one', people: 1, placed: 1, meanScore: 300 },
    ])
  })
})
