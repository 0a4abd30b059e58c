/**
 * The thread that pairs. Started with an input or a question it gives one result and stops early when the shared flag is
 * raised; started with neither, it answers question after question.
 */
import { createHash } from 'node:crypto'
import { parentPort, workerData } from 'node:worker_threads'
import { Cancelled } from '../domain/matching/optimum.ts'
import type { MatchingInput } from '../domain/matching/person.ts'
import { proposeWithWorking, type WorkedProposal } from '../domain/matching/propose.ts'
import { proposeToShow } from '../domain/matching/shown-proposal.ts'
import { answer, type Question } from '../domain/matching-questions.ts'
import type { FromWorker, ToWorker } from './run-in-worker.ts'

const work = workerData as ToWorker | undefined

function say(message: FromWorker): void {
  parentPort!.postMessage(message)
}

function run(input: MatchingInput, flag: Int32Array): void {
  try {
    // Nothing else of it leaves this thread: what was said in private stays with the engine.
    const proposal = proposeToShow(input, {
      onProgress: (phase, done, of) => say({ kind: 'progress', phase, done, of }),
      cancelled: () => Atomics.load(flag, 0) === 1,
    })
    say({ kind: 'proposal', proposal })
  } catch (error) {
    if (error instanceof Cancelled) say({ kind: 'cancelled' })
    else throw error
  }
}

/** The last run and what its input was, so that the next question about the same people only takes a repair. */
let last: { key: string; worked: WorkedProposal } | undefined

function runOf(input: MatchingInput): WorkedProposal {
  const key = createHash('sha256').update(JSON.stringify(input)).digest('base64')
  if (last?.key !== key) last = { key, worked: proposeWithWorking(input) }
  return last.worked
}

function reply(question: Question): void {
  try {
    say({ kind: 'answer', answer: answer(question, runOf) })
  } catch (error) {
    say({ kind: 'failed', error: error as Error })
  }
}

if (work === undefined) parentPort!.on('message', reply)
else if ('question' in work) say({ kind: 'answer', answer: answer(work.question) })
else run(work.input, work.flag)
