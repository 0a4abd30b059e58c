import { expect, test } from '@jest/globals'
import { mayForget } from '../../../bot/domain/records/erasure.ts'
import { monthsBefore } from '../../../bot/domain/records/retention.ts'

test.each([
  ['2026-11-27T10:00:00.000Z', 12, '2025-11-27T10:00:00.000Z'],
  ['2026-03-31T10:00:00.000Z', 1, '2026-02-28T10:00:00.000Z'],
  ['2028-02-29T00:00:00.000Z', 12, '2027-02-28T00:00:00.000Z'],
  ['2026-01-15T23:59:00.000Z', 13, '2024-12-15T23:59:00.000Z'],
])('%s less %d months is %s', (now, months, then) => {
  expect(monthsBefore(new Date(now), months).toISOString()).toBe(then)
})

test('a time that stands in a calendar is waited for, and no longer than seven days', () => {
  const asked = { askedAt: new Date('2026-11-01T00:00:00Z') }
  expect(mayForget(asked, 0, new Date('2026-11-01T00:00:01Z'))).toBe(true)
  expect(mayForget(asked, 1, new Date('2026-11-07T23:59:59Z'))).toBe(false)
  expect(mayForget(asked, 1, new Date('2026-11-08T00:00:00Z'))).toBe(true)
})
