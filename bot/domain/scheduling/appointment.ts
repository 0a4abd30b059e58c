/**
 * Which Session an appointment in somebody's own calendar is. Everybody who is invited has a copy with an id of its own; what
 * the copies share is the iCalendar id, of an event or of the series it belongs to. The organizer's copy, the one that was
 * booked, is found by it.
 */
import type { Pairing } from '../pairing/pairing.ts'
import { type Booking, type Hold, seriesOf } from './hold.ts'
import type { Session } from './session.ts'

export interface Appointment {
  /** iCalendar id of the event, or of the whole series when it is one of a series. */
  sharedId: string
  /** One of a series: where the series has it, however often it moved. */
  originalStart?: Date
  isSeries: boolean
}

export interface MyBooked {
  pairing: Pairing
  booking: Booking
  sessions: readonly Session[]
}

/** Where the Sessions of a Hold stand in Outlook; while the slot is being changed, that is where they stood before. */
export function bookingOf(hold: Hold | undefined): Booking | undefined {
  if (hold?.state === 'booked') return hold.booking
  return hold?.state === 'requested' ? hold.replaces?.booking : undefined
}

/**
 * @param eventIds those of the organizer's copy, by the shared id
 * @param startsAt which of a series is looked at, where Outlook names the series alone; it chooses among these Sessions only
 */
export function sessionOf(
  appointment: Appointment,
  eventIds: readonly string[],
  { booking, sessions }: Pick<MyBooked, 'booking' | 'sessions'>,
  { startsAt, now }: { startsAt?: Date | undefined; now: Date },
): Session | undefined {
  const own = sessions.find(({ eventId }) => eventId !== undefined && eventIds.includes(eventId))
  if (own) return own
  if (!seriesOf(booking).some(({ eventId }) => eventIds.includes(eventId))) return undefined
  const inSeries = sessions.filter(({ eventId }) => eventId === undefined)
  const isAt = (at: Date | undefined, other: Date | undefined) => at?.getTime() === other?.getTime()
  const { originalStart, isSeries } = appointment
  if (originalStart)
    return inSeries.find((one) => isAt(one.originalStart ?? one.movedFrom ?? one.startsAt, originalStart))
  if (!isSeries) return undefined
  if (startsAt) {
    const named = inSeries.find((one) => isAt(one.startsAt, startsAt))
    if (named) return named
  }
  return inSeries.find(({ state, endsAt }) => state === 'planned' && endsAt > now)
}
