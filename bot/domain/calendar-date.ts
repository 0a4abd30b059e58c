/** Days of the calendar, written as 2026-09-01. */
import { Temporal } from 'temporal-polyfill'

/** The date so many days later; earlier when there are fewer than none. */
export const addDays = (date: string, days: number): string =>
  Temporal.PlainDate.from(date).add({ days }).toString()
