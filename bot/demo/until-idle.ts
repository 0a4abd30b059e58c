/** Waiting until a product has done what it can do by now. */
import { setTimeout as sleep } from 'node:timers/promises'
import { secondMs } from './span.ts'

const looksEveryMs = 15
/** A job that takes longer than that is not waited for: the clock goes on, and what it brings comes late. */
const mostMs = 30 * secondMs

/** What the product does in its own time, as looking whether anything changed of which Outlook did not tell. */
const unhurried = ['look-at-mailbox', 'tend-watches'] as const

interface Product {
  isIdle(but?: readonly (typeof unhurried)[number][]): Promise<boolean>
}

/** @param what `all` after something happened in Outlook: then the product has heard of it, and done what follows. */
export async function untilIdle(product: Product, what: 'all' | 'most'): Promise<void> {
  const but = what === 'all' ? [] : unhurried
  const until = Date.now() + mostMs
  while (Date.now() < until && !(await product.isIdle(but))) await sleep(looksEveryMs)
}
