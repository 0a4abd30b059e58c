import { expect, test } from '@jest/globals'
import { momentsBetween } from '../../../bot/demo/life/moments.ts'

const day = (at: Date) => at.toISOString().slice(0, 10)
const friday = new Date('2026-11-27T18:00:00Z')
const to = new Date('2026-12-11T12:00:00Z')

test('the company looks up once each working day, and where the clock stops', () => {
  const days = momentsBetween(friday, to).map(day)
  expect(days).toEqual(
    [
      ...['11-30', '12-01', '12-02', '12-03', '12-04', '12-07', '12-08', '12-09', '12-10', '12-11', '12-11'],
    ].map((one) => `2026-${one}`),
  )
})

test('before anybody meets, the first day stands for all', () => {
  const days = momentsBetween(friday, to, new Date('2026-12-08T00:00:00Z')).map(day)
  expect([...new Set(days)]).toEqual(['2026-11-30', '2026-12-08', '2026-12-09', '2026-12-10', '2026-12-11'])
})
