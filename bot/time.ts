/** The time in which the service waits for its turn to speak to Teams. */
import { steadyMs } from './clock.ts'
import { sleepFor } from './graph/throttle.ts'
import type { Time } from './messages/send-rate.ts'

export const realTime: Time = { now: steadyMs, sleep: sleepFor }

/**
 * So many seconds go by in one of ours. Where the stand-in's limits run by the same time, each limit and each pause is
 * kept as it is, and nobody sits through it.
 */
export const hurriedBy = (times: number): Time => ({
  now: () => steadyMs() * times,
  sleep: (ms, signal) => sleepFor(ms / times, signal),
})
