/**
 * SIGKILL exactly between an intention, the call that fulfils it and the record of it. A request that is answered slowly
 * tells where the product stands: it is killed while that request is under way, and the tenant does what was asked
 * although nobody is there any more to hear of it.
 */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { endPairing } from '../../bot/workflows/pairing/end-pairing.ts'
import {
  findings,
  lookInChannels,
  mastersOf,
  met,
  pause,
  plan,
  prepareWork,
  type Stage,
  setStage,
  type Work,
} from './kill-support.ts'

const slowMs = 1500
let stage: Stage

beforeEach(async () => {
  stage = await setStage(7, { people: 120, mentors: 8, mentees: 6 })
}, 120_000)
afterEach(() => stage.close())

/** Killed while each of these requests is under way for the first time; one life after the other. */
async function killAt(moments: { service: 'graph' | 'teams'; path: RegExp }[]): Promise<void> {
  for (const moment of moments) {
    const fault = plan(stage, { ...moment, kind: 'slow', delayMs: slowMs, times: 1 })
    const life = await stage.start()
    await met(fault)
    await pause(100)
    await life.kill()
  }
}

async function liveToTheEnd(): Promise<void> {
  const life = await stage.start()
  await life.settled
  await life.kill()
  // Whatever was still under way has arrived by now.
  await pause(slowMs)
}

async function expectEverythingOnce(work: Work) {
  const found = await findings(stage, work)
  expect(found.holds.filter((state) => state !== 'booked' && state !== 'failed')).toEqual([])
  expect(found.transactionIds).toEqual(found.heldKeys)
  expect(found.tags).toEqual(found.heldKeys)
  expect(new Set(found.pairsInOutlook).size).toBe(found.pairsInOutlook.length)
  for (const numbers of found.sessionNumbers) expect(numbers).toEqual([1, 2, 3, 4, 5, 6])
  for (const { states, shown } of found.cards) {
    expect(states).toEqual(['sent'])
    expect(shown).toBeGreaterThan(0)
  }
  for (const post of found.posts) expect(post).toEqual({ state: 'posted', seen: 1 })
  return found
}

describe('a product that dies between intention, call and record', () => {
  it('books once when it dies asking for free times, creating the series, or reading its dates', async () => {
    const work = await prepareWork(stage)
    await killAt([
      { service: 'graph', path: /^POST .*getSchedule/ },
      { service: 'graph', path: /^POST .*\/events$/ },
      { service: 'graph', path: /^GET .*\/instances/ },
    ])
    await liveToTheEnd()
    expect(mastersOf(stage.tenant).length).toBeGreaterThan(2)
    await expectEverythingOnce(work)
  }, 240_000)

  it('posts nothing twice by itself when it dies posting or posted unheard, and all once somebody looked', async () => {
    const work = await prepareWork(stage, { pairs: false, summaries: 1 })
    const channelPost = /^POST \/v3\/conversations$/
    plan(stage, { service: 'teams', path: channelPost, kind: 'drop-after', times: 1 })
    await killAt([{ service: 'teams', path: channelPost }])
    await liveToTheEnd()
    const before = await findings(stage, work)
    expect(before.posts.filter(({ state }) => state === 'unknown').length).toBeGreaterThan(0)
    for (const { state, seen } of before.posts) {
      expect(['posted', 'unknown']).toContain(state)
      expect(seen).toBeLessThanOrEqual(1)
      if (state === 'posted') expect(seen).toBe(1)
    }
    await lookInChannels(stage, work)
    await liveToTheEnd()
    const found = await expectEverythingOnce(work)
    expect(found.posts).toHaveLength(6)
    expect(found.summaryStates).toEqual(['published'])
  }, 240_000)

  it('leaves no series behind for a Pairing that ended while it was dead, recorded or not', async () => {
    const work = await prepareWork(stage)
    await killAt([{ service: 'graph', path: /^POST .*\/events$/ }])
    await pause(slowMs)
    expect(mastersOf(stage.tenant).length).toBeGreaterThan(0)
    await stage.inside(async ({ ports, company }) => {
      for (const pairing of await ports.store.pairings.list(work.cohortId))
        await endPairing(ports, pairing.id, company.personas.organizer)
    })
    await killAt([{ service: 'graph', path: /^POST .*\/cancel$/ }])
    await liveToTheEnd()
    const found = await findings(stage, work)
    expect(new Set(found.holds)).toEqual(new Set(['released']))
    expect(found.transactionIds).toEqual([])
    expect(found.activePairs).toBe(0)
  }, 240_000)
})
