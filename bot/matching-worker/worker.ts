/** The thread that pairs: one input or one question in, progress and one result out. Stops when the shared flag is raised. */
import { parentPort, workerData } from 'node:worker_threads'
import { Cancelled } from '../domain/matching/optimum.ts'
import type { MatchingInput } from '../domain/matching/person.ts'
import { propose } from '../domain/matching/propose.ts'
import { answer } from '../domain/matching-questions.ts'
import type { FromWorker, ToWorker } from './run-in-worker.ts'

const work = workerData as ToWorker

function say(message: FromWorker): void {
  parentPort!.postMessage(message)
}

function run(input: MatchingInput, flag: Int32Array): void {
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
}

if ('question' in work) say({ kind: 'answer', answer: answer(work.question) })
else run(work.input, work.flag)
