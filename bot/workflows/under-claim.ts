/** One worker at a time for a row. A worker that dies gives nothing back; its claim runs out by the database's clock. */

/** What the store can do with rows that are worked on. */
export interface Claims<Id extends string> {
  /** Takes the row for one worker; until when, or undefined when somebody else has it. */
  claim(id: Id, leaseMs: number): Promise<Date | undefined>
  /** Gives back a claim that ran until `until`; one that somebody took over meanwhile stays theirs. */
  release(id: Id, until: Date): Promise<void>
}

/** Works on those that nobody else has, and gives them back however that ends. */
export async function underClaims<Id extends string, T>(
  rows: Claims<Id>,
  ids: readonly Id[],
  leaseMs: number,
  work: (mine: Id[]) => Promise<T>,
): Promise<T> {
  const mine = new Map<Id, Date>()
  for (const id of ids) {
    const until = await rows.claim(id, leaseMs)
    if (until) mine.set(id, until)
  }
  try {
    return await work([...mine.keys()])
  } finally {
    for (const [id, until] of mine) await rows.release(id, until)
  }
}

/** The same for one; `taken` when somebody else has it. */
export function underClaim<Id extends string>(
  rows: Claims<Id>,
  id: Id,
  leaseMs: number,
  work: () => Promise<void>,
): Promise<'done' | 'taken'> {
  return underClaims(rows, [id], leaseMs, async ([mine]) => {
    if (mine === undefined) return 'taken'
    await work()
    return 'done'
  })
}
