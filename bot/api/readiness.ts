/** Whether the service can work: each part is tried, not asked how it feels. */

const keptMs = 5000
/** Whoever asks waits two seconds at most. */
const patienceMs = 1500

/**
 * Anybody may ask, so what was found is kept for five seconds, and whoever asks meanwhile waits for the same look. A part
 * that does not answer in time is slow, and is not asked again before it has.
 * @param parts each throws when it does not work
 * @returns the names of those that do not
 */
export function readiness(
  parts: Record<string, () => Promise<unknown>>,
  nowMs: () => number,
): () => Promise<string[]> {
  const underWay = new Set<string>()
  let last: { at: number; found: Promise<string[]> } | undefined
  return () => {
    const at = nowMs()
    if (!last || at - last.at >= keptMs) last = { at, found: look(parts, underWay) }
    return last.found
  }
}

/** A look at a table says nothing about a disk that is full, and a good token nothing about keys that are gone. */
export const readinessOf = (
  {
    database,
    queue,
    readToken,
  }: {
    database: { query(statement: string): Promise<unknown> }
    queue: { answer(): Promise<unknown> }
    readToken: { keysAnswer(): Promise<unknown> }
  },
  nowMs: () => number,
) =>
  readiness(
    {
      database: () => database.query('update organization_reading set pages = pages'),
      jobs: () => queue.answer(),
      'sign-in keys': () => readToken.keysAnswer(),
    },
    nowMs,
  )

async function look(parts: Record<string, () => Promise<unknown>>, underWay: Set<string>): Promise<string[]> {
  const found = await Promise.all(
    Object.entries(parts).map(async ([name, works]) => {
      if (underWay.has(name)) return [`${name} slow`]
      underWay.add(name)
      const answer = works().then(
        () => [],
        () => [name],
      )
      void answer.then(() => underWay.delete(name))
      return Promise.race([answer, patience([`${name} slow`])])
    }),
  )
  return found.flat()
}

const patience = (otherwise: string[]) =>
  new Promise<string[]>((resolve) => {
    setTimeout(() => resolve(otherwise), patienceMs).unref()
  })
