/** Whether the service can work: each part is tried, not asked how it feels. */

const keptMs = 5000
const patienceMs = 3000

/**
 * Anybody may ask, so what was found is kept for five seconds, and whoever asks meanwhile waits for the same look. A part
 * that does not answer in three seconds does not work.
 * @param parts each throws when it does not work
 * @returns the names of those that do not
 */
export function readiness(
  parts: Record<string, () => Promise<unknown>>,
  nowMs: () => number,
): () => Promise<string[]> {
  let last: { at: number; found: Promise<string[]> } | undefined
  return () => {
    const at = nowMs()
    if (!last || at - last.at >= keptMs) last = { at, found: look(parts) }
    return last.found
  }
}

async function look(parts: Record<string, () => Promise<unknown>>): Promise<string[]> {
  const found = await Promise.all(
    Object.entries(parts).map(async ([name, works]) => {
      const given = await Promise.race([works().then(() => true), patience()]).catch(() => false)
      return given ? [] : [name]
    }),
  )
  return found.flat()
}

const patience = () =>
  new Promise<false>((resolve) => {
    setTimeout(() => resolve(false), patienceMs).unref()
  })
