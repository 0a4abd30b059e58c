import { describe, expect, it } from '@jest/globals'
import {
  createGate,
  createThrottle,
  decide,
  type Failure,
  type Limits,
  retryAfterOf,
  sleepFor,
  usualLimits,
} from '../../bot/graph/throttle.ts'
import fc from '../support/properties.ts'

const failures: fc.Arbitrary<Failure> = fc.record(
  {
    status: fc.constantFrom(0, 400, 401, 403, 404, 408, 409, 410, 412, 429, 500, 501, 502, 503, 504),
    retryAfter: fc.integer({ min: 0, max: 3_600_000 }),
  },
  { requiredKeys: ['status'] },
)
const calls = fc.record({
  attempt: fc.integer({ min: 1, max: 12 }),
  waited: fc.integer({ min: 0, max: 20 * 60_000 }),
  repeatable: fc.boolean(),
})
const chance = fc.double({ min: 0, max: 0.999, noNaN: true })

describe('what to do after a failed attempt', () => {
  it('never comes back sooner than Graph asked, however long that is', () => {
    fc.assert(
      fc.property(failures, calls, chance, (failure, call, random) => {
        const verdict = decide(
          failure,
          call,
          { ...usualLimits, patience: Number.MAX_SAFE_INTEGER },
          () => random,
        )
        if (verdict.again && failure.retryAfter !== undefined) {
          expect(verdict.after).toBeGreaterThanOrEqual(failure.retryAfter)
        }
      }),
    )
    const long = decide(
      { status: 429, retryAfter: 600_000 },
      { attempt: 1, waited: 0, repeatable: false },
      usualLimits,
      () => 0,
    )
    expect(long).toEqual({ again: true, after: 600_000 })
  })

  it('has an end: in attempts and in time', () => {
    fc.assert(
      fc.property(failures, calls, chance, (failure, call, random) => {
        const verdict = decide(failure, call, usualLimits, () => random)
        if (!verdict.again) return
        expect(call.attempt).toBeLessThan(usualLimits.attempts)
        expect(call.waited + verdict.after).toBeLessThanOrEqual(usualLimits.patience)
      }),
    )
  })

  it('never repeats a write whose outcome is unknown unless the caller says it may be', () => {
    fc.assert(
      fc.property(failures, calls, (failure, call) => {
        const verdict = decide(failure, { ...call, repeatable: false }, usualLimits, () => 0)
        if (verdict.again) expect([409, 429]).toContain(failure.status)
      }),
    )
  })

  it.each([400, 401, 403, 404, 410, 412, 501])('takes %i for an answer', (status) => {
    const verdict = decide({ status }, { attempt: 1, waited: 0, repeatable: true }, usualLimits, () => 0)
    expect(verdict).toEqual({ again: false, why: 'final' })
  })

  it('repeats a 409 only when it speaks of a collision', () => {
    const call = { attempt: 1, waited: 0, repeatable: false }
    expect(decide({ status: 409, code: 'ErrorConcurrentItemSave' }, call, usualLimits, () => 0).again).toBe(
      true,
    )
    expect(
      decide({ status: 409, code: 'ErrorDuplicateTransactionId' }, call, usualLimits, () => 0).again,
    ).toBe(false)
  })

  it('waits longer each time when Graph names no time, up to a longest, and not in step with others', () => {
    const wait = (attempt: number, random: number) => {
      const verdict = decide(
        { status: 503 },
        { attempt, waited: 0, repeatable: true },
        { ...usualLimits, attempts: 99 },
        () => random,
      )
      return verdict.again ? verdict.after : -1
    }
    expect([1, 2, 3, 4].map((attempt) => wait(attempt, 0))).toEqual([250, 500, 1000, 2000])
    expect(wait(1, 0.999)).toBeGreaterThan(wait(1, 0))
    expect(wait(30, 0.999)).toBeLessThanOrEqual(usualLimits.longest)
  })
})

describe('Retry-After', () => {
  const now = new Date('2026-11-23T08:00:00Z')
  it.each([
    ['120', 120_000],
    ['1.5', 1500],
    ['Mon, 23 Nov 2026 08:01:00 GMT', 60_000],
    ['Mon, 23 Nov 2026 07:59:00 GMT', 0],
    ['soon', undefined],
    ['', undefined],
    [null, undefined],
  ])('%s is %s ms', (header, expected) => {
    expect(retryAfterOf(header, now)).toBe(expected)
  })
})

describe('the gate', () => {
  it('lets only so many in at once, everyone in the end, in the order they came', async () => {
    const gate = createGate(4)
    const order: number[] = []
    let inside = 0
    let most = 0
    await Promise.all(
      Array.from({ length: 40 }, (_, i) =>
        gate
          .run(async () => {
            order.push(i)
            inside += 1
            most = Math.max(most, inside)
            await new Promise((resolve) => setImmediate(resolve))
            inside -= 1
            if (i === 7) throw new Error('one fails')
          })
          .catch(() => {}),
      ),
    )
    expect(most).toBe(4)
    expect(order).toEqual(Array.from({ length: 40 }, (_, i) => i))
    expect(gate.idle).toBe(true)
  })
})

/** A throttle whose clock moves only when it sleeps. */
function paced(limits: Partial<Limits> = {}) {
  let at = 0
  const slept: number[] = []
  const throttle = createThrottle({
    limits: { ...usualLimits, ...limits },
    random: () => 0,
    now: () => new Date(at),
    sleep: async (ms) => {
      slept.push(ms)
      at += ms
      await new Promise((resolve) => setImmediate(resolve))
    },
  })
  return { throttle, slept, elapsed: () => at }
}

const mailbox = (lane: string, repeatable = true) => ({ lane, mailbox: true, repeatable })

describe('the throttle', () => {
  it('keeps at most four requests under way in one mailbox while other mailboxes go on', async () => {
    const { throttle } = paced({ overall: 100 })
    const inside = new Map<string, number>()
    let most = 0
    let together = 0
    await Promise.all(
      Array.from({ length: 60 }, (_, i) => `mailbox-${i % 3}`).map((lane) =>
        throttle.run(mailbox(lane), async () => {
          inside.set(lane, (inside.get(lane) ?? 0) + 1)
          most = Math.max(most, inside.get(lane)!)
          together = Math.max(
            together,
            [...inside.values()].reduce((a, b) => a + b),
          )
          await new Promise((resolve) => setImmediate(resolve))
          inside.set(lane, inside.get(lane)! - 1)
          return { ok: true }
        }),
      ),
    )
    expect(most).toBe(4)
    expect(together).toBe(12)
  })

  it('holds no place while it waits, so that a throttled mailbox does not block the others', async () => {
    const { throttle } = paced({ overall: 1 })
    const order: string[] = []
    const throttled = throttle.run(mailbox('a'), async (attempt) => {
      order.push(`a${attempt}`)
      return attempt === 1 ? { failure: { status: 429, retryAfter: 5000 } } : { ok: true }
    })
    const other = throttle.run(mailbox('b'), async () => {
      order.push('b1')
      return { ok: true }
    })
    await Promise.all([throttled, other])
    expect(order).toEqual(['a1', 'b1', 'a2'])
  })

  it('rests a whole mailbox when Graph throttles one of its requests', async () => {
    const { throttle, slept } = paced()
    const given = await throttle.run({ ...mailbox('a'), repeatable: false }, async () => ({
      failure: { status: 429, retryAfter: 20 * 60_000 },
    }))
    expect(given).toMatchObject({ why: 'patience', attempts: 1 })
    await throttle.run(mailbox('a'), async () => ({ ok: true }))
    await throttle.run(mailbox('b'), async () => ({ ok: true }))
    expect(slept).toEqual([20 * 60_000])
  })

  it('says which mailboxes are held back: since no place is free, or by Graph’s word, and no others', async () => {
    const turn = () => new Promise<void>((resolve) => setImmediate(resolve))
    let wake = () => {}
    let answer = (_: { failure: { status: number; retryAfter: number } }) => {}
    const throttle = createThrottle({
      limits: { ...usualLimits, perMailbox: 1 },
      random: () => 0,
      now: () => new Date(0),
      sleep: () => new Promise((resolve) => (wake = resolve)),
    })
    const heldBack = () => ['a', 'b'].filter((lane) => throttle.isHeldBack(lane))
    const first = throttle.run(mailbox('a'), (attempt) =>
      attempt === 1 ? new Promise((resolve) => (answer = resolve)) : Promise.resolve({ ok: true }),
    )
    await turn()
    expect(heldBack()).toEqual([])
    const behind = throttle.run(mailbox('a'), async () => ({ ok: true }))
    await throttle.run(mailbox('b'), async () => ({ ok: true }))
    expect(heldBack()).toEqual(['a'])
    answer({ failure: { status: 429, retryAfter: 5000 } })
    await behind
    await turn()
    expect(heldBack()).toEqual(['a'])
    wake()
    await first
    expect(heldBack()).toEqual([])
  })

  it('gives up after the last attempt and says what the last failure was', async () => {
    const { throttle, slept } = paced({ attempts: 4 })
    const end = await throttle.run(mailbox('a'), async () => ({ failure: { status: 503 } }))
    expect(end).toEqual({ failure: { status: 503 }, why: 'attempts', attempts: 4 })
    expect(slept).toHaveLength(3)
  })

  it('stops waiting when the caller goes away', async () => {
    const gone = new AbortController()
    const wait = sleepFor(60_000, gone.signal)
    gone.abort(new Error('the service stops'))
    await expect(wait).rejects.toThrow('the service stops')
    await expect(sleepFor(1, gone.signal)).rejects.toThrow('the service stops')
    await expect(sleepFor(1)).resolves.toBeUndefined()
  })
})
