import { describe, expect, test } from '@jest/globals'
import { holidaysAhead, sessionWeeks } from '../../bot/domain/program/plan-ahead.ts'
import type { Cohort } from '../../bot/domain/program/program.ts'
import { endOf, midpointAfter, timelineOf } from '../../bot/domain/program/session-themes.ts'
import { dayMs } from '../../bot/domain/span.ts'
import { previewOf } from '../../tab/src/pages/program-setup/doubts.ts'
import { startFor, type Template, templates } from '../../tab/src/pages/program-setup/templates.ts'
import fc from '../support/properties.ts'

const days = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / dayMs
const dates = fc
  .integer({ min: 0, max: 1500 })
  .map((day) => new Date(Date.UTC(2026, 0, 1) + day * dayMs).toISOString().slice(0, 10))
const names = fc.constantFrom(...(Object.keys(templates) as Template[]))

describe('a template', () => {
  test.each([
    ['pilot', 8 * 7, 12 * 7],
    ['six', 182 - 7, 182 + 7],
    ['twelve', 365 - 10, 365],
  ] as const)('%s is as long as it says, with its Midpoint in the middle', (name, least, most) => {
    const plan = { startsOn: '2026-09-07', ...templates[name] }
    const length = days(plan.startsOn, endOf(plan))
    expect(length).toBeGreaterThanOrEqual(least)
    expect(length).toBeLessThanOrEqual(most)
    const half = 7 * (1 + midpointAfter(plan.sessions) * plan.cadenceWeeks)
    expect(Math.abs(half / length - 0.5)).toBeLessThan(0.1)
  })

  test('keeps a start that is still to come, and moves one that is over to a Monday with time to enroll', () => {
    fc.assert(
      fc.property(dates, dates, (chosen, today) => {
        const start = startFor(chosen, today)
        if (chosen >= today) expect(start).toBe(chosen)
        else {
          expect(days(today, start)).toBeGreaterThanOrEqual(28)
          expect(days(today, start)).toBeLessThan(35)
          expect(new Date(start).getUTCDay()).toBe(1)
        }
      }),
    )
    for (const unread of ['', 'soon', '2026-13-40']) expect(startFor(unread, '2026-11-28')).toBe('2026-12-28')
  })
})

describe('what a plan comes to', () => {
  const plans = fc.record({
    startsOn: dates,
    sessions: fc.integer({ min: 2, max: 24 }),
    cadenceWeeks: fc.integer({ min: 1, max: 8 }),
    sessionMinutes: fc.integer({ min: 15, max: 120 }),
  })
  test('is shown while it is typed as it is planned once it is saved', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          plans,
          fc.tuple(names, dates).map(([name, startsOn]) => ({ ...templates[name], startsOn })),
        ),
        (plan) => {
          const { startsOn, sessions, cadenceWeeks, sessionMinutes } = plan
          const shown = previewOf({
            startsOn,
            ...{
              sessions: `${sessions}`,
              cadenceWeeks: `${cadenceWeeks}`,
              sessionMinutes: `${sessionMinutes}`,
            },
          })
          const cohort = { ...plan, endsOn: endOf(plan), stage: 'draft' } as Cohort
          const on = new Map(timelineOf(cohort, startsOn).map((one) => [one.key, one.on]))
          expect(shown).toEqual({
            ...{ sessions, minutes: sessions * sessionMinutes, ends: on.get('close') },
            ...{ enrol: on.get('enrol'), match: on.get('match'), midpoint: on.get('midpoint') },
            ...{ first: on.get('first-session'), last: on.get('last-session') },
          })
          const weeks = sessionWeeks(plan)
          expect([weeks.length, weeks[0]![0], weeks.at(-1)![0]]).toEqual([
            sessions,
            shown?.first,
            shown?.last,
          ])
        },
      ),
    )
  })

  test('names the holidays in weeks of sessions, and none between them', () => {
    const plan = { startsOn: '2026-12-14', sessions: 2, cadenceWeeks: 2 }
    // The weeks of 21 December and 4 January: New Year lies between.
    expect(holidaysAhead(plan, 'DE')).toEqual(['2026-12-25', '2026-12-26'])
    expect(holidaysAhead(plan, 'ES')).toContain('2027-01-06')
    expect(holidaysAhead({ ...plan, startsOn: '2060-12-13' }, 'DE')).toEqual([])
  })
})
