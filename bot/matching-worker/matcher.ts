import { Cancelled } from '../domain/matching/optimum.ts'
import type { MatchingInput } from '../domain/matching/person.ts'
import { proposeInWorker } from './run-in-worker.ts'

interface Log {
  info(facts: object, message: string): void
}

/** The engine as workflows meet it: each run in a thread of its own; `close` stops whatever still runs. */
export function createMatcher(log: Log) {
  const running = new Set<AbortController>()
  const propose = async (
    input: MatchingInput,
    onProgress?: (phase: string, done: number, of: number) => void,
    signal?: AbortSignal,
  ) => {
    const stop = new AbortController()
    const abort = () => stop.abort()
    if (signal?.aborted) throw new Cancelled()
    signal?.addEventListener('abort', abort, { once: true })
    running.add(stop)
    try {
      const proposal = await proposeInWorker(input, { onProgress, signal: stop.signal })
      const { totals, proof } = proposal
      log.info({ totals, proof }, 'pairs proposed')
      return proposal
    } finally {
      running.delete(stop)
      signal?.removeEventListener('abort', abort)
    }
  }
  const close = async () => {
    for (const stop of running) stop.abort()
  }
  return { propose, close }
}
