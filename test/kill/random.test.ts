/**
 * SIGKILL at random moments while holds are being booked, cards sent and Summaries posted. KILL_ROUNDS repeats the whole
 * with other companies and other moments.
 */
import { describe, expect, it } from '@jest/globals'
import { findings, lookInChannels, pause, plan, prepareWork, setStage } from './kill-support.ts'

const rounds = Number(process.env['KILL_ROUNDS'] ?? 1)
const killsEach = rounds > 1 ? 5 : 3
const size = rounds > 1 ? { people: 240, mentors: 18, mentees: 14 } : { people: 160, mentors: 12, mentees: 9 }

/** mulberry32: small, and the same moments every time. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

describe('a product that is killed again and again while it books and posts', () => {
  it.each(Array.from({ length: rounds }, (_, index) => index + 1))(
    'has booked every pair once, posted every Summary once and told everybody (company %i)',
    async (seed) => {
      const stage = await setStage(seed, size)
      try {
        const work = await prepareWork(stage, { summaries: 3 })
        const random = seeded(seed)
        const slow = { kind: 'slow', delayMs: 250, times: 10_000, share: 0.5 } as const
        plan(stage, { service: 'graph', path: /^(POST|GET) .*\/events/, ...slow })
        plan(stage, { service: 'teams', path: /^POST .*\/conversations$/, ...slow, delayMs: 400 })
        for (let kill = 1; kill <= killsEach; kill++) {
          const life = await stage.start()
          // Once in a while it does not even come up.
          if (random() < 0.15) await pause(500 + random() * 1500)
          else {
            await life.ready
            await pause(random() * 2500)
          }
          await life.kill()
        }
        const last = await stage.start()
        await last.settled
        await last.kill()
        // Nothing was posted twice; what nobody heard of waits for somebody who looks.
        for (const { state, seen } of (await findings(stage, work)).posts) {
          expect(['posted', 'unknown']).toContain(state)
          expect(seen).toBeLessThanOrEqual(1)
          if (state === 'posted') expect(seen).toBe(1)
        }
        await lookInChannels(stage, work)
        const after = await stage.start()
        await after.settled
        await after.kill()

        const found = await findings(stage, work)
        expect(found.holds.length).toBeGreaterThan(6)
        expect(found.holds.filter((state) => state !== 'booked' && state !== 'failed')).toEqual([])
        expect(found.unexplained).toBe(0)
        expect(found.heldKeys.length).toBeGreaterThan(found.holds.length / 2)
        expect(found.transactionIds).toEqual(found.heldKeys)
        expect(found.tags).toEqual(found.heldKeys)
        expect(new Set(found.pairsInOutlook).size).toBe(found.pairsInOutlook.length)
        expect(found.activePairs).toBe(found.heldKeys.length)
        for (const numbers of found.sessionNumbers) expect(numbers).toEqual([1, 2, 3, 4, 5, 6])
        for (const { states, shown } of found.cards) {
          expect(states).toEqual(['sent'])
          expect(shown).toBeGreaterThan(0)
        }
        expect(found.summaryStates).toEqual(['published', 'published', 'published'])
        expect(found.posts).toHaveLength(18)
        for (const post of found.posts) expect(post).toEqual({ state: 'posted', seen: 1 })
      } finally {
        await stage.close()
      }
    },
    400_000,
  )
})
