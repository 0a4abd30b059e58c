/**
 * A weekly slot of which a few occurrences clash: those are moved within a week, to a day that neither reaches nor passes
 * the days of their neighbours (Outlook refuses more: event-update, ErrorOccurrenceCrossingBoundary), the rest stays.
 */

import { dayMs, minuteMs } from '../span.ts'
import { missesOf } from './common-slot.ts'
import type { MovedOccurrence } from './hold.ts'
import { total } from './slot-score.ts'
import {
  type Candidate,
  type FirstDay,
  firstDays,
  isTurnedDown,
  REACH,
  type Search,
  STEP,
  scoreOf,
  startOf,
} from './slot-search.ts'
import { both, has, startsOf } from './time-mask.ts'
import { instantOf, weekdayOf } from './zone-offset.ts'

/** What each moved occurrence takes from the slot's score. */
export const MOVE_COSTS = 10

/** At most a third may clash. */
export const mostMoves = (occurrences: number) => Math.floor(occurrences / 3)

export interface MovableSlot extends Candidate {
  moved: MovedOccurrence[]
}

/** Slots with a clash or more, each of which can be moved; best first, as many as asked for. */
export function movableSlots(search: Search, limit: number): MovableSlot[] {
  const found: MovableSlot[] = []
  for (const candidate of clashing(search)) {
    if (found.length === limit) break
    const moved = moveClashes(search, candidate.first, candidate.minutes, candidate.misses)
    if (moved) found.push({ ...candidate, moved })
  }
  return found
}

function clashing(search: Search): (Candidate & { misses: number[] })[] {
  const { question } = search
  const most = mostMoves(question.occurrences)
  if (most === 0) return []
  const shared = startsOf(both(...search.atWork), question.minutes)
  const found: (Candidate & { misses: number[] })[] = []
  for (const first of firstDays(search)) {
    for (let minutes = 0; minutes < 1440; minutes += STEP) {
      const begins = startOf(search, first, 0, minutes)
      if (!has(shared, begins) || begins < (question.now ?? Number.NEGATIVE_INFINITY)) continue
      if (isTurnedDown(search, first, minutes)) continue
      const misses = missesOf(search, first, minutes)
      if (misses.length === 0 || misses.length > most) continue
      const parts = scoreOf(search, first, minutes)
      const score = Math.max(0, total(parts) - MOVE_COSTS * misses.length)
      found.push({ first, minutes, parts, score, misses })
    }
  }
  return found.sort((a, b) => b.score - a.score)
}

/** A new time for each clash; undefined when one of them has none. */
export function moveClashes(
  search: Search,
  first: FirstDay,
  minutes: number,
  misses: readonly number[],
): MovedOccurrence[] | undefined {
  const moved: MovedOccurrence[] = []
  const actual = [...first.days]
  for (const k of misses) {
    const bounds = { after: actual[k - 1], before: actual[k + 1] }
    const place = placeNear(search, first.days[k]!, minutes, bounds)
    if (!place) return undefined
    actual[k] = place.day
    moved.push({
      number: (search.question.fromNumber ?? 1) + k,
      from: iso(startOf(search, first, k, minutes)),
      start: iso(place.begins),
      end: iso(place.begins + search.question.minutes * minuteMs),
    })
  }
  return moved
}

/** The free time nearest to the usual one; a day away counts as much as an hour of the clock. */
function placeNear(
  search: Search,
  day: number,
  usual: number,
  bounds: { after: number | undefined; before: number | undefined },
): { day: number; begins: number } | undefined {
  const { starts, avoidDates, avoidWeekdays, question } = search
  let best: { day: number; begins: number; cost: number } | undefined
  for (let away = -REACH; away <= REACH; away += 1) {
    const on = day + away * dayMs
    if (on <= (bounds.after ?? Number.NEGATIVE_INFINITY) || on >= (bounds.before ?? Number.POSITIVE_INFINITY))
      continue
    if (avoidDates.has(on) || avoidWeekdays.has(weekdayOf(on))) continue
    for (let minutes = 0; minutes < 1440; minutes += STEP) {
      const cost = Math.abs(away) * 60 + Math.abs(minutes - usual)
      if (best && cost >= best.cost) continue
      const begins = instantOf(question.organizerZone, on, minutes)
      if (!has(starts, begins) || begins < (question.now ?? Number.NEGATIVE_INFINITY)) continue
      best = { day: on, begins, cost }
    }
  }
  return best
}

const iso = (at: number) => new Date(at).toISOString()
