/** How long what people said is kept: some months after their Cohort has closed; and what is known of leavers as long. */
import { Temporal } from 'temporal-polyfill'

/** So many calendar months before, at the same time of day; at the end of a shorter month its last day. */
export function monthsBefore(now: Date, months: number): Date {
  const at = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO('UTC')
  return new Date(at.subtract({ months }).epochMilliseconds)
}

/** From when on what was said before `from` is past its time. */
export function monthsAfter(from: Date, months: number): Date {
  const at = Temporal.Instant.fromEpochMilliseconds(from.getTime()).toZonedDateTimeISO('UTC')
  return new Date(at.add({ months }).epochMilliseconds)
}
