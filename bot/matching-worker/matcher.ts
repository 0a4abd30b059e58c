import { Busy } from '../domain/fault.ts'
import type { MatchingInput } from '../domain/matching/person.ts'
import type { AnswerTo, Question } from '../domain/matching-questions.ts'
import { askInWorker, keepWorker, proposeInWorker } from './run-in-worker.ts'

interface Log {
  info(facts: object, message: string): void
}

/** Whoever comes later would wait for longer than they would like to. */
const mostWaiting = 30
const patienceMs = 20_000

function takingTurns(most = Number.POSITIVE_INFINITY) {
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0
  return <T>(work: () => Promise<T>): Promise<T> => {
    if (waiting >= most) return Promise.reject(new Busy())
    waiting++
    const turn = last.then(work).finally(() => {
      waiting--
    })
    last = turn.catch(() => {})
    return turn
  }
}

async function withinPatience<T>(asked: Promise<T>, stop: AbortController): Promise<T> {
  let isLate = false
  const timer = setTimeout(() => {
    isLate = true
    stop.abort()
  }, patienceMs)
  try {
    return await asked
  } catch (error) {
    throw isLate ? new Busy() : error
  } finally {
    clearTimeout(timer)
  }
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
  /** What participants ask, many of them and each for a moment: never behind an Organizer's questions, which take a run. */
  const partners = keepWorker()
  const inTurn = {
    /** One after the other: somebody who asks often must not take the machine from a run. */
    organizers: takingTurns(),
    participants: takingTurns(mostWaiting),
  }
  const ask = <Q extends Question>(question: Q): Promise<AnswerTo<Q>> => {
    const answered = async () => {
      const stop = new AbortController()
      if (closed) stop.abort()
      running.add(stop)
      const asked =
        question.ask === 'pair'
          ? pairs.ask(question, stop)
          : question.ask === 'partners'
            ? withinPatience(partners.ask(question, stop), stop)
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
