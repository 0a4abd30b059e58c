import { describe, expect, test } from '@jest/globals'
import type { PairQuestion } from '../../bot/domain/pairing/matching-questions.ts'
import { weighPair } from '../../bot/domain/pairing/pair-weighing.ts'
import type { MatchingInput } from '../../bot/engine/person.ts'
import { propose } from '../../bot/engine/propose.ts'
import { proposeToShow } from '../../bot/engine/shown-proposal.ts'
import { createMatcher } from '../../bot/matching-worker/matcher.ts'
import { keepWorker, proposeInWorker } from '../../bot/matching-worker/run-in-worker.ts'
import { company } from '../engine/company.ts'

const small = company({ people: 60, seed: 4, dirt: 0 })
const large = company({ people: 2500, seed: 4, dirt: 0 })

describe('proposeInWorker', () => {
  test('answers what may be shown of a run, and tells its phases', async () => {
    const phases = new Set<string>()
    const proposal = await proposeInWorker(small, { onProgress: (phase) => phases.add(phase) })
    expect(proposal).toEqual(proposeToShow(small))
    const two = ({ mentorId, menteeId }: { mentorId: string; menteeId: string }) => [mentorId, menteeId]
    expect(proposal.pairings.map(two)).toEqual(propose(small).pairings.map(two))
    expect(JSON.stringify(proposal)).not.toMatch(/preference|rating|blocked/)
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

describe('keepWorker', () => {
  const question = (input: MatchingInput, at: number): PairQuestion => {
    const side = (name: string) => input.participants.filter((p) => p.side === name)
    const [mentors, mentees] = [side('mentor'), side('mentee')]
    const mentorId = mentors[at % mentors.length]!.id
    return { ask: 'pair', input, mentorId, menteeId: mentees[(3 * at) % mentees.length]!.id }
  }

  test('answers question after question as if each were the first, also when the people changed in between', async () => {
    const worker = keepWorker()
    const fewer = { ...small, participants: small.participants.slice(5) }
    for (const input of [small, small, fewer, small]) {
      for (const at of [0, 1, 2]) {
        const asked = question(input, at)
        expect(await worker.ask(asked)).toEqual(JSON.parse(JSON.stringify(weighPair(input, asked))))
      }
    }
    await worker.close()
  })

  test('starts another thread after one was stopped, and passes on what went wrong in it', async () => {
    const worker = keepWorker()
    const stop = new AbortController()
    const stopped = worker.ask(question(large, 1), stop)
    stop.abort()
    await expect(stopped).rejects.toMatchObject({ code: 'cancelled' })
    const wrong = { ...small, weights: { topic: 1.5 } }
    await expect(worker.ask(question(wrong, 0))).rejects.toThrow(/Weight topic is 1.5/)
    const asked = question(small, 0)
    expect(await worker.ask(asked)).toEqual(JSON.parse(JSON.stringify(weighPair(small, asked))))
    await worker.close()
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
