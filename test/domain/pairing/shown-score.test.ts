import { describe, expect, it } from '@jest/globals'
import { shownScore } from '../../../bot/domain/pairing/shown-score.ts'

describe('a score as others see it', () => {
  const open = [
    { part: 'base', points: 10 },
    { part: 'topic', points: 80, detail: { topics: 'ai-tools', worth: 2 } },
  ]
  const secret = [
    { part: 'preference', points: 140 },
    { part: 'rating', points: -24, detail: { byMentor: 3, byMentee: 5 } },
  ]

  it('is the same whatever the two said of each other', () => {
    const plain = shownScore({ score: 90, parts: open, reason: 'Offers what is wanted: ai-tools.' })
    const all = { score: 206, parts: [...open, ...secret], reason: 'A preference was stated; rated.' }
    expect(shownScore(all)).toEqual(plain)
    expect(shownScore({ ...all, score: 230, parts: [...open, secret[0]!] })).toEqual(plain)
  })
})
