import type { Session } from '../session.ts'

/** Starts of the Sessions before and after one, by their numbers; what was called off is in nobody's way. */
export function neighborsOf(
  { number }: Session,
  ofPairing: readonly Session[],
): { before?: number; after?: number } {
  const there = ofPairing.filter(({ state }) => state !== 'cancelled')
  const startsWhere = (is: (one: Session) => boolean) =>
    there.filter(is).map(({ startsAt }) => startsAt.getTime())
  const before = startsWhere((one) => one.number < number)
  const after = startsWhere((one) => one.number > number)
  return {
    ...(before.length > 0 ? { before: Math.max(...before) } : {}),
    ...(after.length > 0 ? { after: Math.min(...after) } : {}),
  }
}
