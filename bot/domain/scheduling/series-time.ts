/** At what time a series is by now: as it was agreed, or where somebody put the whole of it in Outlook. */
import type { Session } from './session.ts'
import type { Slot } from './slot.ts'
import { timeOf, wallClock } from './zone-offset.ts'

/** On the clock of the slot. Dates that were moved one by one change nothing: the pattern still has them at its own time. */
export function seriesTime(slot: Slot, sessions: readonly Session[], now: Date): string {
  const ahead = sessions.filter(
    ({ state, startsAt, eventId }) => state === 'planned' && startsAt > now && eventId === undefined,
  )
  const [next] = ahead.flatMap(({ originalStart }) => originalStart ?? [])
  return next ? timeOf(wallClock(slot.timeZone, next.getTime()).minutes) : slot.time
}
