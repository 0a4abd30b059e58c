/**
 * The time at which two people can meet every time: one wall-clock time in the organizer's zone, the same weekday every
 * so many weeks, free and inside working hours for both at *each* occurrence. Each occurrence is placed on the real time
 * line by itself, because the other's clock may have changed in between; the eighth week counts as much as the first.
 */
import type { Side, WorkingHours } from '../participant.ts'
import type { Refusal } from '../refusal.ts'
import { refuse } from '../refusal.ts'
import type { Interval } from './interval.ts'
import type { Slot } from './slot.ts'
import { type Moment, type SlotScore, scoreSlot, total } from './slot-score.ts'
import {
  both,
  type Horizon,
  has,
  hasRun,
  startsOf,
  type TimeMask,
  without,
  workingMask,
} from './time-mask.ts'
import { dateOf, dayOf, instantOf, minutesOf, offsetAt, timeOf, weekdayOf } from './zone-offset.ts'

const DAY = 86_400_000
const MINUTE = 60_000
/** Sessions begin at a quarter of an hour. */
const STEP = 15

export interface PersonTime {
  side: Side
  /** IANA name. */
  timeZone: string
  workingHours: WorkingHours
  /** Everything that is not known to be free, any order. */
  busy: readonly Interval[]
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
  /** How many to answer with, best first; 10 by default. */
  limit?: number
}

export interface RankedSlot {
  slot: Slot
  /** 0 to 100. */
  score: number
  parts: SlotScore
  /** Start of each occurrence, epoch milliseconds. */
  starts: number[]
}

export interface NearMiss {
  slot: Slot
  fits: number
  of: number
  clashes: { date: string; side: Side; why: 'busy' | 'not-working' | 'avoided' }[]
}

/** Slots that fit every occurrence, best first, or the refusal with the slot that came nearest. Never an empty list. */
export function findSlots(question: SlotQuestion): RankedSlot[] | Refusal<'no-common-slot'> {
  const search = prepare(question)
  const found: Candidate[] = []
  for (const day of firstDays(search)) collectDay(search, day, found)
  if (found.length === 0) return refuseWithNearest(question, search)
  // Stable: of equals, the earliest stays first.
  found.sort((a, b) => b.score - a.score)
  return found.slice(0, question.limit ?? 10).map((candidate) => ranked(search, candidate))
}

/** The slot that fits the most occurrences, for somebody to judge; undefined when the two are never at work at once. */
export function nearestMiss(question: SlotQuestion): NearMiss | undefined {
  return nearest(prepare(question))
}

interface Search {
  question: SlotQuestion
  /** Days from `from` on which the first Session may be. */
  window: number
  people: [PersonTime, PersonTime]
  atWork: [TimeMask, TimeMask]
  free: [TimeMask, TimeMask]
  /** Bits at which both can begin. */
  starts: TimeMask
  avoidWeekdays: Set<number>
  avoidDates: Set<number>
  avoidSlots: Set<string>
}

/** One possible first day with what its occurrences share. */
interface FirstDay {
  days: number[]
  /** Offset of the organizer's zone on each of `days`; undefined on a day on which the clock changes. */
  offsets: (number | undefined)[]
  /** For each person, by how many minutes their clock is ahead of the organizer's, per occurrence. */
  ahead: [number[], number[]]
}

interface Candidate {
  first: FirstDay
  minutes: number
  score: number
  parts: SlotScore
}

function prepare(question: SlotQuestion): Search {
  const window = (question.firstWithinWeeks ?? 2) * 7
  const horizon: Horizon = {
    origin: dayOf(question.from) - DAY,
    days: window + question.everyWeeks * 7 * (question.occurrences - 1) + 3,
  }
  const { first, second, avoid } = question
  const atWork: [TimeMask, TimeMask] = [
    workingMask(first.timeZone, first.workingHours, horizon),
    workingMask(second.timeZone, second.workingHours, horizon),
  ]
  const free: [TimeMask, TimeMask] = [without(atWork[0], first.busy), without(atWork[1], second.busy)]
  return {
    question,
    window,
    people: [first, second],
    atWork,
    free,
    starts: startsOf(both(...free), question.minutes),
    avoidWeekdays: new Set(avoid?.weekdays),
    avoidDates: new Set(avoid?.dates?.map(dayOf)),
    avoidSlots: new Set(avoid?.slots?.map((slot) => `${slot.firstDate} ${slot.time}`)),
  }
}

function firstDays(search: Search): FirstDay[] {
  const { question, window, avoidWeekdays } = search
  const from = dayOf(question.from)
  const list: FirstDay[] = []
  for (let day = from; day < from + window * DAY; day += DAY) {
    if (!avoidWeekdays.has(weekdayOf(day))) list.push(firstDay(search, day))
  }
  return list
}

function firstDay({ question, people }: Search, day: number): FirstDay {
  const { organizerZone, everyWeeks, occurrences } = question
  const result: FirstDay = { days: [], offsets: [], ahead: [[], []] }
  for (let k = 0; k < occurrences; k += 1) {
    const date = day + k * everyWeeks * 7 * DAY
    const morning = offsetAt(organizerZone, date - DAY)
    const noon = instantOf(organizerZone, date, 12 * 60)
    const own = offsetAt(organizerZone, noon)
    result.days.push(date)
    result.offsets.push(morning === own && own === offsetAt(organizerZone, date + 2 * DAY) ? own : undefined)
    for (const who of [0, 1] as const) {
      result.ahead[who].push((offsetAt(people[who].timeZone, noon) - own) / MINUTE)
    }
  }
  return result
}

function startOf({ question }: Search, first: FirstDay, k: number, minutes: number): number {
  const offset = first.offsets[k]
  const day = first.days[k]!
  return offset === undefined
    ? instantOf(question.organizerZone, day, minutes)
    : day + minutes * MINUTE - offset
}

function collectDay(search: Search, first: FirstDay, found: Candidate[]): void {
  const { question, starts, avoidDates } = search
  if (first.days.some((day) => avoidDates.has(day))) return
  for (let minutes = 0; minutes < 1440; minutes += STEP) {
    const begins = startOf(search, first, 0, minutes)
    if (!has(starts, begins) || begins < (question.now ?? Number.NEGATIVE_INFINITY)) continue
    if (isTurnedDown(search, first, minutes) || !fitsAll(search, first, minutes)) continue
    const parts = scoreOf(search, first, minutes)
    found.push({ first, minutes, parts, score: total(parts) })
  }
}

function isTurnedDown({ avoidSlots }: Search, first: FirstDay, minutes: number): boolean {
  return avoidSlots.size > 0 && avoidSlots.has(`${dateOf(first.days[0]!)} ${timeOf(minutes)}`)
}

function fitsAll(search: Search, first: FirstDay, minutes: number): boolean {
  for (let k = 1; k < first.days.length; k += 1) {
    if (!has(search.starts, startOf(search, first, k, minutes))) return false
  }
  return true
}

/** By the worst of the occurrences' clocks: a slot that becomes awkward in March is awkward. */
function scoreOf(search: Search, first: FirstDay, minutes: number): SlotScore {
  const daysIn = (first.days[0]! - dayOf(search.question.from)) / DAY
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

function momentOf(search: Search, who: 0 | 1, ahead: number, minutes: number): Moment {
  const { start, end } = search.people[who].workingHours
  const begins = minutes + ahead
  return {
    start: begins,
    end: begins + search.question.minutes,
    opens: minutesOf(start),
    closes: minutesOf(end),
  }
}

function ranked(search: Search, { first, minutes, score, parts }: Candidate): RankedSlot {
  return {
    slot: slotAt(search, first, minutes),
    score: Math.round(score * 10) / 10,
    parts,
    starts: first.days.map((_, k) => startOf(search, first, k, minutes)),
  }
}

function slotAt({ question }: Search, first: FirstDay, minutes: number): Slot {
  return {
    firstDate: dateOf(first.days[0]!),
    time: timeOf(minutes),
    minutes: question.minutes,
    timeZone: question.organizerZone,
    everyWeeks: question.everyWeeks,
    occurrences: question.occurrences,
  }
}

/** Slots at which both are at work the first time count; of those that fit as often the earliest is nearest. */
function nearest(search: Search): NearMiss | undefined {
  const { question } = search
  const shared = startsOf(both(...search.atWork), question.minutes)
  let best: { first: FirstDay; minutes: number; fits: number } | undefined
  for (const first of firstDays(search)) {
    for (let minutes = 0; minutes < 1440; minutes += STEP) {
      const begins = startOf(search, first, 0, minutes)
      if (!has(shared, begins) || begins < (question.now ?? Number.NEGATIVE_INFINITY)) continue
      if (isTurnedDown(search, first, minutes)) continue
      const fits = countFits(search, first, minutes)
      if (!best || fits > best.fits) best = { first, minutes, fits }
    }
  }
  if (!best) return undefined
  return {
    slot: slotAt(search, best.first, best.minutes),
    fits: best.fits,
    of: question.occurrences,
    clashes: clashesOf(search, best.first, best.minutes),
  }
}

function countFits(search: Search, first: FirstDay, minutes: number): number {
  let fits = 0
  for (let k = 0; k < first.days.length; k += 1) {
    if (search.avoidDates.has(first.days[k]!)) continue
    if (has(search.starts, startOf(search, first, k, minutes))) fits += 1
  }
  return fits
}

function clashesOf(search: Search, first: FirstDay, minutes: number): NearMiss['clashes'] {
  const length = search.question.minutes
  return first.days.flatMap((day, k): NearMiss['clashes'] => {
    const date = dateOf(day)
    if (search.avoidDates.has(day)) return [{ date, side: search.people[0].side, why: 'avoided' }]
    const begins = startOf(search, first, k, minutes)
    return search.people.flatMap(({ side }, who): NearMiss['clashes'] => {
      if (hasRun(search.free[who]!, begins, length)) return []
      return [{ date, side, why: hasRun(search.atWork[who]!, begins, length) ? 'busy' : 'not-working' }]
    })
  })
}

function refuseWithNearest(question: SlotQuestion, search: Search): Refusal<'no-common-slot'> {
  const miss = nearest(search)
  if (!miss) return refuse('no-common-slot', { fits: 0, of: question.occurrences, why: 'no-shared-hours' })
  return refuse('no-common-slot', {
    fits: miss.fits,
    of: miss.of,
    why: 'clashes',
    firstDate: miss.slot.firstDate,
    time: miss.slot.time,
    timeZone: miss.slot.timeZone,
    clashes: miss.clashes.map(({ date, side, why }) => `${date} ${side} ${why}`).join(', '),
  })
}
