/** Waiting until a product has done what it can do by now. */
import { setTimeout as sleep } from 'node:timers/promises'
import { secondMs } from './span.ts'

const looksEveryMs = 15
/** A job that takes longer than that is not waited for: the clock goes on, and what it brings comes late. */
const mostMs = 30 * secondMs

export async function untilIdle(product: { isIdle(): Promise<boolean> }): Promise<void> {
  const until = Date.now() + mostMs
  while (Date.now() < until && !(await product.isIdle())) await sleep(looksEveryMs)
}
