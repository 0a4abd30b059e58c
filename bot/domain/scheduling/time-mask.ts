/**
 * A stretch of time as bits, five minutes each, so that "both free, for an hour, six times" is a handful of ANDs.
 * Being free is rounded inwards and being busy outwards: a mask never claims a minute that is not free.
 */
import type { WorkingHours } from '../enrolment/participant.ts'
import { dayMs, minuteMs } from '../span.ts'
import type { Interval } from './interval.ts'
import { workingIntervals } from './working-hours.ts'

export const GRID = 5 * minuteMs

/** Bit 0 is `origin` (epoch milliseconds, a multiple of five minutes). */
export interface TimeMask {
  origin: number
  words: Uint32Array
}

export interface Horizon {
  origin: number
  days: number
}

const working = new Map<string, TimeMask>()

/** Bits at work. Many people share zone and hours, so answers are kept; read only. */
export function workingMask(timeZone: string, hours: WorkingHours, horizon: Horizon): TimeMask {
  const key = [timeZone, hours.days.join(''), hours.start, hours.end, horizon.origin, horizon.days].join(' ')
  const known = working.get(key)
  if (known) return known
  const mask = emptyMask(horizon)
  const spans = workingIntervals(
    { timeZone, workingHours: hours },
    horizon.origin,
    horizon.origin + horizon.days * dayMs,
  )
  for (const { start, end } of spans) {
    fill(
      mask.words,
      Math.ceil((start - horizon.origin) / GRID),
      Math.floor((end - horizon.origin) / GRID),
      true,
    )
  }
  if (working.size >= 1000) working.clear()
  working.set(key, mask)
  return mask
}

function emptyMask({ origin, days }: Horizon): TimeMask {
  return { origin, words: new Uint32Array(Math.ceil((days * dayMs) / GRID / 32)) }
}

/** A copy with the busy spans taken out. */
export function without(mask: TimeMask, busy: readonly Interval[]): TimeMask {
  const words = mask.words.slice()
  for (const { start, end } of busy) {
    if (end > start) {
      fill(words, Math.floor((start - mask.origin) / GRID), Math.ceil((end - mask.origin) / GRID), false)
    }
  }
  return { origin: mask.origin, words }
}

export function both(a: TimeMask, b: TimeMask): TimeMask {
  const words = a.words.slice()
  for (let i = 0; i < words.length; i += 1) words[i] = words[i]! & b.words[i]!
  return { origin: a.origin, words }
}

/** Bits at which a stretch of `minutes` can begin. */
export function startsOf(mask: TimeMask, minutes: number): TimeMask {
  const words = mask.words.slice()
  const wanted = Math.max(1, Math.ceil((minutes * minuteMs) / GRID))
  for (let have = 1; have < wanted; ) {
    const step = Math.min(have, wanted - have)
    andShifted(words, step)
    have += step
  }
  return { origin: mask.origin, words }
}

export function has(mask: TimeMask, at: number): boolean {
  const bit = (at - mask.origin) / GRID
  // Out of the list reads undefined, and that is no bit; asked millions of times.
  return bit >= 0 && bit === Math.trunc(bit) && ((mask.words[bit >>> 5] as number) & (1 << (bit & 31))) !== 0
}

/** Whether all of `minutes` from an instant on are set. */
export function hasRun(mask: TimeMask, at: number, minutes: number): boolean {
  const end = at + minutes * minuteMs
  for (let moment = at; moment < end; moment += GRID) if (!has(mask, moment)) return false
  return true
}

/** Bit t stays when bit t + by is set as well. Reads ahead of where it writes, so one array is enough. */
function andShifted(words: Uint32Array, by: number): void {
  const skip = by >>> 5
  const shift = by & 31
  for (let i = 0; i < words.length; i += 1) {
    const low = words[i + skip] ?? 0
    const high = words[i + skip + 1] ?? 0
    words[i] = words[i]! & (shift === 0 ? low : (low >>> shift) | (high << (32 - shift)))
  }
}

function fill(words: Uint32Array, from: number, to: number, value: boolean): void {
  const start = Math.max(0, from)
  const end = Math.min(to, words.length * 32)
  for (let bit = start; bit < end; ) {
    const word = bit >>> 5
    const low = bit & 31
    const high = Math.min(32, low + end - bit)
    const bits = high - low === 32 ? 0xffffffff : ((1 << (high - low)) - 1) << low
    words[word] = value ? words[word]! | bits : words[word]! & ~bits
    bit += high - low
  }
}
