/**
 * Spans of time in milliseconds, the only place where they are worked out. They are lengths: a day of the calendar, which a
 * clock change makes longer or shorter, is counted by `calendar-date.ts`, and its hours by `scheduling/zone-offset.ts`.
 */
export const secondMs = 1000
export const minuteMs = 60 * secondMs
export const hourMs = 60 * minuteMs
export const dayMs = 24 * hourMs
export const weekMs = 7 * dayMs

export const dayMinutes = dayMs / minuteMs

export const plusMs = (at: Date, ms: number): Date => new Date(at.getTime() + ms)
export const minusMs = (at: Date, ms: number): Date => new Date(at.getTime() - ms)

/** 1 January 1970 was a Thursday; weeks that are counted begin on the Monday before. */
export const firstMonday = -3 * dayMs

/** The date in UTC at that moment, as 2026-09-01. */
/** The instant at which an ISO date begins in UTC. */
export const startOfDay = (date: string): Date => new Date(`${date}T00:00:00Z`)
export const utcDate = (at: Date): string => at.toISOString().slice(0, 10)
