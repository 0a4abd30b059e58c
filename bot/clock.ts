/** The one place that reads the time of day. Everything else is told. */
export const systemClock = { now: () => new Date() }
