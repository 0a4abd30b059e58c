import { Busy } from '../domain/fault.ts'
import type { AnswerTo, Question } from '../domain/pairing/matching-questions.ts'
import { Cancelled } from '../engine/optimum.ts'
import type { MatchingInput } from '../engine/person.ts'
import type { Phase } from '../engine/phases.ts'
import { askInWorker, keepWorker, proposeInWorker } from './run-in-worker.ts'

interface Log {
  info(facts: object, message: string): void
}

/** Whoever comes later, or has waited for so long, is told to come back. */
const mostWaiting = 30
const patienceMs = 20_000

/** One after the other. Of whoever had to be told to come back before their turn, the turn is left out. */
function takingTurns({ most = Number.POSITIVE_INFINITY, patience = Number.POSITIVE_INFINITY } = {}) {
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0
  return <T>(work: (stop: AbortController) => Promise<T>, stop = new AbortController()): Promise<T> => {
    if (waiting >= most) return Promise.reject(new Busy())
    waiting++
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_, reject) => {
      if (patience === Number.POSITIVE_INFINITY) return
      timer = setTimeout(() => {
        reject(new Busy())
        stop.abort()
      }, patience)
    })
    const turn = last.then(() => (stop.signal.aborted ? Promise.reject(new Cancelled()) : work(stop)))
    last = turn.catch(() => {})
    return Promise.race([turn, late]).finally(() => {
      clearTimeout(timer)
      waiting--
    })
  }
}

/** The engine as workflows meet it: each run in a thread of its own; `close` stops whatever still runs. */
export function createMatcher(log: Log, { patienceMs: patience = patienceMs } = {}) {
  const running = new Set<AbortController>()
  const named = new Map<string, AbortController>()
  const propose = async (
    input: MatchingInput,
    onProgress?: (phase: Phase, done: number, of: number) => void,
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
  /** What participants ask, many of them and each for a moment: never behind an Organizer's questions, which take a run. */
  const partners = keepWorker()
  const inTurn = {
    /** Somebody who asks often must not take the machine from a run. */
    organizers: takingTurns(),
    participants: takingTurns({ most: mostWaiting, patience }),
  }
  const ask = <Q extends Question>(question: Q): Promise<AnswerTo<Q>> => {
    const answered = async (stop: AbortController) => {
      if (closed) stop.abort()
      running.add(stop)
      const asked =
        question.ask === 'pair'
          ? pairs.ask(question, stop)
          : question.ask === 'partners'
            ? partners.ask(question, stop)
            : askInWorker(question, stop)
      return asked.finally(() => running.delete(stop))
    }
    return question.ask === 'partners' ? inTurn.participants(answered) : inTurn.organizers(answered)
  }
  let closed = false
  const close = async () => {
    closed = true
    for (const stop of running) stop.abort()
    await pairs.close()
    await partners.close()
  }
  /** Stops the run of that name, if it is one of this process. */
  const stop = (name: string) => named.get(name)?.abort()
  return { propose, ask, stop, close }
}
