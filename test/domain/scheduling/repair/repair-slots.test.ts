/** Other times for a Session: free, at work, within the week, and not today. */
import { describe, expect, it } from '@jest/globals'
import { overlaps } from '../../../../bot/domain/scheduling/interval.ts'
import { neighborsOf } from '../../../../bot/domain/scheduling/repair/neighbors.ts'
import { type RepairQuestion, repairSlots } from '../../../../bot/domain/scheduling/repair/repair-slots.ts'
import type { Session } from '../../../../bot/domain/scheduling/session.ts'
import { workingIntervals } from '../../../../bot/domain/scheduling/working-hours.ts'
import { wallClock, weekdayOf } from '../../../../bot/domain/scheduling/zone-offset.ts'
import fc from '../../../support/properties.ts'

const hour = 3_600_000
const day = 24 * hour
const week = { days: [1, 2, 3, 4, 5], start: '09:00', end: '17:00' }
/** A Wednesday, 10:00 in Berlin. */
const original = Date.parse('2026-03-25T09:00:00Z')

function aQuestion(change: Partial<RepairQuestion> = {}): RepairQuestion {
  return {
    original,
    minutes: 50,
    now: original - 2 * day,
    people: [
      { side: 'mentor', timeZone: 'Europe/Berlin', workingHours: week, busy: [] },
      { side: 'mentee', timeZone: 'Europe/London', workingHours: week, busy: [] },
    ],
    instead: { start: original, end: original + 50 * 60_000 },
    ...change,
  }
}
const aSession = (number: number, state: Session['state'] = 'planned'): Session => ({
  ...{ id: `s${number}`, holdId: 'h', pairingId: 'p', number, state },
  ...{
    startsAt: new Date(original + (number - 2) * 7 * day),
    endsAt: new Date(original + (number - 2) * 7 * day + hour),
  },
})
const local = (at: number) => new Date(at).toLocaleString('sv', { timeZone: 'Europe/Berlin' }).slice(0, 16)

describe('times to offer', () => {
  it('are on different days, near the usual time of day, also across the change of the clocks', () => {
    // Clocks change on 29 March: Monday at ten is an hour earlier in UTC than Thursday at ten.
    expect(repairSlots(aQuestion({ limit: 4 })).map(({ start }) => local(start))).toEqual([
      '2026-03-24 10:00',
      '2026-03-25 11:00',
      '2026-03-26 10:00',
      '2026-03-27 10:00',
    ])
    const passed = { now: original + hour, limit: 4 }
    expect(repairSlots(aQuestion(passed)).map(({ start }) => local(start))).toEqual([
      '2026-03-26 10:00',
      '2026-03-27 10:00',
      '2026-03-30 10:00',
      '2026-03-31 10:00',
    ])
  })

  it('may lie before the date as well as after it, the nearest days first', () => {
    const early = aQuestion({ now: original - 10 * day })
    expect(repairSlots(early).map(({ start }) => local(start))).toEqual([
      '2026-03-24 10:00',
      '2026-03-25 11:00',
      '2026-03-26 10:00',
    ])
    const full = repairSlots({ ...early, limit: 99 }).map(({ start }) => start)
    expect(Math.min(...full)).toBe(original - 7 * day)
    expect(Math.max(...full)).toBeGreaterThan(original + 6 * day)
  })

  it('stay between the dates of the sessions before and after, and off their days', () => {
    const neighbors = { before: original - day, after: original + 2 * day }
    const between = repairSlots(aQuestion({ now: original - 10 * day, neighbors, limit: 99 }))
    expect(new Set(between.map(({ start }) => local(start).slice(0, 10)))).toEqual(
      new Set(['2026-03-25', '2026-03-26']),
    )
    expect(
      neighborsOf(
        aSession(2),
        [1, 2, 3, 4].map((number) => aSession(number)),
      ),
    ).toEqual({
      before: original - 7 * day,
      after: original + 7 * day,
    })
    const calledOff = [aSession(1), aSession(2), aSession(3, 'cancelled')]
    expect(neighborsOf(aSession(2), calledOff)).toEqual({ before: original - 7 * day })
  })

  it('leave out today, days without meetings and holidays', () => {
    const question = aQuestion({ now: original + hour, avoid: { weekdays: [5], dates: ['2026-03-30'] } })
    expect(repairSlots(question).map(({ start }) => local(start))).toEqual([
      '2026-03-26 10:00',
      '2026-03-31 10:00',
      '2026-04-01 10:00',
    ])
  })

  it('come from one day where only one has room, and do not touch each other', () => {
    const [mentor, mentee] = aQuestion().people
    const busy = [
      { start: original - day, end: original + day },
      { start: original + 1.5 * day, end: original + 9 * day },
    ]
    const slots = repairSlots(aQuestion({ people: [{ ...mentor, busy }, mentee] }))
    expect(new Set(slots.map(({ start }) => local(start).slice(0, 10)))).toEqual(new Set(['2026-03-26']))
    expect(slots.length).toBeGreaterThan(1)
  })

  it('are none when the week is over, or nobody has an hour', () => {
    expect(repairSlots(aQuestion({ now: original + 8 * day }))).toEqual([])
    const [mentor, mentee] = aQuestion().people
    const busy = [{ start: original - day, end: original + 9 * day }]
    expect(repairSlots(aQuestion({ people: [mentor, { ...mentee, busy }] }))).toEqual([])
  })
})

const zones = ['Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Sydney', 'America/St_Johns']
const anyPerson = fc.record({
  side: fc.constantFrom('mentor' as const, 'mentee' as const),
  timeZone: fc.constantFrom(...zones),
  workingHours: fc.record({
    days: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 2 }),
    start: fc.constantFrom('06:00', '08:30', '09:00'),
    end: fc.constantFrom('14:00', '17:15', '19:00'),
  }),
  busy: fc.array(
    fc
      .tuple(fc.integer({ min: -24, max: 24 * 9 }), fc.integer({ min: 1, max: 12 }))
      .map(([at, long]) => ({ start: original + at * hour, end: original + at * hour + long * hour })),
    { maxLength: 25 },
  ),
})

describe('whatever the calendars', () => {
  it('a time on offer is free, at work for both, within seven days either way, on a later day, and clear of the others', () => {
    fc.assert(
      fc.property(
        fc.tuple(anyPerson, anyPerson),
        fc.integer({ min: -20 * 24, max: 8 * 24 }),
        fc.constantFrom(30, 50, 60, 90),
        (people, ahead, minutes) => {
          const question = aQuestion({ people, minutes, now: original + ahead * hour })
          const slots = repairSlots(question)
          expect(slots.length).toBeLessThanOrEqual(3)
          for (const [i, slot] of slots.entries()) {
            expect(slot.end - slot.start).toBe(minutes * 60_000)
            expect(Math.abs(slot.start - original)).toBeLessThanOrEqual(7 * day)
            expect(overlaps(slot, question.instead)).toBe(false)
            expect(slots.slice(0, i).some((other) => overlaps(other, slot))).toBe(false)
            for (const person of people) expect(fits(person, slot, question.now)).toBe(true)
          }
          expect(slots.length > 0).toBe(anyFits(question))
        },
      ),
      { numRuns: 150 },
    )
  })
})

type Person = RepairQuestion['people'][number]

/** Written again, without masks. */
function fits(person: Person, slot: { start: number; end: number }, now: number): boolean {
  const at = workingIntervals(person, slot.start - 2 * day, slot.end + 2 * day)
  const works = at.some(({ start, end }) => start <= slot.start && slot.end <= end)
  const later = wallClock(person.timeZone, slot.start).day > wallClock(person.timeZone, now).day
  const weekday = person.workingHours.days.includes(weekdayOf(wallClock(person.timeZone, slot.start).day))
  return works && later && weekday && !person.busy.some((busy) => overlaps(busy, slot))
}

function anyFits({ original: usual, minutes, people, instead, now }: RepairQuestion): boolean {
  for (let at = usual - 7 * day; at <= usual + 7 * day; at += 15 * 60_000) {
    const slot = { start: at, end: at + minutes * 60_000 }
    if (at >= now && !overlaps(slot, instead) && people.every((person) => fits(person, slot, now)))
      return true
  }
  return false
}
