/**
 * How good a slot is, 0 to 100, as the sum of named parts so that a screen can show why:
 *
 * - sooner, 0 to 20: the first Session early; momentum is lost in the first weeks.
 * - comfort, 0 to 30: near the middle of both working days, on average.
 * - fair, 0 to 20: neither of the two carries the awkward hours alone.
 * - no lunch, 0 to 10: clear of 12 to 13 on both clocks, 5 each.
 * - preferred, 0 to 20: within the hours the program prefers on both clocks, 10 each; all of it when it prefers none.
 */
export interface SlotScore {
  sooner: number
  comfort: number
  fair: number
  noLunch: number
  preferred: number
}

/** One person's wall clock at a slot, in minutes past midnight, and their working day. */
export interface Moment {
  start: number
  end: number
  opens: number
  closes: number
  preferred?: { from: number; to: number }
}

export function scoreSlot(daysFromStart: number, window: number, first: Moment, second: Moment): SlotScore {
  const one = comfort(first)
  const other = comfort(second)
  return {
    sooner: sooner(daysFromStart, window),
    comfort: 15 * (one + other),
    fair: 20 * (1 - Math.abs(one - other)),
    noLunch: (overLunch(first) ? 0 : 5) + (overLunch(second) ? 0 : 5),
    preferred: (isPreferred(first) ? 10 : 0) + (isPreferred(second) ? 10 : 0),
  }
}

function sooner(daysFromStart: number, window: number): number {
  return 20 * (1 - daysFromStart / Math.max(1, window))
}

/** No slot so many days on has a better score. */
export function mostAfter(daysFromStart: number, window: number): number {
  return sooner(daysFromStart, window) + 80
}

export function total(score: SlotScore): number {
  return score.sooner + score.comfort + score.fair + score.noLunch + score.preferred
}

/** 1 in the middle of the working day, 0 at its edges. */
function comfort({ start, end, opens, closes }: Moment): number {
  const length = (closes > opens ? closes : closes + 1440) - opens
  const middle = (opens + length / 2) % 1440
  const away = Math.abs(((start + end) / 2 - middle + 2160) % 1440) - 720
  return Math.max(0, 1 - Math.abs(away) / (length / 2))
}

function overLunch({ start, end }: Moment): boolean {
  const from = ofDay(start)
  return from < 13 * 60 && from + end - start > 12 * 60
}

function isPreferred({ start, end, preferred }: Moment): boolean {
  if (!preferred) return true
  const from = ofDay(start)
  return from >= preferred.from && from + end - start <= preferred.to
}

function ofDay(minutes: number): number {
  return ((minutes % 1440) + 1440) % 1440
}
