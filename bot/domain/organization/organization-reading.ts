import { hourMs, minuteMs, plusMs } from '../span.ts'

export interface Census {
  startedAt: Date
  next?: string
  at: Date
}

/** How far the reading of the organization chart is. */
export interface OrganizationReading {
  state: 'never' | 'reading' | 'fresh' | 'failed'
  /** From where to go on, or ask for changes. */
  cursor?: string
  /** When the directory gave it: the link to a next page lives for minutes only. */
  cursorAt?: Date
  /** From where changes can be asked for, whatever becomes of the cursor: the end of the last finished round. */
  changesFrom?: string
  /** A first, whole reading is not finished yet. */
  whole: boolean
  /** When everybody was last read, the last page included. */
  wholeAt?: Date
  /** Everybody is being read again; with `next` it can go on where it was, when `at` is not long ago. */
  census?: Census
  pages: number
  people: number
  startedAt?: Date
  /** When a reading last came to its end: so old is the chart. It stays while a later one goes on, or fails. */
  finishedAt?: Date
  /** Of the last reading, when it failed. */
  failure?: ReadingTrouble
  /** Rows of this round that nobody could read: listed, never dropped silently. */
  unreadable: { id?: string; why: string }[]
}

/** Why a reading failed, for whoever looks at the chart: the kind alone, and never what the directory said. */
export const readingTroubles = ['sign-in', 'refused', 'throttled', 'away', 'incomplete', 'other'] as const
export type ReadingTrouble = (typeof readingTroubles)[number]

export function troubleOf(error: unknown): ReadingTrouble {
  const { code, status } = (error ?? {}) as { code?: unknown; status?: unknown }
  if (code === 'census-incomplete') return 'incomplete'
  if (code === 'token-refused' || status === 401) return 'sign-in'
  if (status === 403) return 'refused'
  if (code === 'throttled' || status === 429) return 'throttled'
  return typeof status === 'number' && (status === 0 || status >= 500) ? 'away' : 'other'
}

/** What was kept by an earlier version is not one of ours. */
export function asTrouble(kept: string): ReadingTrouble {
  return readingTroubles.find((known) => known === kept) ?? 'other'
}

/** Between the beginnings of two readings that nobody asked for. */
const betweenReadingsMs = {
  /** Where Graph told that somebody changed: many are changed at once, so not one reading for each. */
  stirred: 5 * minuteMs,
  /**
   * Where Graph tells of changes: it says nowhere how late, nor that a new manager alone is told. Asking for changes is
   * one request when there are none.
   */
  told: hourMs,
  /** Where it does not. */
  nightly: 20 * hourMs,
}
export type ReadingPace = keyof typeof betweenReadingsMs

/** When the next reading is due by itself; undefined before the first one was asked for. */
export function nextReadingAt(
  { state, startedAt }: Pick<OrganizationReading, 'state' | 'startedAt'>,
  pace: ReadingPace,
): Date | undefined {
  return state === 'never' || !startedAt ? undefined : plusMs(startedAt, betweenReadingsMs[pace])
}
