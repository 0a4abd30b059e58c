/** What people do in Outlook themselves, for the demo's page and for tests: answer an invitation, move a meeting. */
import type { DemoEvent, TenantState } from '../state.ts'
import type { Attendee } from './event-input.ts'
import { patchOccurrence } from './event-patch.ts'
import { copiesOf, isOrganizers, readEventId, saveEvent } from './event-store.ts'
import { deliverToAttendees } from './meeting-copies.ts'
import { mailAttendees } from './meeting-mails.ts'
import { instancesOf, occurrenceOn, remainingDates } from './occurrences.ts'

export type Answer = 'accepted' | 'declined' | 'tentative'

/**
 * Somebody answers an invitation, the whole series or one occurrence. `eventId` may name their own copy, the
 * organizer's, or an occurrence of either; `occurrenceStart` is that occurrence's date or start.
 */
export function respondToEvent(
  state: TenantState,
  mailbox: string,
  eventId: string,
  answer: Answer,
  occurrenceStart?: string,
): void {
  const { organizer, date } = locate(state, eventId, occurrenceStart)
  const person = state.company.byId.get(mailbox)
  const address = person?.mail
  const status = {
    response: answer === 'tentative' ? 'tentativelyAccepted' : answer,
    time: state.now().toISOString(),
  }
  const invited = organizer.resource['attendees'] as Attendee[]
  if (!invited.some((attendee) => attendee.emailAddress.address === address))
    throw new Error(`${person?.displayName ?? mailbox} is not invited to this event.`)
  const answered = (list: Attendee[]) =>
    list.map((one) => (one.emailAddress.address === address ? { ...one, status } : one))
  if (date) {
    const change = organizer.exceptions.get(date) ?? {}
    organizer.exceptions.set(date, {
      ...change,
      attendees: answered((change['attendees'] as Attendee[]) ?? invited),
    })
  } else {
    organizer.resource = { ...organizer.resource, attendees: answered(invited) }
    for (const [key, change] of organizer.exceptions)
      if (change['attendees'])
        organizer.exceptions.set(key, { ...change, attendees: answered(change['attendees'] as Attendee[]) })
  }
  saveEvent(state, organizer, 'updated')
  deliverToAttendees(state, organizer)
}

export function declineOccurrence(
  state: TenantState,
  mailbox: string,
  eventId: string,
  occurrenceStart: string,
): void {
  respondToEvent(state, mailbox, eventId, 'declined', occurrenceStart)
}

/** The organizer drags one occurrence to another time (`dateTime` without offset, in `timeZone`); its length stays. */
export function moveOccurrence(
  state: TenantState,
  mailbox: string,
  eventId: string,
  occurrenceStart: string,
  start: { dateTime: string; timeZone: string },
): void {
  const { organizer, date } = locate(state, eventId, occurrenceStart)
  if (organizer.mailbox !== mailbox) throw new Error('Only the organizer can move a meeting.')
  if (!date) throw new Error('A single event has no occurrence to move.')
  patchOccurrence(state, organizer, date, { start })
}

/** Somebody calls one occurrence off. As organizer for everybody; an attendee can only decline. */
export function cancelOccurrence(
  state: TenantState,
  mailbox: string,
  eventId: string,
  occurrenceStart: string,
): void {
  const { organizer, date } = locate(state, eventId, occurrenceStart)
  if (organizer.mailbox !== mailbox || !date)
    throw new Error('Only the organizer can cancel an occurrence of a series.')
  organizer.cancelled.add(date)
  saveEvent(state, organizer, 'updated')
  deliverToAttendees(state, organizer)
  mailAttendees(state, organizer, 'cancellation', date)
}

function locate(
  state: TenantState,
  eventId: string,
  occurrenceStart: string | undefined,
): { organizer: DemoEvent; date?: string } {
  const parsed = readEventId(eventId)
  const event = parsed && state.events.get(parsed.key)
  if (!event) throw new Error(`There is no event ${eventId}.`)
  const organizer = isOrganizers(state, event) ? event : copiesOf(state, event).organizer
  if (!organizer) throw new Error('The organizer is outside this tenant.')
  const date = parsed.date ?? (occurrenceStart ? dateOf(organizer, occurrenceStart) : undefined)
  return date && organizer.resource['recurrence'] ? { organizer, date } : { organizer }
}

/** The original local date of the occurrence that begins then, by its original or its present start. */
function dateOf(event: DemoEvent, start: string): string {
  if (!event.resource['recurrence']) return start.slice(0, 10)
  const dates = remainingDates(event)
  if (start.length === 10) {
    if (dates.includes(start)) return start
  } else {
    const at = Date.parse(/Z|[+-]\d\d:\d\d$/.test(start) ? start : `${start.replace(/\.\d+$/, '')}Z`)
    const found =
      instancesOf(event, at, at + 1).find((one) => one.start === at)?.date ??
      dates.find((date) => occurrenceOn(event, date).originalStart === at)
    if (found) return found
  }
  throw new Error(`No occurrence begins at ${start}.`)
}
