/**
 * SIGKILL while series are being moved to another time, booked with occurrences elsewhere, and cancelled. KILL_ROUNDS
 * repeats the whole with other companies and other moments; each of these rounds kills three times while it books and three
 * while it moves and cancels, so 34 rounds are 200 kills.
 */
import { describe, expect, it } from '@jest/globals'
import { isRefused } from '../../bot/domain/refusal.ts'
import { plannedSessions } from '../../bot/domain/scheduling/hold.ts'
import { endPairing } from '../../bot/workflows/pairing/end-pairing.ts'
import { changeSlot, holdTimes } from '../../bot/workflows/scheduling/change-slot.ts'
import { changePolicy } from '../../bot/workflows/scheduling/scheduling-policy.ts'
import { mastersOf, pause, plan, prepareWork, type Stage, setStage } from './kill-support.ts'

const rounds = Number(process.env['KILL_ROUNDS'] ?? 1)
/** While it books, and again while it moves and cancels; the one round of CI makes do with less. */
const killsEach = rounds > 1 ? 3 : 2
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

/** Whole weeks off, so that hardly any series fits every time as it is. */
async function closeTwoWeeks(stage: Stage, cohortId: string): Promise<void> {
  await stage.inside(async ({ ports, company }) => {
    const { scheduling, startsOn } = (await ports.store.cohorts.get(cohortId))!
    const { paused: _, ...policy } = scheduling
    const first = Date.parse(startsOn) + 24 * 86_400_000
    const holidays = Array.from({ length: 15 }, (_, n) =>
      new Date(first + n * 86_400_000).toISOString().slice(0, 10),
    )
    await changePolicy(ports, cohortId, { ...policy, holidays }, company.personas.organizer)
  })
}

/** Half of those that stand get another time, every fourth ends. */
async function disturb(stage: Stage, cohortId: string): Promise<{ changed: number; ended: number }> {
  return stage.inside(async ({ ports, company }) => {
    const { organizer } = company.personas
    const told = { changed: 0, ended: 0 }
    const held = (await ports.store.holds.list(cohortId)).filter(({ state }) => state === 'booked')
    for (const [i, hold] of held.entries()) {
      if (i % 4 === 3) {
        if (!isRefused(await endPairing(ports, hold.pairingId, organizer))) told.ended += 1
      } else if (i % 2 === 0) {
        const times = await holdTimes(ports, hold.id)
        const other = isRefused(times)
          ? undefined
          : times.candidates.find(({ slot }) => slot.time !== hold.slot?.time)
        if (!other) continue
        const { firstDate, time } = other.slot
        const answer = await changeSlot(ports, hold.id, { firstDate, time, outsideHours: false }, organizer)
        if (!isRefused(answer)) told.changed += 1
      }
    }
    return told
  })
}

async function killAgainAndAgain(stage: Stage, random: () => number): Promise<void> {
  for (let kill = 1; kill <= killsEach; kill += 1) {
    const life = await stage.start()
    await life.ready
    await pause(random() * 2500)
    await life.kill()
  }
  const last = await stage.start()
  await last.settled
  await last.kill()
}

describe('a product that is killed again and again while it books, moves and cancels', () => {
  it.each(Array.from({ length: rounds }, (_, index) => index + 1))(
    'leaves each pair one series at its own time, and nothing of those that ended (company %i)',
    async (seed) => {
      const stage = await setStage(seed, size)
      try {
        const { cohortId } = await prepareWork(stage)
        await closeTwoWeeks(stage, cohortId)
        const random = seeded(seed * 31)
        const slow = { service: 'graph', path: /^(POST|PATCH|GET) .*\/events/, kind: 'slow' } as const
        const slowly = () => plan(stage, { ...slow, delayMs: 200, times: 100_000, share: 0.5 })
        slowly()
        await killAgainAndAgain(stage, random)
        stage.tenant.state.faults = []
        const { changed, ended } = await disturb(stage, cohortId)
        expect(changed).toBeGreaterThan(1)
        expect(ended).toBeGreaterThan(0)
        slowly()
        await killAgainAndAgain(stage, random)
        stage.tenant.state.faults = []
        await judge(stage, cohortId, ended)
      } finally {
        await stage.close()
      }
    },
    600_000,
  )
})

async function judge(stage: Stage, cohortId: string, ended: number): Promise<void> {
  await stage.inside(async ({ ports, tenant }) => {
    const keys = mastersOf(tenant).map(({ transactionId }) => transactionId!)
    expect(new Set(keys).size).toBe(keys.length)
    const holds = await ports.store.holds.list(cohortId)
    const expected: string[] = []
    let moved = 0
    for (const hold of holds) {
      if (hold.state !== 'booked') continue
      moved += hold.moved?.length ?? 0
      const key = `${hold.id}.${hold.revision}`
      expected.push(...(hold.dates ? hold.dates.map(({ number }) => `${key}.${number}`) : [key]))
      const sessions = await ports.store.sessions.ofPairing(hold.pairingId)
      expect(sessions.map(({ startsAt }) => startsAt)).toEqual(
        plannedSessions(hold).map(({ start }) => start),
      )
      if (hold.dates) continue
      const seen = await ports.calendar.occurrences(
        hold.booking,
        new Date(0),
        new Date(Date.now() + 400 * 86_400_000),
      )
      expect(seen.map(({ start }) => start)).toEqual(sessions.map(({ startsAt }) => startsAt))
    }
    expect(keys.sort()).toEqual(expected.sort())
    expect(moved).toBeGreaterThan(1)
    expect(holds.filter(({ state }) => state === 'released')).toHaveLength(ended)
    expect(holds.filter(({ state }) => state === 'requested')).toEqual([])
  })
}
