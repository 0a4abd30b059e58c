import type { MatchingInput } from '../domain/matching/person.ts'
import type { AnswerTo, Question } from '../domain/matching-questions.ts'
import { askInWorker, keepWorker, proposeInWorker } from './run-in-worker.ts'

interface Log {
  info(facts: object, message: string): void
}

/** The engine as workflows meet it: each run in a thread of its own; `close` stops whatever still runs. */
export function createMatcher(log: Log) {
  const running = new Set<AbortController>()
  const named = new Map<string, AbortController>()
  const propose = async (
    input: MatchingInput,
    onProgress?: (phase: string, done: number, of: number) => void,
    name?: string,
  ) => {
    const stop = new AbortController()
    running.add(stop)
    if (name !== undefined) named.set(name, stop)
    try {
      const proposal = await proposeInWorker(input, { onProgress, signal: stop.signal })
      const { totals, proof } = proposal
      log.info({ totals, proof }, 'pairs proposed')
      return proposal
    } finally {
      running.delete(stop)
      if (name !== undefined) named.delete(name)
    }
  }
  /** Pairs are weighed one after the other against the same people: that thread keeps its run. */
  const pairs = keepWorker()
  /** One after the other: somebody who asks often must not take the machine from a run. */
  let last: Promise<unknown> = Promise.resolve()
  const ask = <Q extends Question>(question: Q): Promise<AnswerTo<Q>> => {
    const turn = last.then(async () => {
      const stop = new AbortController()
      if (closed) stop.abort()
      running.add(stop)
      const asked = question.ask === 'pair' ? pairs.ask(question, stop) : askInWorker(question, stop)
      return asked.finally(() => running.delete(stop))
    })
    last = turn.catch(() => {})
    return turn
  }
  let closed = false
  const close = async () => {
    closed = true
    for (const stop of running) stop.abort()
    await pairs.close()
  }
  /** Stops the run of that name, if it is one of this process. */
  const stop = (name: string) => named.get(name)?.abort()
  return { propose, ask, stop, close }
}
