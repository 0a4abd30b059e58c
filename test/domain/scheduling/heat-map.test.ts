import { describe, expect, it } from '@jest/globals'
import { Temporal } from 'temporal-polyfill'
import { heatMap } from '../../../bot/domain/scheduling/heat-map.ts'
import type { Interval } from '../../../bot/domain/scheduling/interval.ts'
import { planArc } from '../../../bot/domain/scheduling/plan.ts'
import type { PersonTime, SlotQuestion } from '../../../bot/domain/scheduling/slot-search.ts'

const week = { days: [1, 2, 3, 4, 5], start: '09:00', end: '17:00' }
const someone = (side: 'mentor' | 'mentee', timeZone: string, busy: Interval[] = []): PersonTime => ({
  ...{ side, timeZone, workingHours: week, busy },
})
const ask = (more: Partial<SlotQuestion> = {}): SlotQuestion => ({
  ...{ from: '2026-11-30', occurrences: 6, everyWeeks: 2, minutes: 60, organizerZone: 'Europe/Berlin' },
  first: someone('mentor', 'Europe/Berlin'),
  second: someone('mentee', 'Europe/London'),
  ...more,
})
const cell = (question: SlotQuestion, weekday: number, time: string) =>
  heatMap(question).find((one) => one.weekday === weekday && one.time === time)

describe('the heat map of a week', () => {
  it('has every half hour of seven days', () => {
    const cells = heatMap(ask())
    expect(cells).toHaveLength(336)
    expect(cells[0]).toMatchObject({ weekday: 1, time: '00:00', both: 0 })
    expect(new Set(cells.map(({ weekday, time }) => `${weekday} ${time}`)).size).toBe(336)
  })

  it('counts for each of the two, on one clock, how many of the Sessions would fit', () => {
    // In Berlin it is nine when London still sleeps.
    expect(cell(ask(), 2, '09:00')).toMatchObject({ mentor: 6, mentee: 0, both: 0 })
    expect(cell(ask(), 2, '10:00')).toMatchObject({ mentor: 6, mentee: 6, both: 6 })
    expect(cell(ask(), 2, '16:30')).toMatchObject({ mentor: 0, mentee: 6, both: 0 })
    expect(cell(ask(), 6, '10:00')).toMatchObject({ mentor: 0, mentee: 0, both: 0 })
  })

  it('counts an appointment of one of them once, where it lies', () => {
    const at = Temporal.ZonedDateTime.from('2026-12-15T11:00[Europe/Berlin]').epochMilliseconds
    const busy = [{ start: at, end: at + 1_800_000 }]
    const question = ask({ second: someone('mentee', 'Europe/London', busy) })
    expect(cell(question, 2, '11:00')).toMatchObject({ mentor: 6, mentee: 5, both: 5 })
    expect(cell(question, 2, '10:30')).toMatchObject({ both: 5 })
    expect(cell(question, 2, '11:30')).toMatchObject({ both: 6 })
  })

  it('shows nothing on days without meetings, and a holiday as one Session less', () => {
    const question = ask({ avoid: { weekdays: [3], dates: ['2026-12-15'] } })
    expect(cell(question, 3, '11:00')).toMatchObject({ mentor: 0, both: 0 })
    expect(cell(question, 2, '11:00')).toMatchObject({ mentor: 5, both: 5 })
  })

  it('agrees with the plan: what is booked every time is free every time', () => {
    const plan = planArc(ask())
    if ('refused' in plan) throw new Error('no plan')
    const weekday = Temporal.PlainDate.from(plan.slot.firstDate).dayOfWeek
    const half = `${plan.slot.time.slice(0, 3)}${plan.slot.time.slice(3) < '30' ? '00' : '30'}`
    if (half === plan.slot.time) expect(cell(ask(), weekday, half)).toMatchObject({ both: 6 })
  })
})
