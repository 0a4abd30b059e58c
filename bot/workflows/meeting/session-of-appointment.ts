/**
 * Which of somebody's own Sessions an appointment in their Outlook is. Only their own calendar is asked, and only what was
 * booked for a pair of theirs is looked for: whoever is not of the pair learns what they would learn of any id.
 */
import type { PersonId } from '../../domain/organization/person.ts'
import { isLasting } from '../../domain/pairing/pairing.ts'
import type { CohortId } from '../../domain/program/program.ts'
import { type Refusal, refuse } from '../../domain/refusal.ts'
import { bookingOf, type MyBooked, sessionOf } from '../../domain/scheduling/appointment.ts'
import type { Session } from '../../domain/scheduling/session.ts'
import type { Ports } from '../ports.ts'

type Needs = Pick<Ports, 'store' | 'calendar' | 'clock'>

export interface Recognized {
  session: Session
  cohortId: CohortId
}

/** @throws when Outlook cannot be asked just now */
export async function sessionOfAppointment(
  ports: Needs,
  personId: PersonId,
  { item, startsAt }: { item: string; startsAt?: Date | undefined },
): Promise<Recognized | undefined | Refusal> {
  const { calendar, clock } = ports
  const booked = await bookedFor(ports, personId)
  if (booked.length === 0) return undefined
  try {
    const appointment = await calendar.appointment(personId, item)
    if (!appointment) return undefined
    const idsIn = new Map<PersonId, string[]>()
    for (const mine of booked) {
      const { organizerId } = mine.booking
      const ids = idsIn.get(organizerId) ?? (await calendar.eventsSharing(organizerId, appointment.sharedId))
      idsIn.set(organizerId, ids)
      const session = sessionOf(appointment, ids, mine, { startsAt, now: clock.now() })
      if (session) return { session, cohortId: mine.pairing.cohortId }
    }
    return undefined
  } catch (error) {
    // The class that the port throws is Graph's own of the same name.
    if ((error as Error).name !== 'CalendarRefused') throw error
    const me = await ports.store.people.get(personId)
    return refuse('calendar-unknown', { name: me?.displayName ?? '' })
  }
}

async function bookedFor({ store }: Needs, personId: PersonId): Promise<MyBooked[]> {
  const booked: MyBooked[] = []
  for (const pairing of (await store.pairings.ofPerson(personId)).filter(isLasting)) {
    const booking = bookingOf(await store.holds.ofPairing(pairing.id))
    if (booking) booked.push({ pairing, booking, sessions: await store.sessions.ofPairing(pairing.id) })
  }
  return booked
}
