import type { Mine } from './mine.ts'

type Side = 'mentor' | 'mentee'

/** A full side leads to the waiting list; one that is not open to somebody, or of which nobody knows, leads nowhere. */
export function mayEnter(entry: Mine['entry'], side: Side): boolean {
  return !entry || entry.sides[side] === 'open' || entry.sides[side] === 'full'
}
