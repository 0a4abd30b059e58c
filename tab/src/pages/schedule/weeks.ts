/** Sessions on a row of weeks. Weeks begin on Monday; everything is counted in UTC so that every pair shares the same columns. */
import type { Out } from '../../../../bot/contract/index.ts'
import { firstMonday, weekMs } from '../../../../bot/domain/span.ts'
import { isFoundIn } from '../../ui/plain-text.ts'

export type HoldRow = Out<'schedule'>['holds'][number]
export type SessionMark = HoldRow['sessions'][number]

export interface Weeks {
  /** Milliseconds of the first Monday. */
  start: number
  count: number
}

export const fewest = 12
export const most = 60

function weekNumber(at: number): number {
  return Math.floor((at - firstMonday) / weekMs)
}

/** From the week of the first Session to that of the last, never fewer than `fewest`. Undefined without any Session. */
export function weeksOf(holds: readonly HoldRow[]): Weeks | undefined {
  let first = Number.POSITIVE_INFINITY
  let last = Number.NEGATIVE_INFINITY
  for (const { sessions } of holds) {
    for (const { startsAt } of sessions) {
      const week = weekNumber(Date.parse(startsAt))
      first = Math.min(first, week)
      last = Math.max(last, week)
    }
  }
  if (first > last) return undefined
  const count = Math.min(most, Math.max(fewest, last - first + 1))
  return { start: first * weekMs + firstMonday, count }
}

/** 0 at the left edge of the first week, 1 at the right edge of the last; outside of that when it is outside. */
export function placeOf(weeks: Weeks, at: Date | string): number {
  return (new Date(at).getTime() - weeks.start) / (weeks.count * weekMs)
}

/** The Monday of each week. */
export function mondays(weeks: Weeks): Date[] {
  return Array.from({ length: weeks.count }, (_, week) => new Date(weeks.start + week * weekMs))
}

export type Counts = Record<SessionMark['state'], number>

/** Sessions of each week by state. */
export function perWeek(holds: readonly HoldRow[], weeks: Weeks): Counts[] {
  const counts = Array.from(
    { length: weeks.count },
    (): Counts => ({ planned: 0, held: 0, 'not-confirmed': 0, cancelled: 0 }),
  )
  for (const { sessions } of holds) {
    for (const { startsAt, state } of sessions) {
      const week = counts[Math.floor((Date.parse(startsAt) - weeks.start) / weekMs)]
      if (week) week[state] += 1
    }
  }
  return counts
}

export const filters = ['all', 'booked', 'requested', 'waiting', 'failed', 'released'] as const
export type Filter = (typeof filters)[number]

const urgency: Record<HoldRow['state'], number> = { failed: 0, requested: 1, booked: 2, released: 3 }

/** Those that wait for Outlook stand apart from those that are being booked. */
export function isIn({ state, waitsForOutlook }: HoldRow, filter: Exclude<Filter, 'all'>): boolean {
  if (filter === 'waiting') return waitsForOutlook === true
  return state === filter && !waitsForOutlook
}

export const sorts = ['urgent', 'next', 'mentor', 'mentee'] as const
export type Sort = (typeof sorts)[number]

export interface Arrangement {
  filter: Filter
  text: string
  sort: Sort
}

/** The next Session that is planned; undefined when none is. */
export function nextOf({ sessions }: HoldRow): SessionMark | undefined {
  return sessions.find(({ state }) => state === 'planned')
}

/** `urgent`: what needs somebody first, then by the next Session. */
export function arrangeHolds(
  holds: readonly HoldRow[],
  { filter, text, sort }: Arrangement,
  locale: string,
): HoldRow[] {
  const shown = holds.filter(
    (hold) => (filter === 'all' || isIn(hold, filter)) && isFoundIn(about(hold), text),
  )
  const { compare } = new Intl.Collator(locale)
  const next = (hold: HoldRow) => nextOf(hold)?.startsAt ?? '~'
  const byNext = (a: HoldRow, b: HoldRow) => (next(a) < next(b) ? -1 : next(a) > next(b) ? 1 : 0)
  const orders: Record<Sort, (a: HoldRow, b: HoldRow) => number> = {
    urgent: (a, b) => urgency[a.state] - urgency[b.state] || byNext(a, b),
    next: byNext,
    mentor: (a, b) => compare(a.mentor.name, b.mentor.name),
    mentee: (a, b) => compare(a.mentee.name, b.mentee.name),
  }
  return shown.sort(orders[sort])
}

const about = ({ mentor, mentee }: HoldRow): string =>
  [mentor, mentee].flatMap(({ name, department }) => [name, department ?? '']).join(' ')
