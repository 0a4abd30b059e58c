import { describe, expect, it } from '@jest/globals'
import { ianaZone, isZone, windowsZone, zoneLike } from '../../../bot/domain/scheduling/time-zone.ts'
import { offsetAt } from '../../../bot/domain/scheduling/zone-offset.ts'

const now = Date.UTC(2026, 10, 21)

describe('names of time zones', () => {
  it.each([
    ['W. Europe Standard Time', 'Europe/Berlin'],
    ['India Standard Time', 'Asia/Kolkata'],
    ['Pacific Standard Time', 'America/Los_Angeles'],
    ['Nepal Standard Time', 'Asia/Kathmandu'],
    ['UTC', 'UTC'],
    ['Europe/Kyiv', 'Europe/Kyiv'],
    ['Asia/Calcutta', 'Asia/Kolkata'],
    ['FLE Standard Time', 'Europe/Kyiv'],
  ])('%s is %s', (given, zone) => {
    expect(ianaZone(given)).toBe(zone)
  })

  it.each(['tzone://Microsoft/Custom', 'Customized Time Zone', '', undefined, '+02:00'])(
    '%s is a zone nobody knows, and none is made up',
    (given) => {
      expect(ianaZone(given)).toBeUndefined()
    },
  )

  it('has a Windows name for every zone this platform knows, whose clock agrees all year', () => {
    for (const zone of Intl.supportedValuesOf('timeZone')) {
      const windows = windowsZone(zone, now)
      expect([zone, windows]).toEqual([zone, expect.any(String)])
      expect([zone, ianaZone(windows)]).toEqual([zone, expect.any(String)])
    }
  })

  it('keeps the clock of a zone that has no Windows name of its own', () => {
    for (const zone of ['America/Ciudad_Juarez', 'America/Coyhaique', 'Europe/Kyiv', 'Asia/Ho_Chi_Minh']) {
      const back = ianaZone(windowsZone(zone, now))!
      for (let week = 0; week < 52; week += 1) {
        const at = now + week * 7 * 86_400_000
        expect([zone, week, offsetAt(back, at)]).toEqual([zone, week, offsetAt(zone, at)])
      }
    }
  })

  it('finds the zone that a custom one describes, hemisphere included', () => {
    expect(zoneLike({ bias: -60, daylightMonth: 3, standardMonth: 10 }, now)).toBe('Europe/Berlin')
    expect(zoneLike({ bias: 300, daylightMonth: 3, standardMonth: 11 }, now)).toBe('America/New_York')
    expect(zoneLike({ bias: -600, daylightMonth: 10, standardMonth: 4 }, now)).toBe('Australia/Sydney')
    expect(zoneLike({ bias: -330 }, now)).toBe('Asia/Kolkata')
    expect(zoneLike({ bias: 17 }, now)).toBeUndefined()
  })

  it('tells a zone from a word', () => {
    expect(isZone('Asia/Tokyo')).toBe(true)
    expect(isZone('Tokyo Office')).toBe(false)
  })
})
