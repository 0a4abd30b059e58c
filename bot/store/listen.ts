/**
 * Hears what other sessions `notify`, on a connection of its own: one from the pool would be missing there. It is looked
 * after for as long as it is wanted: a connection that ends, or says nothing any more, is replaced by another. And it is
 * put to the proof: a pooler that lends a connection for one transaction (PgBouncer's mode "transaction",
 * https://www.pgbouncer.org/features.html) takes `listen` without a word and passes nothing on.
 */
import pg from 'pg'

export interface Listening {
  /** Called with what was notified. */
  heard(payload: string): void
  /** Called each time that listening begins: what was notified meanwhile was not heard. */
  begun(): void
  /** Called when nothing is heard any more, until the next `begun`. */
  deaf(): void
}

/** Milliseconds. */
const answerWithin = 5000
const provenEvery = 20_000
const firstWait = 1000
const longestWait = 30_000

/** What is said to find out whether it is heard, by whichever instance. */
const proof = 'is anybody listening'

/** Whoever cannot be reached is tried until it can. `say` notifies on the channel from another session. */
export async function listenOn(
  url: string,
  channel: string,
  listening: Listening,
  say: (payload: string) => Promise<unknown>,
) {
  let current: pg.Client | undefined
  let timer: NodeJS.Timeout | undefined
  let closed = false
  let isHearing: boolean | undefined
  let arrivals = 0

  const after = (ms: number, act: () => void) => {
    clearTimeout(timer)
    timer = setTimeout(act, ms)
    timer.unref()
  }
  const hears = (now: boolean) => {
    if (closed || isHearing === now) return
    isHearing = now
    if (now) listening.begun()
    else listening.deaf()
  }
  const arrived = (payload?: string) => {
    if (payload === undefined) return
    arrivals += 1
    hears(true)
    if (payload !== proof) listening.heard(payload)
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
    client.on('notification', ({ payload }) => arrived(payload))
    try {
      await client.connect()
      await client.query(`listen "${channel}"`)
    } catch (error) {
      drop(client)
      throw error
    }
    if (closed) return drop(client)
    hears(true)
    prove(client)
  }
  /** A network that ends in silence raises no error either: only what arrives shows that somebody is there. */
  const prove = (client: pg.Client) => {
    const before = arrivals
    let isSaid = false
    say(proof).then(
      () => {
        isSaid = true
      },
      () => {},
    )
    after(answerWithin, () => {
      if (arrivals > before) return proveLater(client)
      client.query('select 1').then(
        () => {
          if (current !== client) return
          if (isSaid) hears(false)
          proveLater(client)
        },
        () => lost(client),
      )
    })
  }
  const proveLater = (client: pg.Client) => after(provenEvery - answerWithin, () => prove(client))
  const drop = (client: pg.Client) => {
    if (current === client) current = undefined
    client.end().catch(() => {})
  }
  const lost = (client: pg.Client) => {
    if (current !== client) return
    drop(client)
    hears(false)
    if (!closed) again(firstWait)
  }
  const again = (wait: number) =>
    after(wait, () => {
      begin().catch(() => !closed && again(Math.min(wait * 2, longestWait)))
    })

  await begin().catch(() => {
    hears(false)
    again(firstWait)
  })
  return {
    async close() {
      closed = true
      clearTimeout(timer)
      if (current) drop(current)
    },
  }
}
