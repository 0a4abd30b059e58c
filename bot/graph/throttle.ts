/**
 * How hard we may press Graph, and what to do when it says no. `decide` is a pure rule about one failed attempt; `Throttle`
 * does as told: a gate over everything, a gate of four for each mailbox (Outlook's published limit), and a pause for the
 * whole lane when Graph names one, so that the others do not run into the same wall. A slot is held while a request is
 * under way and never while waiting.
 */
import { minuteMs, secondMs } from '../domain/span.ts'

export interface Limits {
  /** Attempts in all, the first included. */
  attempts: number
  /** Milliseconds one call may spend waiting; a longer Retry-After is handed to the caller, whose job comes back later. */
  patience: number
  /** First wait without Retry-After, doubled each time up to `longest`; milliseconds. */
  base: number
  longest: number
  /** Milliseconds until an attempt without an answer is given up. */
  timeout: number
  /** Requests under way at once, overall and for one mailbox. */
  overall: number
  perMailbox: number
}

export const usualLimits: Limits = {
  attempts: 8,
  patience: 15 * minuteMs,
  base: 500,
  longest: minuteMs,
  timeout: minuteMs,
  overall: 16,
  perMailbox: 4,
}

export interface Failure {
  /** HTTP status; 0 when no answer came. */
  status: number
  code?: string
  /** Milliseconds Graph asked to wait. */
  retryAfter?: number
}

export type Verdict =
  | { again: false; why: 'final' | 'unsafe' | 'attempts' | 'patience' }
  | { again: true; after: number }

/** Graph turned these away untouched: repeating them is safe whatever they are. */
const untouched = (failure: Failure) =>
  failure.status === 429 ||
  (failure.status === 409 && /ConcurrencyViolation|ConcurrentItemSave/i.test(failure.code ?? ''))

/** Passing troubles that leave open whether a write was done. */
const outcomeUnknown = new Set([0, 408, 500, 502, 503, 504])

/**
 * What to do after attempt number `attempt` (from 1) failed, having waited `waited` milliseconds so far. Retry-After is
 * never undercut; a random part on top keeps callers from coming back together.
 */
export function decide(
  failure: Failure,
  call: { attempt: number; waited: number; repeatable: boolean },
  limits: Pick<Limits, 'attempts' | 'patience' | 'base' | 'longest'>,
  random: () => number,
): Verdict {
  const passing = untouched(failure) || outcomeUnknown.has(failure.status)
  if (!passing) return { again: false, why: 'final' }
  if (!untouched(failure) && !call.repeatable) return { again: false, why: 'unsafe' }
  if (call.attempt >= limits.attempts) return { again: false, why: 'attempts' }
  const after = waitFor(failure, call.attempt, limits, random)
  return call.waited + after > limits.patience ? { again: false, why: 'patience' } : { again: true, after }
}

function waitFor(
  failure: Failure,
  attempt: number,
  { base, longest }: Pick<Limits, 'base' | 'longest'>,
  random: () => number,
): number {
  if (failure.retryAfter !== undefined) {
    return Math.round(failure.retryAfter + random() * Math.min(1000, base + failure.retryAfter / 10))
  }
  const step = Math.min(longest, base * 2 ** (attempt - 1))
  return Math.round(step / 2 + (random() * step) / 2)
}

/** Retry-After as seconds or as a date, in milliseconds from `now`; undefined when it says nothing. */
export function retryAfterOf(header: string | null | undefined, now: Date): number | undefined {
  const text = header?.trim()
  if (!text) return undefined
  if (/^\d+(\.\d+)?$/.test(text)) return Math.ceil(Number(text) * secondMs)
  const until = Date.parse(text)
  return Number.isNaN(until) ? undefined : Math.max(0, until - now.getTime())
}

/** Lets `limit` through at once, the others in the order they came. */
export interface Gate {
  run<T>(work: () => Promise<T>): Promise<T>
  readonly idle: boolean
}

export function createGate(limit: number): Gate {
  const waiting: (() => void)[] = []
  let inside = 0
  return {
    get idle() {
      return inside === 0 && waiting.length === 0
    },
    async run(work) {
      if (inside >= limit) await new Promise<void>((enter) => waiting.push(enter))
      else inside += 1
      try {
        return await work()
      } finally {
        const next = waiting.shift()
        if (next) next()
        else inside -= 1
      }
    },
  }
}

export interface ThrottleOptions {
  limits: Limits
  sleep: (ms: number, signal?: AbortSignal) => Promise<void>
  random: () => number
  now: () => Date
}

export interface Call {
  /** Whose limits count: a mailbox (person id) gets the gate of four; `directory` and `teams` only share pauses. */
  lane: string
  mailbox: boolean
  repeatable: boolean
  signal?: AbortSignal | undefined
}

export interface Throttle {
  /**
   * Runs one call to its end. `attempt` answers with a failure to be judged, or with the result; it may throw what no
   * repetition would cure. The last failure comes back when the end is reached.
   */
  run<T>(
    call: Call,
    attempt: (number: number) => Promise<{ ok: T } | { failure: Failure }>,
  ): Promise<{ ok: T } | { failure: Failure; why: string; attempts: number }>
  /** Whether a call of this lane is held back at this moment: told to wait, or as many are under way as may be. */
  isHeldBack(lane: string): boolean
}

export function createThrottle({ limits, sleep, random, now }: ThrottleOptions): Throttle {
  const everything = createGate(limits.overall)
  const mailboxes = new Map<string, Gate>()
  const pauses = new Map<string, number>()
  const heldBack = new Map<string, number>()

  /** Counts the lane as held back until the returned function is called; calling it again changes nothing. */
  function holdBack(lane: string): () => void {
    let done = false
    heldBack.set(lane, (heldBack.get(lane) ?? 0) + 1)
    return () => {
      if (done) return
      done = true
      const left = heldBack.get(lane)! - 1
      if (left > 0) heldBack.set(lane, left)
      else heldBack.delete(lane)
    }
  }

  async function waiting(call: Call, ms: number): Promise<void> {
    const goOn = holdBack(call.lane)
    try {
      await sleep(ms, call.signal)
    } finally {
      goOn()
    }
  }

  async function throughGates<T>(call: Call, work: () => Promise<T>): Promise<T> {
    const goOn = holdBack(call.lane)
    const entered = () => {
      goOn()
      return work()
    }
    if (!call.mailbox) return everything.run(entered)
    const own = mailboxes.get(call.lane) ?? createGate(limits.perMailbox)
    mailboxes.set(call.lane, own)
    try {
      return await own.run(() => everything.run(entered))
    } finally {
      if (own.idle) mailboxes.delete(call.lane)
    }
  }

  /** How long the lane rests, once: whoever finds it paused again is told so by Graph. */
  async function waitForLane(call: Call): Promise<number> {
    const rest = (pauses.get(call.lane) ?? 0) - now().getTime()
    if (rest <= 0) {
      pauses.delete(call.lane)
      return 0
    }
    await waiting(call, rest)
    return rest
  }

  return {
    isHeldBack: (lane) => heldBack.has(lane),
    async run(call, attempt) {
      let waited = 0
      for (let number = 1; ; number += 1) {
        if (number === 1) waited += await waitForLane(call)
        call.signal?.throwIfAborted()
        const outcome = await throughGates(call, () => attempt(number))
        if ('ok' in outcome) return outcome
        const { failure } = outcome
        const verdict = decide(
          failure,
          { attempt: number, waited, repeatable: call.repeatable },
          limits,
          random,
        )
        if (failure.status === 429 && failure.retryAfter) {
          pauses.set(call.lane, Math.max(pauses.get(call.lane) ?? 0, now().getTime() + failure.retryAfter))
        }
        if (!verdict.again) return { failure, why: verdict.why, attempts: number }
        await waiting(call, verdict.after)
        waited += verdict.after
      }
    },
  }
}

/** A pause that an abort ends early. */
export function sleepFor(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason)
    const timer = setTimeout(finish, ms)
    signal?.addEventListener('abort', stop, { once: true })
    function finish() {
      signal?.removeEventListener('abort', stop)
      resolve()
    }
    function stop() {
      clearTimeout(timer)
      reject(signal?.reason)
    }
  })
}
