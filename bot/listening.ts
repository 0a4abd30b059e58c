/** From the first request to the last: what must be there before the port opens, and in which order the parts are let go. */
import type { Server } from 'node:http'
import { sleepFor } from './graph/throttle.ts'

/** So long the first card waits for the id that its links need; a Graph that is slow keeps nobody from starting. */
const appIdWaitMs = 5000

interface Life {
  app: { listen(port: number, host: string): Server }
  at: { port: number; host: string }
  /** Waited for, but not for long. */
  appId: { look(): Promise<unknown> }
  /** Resolves once jobs are worked on. */
  work: () => Promise<unknown>
  ready: (port: number) => void
  /** Closed in this order, once nobody is answered any more. */
  close: readonly (() => unknown)[]
}

export function lifeOf({ app, at, appId, work, ready, close }: Life) {
  let server: Server | undefined
  return {
    async listen(): Promise<{ port: number }> {
      await atMost(appIdWaitMs, appId.look())
      await work()
      server = await listening(app.listen(at.port, at.host))
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : at.port
      ready(port)
      return { port }
    },
    async stop(): Promise<void> {
      server?.close()
      server?.closeAllConnections()
      for (const part of close) await part()
    },
  }
}

async function atMost(ms: number, work: Promise<unknown>): Promise<void> {
  const waiting = new AbortController()
  const patience = sleepFor(ms, waiting.signal).catch(() => {})
  await Promise.race([work, patience]).finally(() => waiting.abort())
}

/** Longer than the four minutes after which Azure's ingress lets an idle connection go: who ends it first must not be us. */
const keepAliveMs = 245_000

function listening(server: Server): Promise<Server> {
  server.keepAliveTimeout = keepAliveMs
  return new Promise((resolve, reject) => {
    server.once('listening', () => resolve(server)).once('error', reject)
  })
}
