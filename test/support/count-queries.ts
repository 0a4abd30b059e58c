/** Counts what reaches a database, on either engine, whoever asks; inside a transaction too. */
import { setImmediate } from 'node:timers/promises'
import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'

export interface QueryCount {
  count(): number
  /** Resolves when nothing is under way any more, with whether something was. */
  idle(): Promise<boolean>
  stop(): void
}

type Method = (this: unknown, ...args: unknown[]) => unknown
type Methods = Record<string, Method>

export function countQueries(): QueryCount {
  let count = 0
  let underWay = 0
  const counted = (method: Method): Method =>
    function (...args) {
      count += 1
      const answer = method.apply(this, args)
      if (answer instanceof Promise) {
        underWay += 1
        const ended = () => {
          underWay -= 1
        }
        answer.then(ended, ended)
      }
      return answer
    }
  /** The two that begin and end it, and what it asks. */
  const transaction = (method: Method): Method =>
    function (work) {
      count += 1
      const inside = (tx: Methods) => {
        const own = { ...tx, query: counted(tx['query']!), exec: counted(tx['exec']!) }
        return (work as (tx: Methods) => unknown)(own)
      }
      return counted(method).call(this, inside)
    }
  const undo = [
    replace(pg.Client.prototype, 'query', counted),
    replace(PGlite.prototype, 'query', counted),
    replace(PGlite.prototype, 'exec', counted),
    replace(PGlite.prototype, 'transaction', transaction),
  ]
  return {
    count: () => count,
    async idle() {
      for (let waited = false; ; waited = true) {
        const seen = count
        // Whoever got an answer may ask again before the next turns of the process are over.
        for (let turn = 0; turn < 10; turn++) await setImmediate()
        if (underWay === 0 && count === seen) return waited
      }
    },
    stop() {
      for (const act of undo) act()
    },
  }
}

function replace(of: object, name: string, by: (method: Method) => Method): () => void {
  const methods = of as Methods
  const method = methods[name]!
  const isOwn = Object.hasOwn(of, name)
  methods[name] = by(method)
  return () => {
    if (isOwn) methods[name] = method
    else delete methods[name]
  }
}
