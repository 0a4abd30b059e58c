import { describe, expect, it } from '@jest/globals'
import { workingTimeOf } from '../../bot/graph/working-time.ts'

const at = Date.UTC(2026, 10, 23)
const told = {
  daysOfWeek: ['sunday', 'Monday', 'tuesday', 'wednesday', 'thursday'],
  startTime: '08:00:00.0000000',
  endTime: '16:30:00.0000000',
  timeZone: { name: 'Arabian Standard Time' },
}

describe('working hours as Outlook tells them', () => {
  it('become ISO weekdays, wall-clock times and an IANA zone', () => {
    expect(workingTimeOf(told, at)).toEqual({
      timeZone: 'Asia/Dubai',
      workingHours: { days: [1, 2, 3, 4, 7], start: '08:00', end: '16:30' },
    })
  })

  it('in a custom zone belong to the zone with the same clock', () => {
    const timeZone = {
      '@odata.type': '#microsoft.graph.customTimeZone',
      name: 'Customized Time Zone',
      bias: -60,
      standardOffset: { time: '03:00:00.0000000', dayOccurrence: 5, dayOfWeek: 'sunday', month: 10, year: 0 },
      daylightOffset: {
        daylightBias: -60,
        time: '02:00:00.0000000',
        dayOccurrence: 5,
        dayOfWeek: 'sunday',
        month: 3,
        year: 0,
      },
    }
    expect(workingTimeOf({ ...told, timeZone }, at).timeZone).toBe('Europe/Berlin')
    const fixed = { ...timeZone, bias: -330, standardOffset: { month: 0 }, daylightOffset: { month: 0 } }
    expect(workingTimeOf({ ...told, timeZone: fixed }, at).timeZone).toBe('Asia/Kolkata')
  })

  it.each([
    [null, {}],
    [{}, {}],
    [{ ...told, timeZone: { name: 'tzone://Microsoft/Custom' }, daysOfWeek: [] }, {}],
    [{ ...told, timeZone: null, startTime: 'eight' }, {}],
  ])('say nothing rather than something wrong: %j', (given, expected) => {
    expect(workingTimeOf(given, at)).toEqual(expected)
  })
})
