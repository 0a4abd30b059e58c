/** When the company looks up from its work while the clock moves: twice on each working day, between two instants. */
import { dayMs, hourMs } from '../span.ts'

/** Hours of UTC: one of them lies in anybody's working day, wherever they are. */
const looksAt = [8, 15]

/** After `from`, up to and with `to`. */
export function momentsBetween(from: Date, to: Date): Date[] {
  const moments: Date[] = []
  const midnight = Math.floor(from.getTime() / dayMs) * dayMs
  for (let day = midnight; day <= to.getTime(); day += dayMs) {
    const weekday = new Date(day).getUTCDay()
    if (weekday === 0 || weekday === 6) continue
    for (const hour of looksAt) {
      const at = day + hour * hourMs
      if (at > from.getTime() && at < to.getTime()) moments.push(new Date(at))
    }
  }
  return [...moments, to]
}
