/**
 * Pairing in a thread of its own, so that the service answers while 100,000 people are placed. A thread lives for one
 * run and gives its memory back.
 */

import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { Fault } from '../domain/fault.ts'
import type { AnswerTo, Question } from '../domain/pairing/matching-questions.ts'
import { Cancelled } from '../engine/optimum.ts'
import type { MatchingInput, MatchingPerson } from '../engine/person.ts'
import type { Phase } from '../engine/phases.ts'
import type { ShownProposal } from '../engine/shown-proposal.ts'

export type ToWorker = { input: MatchingInput; flag: Int32Array } | { question: Question }

/** To a thread that is kept: the people of its last question are not sent again, and stand as `undefined`. */
export type ToKeptWorker = { question: Question; organization: MatchingPerson[] | undefined }

export type FromWorker =
  | { kind: 'progress'; phase: Phase; done: number; of: number }
  | { kind: 'proposal'; proposal: ShownProposal }
  | { kind: 'answer'; answer: AnswerTo<Question> }
  | { kind: 'failed'; error: Error }
  | { kind: 'cancelled' }

export interface RunOptions {
  onProgress?: ((phase: Phase, done: number, of: number) => void) | undefined
  signal?: AbortSignal | undefined
}

/** Rejects with `Cancelled` when the signal fires, and with the thread's own error when it fails. */
export function proposeInWorker(
  input: MatchingInput,
  { onProgress, signal }: RunOptions = {},
): Promise<ShownProposal> {
  if (signal?.aborted) return Promise.reject(new Cancelled())
  const flag = new Int32Array(new SharedArrayBuffer(4))
  const worker = startWorker({ input, flag })
  let raise = () => {}
  return new Promise<ShownProposal>((resolve, reject) => {
    // The thread looks at the flag between its steps; a long step is ended with the thread.
    raise = () => {
      Atomics.store(flag, 0, 1)
      reject(new Cancelled())
    }
    signal?.addEventListener('abort', raise, { once: true })
    worker.on('message', (message: FromWorker) => {
      if (message.kind === 'progress') onProgress?.(message.phase, message.done, message.of)
      else if (message.kind === 'proposal') resolve(message.proposal)
      else reject(new Cancelled())
    })
    worker.on('error', reject)
    worker.on('exit', (code) => reject(new Fault(`The pairing thread ended early with code ${code}.`)))
  }).finally(() => {
    signal?.removeEventListener('abort', raise)
    return worker.terminate()
  })
}

/** One question in a thread of its own. The thread is ended at once when the signal fires: nothing is kept of it. */
export function askInWorker<Q extends Question>(
  question: Q,
  { signal }: Pick<RunOptions, 'signal'> = {},
): Promise<AnswerTo<Q>> {
  if (signal?.aborted) return Promise.reject(new Cancelled())
  const worker = startWorker({ question })
  let stop = () => {}
  return new Promise<AnswerTo<Q>>((resolve, reject) => {
    stop = () => reject(new Cancelled())
    signal?.addEventListener('abort', stop, { once: true })
    worker.on('message', (message: FromWorker) => {
      if (message.kind === 'answer') resolve(message.answer as AnswerTo<Q>)
    })
    worker.on('error', reject)
    worker.on('exit', (code) => reject(new Fault(`The pairing thread ended early with code ${code}.`)))
  }).finally(() => {
    signal?.removeEventListener('abort', stop)
    return worker.terminate()
  })
}

export interface KeptWorker {
  /** One question at a time; a signal ends the thread, and the next question starts another. */
  ask<Q extends Question>(question: Q, options?: Pick<RunOptions, 'signal'>): Promise<AnswerTo<Q>>
  close(): Promise<void>
}

/**
 * A thread that remembers its last question: the first one about a Cohort pairs everybody, or reads the whole chart, the next
 * ones about the same people go on from there. Unused for `idleMs`, it ends and gives its memory back.
 */
export function keepWorker(idleMs = 120_000): KeptWorker {
  let worker: Worker | undefined
  let idle: NodeJS.Timeout | undefined
  /** Whom the thread has: by the very list, which is never changed. */
  let sent: MatchingPerson[] | undefined
  const close = async () => {
    clearTimeout(idle)
    const ended = worker
    worker = undefined
    await ended?.terminate()
  }
  const ask = async <Q extends Question>(question: Q, { signal }: Pick<RunOptions, 'signal'> = {}) => {
    if (signal?.aborted) throw new Cancelled()
    clearTimeout(idle)
    if (!worker) sent = undefined
    worker ??= startWorker()
    const thread = worker
    thread.ref()
    let forget = () => {}
    try {
      return await new Promise<AnswerTo<Q>>((resolve, reject) => {
        const hear = (message: FromWorker) => {
          if (message.kind === 'answer') resolve(message.answer as AnswerTo<Q>)
          else if (message.kind === 'failed') reject(message.error)
        }
        const stop = () => reject(new Cancelled())
        const end = (code: number) => reject(new Fault(`The pairing thread ended early with code ${code}.`))
        thread.on('message', hear).on('error', reject).on('exit', end)
        signal?.addEventListener('abort', stop, { once: true })
        forget = () => {
          thread.off('message', hear).off('error', reject).off('exit', end)
          signal?.removeEventListener('abort', stop)
        }
        const [lighter, organization] = withoutPeople(question)
        const message: ToKeptWorker = {
          question: lighter,
          organization: organization === sent ? undefined : organization,
        }
        sent = organization
        thread.postMessage(message)
      })
    } catch (error) {
      await close()
      throw error
    } finally {
      forget()
      if (worker) {
        // Nobody waits for an idle thread when the service stops.
        worker.unref()
        idle = setTimeout(() => void close(), idleMs).unref()
      }
    }
  }
  return { ask, close }
}

function withoutPeople(question: Question): [Question, MatchingPerson[] | undefined] {
  if (question.ask === 'effect') return [question, undefined]
  const { organization, ...rest } = question.input
  return [{ ...question, input: { ...rest, organization: [] } }, organization]
}

/** From sources the thread first needs the TypeScript loader; bundled, it lies beside the program as one file. */
function startWorker(workerData?: ToWorker): Worker {
  if (!import.meta.url.endsWith('.ts')) {
    return new Worker(new URL('./matching-worker.js', import.meta.url), { workerData })
  }
  // tsx 4.23 cannot register from its CommonJS half in a thread: its module half lies beside it.
  const loader = createRequire(import.meta.url)
    .resolve('tsx/esm/api')
    .replace(/\.cjs$/, '.mjs')
  const entry = new URL('./worker.ts', import.meta.url).href
  const start = `import(${JSON.stringify(pathToFileURL(loader).href)})
    .then(({ register }) => register())
    .then(() => import(${JSON.stringify(entry)}))`
  return new Worker(start, { eval: true, workerData, execArgv: [] })
}
