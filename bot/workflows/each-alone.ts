/**
 * Work of the tick that consists of many small pieces, each with a transaction of its own: one that fails, this minute and the
 * next, keeps none of the others waiting.
 */
import { Fault, tellingOf } from '../domain/fault.ts'

/** @throws SomeFailed when it has tried every piece and some failed */
export async function eachAlone<T>(pieces: Iterable<T>, work: (piece: T) => Promise<unknown>): Promise<void> {
  const failures: unknown[] = []
  for (const piece of pieces) await work(piece).catch((error: unknown) => failures.push(error))
  if (failures.length > 0) throw new SomeFailed(failures)
}

export class SomeFailed extends Fault {
  override readonly name = 'SomeFailed'
  constructor([first, ...rest]: readonly unknown[]) {
    super(`${rest.length + 1} of them failed, the others are done; the first: ${tellingOf(first)}`, {
      cause: first,
    })
  }
}
