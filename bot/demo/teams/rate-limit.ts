/**
 * How fast a bot may go. Sliding windows as Microsoft publishes them for Teams
 * (microsoftteams/platform/bots/how-to/rate-limit): per conversation for sending and for reading members, and
 * one for the whole app in a tenant. A refused request does not count against the window.
 */
import { hourMs, secondMs } from '../span.ts'

export type LimitedAct = 'send' | 'members' | 'app'

/** [how many, in how many milliseconds] */
const LIMITS: Record<LimitedAct, [number, number][]> = {
  send: [
    [7, secondMs],
    [8, 2_000],
    [60, 30_000],
    [1_800, hourMs],
  ],
  members: [
    [14, secondMs],
    [16, 2_000],
    [120, 30_000],
    [3_600, hourMs],
  ],
  app: [[50, secondMs]],
}

export interface RateLimit {
  /** Whole seconds to wait (Retry-After), or 0 when the request may go on; then it is counted. */
  wait: (act: LimitedAct, key: string) => number
}

/** @param tick milliseconds that only rise; real time, since the tenant's own clock can jump a week. */
export function createRateLimit(tick: () => number): RateLimit {
  const seen = new Map<string, number[]>()
  return {
    wait(act, key) {
      const at = tick()
      const name = `${act} ${key}`
      const windows = LIMITS[act]
      const longest = windows[windows.length - 1]![1]
      const times = (seen.get(name) ?? []).filter((time) => at - time < longest)
      seen.set(name, times)
      const waitMs = Math.max(0, ...windows.map((window) => waitFor(times, window, at)))
      if (waitMs > 0) return Math.ceil(waitMs / secondMs)
      times.push(at)
      return 0
    },
  }
}

function waitFor(times: number[], [most, span]: [number, number], at: number): number {
  const oldestThatCounts = times[times.length - most]
  if (oldestThatCounts === undefined) return 0
  return Math.max(0, span - (at - oldestThatCounts))
}
