/** The timeline of a Cohort shows what the calendars hold. */
import { describe, expect, it } from '@jest/globals'
import type { Cohort } from '../../../bot/domain/program/program.ts'
import { timelineOf } from '../../../bot/domain/program/session-themes.ts'
import { bookedDays } from '../../../bot/domain/scheduling/booked-days.ts'
import type { Session } from '../../../bot/domain/scheduling/session.ts'

const session = (pairingId: string, day: string, state: Session['state'] = 'planned'): Session => ({
  ...{ id: `${pairingId}${day}`, holdId: 'h', pairingId, number: 1, state },
  ...{ startsAt: new Date(`${day}T13:00:00Z`), endsAt: new Date(`${day}T13:50:00Z`) },
})
const cohort = {
  ...{ startsOn: '2026-12-04', endsOn: '2027-04-09', stage: 'running' },
  ...{ sessions: 6, cadenceWeeks: 3 },
} as Cohort
const days = ['2026-12-07', '2027-02-10', '2027-04-15']
const others = ['2026-12-23', '2027-02-20', '2027-04-01']

describe('the timeline', () => {
  it('is the plan while nothing is booked', () => {
    expect(bookedDays([])).toBeUndefined()
    const first = timelineOf(cohort, '2026-12-01').find(({ key }) => key === 'first-session')
    expect(first).toEqual({ key: 'first-session', on: '2026-12-11', state: 'now' })
  })

  it('shows from the first to the last pair once they are booked, without what was called off', () => {
    const booked = bookedDays([
      ...days.map((day) => session('p', day)),
      ...others.map((day) => session('q', day)),
      session('q', '2026-11-01', 'cancelled'),
    ])
    const timeline = timelineOf(cohort, '2026-12-10', booked)
    const of = (key: string) => timeline.find((one) => one.key === key)
    expect(of('first-session')).toMatchObject({ on: '2026-12-07', until: '2026-12-23', state: 'now' })
    expect(of('midpoint')).toMatchObject({ on: '2027-02-10' })
    expect(of('last-session')).toMatchObject({ on: '2027-04-01', until: '2027-04-15' })
    expect(of('close')?.on).toBe('2027-04-15')
  })

  it('stays at a step until the last pair has come to it', () => {
    const booked = bookedDays([
      ...days.map((day) => session('p', day)),
      ...others.map((day) => session('q', day)),
    ])
    const now = (today: string) => timelineOf(cohort, today, booked).find(({ state }) => state === 'now')?.key
    expect(now('2026-12-20')).toBe('first-session')
    expect(now('2026-12-24')).toBe('midpoint')
    expect(now('2027-04-10')).toBe('last-session')
  })
})
