import { describe, expect, it } from '@jest/globals'
import {
  isAtWork,
  overlapMinutesUtc,
  workingIntervals,
} from '../../../bot/domain/scheduling/working-hours.ts'

const at = (text: string) => Date.parse(text)
const shown = (spans: { start: number; end: number }[]) =>
  spans.map(
    ({ start, end }) =>
      `${new Date(start).toISOString().slice(0, 16)} ${new Date(end).toISOString().slice(0, 16)}`,
  )
const week = { days: [1, 2, 3, 4, 5], start: '09:00', end: '17:00' }

describe('a working week', () => {
  it('begins an hour earlier on the time line once summer time has begun', () => {
    const spans = workingIntervals(
      { timeZone: 'Europe/Berlin', workingHours: week },
      at('2027-03-26T00:00Z'),
      at('2027-03-30T00:00Z'),
    )
    expect(shown(spans)).toEqual(['2027-03-26T08:00 2027-03-26T16:00', '2027-03-29T07:00 2027-03-29T15:00'])
  })

  it('runs from Sunday to Thursday where people rest on Friday and Saturday', () => {
    const spans = workingIntervals(
      { timeZone: 'Asia/Dubai', workingHours: { ...week, days: [7, 1, 2, 3, 4] } },
      at('2026-11-26T00:00Z'),
      at('2026-11-30T00:00Z'),
    )
    expect(shown(spans)).toEqual(['2026-11-26T05:00 2026-11-26T13:00', '2026-11-29T05:00 2026-11-29T13:00'])
  })

  it('runs past midnight for a night shift, the night before included', () => {
    const spans = workingIntervals(
      { timeZone: 'UTC', workingHours: { days: [1], start: '22:00', end: '06:00' } },
      at('2026-11-24T00:00Z'),
      at('2026-11-25T00:00Z'),
    )
    expect(shown(spans)).toEqual(['2026-11-24T00:00 2026-11-24T06:00'])
  })

  it('is cut to what was asked for', () => {
    const person = { timeZone: 'UTC', workingHours: week }
    expect(shown(workingIntervals(person, at('2026-11-23T10:00Z'), at('2026-11-23T11:00Z')))).toEqual([
      '2026-11-23T10:00 2026-11-23T11:00',
    ])
    expect(workingIntervals(person, at('2026-11-23T11:00Z'), at('2026-11-23T10:00Z'))).toEqual([])
  })
})

describe('the time two people share', () => {
  const in_ = (timeZone: string) => ({ timeZone, workingHours: week })
  it('is what is left of a day between Berlin and Kolkata, half hours included', () => {
    expect(overlapMinutesUtc(in_('Europe/Berlin'), in_('Asia/Kolkata'), at('2026-11-23T00:00Z'))).toBe(210)
    expect(overlapMinutesUtc(in_('Europe/Berlin'), in_('Asia/Kolkata'), at('2027-06-21T00:00Z'))).toBe(270)
  })

  it('is nothing between New York and Sydney', () => {
    expect(overlapMinutesUtc(in_('America/New_York'), in_('Australia/Sydney'), at('2026-11-23T00:00Z'))).toBe(
      0,
    )
  })
})

it('somebody is at work for a time that lies wholly within one stretch of it, on their own clock', () => {
  const tokyo = { timeZone: 'Asia/Tokyo', workingHours: week }
  const within = (from: string, to: string) => isAtWork(tokyo, new Date(from), new Date(to))
  // 23 November 2026 is a Monday; nine to five in Tokyo is midnight to eight in UTC.
  expect(within('2026-11-23T00:00Z', '2026-11-23T01:00Z')).toBe(true)
  expect(within('2026-11-23T07:30Z', '2026-11-23T08:30Z')).toBe(false)
  expect(within('2026-11-23T14:00Z', '2026-11-23T15:00Z')).toBe(false)
  expect(within('2026-11-21T01:00Z', '2026-11-21T02:00Z')).toBe(false)
})
