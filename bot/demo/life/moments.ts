/** When the company looks up from its work while the clock moves: once each working day, between two instants. */
import { dayMs, hourMs } from '../span.ts'

/** Hours of UTC, in turn: each lies in the working day of half the world, both together in everybody's. */
const looksAt = [8, 15] as const

/**
 * After `from`, up to and with `to`.
 *
 * @param quietUntil before that there is little to do: the first of those days stands for all of them
 */
export function momentsBetween(from: Date, to: Date, quietUntil = from): Date[] {
  const moments: Date[] = []
  const today = Math.floor(from.getTime() / dayMs)
  for (let day = today; day * dayMs < to.getTime(); day++) {
    const weekday = new Date(day * dayMs).getUTCDay()
    if (weekday === 0 || weekday === 6) continue
    const at = day * dayMs + looksAt[day % 2 === 0 ? 0 : 1] * hourMs
    if (at > from.getTime() && at < to.getTime()) moments.push(new Date(at))
  }
  return [...moments.filter((at, k) => k === 0 || at >= quietUntil), to]
}
