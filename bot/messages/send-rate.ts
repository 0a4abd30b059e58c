/**
 * How fast the bot speaks by itself. Microsoft's limits (microsoftteams/platform/bots/how-to/rate-limit): 50 requests a
 * second for the app in a tenant, and in one conversation 7 in 1 s, 8 in 2 s, 60 in 30 s, 1,800 in an hour. We stay below
 * each, with room for answers to people and for a second instance.
 */
import { hourMs, secondMs } from '../domain/span.ts'

export interface Time {
  /** Milliseconds that only rise. */
  now(): number
  sleep(ms: number, signal?: AbortSignal): Promise<void>
}

export interface SendRate {
  /** Resolves when this conversation may be written to. Turns are taken in the order they were asked for. */
  turn(conversation: string): Promise<void>
}

/** 10 a second over everything. */
const apartMs = 100

/** [how many, in how many milliseconds], shortest first. */
const windows = [
  [6, secondMs],
  [7, 2_000],
  [55, 30_000],
  [1_700, hourMs],
] as const
const longest = windows[windows.length - 1]!

/** Turns get a moment each, and moments only rise, so every window holds exactly what was counted into it. */
export function createSendRate(time: Time): SendRate {
  const conversations = new Map<string, number[]>()
  let last = Number.NEGATIVE_INFINITY
  return {
    async turn(conversation) {
      const now = time.now()
      forget(conversations, now)
      const times = conversations.get(conversation) ?? []
      conversations.set(conversation, times)
      const at = Math.max(now, last + apartMs, ...windows.map((window) => freeFrom(times, window)))
      last = at
      times.push(at)
      if (times.length > longest[0]) times.shift()
      if (at > now) await time.sleep(at - now)
    },
  }
}

function freeFrom(times: number[], [most, ms]: readonly [number, number]): number {
  const leaving = times[times.length - most]
  return leaving === undefined ? Number.NEGATIVE_INFINITY : leaving + ms
}

/** A conversation nobody wrote to for an hour is as good as new. */
function forget(conversations: Map<string, number[]>, now: number): void {
  if (conversations.size < 10_000) return
  for (const [id, times] of conversations) {
    if ((times[times.length - 1] ?? 0) < now - longest[1]) conversations.delete(id)
  }
}
