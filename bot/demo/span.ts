/** Spans of time in milliseconds, for the stand-ins, which share nothing with the product. */
export const secondMs = 1000
export const minuteMs = 60 * secondMs
export const hourMs = 60 * minuteMs
export const dayMs = 24 * hourMs

/** The date in UTC at that moment, as 2026-09-01. */
export const utcDate = (at: Date): string => at.toISOString().slice(0, 10)
