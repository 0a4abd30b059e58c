/** The one place that reads the time of day. Everything else is told. */
export const systemClock = { now: () => new Date() }

/** Milliseconds that only rise, for pacing; says nothing about the time of day. */
export const steadyMs = (): number => performance.now()
