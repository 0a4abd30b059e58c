/** Working days are the reader's own, on their own clock. */
import { expect, it } from '@jest/globals'
import { endOfWorkingDays } from '../../../bot/domain/scheduling/answer-until.ts'

const week = (days: number[], timeZone = 'UTC') => ({
  ...{ timeZone, workingHours: { days, start: '09:00', end: '17:00' } },
})
const until = (about: ReturnType<typeof week>, now: string, off: string[] = []) =>
  endOfWorkingDays(about, off, new Date(now), 3).toISOString()

it('three working days after a Thursday end with Tuesday, over the weekend', () => {
  expect(until(week([1, 2, 3, 4, 5]), '2026-12-03T10:00:00Z')).toBe('2026-12-09T00:00:00.000Z')
})

it('days off and days on which somebody never works do not count', () => {
  expect(until(week([1, 2, 3, 4, 5]), '2026-12-03T10:00:00Z', ['2026-12-08'])).toBe(
    '2026-12-10T00:00:00.000Z',
  )
  // Sunday to Thursday.
  expect(until(week([7, 1, 2, 3, 4]), '2026-12-03T10:00:00Z')).toBe('2026-12-09T00:00:00.000Z')
})

it('is counted by the date where the reader is, and ends there at midnight', () => {
  // Already Friday in Auckland.
  expect(until(week([1, 2, 3, 4, 5], 'Pacific/Auckland'), '2026-12-03T20:00:00Z')).toBe(
    '2026-12-09T11:00:00.000Z',
  )
})

it('ends also for somebody who works on no day', () => {
  expect(until(week([]), '2026-12-03T10:00:00Z')).toBe('2026-12-25T00:00:00.000Z')
})
