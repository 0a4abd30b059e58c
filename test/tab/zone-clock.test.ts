/** A field holds what the clocks of a zone show, and gives the instant back, across every change of the clocks. */
import { describe, expect, test } from '@jest/globals'
import { clockIn, instantIn } from '../../tab/src/ui/zone-clock.ts'

describe('a time on the clocks of a zone', () => {
  test.each(['Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Pacific/Apia', 'UTC'])(
    'comes back as the same instant, %s',
    (zone) => {
      for (
        let at = Date.parse('2026-01-01T00:30:00Z');
        at < Date.parse('2027-01-01T00:00:00Z');
        at += 7 * 3_600_000
      ) {
        const local = clockIn(zone, new Date(at))
        // Where the clocks go back, one reading stands for two instants.
        expect(clockIn(zone, instantIn(zone, local))).toBe(local)
        expect(Math.abs(instantIn(zone, local).getTime() - at)).toBeLessThanOrEqual(3_600_000)
      }
    },
  )

  test('that the clocks skip moves on, and no date is no instant', () => {
    expect(clockIn('Europe/Berlin', instantIn('Europe/Berlin', '2026-03-29T02:30'))).toBe('2026-03-29T03:30')
    expect(Number.isNaN(instantIn('Europe/Berlin', '').getTime())).toBe(true)
  })
})
