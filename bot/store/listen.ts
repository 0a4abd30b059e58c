/**
 * Hears what other sessions `notify`, on a connection of its own: one from the pool would be missing there. It is looked
 * after for as long as it is wanted: a connection that ends, or says nothing any more, is replaced by another.
 */
import pg from 'pg'

export interface Listening {
  /** Called with what was notified. */
  heard(payload: string): void
  /** Called each time that listening begins: what was notified meanwhile was not heard. */
  begun(): void
}

/** Milliseconds. */
const answerWithin = 5000
const askedEvery = 20_000
const firstWait = 1000
const longestWait = 30_000

/** @throws when the first connection cannot be made; later ones are tried until they can. */
export async function listenOn(url: string, channel: string, listening: Listening) {
  let current: pg.Client | undefined
  let timer: NodeJS.Timeout | undefined
  let closed = false

  const after = (ms: number, act: () => void) => {
    clearTimeout(timer)
    timer = setTimeout(act, ms)
    timer.unref()
  }
  const begin = async () => {
    const client = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: answerWithin,
      keepAlive: true,
      query_timeout: answerWithin,
    })
    current = client
    client.on('error', () => lost(client))
    client.on('end', () => lost(client))
    client.on('notification', ({ payload }) => payload !== undefined && listening.heard(payload))
    try {
      await client.connect()
      await client.query(`listen "${channel}"`)
    } catch (error) {
      drop(client)
      throw error
    }
    if (closed) return drop(client)
    ask(client)
    listening.begun()
  }
  /** A network that ends in silence raises no error: only an answer shows that somebody is there. */
  const ask = (client: pg.Client) =>
    after(askedEvery, () => {
      client.query('select 1').then(
        () => current === client && ask(client),
        () => lost(client),
      )
    })
  const drop = (client: pg.Client) => {
    if (current === client) current = undefined
    client.end().catch(() => {})
  }
  const lost = (client: pg.Client) => {
    if (current !== client) return
    drop(client)
    if (!closed) again(firstWait)
  }
  const again = (wait: number) =>
    after(wait, () => {
      begin().catch(() => !closed && again(Math.min(wait * 2, longestWait)))
    })

  await begin()
  return {
    async close() {
      closed = true
      clearTimeout(timer)
      if (current) drop(current)
    },
  }
}
