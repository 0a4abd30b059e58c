/**
 * Where no weekly time exists: one date for each Session, each within a week of the day it is due, in order and more than
 * half a rhythm apart. The best day is not taken greedily, since a good third date may leave none for the fourth: best
 * sums are carried from date to date.
 */

import { dayMs, minuteMs, weekMs } from '../span.ts'
import type { SingleDate } from './hold.ts'
import { scoreSlot, total } from './slot-score.ts'
import { momentsAt, REACH, type Search, STEP } from './slot-search.ts'
import { has } from './time-mask.ts'
import { dayOf, instantOf, weekdayOf } from './zone-offset.ts'

/** The best time of one day. `score` as of a slot; "sooner" means close to the day it is due. */
interface Choice {
  day: number
  begins: number
  score: number
  /** Best sum of scores up to here. */
  sum: number
  before?: Choice
}

export interface DatedArc {
  dates: SingleDate[]
  /** Mean of the dates' scores, 0 to 100. */
  score: number
}

/** The arc may begin in any week in which a first Session may be; the first that has a date for everything is taken. */
export function singleDates(search: Search): DatedArc | undefined {
  for (let late = 0; late < search.window; late += 7) {
    const found = datesFrom(search, dayOf(search.question.from) + late * dayMs)
    if (found) return found
  }
  return undefined
}

function datesFrom(search: Search, base: number): DatedArc | undefined {
  const { occurrences, everyWeeks } = search.question
  const apart = (everyWeeks * weekMs) / 2
  let reached: Choice[] = []
  for (let k = 0; k < occurrences; k += 1) {
    const due = base + k * everyWeeks * weekMs
    const next: Choice[] = []
    for (const choice of choicesAround(search, due, k === 0)) {
      const before = k === 0 ? undefined : bestBefore(reached, choice.day - apart)
      if (k > 0 && !before) continue
      next.push({ ...choice, sum: choice.score + (before?.sum ?? 0), ...(before ? { before } : {}) })
    }
    reached = next
    if (reached.length === 0) return undefined
  }
  const last = reached.reduce((best, one) => (one.sum > best.sum ? one : best))
  return arcOf(search, last)
}

function bestBefore(reached: readonly Choice[], latest: number): Choice | undefined {
  let best: Choice | undefined
  for (const one of reached) if (one.day < latest && (!best || one.sum > best.sum)) best = one
  return best
}

/** The first Session is not before its day: nobody was told to expect it. */
function choicesAround(search: Search, due: number, isFirst: boolean): Choice[] {
  const { starts, avoidDates, avoidWeekdays, question } = search
  const found: Choice[] = []
  for (let away = isFirst ? 0 : -REACH; away <= REACH; away += 1) {
    const day = due + away * dayMs
    if (avoidDates.has(day) || avoidWeekdays.has(weekdayOf(day))) continue
    let best: Choice | undefined
    for (let minutes = 0; minutes < 1440; minutes += STEP) {
      const begins = instantOf(question.organizerZone, day, minutes)
      if (!has(starts, begins) || begins < (question.now ?? Number.NEGATIVE_INFINITY)) continue
      const score = total(scoreSlot(Math.abs(away), REACH, ...momentsAt(search, begins)))
      if (!best || score > best.score) best = { day, begins, score, sum: score }
    }
    if (best) found.push(best)
  }
  return found
}

function arcOf({ question }: Search, last: Choice): DatedArc {
  const chain: Choice[] = []
  for (let one: Choice | undefined = last; one; one = one.before) chain.unshift(one)
  const dates = chain.map(({ begins }, k) => ({
    number: (question.fromNumber ?? 1) + k,
    start: new Date(begins).toISOString(),
    end: new Date(begins + question.minutes * minuteMs).toISOString(),
  }))
  return { dates, score: last.sum / chain.length }
}
