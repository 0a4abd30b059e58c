/**
 * What every search for a time shares: both people's working and free time as masks, and each possible first day with the
 * days and clocks of all its occurrences. Each occurrence is placed on the real time line by itself, because the other's
 * clock may have changed in between; the eighth week counts as much as the first.
 */
import type { Side, WorkingHours } from '../enrolment/participant.ts'
import { dayMs, minuteMs, weekMs } from '../span.ts'
import type { Interval } from './interval.ts'
import type { Slot } from './slot.ts'
import { type Moment, type SlotScore, scoreSlot, total } from './slot-score.ts'
import { both, type Horizon, hasRun, startsOf, type TimeMask, without, workingMask } from './time-mask.ts'
import { dateOf, dayOf, instantOf, minutesOf, offsetAt, timeOf, wallClock, weekdayOf } from './zone-offset.ts'

/** Sessions begin at a quarter of an hour. */
export const STEP = 15
/** A Session may be moved by so many days, and a single date may be so far from the day it is due. */
export const REACH = 7

export interface PersonTime {
  side: Side
  /** IANA name. */
  timeZone: string
  workingHours: WorkingHours
  /** Everything that is not known to be free, any order. */
  busy: readonly Interval[]
  /** ISO dates, by this person's own clock, on which they do not work: holidays of where they are. */
  daysOff?: readonly string[]
}

export interface SlotQuestion {
  /** Local ISO date in `organizerZone`: the first day a Session may be on. */
  from: string
  occurrences: number
  everyWeeks: number
  minutes: number
  first: PersonTime
  second: PersonTime
  /** IANA zone whose wall clock stays the same. */
  organizerZone: string
  /** Epoch milliseconds; nothing begins before it. */
  now?: number
  /** How many weeks from `from` the first Session may wait; 2 by default. */
  firstWithinWeeks?: number
  avoid?: {
    /** ISO weekdays without meetings. */
    weekdays?: number[]
    /** Local dates, such as holidays, on which no occurrence may lie. */
    dates?: string[]
    /** Slots turned down before. */
    slots?: Pick<Slot, 'firstDate' | 'time'>[]
  }
  /** Wall clock, HH:MM, in which each of the two would rather meet, in their own zone. Never excludes a time. */
  preferred?: { from: string; to: string }
  /** Number of the first Session asked for, when the arc is under way already; 1 by default. */
  fromNumber?: number
  /** How many to answer with, best first; 10 by default. */
  limit?: number
}

export interface NearMiss {
  slot: Slot
  fits: number
  of: number
  clashes: { date: string; side: Side; why: 'busy' | 'not-working' | 'avoided' }[]
}

export interface Search {
  question: SlotQuestion
  /** Days from `from` on which the first Session may be. */
  window: number
  people: [PersonTime, PersonTime]
  /** Working days of the two in minutes past midnight. */
  hours: [Hours, Hours]
  atWork: [TimeMask, TimeMask]
  free: [TimeMask, TimeMask]
  /** Bits at which both can begin. */
  starts: TimeMask
  avoidWeekdays: Set<number>
  avoidDates: Set<number>
  avoidSlots: Set<string>
}

type Hours = Pick<Moment, 'opens' | 'closes' | 'preferred'>

/** One possible first day with what its occurrences share. */
export interface FirstDay {
  days: number[]
  /** Offset of the organizer's zone on each of `days`; undefined on a day on which the clock changes. */
  offsets: (number | undefined)[]
  /** For each person, by how many minutes their clock is ahead of the organizer's, per occurrence. */
  ahead: [number[], number[]]
}

export interface Candidate {
  first: FirstDay
  minutes: number
  score: number
  parts: SlotScore
}

/** The span a question looks at: free/busy must be known for all of it, since what is not known to be busy counts as free. */
export function spanAsked(
  question: Pick<SlotQuestion, 'from' | 'occurrences' | 'everyWeeks' | 'firstWithinWeeks'>,
): Interval {
  const { origin, days } = horizonOf(question)
  return { start: origin, end: origin + days * dayMs }
}

function horizonOf(
  question: Pick<SlotQuestion, 'from' | 'occurrences' | 'everyWeeks' | 'firstWithinWeeks'>,
): Horizon {
  const weeks = (question.firstWithinWeeks ?? 2) + question.everyWeeks * (question.occurrences - 1)
  return { origin: dayOf(question.from) - dayMs, days: weeks * 7 + REACH + 3 }
}

export function prepare(question: SlotQuestion): Search {
  const window = (question.firstWithinWeeks ?? 2) * 7
  const horizon = horizonOf(question)
  const { first, second, avoid } = question
  const atWork: [TimeMask, TimeMask] = [atWorkMask(first, horizon), atWorkMask(second, horizon)]
  const free: [TimeMask, TimeMask] = [without(atWork[0], first.busy), without(atWork[1], second.busy)]
  return {
    question,
    window,
    people: [first, second],
    hours: [hoursOf(question, first), hoursOf(question, second)],
    atWork,
    free,
    starts: startsOf(both(...free), question.minutes),
    avoidWeekdays: new Set(avoid?.weekdays),
    avoidDates: new Set(avoid?.dates?.map(dayOf)),
    avoidSlots: new Set(avoid?.slots?.map((slot) => `${slot.firstDate} ${slot.time}`)),
  }
}

/** Working hours without the days on which this person is off. */
export function atWorkMask({ timeZone, workingHours, daysOff = [] }: PersonTime, horizon: Horizon): TimeMask {
  const mask = workingMask(timeZone, workingHours, horizon)
  const [from, to] = [horizon.origin - dayMs, horizon.origin + (horizon.days + 1) * dayMs]
  const off = daysOff.map(dayOf).filter((day) => from <= day && day <= to)
  if (off.length === 0) return mask
  return without(
    mask,
    off.map((day) => ({ start: instantOf(timeZone, day, 0), end: instantOf(timeZone, day + dayMs, 0) })),
  )
}

const listsKnown = new Map<string, FirstDay[]>()

/** Pairs of the same Cohort and zones share their days, so answers are kept; read only. */
export function firstDays(search: Search): FirstDay[] {
  const { question, people, window, avoidWeekdays } = search
  const { organizerZone, everyWeeks, occurrences, avoid } = question
  const zones = `${organizerZone} ${people[0].timeZone} ${people[1].timeZone}`
  const key = `${zones} ${question.from} ${window} ${everyWeeks} ${occurrences} ${avoid?.weekdays ?? ''}`
  const known = listsKnown.get(key)
  if (known) return known
  const from = dayOf(question.from)
  const list: FirstDay[] = []
  for (let day = from; day < from + window * dayMs; day += dayMs) {
    if (!avoidWeekdays.has(weekdayOf(day))) list.push(firstDay(search, day))
  }
  if (listsKnown.size >= 2000) listsKnown.clear()
  listsKnown.set(key, list)
  return list
}

export function firstDay({ question, people }: Search, day: number): FirstDay {
  const { organizerZone, everyWeeks, occurrences } = question
  const result: FirstDay = { days: [], offsets: [], ahead: [[], []] }
  for (let k = 0; k < occurrences; k += 1) {
    const date = day + k * everyWeeks * weekMs
    const morning = offsetAt(organizerZone, date - dayMs)
    const noon = instantOf(organizerZone, date, 12 * 60)
    const own = offsetAt(organizerZone, noon)
    result.days.push(date)
    result.offsets.push(
      morning === own && own === offsetAt(organizerZone, date + 2 * dayMs) ? own : undefined,
    )
    for (const who of [0, 1] as const) {
      result.ahead[who].push((offsetAt(people[who].timeZone, noon) - own) / minuteMs)
    }
  }
  return result
}

export function startOf({ question }: Search, first: FirstDay, k: number, minutes: number): number {
  const offset = first.offsets[k]
  const day = first.days[k]!
  return offset === undefined
    ? instantOf(question.organizerZone, day, minutes)
    : day + minutes * minuteMs - offset
}

export function isTurnedDown({ avoidSlots }: Search, first: FirstDay, minutes: number): boolean {
  return avoidSlots.size > 0 && avoidSlots.has(`${dateOf(first.days[0]!)} ${timeOf(minutes)}`)
}

/** By the worst of the occurrences' clocks: a slot that becomes awkward in March is awkward. */
export function scoreOf(search: Search, first: FirstDay, minutes: number): SlotScore {
  const daysIn = (first.days[0]! - dayOf(search.question.from)) / dayMs
  let worst: SlotScore | undefined
  for (let k = 0; k < first.days.length; k += 1) {
    if (k > 0 && sameClocks(first, k)) continue
    const score = scoreSlot(
      daysIn,
      search.window,
      momentOf(search, 0, first.ahead[0][k]!, minutes),
      momentOf(search, 1, first.ahead[1][k]!, minutes),
    )
    if (!worst || total(score) < total(worst)) worst = score
  }
  return worst!
}

function sameClocks({ ahead }: FirstDay, k: number): boolean {
  return ahead[0][k] === ahead[0][k - 1] && ahead[1][k] === ahead[1][k - 1]
}

export function momentOf(search: Search, who: 0 | 1, ahead: number, minutes: number): Moment {
  const begins = minutes + ahead
  const { opens, closes, preferred } = search.hours[who]
  const moment = { start: begins, end: begins + search.question.minutes, opens, closes }
  return preferred ? { ...moment, preferred } : moment
}

function hoursOf({ preferred }: SlotQuestion, { workingHours }: PersonTime): Hours {
  return {
    opens: minutesOf(workingHours.start),
    closes: minutesOf(workingHours.end),
    ...(preferred ? { preferred: { from: minutesOf(preferred.from), to: minutesOf(preferred.to) } } : {}),
  }
}

/** Days and clocks of a time that stands by itself. */
export function momentsAt(search: Search, begins: number): [Moment, Moment] {
  const own = wallClock(search.question.organizerZone, begins)
  const ahead = ({ timeZone }: PersonTime) => {
    const theirs = wallClock(timeZone, begins)
    return (theirs.day - own.day) / minuteMs + theirs.minutes - own.minutes
  }
  const [first, second] = search.people
  return [momentOf(search, 0, ahead(first), own.minutes), momentOf(search, 1, ahead(second), own.minutes)]
}

export function slotAt({ question }: Search, first: FirstDay, minutes: number): Slot {
  return {
    firstDate: dateOf(first.days[0]!),
    time: timeOf(minutes),
    minutes: question.minutes,
    timeZone: question.organizerZone,
    everyWeeks: question.everyWeeks,
    occurrences: question.occurrences,
    ...(question.fromNumber && question.fromNumber > 1 ? { fromNumber: question.fromNumber } : {}),
  }
}

export function clashesOf(search: Search, first: FirstDay, minutes: number): NearMiss['clashes'] {
  const length = search.question.minutes
  return first.days.flatMap((day, k): NearMiss['clashes'] => {
    const date = dateOf(day)
    if (search.avoidDates.has(day)) return [{ date, side: search.people[0].side, why: 'avoided' }]
    const begins = startOf(search, first, k, minutes)
    return search.people.flatMap(({ side, timeZone, daysOff }, who): NearMiss['clashes'] => {
      if (hasRun(search.free[who]!, begins, length)) return []
      if (daysOff?.includes(dateOf(wallClock(timeZone, begins).day))) return [{ date, side, why: 'avoided' }]
      return [{ date, side, why: hasRun(search.atWork[who]!, begins, length) ? 'busy' : 'not-working' }]
    })
  })
}
