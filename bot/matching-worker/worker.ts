/** The thread that pairs: one input in, progress and one proposal out. Stops when the shared flag is raised. */
import { parentPort, workerData } from 'node:worker_threads'
import { Cancelled } from '../domain/matching/optimum.ts'
import type { MatchingInput } from '../domain/matching/person.ts'
import { propose } from '../domain/matching/propose.ts'
import type { FromWorker } from './run-in-worker.ts'

const { input, flag } = workerData as { input: MatchingInput; flag: Int32Array }

function say(message: FromWorker): void {
  parentPort!.postMessage(message)
}

try {
  const proposal = propose(input, {
    onProgress: (phase, done, of) => say({ kind: 'progress', phase, done, of }),
    cancelled: () => Atomics.load(flag, 0) === 1,
  })
  say({ kind: 'proposal', proposal })
} catch (error) {
  if (error instanceof Cancelled) say({ kind: 'cancelled' })
  else throw error
}
