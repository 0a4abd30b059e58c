/**
 * The time at which two people can meet every time: one wall-clock time in the organizer's zone, the same weekday every
 * so many weeks, free and inside working hours for both at *each* occurrence.
 */
import type { Refusal } from '../refusal.ts'
import { refuse } from '../refusal.ts'
import { dayMs } from '../span.ts'
import type { Slot } from './slot.ts'
import { mostAfter, type SlotScore, total } from './slot-score.ts'
import {
  type Candidate,
  clashesOf,
  type FirstDay,
  firstDays,
  isTurnedDown,
  type NearMiss,
  prepare,
  type Search,
  type SlotQuestion,
  STEP,
  scoreOf,
  slotAt,
  startOf,
} from './slot-search.ts'
import { both, has, startsOf } from './time-mask.ts'
import { dayOf } from './zone-offset.ts'

export type { NearMiss, PersonTime, SlotQuestion } from './slot-search.ts'

export interface RankedSlot {
  slot: Slot
  /** 0 to 100. */
  score: number
  parts: SlotScore
  /** Start of each occurrence, epoch milliseconds. */
  starts: number[]
}

/** Slots that fit every occurrence, best first, or the refusal with the slot that came nearest. Never an empty list. */
export function findSlots(question: SlotQuestion): RankedSlot[] | Refusal<'no-common-slot'> {
  const search = prepare(question)
  const found = slotsOf(search)
  return found.length > 0 ? found : refuseWithNearest(question, search)
}

/** As `findSlots`, of a search begun already; empty when nothing fits every time. */
export function slotsOf(search: Search): RankedSlot[] {
  const found: Candidate[] = []
  let best = Number.NEGATIVE_INFINITY
  for (const day of firstDays(search)) {
    // Whoever wants only the best need not look at days on which nothing can be better.
    if (search.question.limit === 1 && best >= mostOn(search, day)) continue
    collectDay(search, day, found)
    for (const { score } of found) best = Math.max(best, score)
  }
  // Stable: of equals, the earliest stays first.
  found.sort((a, b) => b.score - a.score)
  return found.slice(0, search.question.limit ?? 10).map((candidate) => ranked(search, candidate))
}

function mostOn({ question, window }: Search, { days }: FirstDay): number {
  return mostAfter((days[0]! - dayOf(question.from)) / dayMs, window)
}

/** The slot that fits the most occurrences, for somebody to judge; undefined when the two are never at work at once. */
export function nearestMiss(question: SlotQuestion): NearMiss | undefined {
  return nearest(prepare(question))
}

function collectDay(search: Search, first: FirstDay, found: Candidate[]): void {
  const { question, starts, avoidDates } = search
  if (first.days.some((day) => avoidDates.has(day))) return
  const earliest = question.now ?? Number.NEGATIVE_INFINITY
  for (let minutes = 0; minutes < 1440; minutes += STEP) {
    const begins = startOf(search, first, 0, minutes)
    if (!has(starts, begins) || begins < earliest) continue
    if (isTurnedDown(search, first, minutes) || !fitsAll(search, first, minutes)) continue
    const parts = scoreOf(search, first, minutes)
    found.push({ first, minutes, parts, score: total(parts) })
  }
}

function fitsAll(search: Search, first: FirstDay, minutes: number): boolean {
  for (let k = 1; k < first.days.length; k += 1) {
    if (!has(search.starts, startOf(search, first, k, minutes))) return false
  }
  return true
}

export function ranked(search: Search, { first, minutes, score, parts }: Candidate): RankedSlot {
  return {
    slot: slotAt(search, first, minutes),
    score: Math.round(score * 10) / 10,
    parts,
    starts: first.days.map((_, k) => startOf(search, first, k, minutes)),
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
      const fits = question.occurrences - missesOf(search, first, minutes).length
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

/** Which occurrences of a slot do not fit, from 0. */
export function missesOf(search: Search, first: FirstDay, minutes: number): number[] {
  const misses: number[] = []
  for (let k = 0; k < first.days.length; k += 1) {
    const fits =
      !search.avoidDates.has(first.days[k]!) && has(search.starts, startOf(search, first, k, minutes))
    if (!fits) misses.push(k)
  }
  return misses
}

export function refuseWithNearest(question: SlotQuestion, search: Search): Refusal<'no-common-slot'> {
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
