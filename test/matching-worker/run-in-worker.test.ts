import { describe, expect, test } from '@jest/globals'
import { propose } from '../../bot/domain/matching/propose.ts'
import { createMatcher } from '../../bot/matching-worker/matcher.ts'
import { proposeInWorker } from '../../bot/matching-worker/run-in-worker.ts'
import { company } from '../domain/matching/company.ts'

const small = company({ people: 60, seed: 4, dirt: 0 })
const large = company({ people: 2500, seed: 4, dirt: 0 })

describe('proposeInWorker', () => {
  test('answers what the engine answers, and tells its phases', async () => {
    const phases = new Set<string>()
    const proposal = await proposeInWorker(small, { onProgress: (phase) => phases.add(phase) })
    expect(proposal).toEqual(propose(small))
    expect(phases.size).toBeGreaterThan(2)
  })

  test('stops when asked, also while it works', async () => {
    const stop = new AbortController()
    const running = proposeInWorker(large, { signal: stop.signal, onProgress: () => stop.abort() })
    await expect(running).rejects.toMatchObject({ code: 'cancelled' })
    await expect(proposeInWorker(small, { signal: stop.signal })).rejects.toMatchObject({ code: 'cancelled' })
  })

  test('passes on what went wrong in the thread', async () => {
    await expect(proposeInWorker({ ...small, weights: { topic: 1.5 } })).rejects.toThrow(
      /Weight topic is 1.5/,
    )
  })
})

describe('createMatcher', () => {
  test('ends its runs when the service stops', async () => {
    const matcher = createMatcher({ info: () => {} })
    const running = matcher.propose(large, () => {
      matcher.close().catch(() => {})
    })
    await expect(running).rejects.toMatchObject({ code: 'cancelled' })
  })
})
