import { describe, expect, it } from '@jest/globals'
import { Temporal } from 'temporal-polyfill'
import { plannedSessions } from '../../../bot/domain/scheduling/hold.ts'
import { type Interval, overlaps } from '../../../bot/domain/scheduling/interval.ts'
import { type ArcPlan, planArc, planAt, rankArcs } from '../../../bot/domain/scheduling/plan.ts'
import type { PersonTime, SlotQuestion } from '../../../bot/domain/scheduling/slot-search.ts'
import fc from '../../support/properties.ts'

const day = 86_400_000
const week = { days: [1, 2, 3, 4, 5], start: '09:00', end: '17:00' }

function someone(side: 'mentor' | 'mentee', timeZone: string, more: Partial<PersonTime> = {}): PersonTime {
  return { side, timeZone, workingHours: week, busy: [], ...more }
}

function ask(more: Partial<SlotQuestion> = {}): SlotQuestion {
  return {
    from: '2026-11-30',
    occurrences: 6,
    everyWeeks: 2,
    minutes: 60,
    first: someone('mentor', 'Europe/Berlin'),
    second: someone('mentee', 'Europe/Berlin'),
    organizerZone: 'Europe/Berlin',
    ...more,
  }
}

function planFor(question: SlotQuestion): ArcPlan {
  const plan = planArc(question)
  if ('refused' in plan) throw new Error(`no plan: ${JSON.stringify(plan.detail)}`)
  return plan
}

const local = (at: number, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
const dateOf = (at: number, zone: string) => local(at, zone).toPlainDate()
const daysApart = (a: Temporal.PlainDate, b: Temporal.PlainDate) => a.until(b, { largestUnit: 'days' }).days

/** The same date, from one local time to another. */
function block(zone: string, date: string, from = '00:00', to = '23:59'): Interval {
  const at = (time: string) =>
    Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(zone).epochMilliseconds
  return { start: at(from), end: at(to) }
}

/** What is wrong with a plan, by Temporal and plain spans: none of the code under test. Empty when all is well. */
function faultsOf(plan: ArcPlan, question: SlotQuestion): string[] {
  const zone = question.organizerZone
  const dates = plan.sessions.map(({ start }) => dateOf(start, zone))
  return [
    ...(plan.sessions.length === question.occurrences ? [] : ['a Session is missing']),
    ...plan.sessions.flatMap((session, k) =>
      [question.first, question.second].flatMap((person) => personFaults(person, session, k)),
    ),
    ...dates.flatMap((date, k) =>
      k > 0 && daysApart(dates[k - 1]!, date) < 1 ? [`${k} is out of order`] : [],
    ),
    ...(plan.dates ? datedFaults(dates, question) : weeklyFaults(plan, question)),
    ...avoidedFaults(dates, question),
  ]
}

function personFaults(
  { side, timeZone, workingHours, busy }: PersonTime,
  session: Interval,
  k: number,
): string[] {
  const begins = local(session.start, timeZone)
  const ends = local(session.end, timeZone)
  const at = (time: Temporal.ZonedDateTime) => time.toPlainTime().toString().slice(0, 5)
  const works =
    workingHours.days.includes(begins.dayOfWeek) &&
    at(begins) >= workingHours.start &&
    at(ends) <= workingHours.end
  return [
    ...(works ? [] : [`${k} lies outside the hours of the ${side}`]),
    ...(busy.some((span) => overlaps(span, session)) ? [`the ${side} is busy at ${k}`] : []),
  ]
}

/** 15:00 stays 15:00 on the organizer's clock, but for what is said to have moved, and that little and not far. */
function weeklyFaults(
  { slot, moved, sessions }: ArcPlan,
  { everyWeeks, organizerZone, occurrences }: SlotQuestion,
) {
  const told = new Map(moved.map((one) => [one.number, one]))
  const faults = moved.length > occurrences / 3 ? ['too many moved'] : []
  for (const [k, { start }] of sessions.entries()) {
    const date = Temporal.PlainDate.from(slot.firstDate).add({ weeks: k * everyWeeks })
    const usual = date.toZonedDateTime({ timeZone: organizerZone, plainTime: slot.time }).epochMilliseconds
    const move = told.get(k + 1)
    if (!move && start !== usual) faults.push(`${k} has moved and nobody says so`)
    if (!move) continue
    if (Date.parse(move.from) !== usual || Date.parse(move.start) !== start)
      faults.push(`${k} is told wrongly`)
    if (Math.abs(daysApart(date, dateOf(start, organizerZone))) > 7) faults.push(`${k} has moved too far`)
    for (const next of [k - 1, k + 1]) {
      if (next < 0 || next >= occurrences) continue
      const theirs = Temporal.PlainDate.from(slot.firstDate).add({ weeks: next * everyWeeks })
      const passes =
        Math.sign(daysApart(date, theirs)) !== Math.sign(daysApart(dateOf(start, organizerZone), theirs))
      if (passes) faults.push(`${k} reaches its neighbour’s day`)
    }
  }
  return faults
}

/** Some week of the first ones can be named from which every date is within seven days of the day it is due. */
function datedFaults(
  dates: Temporal.PlainDate[],
  { from, everyWeeks, firstWithinWeeks = 2 }: SlotQuestion,
): string[] {
  const near = Array.from({ length: firstWithinWeeks }, (_, late) =>
    Temporal.PlainDate.from(from).add({ weeks: late }),
  ).some((base) =>
    dates.every((date, k) => Math.abs(daysApart(base.add({ weeks: k * everyWeeks }), date)) <= 7),
  )
  return near ? [] : ['a date is more than a week from the day it is due']
}

function avoidedFaults(dates: Temporal.PlainDate[], { avoid }: SlotQuestion): string[] {
  return dates.flatMap((date) => [
    ...(avoid?.dates?.includes(date.toString()) ? [`${date} is a holiday`] : []),
    ...(avoid?.weekdays?.includes(date.dayOfWeek) ? [`${date} is a day without meetings`] : []),
  ])
}

const zones = [
  'Europe/Berlin',
  'Europe/London',
  'America/New_York',
  'America/Sao_Paulo',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Adelaide',
  'Australia/Lord_Howe',
  'America/St_Johns',
  'Pacific/Auckland',
]
const aZone = fc.constantFrom(...zones)
const someHours = fc.record({
  days: fc.constantFrom<number[]>([1, 2, 3, 4, 5], [7, 1, 2, 3, 4], [1, 2, 4]),
  start: fc.constantFrom<string>('06:00', '08:30', '09:00'),
  end: fc.constantFrom<string>('15:00', '17:00', '20:00'),
})

/** Calendars that are nearly full: most of the hours of most days are taken at random. */
const aCalendar = (from: string) =>
  fc
    .record({ seed: fc.integer(), share: fc.double({ min: 0.2, max: 0.93, noNaN: true }) })
    .map(({ seed, share }) => {
      const begin = Date.parse(`${from}T00:00:00Z`) - 2 * day
      const busy: Interval[] = []
      let state = seed | 0
      for (let hour = 0; hour < 24 * 140; hour += 1) {
        state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5) | 0
        if (((state >>> 8) & 0xffff) / 0x10000 < share)
          busy.push({ start: begin + hour * 3_600_000, end: begin + (hour + 1) * 3_600_000 })
      }
      return busy
    })

/** Arcs over both clock changes of both hemispheres. */
const aQuestion = fc.constantFrom('2026-02-16', '2026-09-14', '2026-11-30').chain((from) =>
  fc
    .record({
      mentorZone: aZone,
      menteeZone: aZone,
      mentorHours: someHours,
      menteeHours: someHours,
      mentorBusy: aCalendar(from),
      menteeBusy: aCalendar(from),
      everyWeeks: fc.constantFrom(1, 2, 3),
      minutes: fc.constantFrom(30, 50, 60),
      weekdays: fc.constantFrom<number[]>([], [3], [1, 5]),
      dates: fc.constantFrom<string[]>([], [from, '2026-10-06', '2026-12-25', '2026-03-31']),
    })
    .map((one) =>
      ask({
        from,
        everyWeeks: one.everyWeeks,
        minutes: one.minutes,
        firstWithinWeeks: 3,
        first: someone('mentor', one.mentorZone, { workingHours: one.mentorHours, busy: one.mentorBusy }),
        second: someone('mentee', one.menteeZone, { workingHours: one.menteeHours, busy: one.menteeBusy }),
        organizerZone: one.mentorZone,
        avoid: { weekdays: one.weekdays, dates: one.dates },
      }),
    ),
)

describe('the plan of an arc', () => {
  it('never meets a busy time, keeps both working hours and the clock, moves little and not far', () => {
    const kinds = { weekly: 0, moved: 0, dated: 0, refused: 0 }
    fc.assert(
      fc.property(aQuestion, (question) => {
        const plan = planArc(question)
        if ('refused' in plan) {
          kinds.refused += 1
          return
        }
        kinds[plan.dates ? 'dated' : plan.moved.length > 0 ? 'moved' : 'weekly'] += 1
        expect(faultsOf(plan, question)).toEqual([])
        expect(plan.score).toBeGreaterThanOrEqual(0)
        expect(plan.score).toBeLessThanOrEqual(100)
      }),
      { numRuns: 200, seed: 5 },
    )
    // Otherwise the property says nothing.
    for (const count of Object.values(kinds)) expect(count).toBeGreaterThan(5)
  })

  it('is what is kept and booked: the same Sessions come out of the slot and its moves', () => {
    fc.assert(
      fc.property(aQuestion, (question) => {
        const plan = planArc(question)
        if ('refused' in plan) return
        const again = plannedSessions(plan).map(({ start, end }) => ({
          start: start.getTime(),
          end: end.getTime(),
        }))
        expect(again).toEqual(plan.sessions)
      }),
      { numRuns: 60 },
    )
  })

  it('prefers one slot for every time to a better one with something moved', () => {
    const plan = planFor(ask())
    expect(plan.moved).toEqual([])
    expect(plan.dates).toBeUndefined()
  })

  it('moves the two dates on which a leader is away, and leaves the other four where they are', () => {
    const free = Array.from({ length: 120 }, (_, n) => Temporal.PlainDate.from('2026-11-29').add({ days: n }))
    const busy = free.flatMap((date) => {
      const away = ['2026-12-17', '2026-12-18', '2027-01-12'].includes(date.toString())
      if (away) return [block('Europe/Berlin', date.toString())]
      const opens = date.dayOfWeek === 4 ? '14:00' : '16:00'
      const closes = date.dayOfWeek === 4 ? '15:00' : '17:00'
      return [
        block('Europe/Berlin', date.toString(), '00:00', opens),
        block('Europe/Berlin', date.toString(), closes, '23:59'),
      ]
    })
    const weekly = ask({ second: someone('mentee', 'Europe/Berlin', { busy }), firstWithinWeeks: 1 })
    const plan = planFor({ ...weekly, avoid: { weekdays: [1, 2, 3, 5] } })
    expect(plan.slot).toMatchObject({ firstDate: '2026-12-03', time: '14:00' })
    expect(plan.moved.map(({ number, from, start }) => [number, from, start])).toEqual([
      [2, '2026-12-17T13:00:00.000Z', '2026-12-10T13:00:00.000Z'],
    ])
    expect(plan.score).toBeLessThan(100)
  })

  it('books single dates for two whose weeks never look alike', () => {
    // Free for one hour, each fortnight at another time.
    const hours = [
      ['2026-12-01', 9],
      ['2026-12-16', 13],
      ['2026-12-28', 10],
      ['2027-01-14', 15],
      ['2027-01-25', 11],
      ['2027-02-12', 14],
    ] as const
    const open = hours.map(([date, hour]) =>
      block('Europe/Berlin', date, `${String(hour).padStart(2, '0')}:00`, `${hour + 1}:00`),
    )
    const edges = [
      Date.parse('2026-11-27'),
      ...open.flatMap(({ start, end }) => [start, end]),
      Date.parse('2027-05-01'),
    ]
    const busy = edges.flatMap((start, i) => (i % 2 === 0 ? [{ start, end: edges[i + 1]! }] : []))
    const plan = planFor(ask({ second: someone('mentee', 'Europe/Berlin', { busy }) }))
    expect(plan.dates?.map(({ number, start }) => [number, start])).toEqual(
      open.map(({ start }, k) => [k + 1, new Date(start).toISOString()]),
    )
  })

  it('says no with the nearest miss when nothing helps', () => {
    const busy = [{ start: Date.parse('2026-12-14'), end: Date.parse('2027-05-01') }]
    const plan = planArc(ask({ second: someone('mentee', 'Europe/Berlin', { busy }) }))
    expect(plan).toMatchObject({ refused: 'no-common-slot', detail: { fits: 1, of: 6, why: 'clashes' } })
  })

  it('names the Sessions that are left when the arc is under way', () => {
    const plan = planFor(ask({ occurrences: 4, fromNumber: 3 }))
    expect(plan.slot).toMatchObject({ occurrences: 4, fromNumber: 3 })
    expect(plannedSessions(plan).map(({ number }) => number)).toEqual([3, 4, 5, 6])
  })

  it('meets when the program prefers to, if it costs nobody more than the wish is worth', () => {
    const plan = planFor(ask({ preferred: { from: '15:00', to: '17:00' } }))
    expect(plan.slot.time >= '15:00').toBe(true)
    expect(planFor(ask()).slot.time < '15:00').toBe(true)
  })
})

describe('a slot that somebody chose', () => {
  const at = { firstDate: '2026-12-01', time: '07:00' }

  it('is refused outside working hours, and taken when that was accepted', () => {
    expect(planAt(ask(), at)).toMatchObject({ refused: 'slot-not-free', detail: { why: 'outside-hours' } })
    const plan = planAt(ask(), at, { outsideHours: true })
    expect(plan).toMatchObject({ slot: { firstDate: '2026-12-01', time: '07:00' }, moved: [] })
  })

  it('is never taken against a busy time, whatever was accepted', () => {
    const busy = Array.from({ length: 4 }, (_, k) => {
      const date = Temporal.PlainDate.from('2026-12-01')
        .add({ weeks: 2 * k })
        .toString()
      return block('Europe/Berlin', date, '06:30', '07:30')
    })
    const question = ask({ second: someone('mentee', 'Europe/Berlin', { busy }) })
    expect(planAt(question, at, { outsideHours: true })).toMatchObject({ refused: 'slot-not-free' })
    const twice = planAt(
      ask({ second: someone('mentee', 'Europe/Berlin', { busy: busy.slice(0, 2) }) }),
      at,
      {
        outsideHours: true,
      },
    )
    if ('refused' in twice) throw new Error(twice.refused)
    // What has to move goes into working hours.
    for (const { start } of twice.moved)
      expect(local(Date.parse(start), 'Europe/Berlin').hour).toBeGreaterThanOrEqual(9)
    expect(twice.moved).toHaveLength(2)
  })

  it('is refused in the past, beyond what was looked at, and on days without meetings', () => {
    expect(planAt(ask(), { firstDate: '2026-11-29', time: '10:00' })).toMatchObject({
      detail: { why: 'out-of-range' },
    })
    expect(planAt(ask(), { firstDate: '2027-01-04', time: '10:00' })).toMatchObject({
      detail: { why: 'out-of-range' },
    })
    const quiet = ask({ avoid: { weekdays: [2] } })
    expect(planAt(quiet, { firstDate: '2026-12-01', time: '10:00' })).toMatchObject({
      detail: { why: 'no-meeting-day' },
    })
  })

  it('is what the ranked list offers: each of it can be chosen', () => {
    fc.assert(
      fc.property(aQuestion, (question) => {
        for (const { slot, moved } of rankArcs({ ...question, limit: 4 })) {
          const chosen = planAt(question, slot)
          expect(chosen).toMatchObject({ slot, moved })
        }
      }),
      { numRuns: 40 },
    )
  })
})
