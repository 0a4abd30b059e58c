/** The tab's one reading of the clock. Everything else is told what time it is. */
export function now(): Date {
  return new Date()
}
