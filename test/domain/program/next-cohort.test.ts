import { describe, expect, test } from '@jest/globals'
import { cohortBefore, nextCohort, nextName, nextOf } from '../../../bot/domain/program/next-cohort.ts'
import { type Cohort, stages } from '../../../bot/domain/program/program.ts'
import { usualScheduling } from '../../../bot/domain/program/scheduling-policy.ts'
import { endOf } from '../../../bot/domain/program/session-themes.ts'
import { isRefused } from '../../../bot/domain/refusal.ts'
import { dayMs } from '../../../bot/domain/span.ts'
import fc from '../../support/properties.ts'

const aCohort = (changes: Partial<Cohort> = {}): Cohort => {
  const plan = { startsOn: '2026-09-07', sessions: 6, cadenceWeeks: 4, ...changes }
  return {
    ...{ id: 'c1', programId: 'p', name: 'Cohort 1', stage: 'closed', sessionMinutes: 50, matching: {} },
    ...{ scheduling: usualScheduling, endsOn: endOf(plan) },
    ...plan,
  }
}
const made = (last: Cohort, all: Cohort[] = [last], today = '2026-06-01') => {
  const next = nextCohort(last, all, { id: 'new', today })
  if (isRefused(next)) throw new Error(next.refused)
  return next
}
const weekday = (date: string) => new Date(date).getUTCDay()

describe('the next Cohort', () => {
  const dates = fc.integer({ min: 0, max: 1500 }).map((days) => {
    return new Date(Date.UTC(2026, 0, 1) + days * dayMs).toISOString().slice(0, 10)
  })
  const cohorts = fc
    .record({
      startsOn: dates,
      sessions: fc.integer({ min: 2, max: 24 }),
      cadenceWeeks: fc.integer({ min: 1, max: 8 }),
      stage: fc.constantFrom('running' as const, 'closed' as const),
    })
    .map(aCohort)

  test('starts after all before it, on the same day of the week, and leaves enrollment its four weeks', () => {
    fc.assert(
      fc.property(fc.array(cohorts, { minLength: 1, maxLength: 4 }), dates, (some, today) => {
        const all = some.map((one, at) => ({ ...one, id: `c${at}`, name: `Cohort ${at + 1}` }))
        const next = made(all[0]!, all, today)
        expect(all.every(({ endsOn }) => next.startsOn > endsOn)).toBe(true)
        expect(Date.parse(next.startsOn) - Date.parse(today)).toBeGreaterThanOrEqual(28 * dayMs)
        expect(weekday(next.startsOn)).toBe(weekday(all[0]!.startsOn))
        expect(all.map(({ name }) => name)).not.toContain(next.name)
        expect(next.endsOn).toBe(endOf(next))
        const { sessions, cadenceWeeks, sessionMinutes, programId } = all[0]!
        expect(next).toMatchObject({ sessions, cadenceWeeks, sessionMinutes, programId, stage: 'draft' })
      }),
    )
  })

  test('plans enrollment and pairing as long before its start as last time', () => {
    const next = made(aCohort({ startsOn: '2026-09-07', enrolsOn: '2026-07-01', pairsOn: '2026-08-31' }))
    const ahead = (day?: string) => (Date.parse(next.startsOn) - Date.parse(day!)) / dayMs
    expect([ahead(next.enrolsOn), ahead(next.pairsOn)]).toEqual([68, 7])
    expect(Object.keys(made(aCohort()))).not.toContain('enrolsOn')
  })

  test('keeps the settings, but no pause, and no holiday that is over', () => {
    const scheduling = {
      ...usualScheduling,
      paused: true,
      noticeDays: 5,
      holidays: ['2026-12-24', '2028-01-03'],
    }
    const next = made(aCohort({ scheduling, matching: { objective: 'fairest' } }))
    expect(next.scheduling).toEqual({ ...scheduling, paused: false, holidays: ['2028-01-03'] })
    expect(next.matching).toEqual({ objective: 'fairest' })
  })

  test.each(stages)('of one that is %s', (stage) => {
    const next = nextCohort(aCohort({ stage }), [aCohort({ stage })], { id: 'new', today: '2026-06-01' })
    expect(isRefused(next)).toBe(stage !== 'running' && stage !== 'closed')
  })

  test('is there already while a draft is, or where one starts later', () => {
    const [first, second] = [aCohort(), aCohort({ id: 'c2', startsOn: '2027-03-01', stage: 'enrolling' })]
    const draft = aCohort({ id: 'c3', startsOn: '2020-01-06', stage: 'draft' })
    expect(nextOf(first, [second, first])?.id).toBe('c2')
    expect(nextOf(second, [second, first])).toBeUndefined()
    expect(nextOf(second, [second, first, draft])?.id).toBe('c3')
    expect(cohortBefore(second, [second, first])?.id).toBe('c1')
    expect(cohortBefore(second, [second, aCohort({ stage: 'matching' })])).toBeUndefined()
    expect(cohortBefore(first, [second, first])).toBeUndefined()
  })
})

test.each([
  ['Cohort 1', 'Cohort 2'],
  ['Cohort 09', 'Cohort 10'],
  ['Spring 2026', 'Spring 2027'],
  ['Pilot', 'Pilot 2'],
  ['2026', '2027'],
  ['Q1/2026', 'Q1/2027'],
  ['😀'.repeat(40), `${'😀'.repeat(39)}2`],
])('%s goes on as %s', (name, next) => {
  expect(nextName(name, [name])).toBe(next)
})

test('a name that is taken is passed over, however long it is', () => {
  expect(nextName('Cohort 1', ['Cohort 1', 'Cohort 2', 'Cohort 3'])).toBe('Cohort 4')
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 80 }), (name) => {
      const next = nextName(name, [name])
      expect(next).not.toBe(name)
      expect(next.length).toBeLessThanOrEqual(80)
    }),
  )
})
