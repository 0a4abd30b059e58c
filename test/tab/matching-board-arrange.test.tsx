import { describe, expect, test } from '@jest/globals'
import { arrange, spreadOf } from '../../tab/src/pages/matching-board/arrange.ts'
import { aFace, aPairing } from './board-fixtures.ts'

const elodie = aPairing(1, {
  id: 'a',
  score: 90,
  mentor: aFace(1, { name: 'Élodie Faure', department: 'Sales' }),
  mentee: aFace(2, { name: 'Bo Lund', department: 'Research' }),
})
const zoe = aPairing(2, {
  id: 'b',
  score: 200,
  pinned: true,
  mentor: aFace(3, { name: 'Zoe Park', department: 'Legal' }),
  mentee: aFace(4, { name: 'Ida Moss', department: 'Finance' }),
})
const amir = aPairing(3, {
  id: 'c',
  score: 150,
  state: 'approved',
  mentor: aFace(5, { name: 'Amir Sato', department: 'Sales' }),
  mentee: aFace(6, { name: 'Cem Kaya', department: 'Finance' }),
})
const every = [elodie, zoe, amir]
const ids = (change: Partial<Parameters<typeof arrange>[1]>) =>
  arrange(every, { text: '', show: 'all', sort: 'score', ...change }, 'en').map(({ id }) => id)

describe('the list of proposals', () => {
  test('is ordered by score, by weakness, by name or by unit', () => {
    expect(ids({ sort: 'score' })).toEqual(['b', 'c', 'a'])
    expect(ids({ sort: 'weak' })).toEqual(['a', 'c', 'b'])
    expect(ids({ sort: 'name' })).toEqual(['c', 'a', 'b'])
    expect(ids({ sort: 'unit' })).toEqual(['b', 'c', 'a'])
  })

  test('finds a person without their accents, and by unit on either side', () => {
    expect(ids({ text: 'elodie' })).toEqual(['a'])
    expect(ids({ text: 'FINANCE' })).toEqual(['b', 'c'])
    expect(ids({ text: 'sales research' })).toEqual(['a'])
    expect(ids({ text: 'nobody' })).toEqual([])
  })

  test('shows what is to approve, approved, pinned, or the weakest tenth', () => {
    expect(ids({ show: 'proposed' })).toEqual(['b', 'a'])
    expect(ids({ show: 'approved' })).toEqual(['c'])
    expect(ids({ show: 'pinned' })).toEqual(['b'])
    expect(ids({ show: 'weak' })).toEqual(['a'])
  })

  test('arranges 5,000 pairs without losing one', () => {
    const many = Array.from({ length: 5000 }, (_, i) => aPairing(i))
    const arranged = arrange(many, { text: '', show: 'all', sort: 'score' }, 'en')
    expect(new Set(arranged.map(({ id }) => id)).size).toBe(5000)
    expect(arranged.every(({ score }, i) => i === 0 || arranged[i - 1]!.score >= score)).toBe(true)
  })
})

test('fairness names the lowest, the middle and the highest score of pairs that stand', () => {
  const declined = aPairing(4, { state: 'declined', score: 1 })
  expect(spreadOf([...every, declined])).toEqual({ least: 90, middle: 150, most: 200 })
  expect(spreadOf([declined])).toBeUndefined()
})
