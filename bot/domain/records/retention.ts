/** How long what people said is kept: some months after their Cohort has closed; and what is known of leavers as long. */

/** So many calendar months before, at the same time of day; at the end of a shorter month its last day. */
export function monthsBefore(now: Date, months: number): Date {
  const day = now.getUTCDate()
  const then = new Date(now)
  then.setUTCDate(1)
  then.setUTCMonth(then.getUTCMonth() - months)
  const last = new Date(Date.UTC(then.getUTCFullYear(), then.getUTCMonth() + 1, 0)).getUTCDate()
  then.setUTCDate(Math.min(day, last))
  return then
}
