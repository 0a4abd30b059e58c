/**
 * The plan of a whole arc, the best that two calendars allow: one weekly time that fits every occurrence; else one of
 * which at most a third is moved within a week; else single dates, each within a week of the day it is due; else a no that
 * names the nearest miss. Every plan states its score; what that is made of stands in slot-score.ts, and each moved
 * occurrence costs ten.
 */
import { type Refusal, refuse } from '../refusal.ts'
import { minuteMs, weekMs } from '../span.ts'
import { missesOf, ranked, refuseWithNearest, slotsOf } from './common-slot.ts'
import type { MovedOccurrence, SingleDate } from './hold.ts'
import type { Interval } from './interval.ts'
import { MOVE_COSTS, mostMoves, movableSlots, moveClashes } from './moved-occurrences.ts'
import { singleDates } from './single-dates.ts'
import type { Slot } from './slot.ts'
import { type SlotScore, total } from './slot-score.ts'
import {
  clashesOf,
  firstDay,
  prepare,
  type Search,
  type SlotQuestion,
  scoreOf,
  startOf,
} from './slot-search.ts'
import { dateOf, dayOf, minutesOf, timeOf, wallClock, weekdayOf } from './zone-offset.ts'

export interface ArcPlan {
  /** Of single dates: the first of them, with the rhythm they come near to. */
  slot: Slot
  /** 0 to 100. */
  score: number
  /** Absent for single dates, of which each has its own. */
  parts?: SlotScore
  /** Empty when the slot fits every time. */
  moved: MovedOccurrence[]
  dates?: SingleDate[]
  /** Every occurrence as it will take place, in order. */
  sessions: Interval[]
}

export function planArc(question: SlotQuestion): ArcPlan | Refusal<'no-common-slot'> {
  const search = prepare({ ...question, limit: 1 })
  const [weekly] = weeklyPlans(search, 1)
  return weekly ?? datedPlan(search) ?? refuseWithNearest(question, search)
}

/** The weekly plans to choose among: those that fit every time before those with something moved, each best first. */
export function rankArcs(question: SlotQuestion): ArcPlan[] {
  const limit = question.limit ?? 10
  return weeklyPlans(prepare({ ...question, limit }), limit)
}

function weeklyPlans(search: Search, limit: number): ArcPlan[] {
  const fitting = slotsOf(search).map(({ slot, score, parts, starts }): ArcPlan => {
    return { slot, score, parts, moved: [], sessions: starts.map((start) => sessionAt(search, start)) }
  })
  if (fitting.length >= limit) return fitting
  const movable = movableSlots(search, limit - fitting.length).map((candidate) =>
    withMoves(search, ranked(search, candidate), candidate.moved),
  )
  return [...fitting, ...movable]
}

type Ranked = ReturnType<typeof ranked>

function withMoves(
  search: Search,
  { slot, score, parts, starts }: Ranked,
  moved: MovedOccurrence[],
): ArcPlan {
  const elsewhere = new Map(moved.map(({ from, start }) => [Date.parse(from), Date.parse(start)]))
  const sessions = starts.map((start) => sessionAt(search, elsewhere.get(start) ?? start))
  return { slot, score, parts, moved, sessions }
}

function sessionAt({ question }: Search, start: number): Interval {
  return { start, end: start + question.minutes * minuteMs }
}

function datedPlan(search: Search): ArcPlan | undefined {
  const found = singleDates(search)
  if (!found) return undefined
  const { question } = search
  const sessions = found.dates.map(({ start, end }) => ({ start: Date.parse(start), end: Date.parse(end) }))
  const first = wallClock(question.organizerZone, sessions[0]!.start)
  const { occurrences, everyWeeks, minutes, organizerZone: timeZone, fromNumber } = question
  return {
    slot: {
      ...{
        firstDate: dateOf(first.day),
        time: timeOf(first.minutes),
        minutes,
        timeZone,
        everyWeeks,
        occurrences,
      },
      ...(fromNumber && fromNumber > 1 ? { fromNumber } : {}),
    },
    score: Math.round(found.score * 10) / 10,
    moved: [],
    dates: found.dates,
    sessions,
  }
}

/**
 * The plan for a slot that somebody chose. Times outside working hours only where that was accepted in so many words; a
 * busy time never.
 */
export function planAt(
  question: SlotQuestion,
  at: Pick<Slot, 'firstDate' | 'time'>,
  accept: { outsideHours?: boolean } = {},
): ArcPlan | Refusal<'slot-not-free'> {
  const usual = prepare({ ...question, limit: 1 })
  const search = accept.outsideHours ? prepare(atAnyHour(question)) : usual
  const minutes = minutesOf(at.time)
  const first = firstDay(search, dayOf(at.firstDate))
  const [begins] = first.days.map((_, k) => startOf(search, first, k, minutes))
  const of = question.occurrences
  if (isOutOfRange(question, at.firstDate, begins!)) {
    return refuse('slot-not-free', { fits: 0, of, why: 'out-of-range' })
  }
  if (search.avoidWeekdays.has(weekdayOf(first.days[0]!))) {
    return refuse('slot-not-free', { fits: 0, of, why: 'no-meeting-day' })
  }
  const misses = missesOf(search, first, minutes)
  const parts = scoreOf(usual, first, minutes)
  const score = Math.max(0, total(parts) - MOVE_COSTS * misses.length)
  // What has to be moved is moved into working hours: only the chosen time was accepted outside of them.
  const moved = misses.length <= mostMoves(of) && moveClashes(usual, first, minutes, misses)
  if (moved) return withMoves(search, ranked(search, { first, minutes, parts, score }), moved)
  const clashes = clashesOf(search, first, minutes)
  return refuse('slot-not-free', {
    fits: of - misses.length,
    of,
    why: clashes.some(({ why }) => why !== 'not-working') ? 'clashes' : 'outside-hours',
    clashes: clashes.map(({ date, side, why }) => `${date} ${side} ${why}`).join(', '),
  })
}

function isOutOfRange(question: SlotQuestion, firstDate: string, begins: number): boolean {
  const { from, firstWithinWeeks = 2, now = Number.NEGATIVE_INFINITY } = question
  return firstDate < from || begins < now || dayOf(firstDate) >= dayOf(from) + firstWithinWeeks * weekMs
}

function atAnyHour(question: SlotQuestion): SlotQuestion {
  const workingHours = { days: [1, 2, 3, 4, 5, 6, 7], start: '00:00', end: '00:00' }
  return {
    ...question,
    first: { ...question.first, workingHours },
    second: { ...question.second, workingHours },
  }
}
