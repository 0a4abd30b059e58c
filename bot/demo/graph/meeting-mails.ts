/** The messages that Exchange sends to attendees when an organizer writes: what people find in their inbox. */
import type { DemoEvent, TenantState } from '../state.ts'
import type { Attendee } from './event-input.ts'
import { type MeetingMail, memoryOf } from './memory.ts'
import { occurrenceOn } from './occurrences.ts'

export function mailAttendees(
  state: TenantState,
  organizer: DemoEvent,
  kind: MeetingMail['kind'],
  date?: string,
): void {
  for (const { emailAddress } of organizer.resource['attendees'] as Attendee[]) {
    const about = { iCalUId: organizer.iCalUId, kind, ...(date ? { date } : {}) }
    memoryOf(state).meetingMails.push({ to: emailAddress.address, ...about })
  }
}

/**
 * With a series that is called off, or gets another pattern, each exception that has not passed is called off by a
 * message of its own (MS-OXOCAL 3.1.4.7.3.5 and 3.1.4.9: Updating, and Canceling, a Recurring Series).
 */
export function mailExceptionsOff(state: TenantState, organizer: DemoEvent): void {
  for (const date of organizer.exceptions.keys()) {
    const isAhead = occurrenceOn(organizer, date).start > state.now().getTime()
    if (isAhead && !organizer.cancelled.has(date)) mailAttendees(state, organizer, 'cancellation', date)
  }
}
