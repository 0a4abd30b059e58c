import { describe, expect, it } from '@jest/globals'
import { createSendRate } from '../../bot/messages/send-rate.ts'
import fc from '../support/properties.ts'

/** Microsoft's limits: [how many, in how many milliseconds]. */
const perConversation = [
  [7, 1_000],
  [8, 2_000],
  [60, 30_000],
  [1_800, 3_600_000],
] as const
const perTenant = [50, 1_000] as const

/** Everything that is said, and when: turns asked for at any time, taken when the rate allows. */
async function said(asks: { afterMs: number; conversation: string }[]) {
  let now = 0
  let waited = 0
  const rate = createSendRate({
    now: () => now,
    sleep: async (ms) => {
      waited = ms
    },
  })
  const moments: { at: number; conversation: string }[] = []
  for (const { afterMs, conversation } of asks) {
    now += afterMs
    waited = 0
    await rate.turn(conversation)
    moments.push({ at: now + waited, conversation })
  }
  return moments
}

const most = (times: number[], span: number) =>
  Math.max(0, ...times.map((from) => times.filter((at) => at >= from && at < from + span).length))

const asks = (length: number) =>
  fc.array(
    fc.record({
      afterMs: fc.constantFrom(0, 0, 0, 1, 90, 700, 5_000),
      conversation: fc.constantFrom('a', 'b', 'c'),
    }),
    { maxLength: length },
  )

describe('the rate', () => {
  it('keeps every limit of Teams, however much is asked for at once', async () => {
    await fc.assert(
      fc.asyncProperty(asks(250), async (wanted) => {
        const moments = await said(wanted)
        const times = (conversation: string) =>
          moments.filter((one) => one.conversation === conversation).map(({ at }) => at)
        for (const conversation of ['a', 'b', 'c']) {
          for (const [limit, span] of perConversation) {
            expect(most(times(conversation), span)).toBeLessThanOrEqual(limit)
          }
        }
        const all = moments.map(({ at }) => at)
        expect(most(all, perTenant[1])).toBeLessThanOrEqual(perTenant[0])
      }),
      { numRuns: 60 },
    )
  })

  it('holds the hourly limit of one conversation', async () => {
    const moments = await said(Array.from({ length: 1_801 }, () => ({ afterMs: 0, conversation: 'a' })))
    expect(moments[1_800]!.at - moments[0]!.at).toBeGreaterThanOrEqual(3_600_000)
  })

  it('lets nobody overtake', async () => {
    await fc.assert(
      fc.asyncProperty(asks(100), async (wanted) => {
        const times = (await said(wanted)).map(({ at }) => at)
        expect(times).toEqual([...times].sort((a, b) => a - b))
      }),
    )
  })

  it('does not wait when nothing was said for a while', async () => {
    const calm = Array.from({ length: 20 }, (_, at) => ({ afterMs: 1_000, conversation: `c${at}` }))
    const moments = await said(calm)
    expect(moments.map(({ at }) => at)).toEqual(calm.map((_, at) => (at + 1) * 1_000))
  })
})
