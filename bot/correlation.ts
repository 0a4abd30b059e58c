/**
 * One id from the request or job to the last call that it causes: in the answer's header, in every line of the log, and in
 * what Graph is told (`client-request-id`), so that Microsoft's support and whoever looks after the service speak of the same.
 */
import { AsyncLocalStorage } from 'node:async_hooks'

const current = new AsyncLocalStorage<string>()

/** Everything that the work begins carries the id, also after it has ended. */
export const under = <T>(id: string, work: () => T): T => current.run(id, work)

/** Undefined outside of requests and jobs: at the start, and for timers of the process itself. */
export const currentId = (): string | undefined => current.getStore()
