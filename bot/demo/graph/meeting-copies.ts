import type { DemoEvent, TenantState } from '../state.ts'
import { type Attendee, NOT_ANSWERED } from './event-input.ts'
import { copiesOf, dropEvent, newEventKey, saveEvent } from './event-store.ts'
import { findByAddress, hasMailbox, memoryOf } from './memory.ts'

/**
 * Brings attendees' calendars in line with the organizer's copy: an invitation becomes an event in each mailbox of
 * the tenant, tentative until answered; who is no longer invited loses it; an occurrence somebody declined is not
 * in their calendar.
 */
export function deliverToAttendees(state: TenantState, organizer: DemoEvent): void {
  const memory = memoryOf(state)
  const { others } = copiesOf(state, organizer)
  const left = new Map(others.map((copy) => [copy.mailbox, copy]))
  for (const attendee of organizer.resource['attendees'] as Attendee[]) {
    const person = findByAddress(state, memory, attendee.emailAddress.address)
    if (!person || !hasMailbox(state, person) || person.id === organizer.mailbox) continue
    const copy = left.get(person.id)
    left.delete(person.id)
    if (attendee.status.response === 'declined') {
      if (copy) dropEvent(state, copy)
      continue
    }
    const fresh: DemoEvent = copy ?? {
      id: newEventKey(state, memory),
      mailbox: person.id,
      iCalUId: organizer.iCalUId,
      resource: {},
      exceptions: new Map(),
      cancelled: new Set(),
      etag: 0,
    }
    refresh(fresh, organizer, attendee)
    saveEvent(state, fresh, copy ? 'updated' : 'created')
  }
  for (const copy of left.values()) dropEvent(state, copy)
}

/** What the organizer sent is everybody's; the tag and answers of others stay with the organizer. */
function refresh(copy: DemoEvent, organizer: DemoEvent, attendee: Attendee): void {
  const address = attendee.emailAddress.address
  const { singleValueExtendedProperties: _, ...resource } = organizer.resource
  copy.resource = { ...resource, ...asSeenBy(resource, attendee) }
  copy.cancelled = new Set(organizer.cancelled)
  copy.exceptions = new Map()
  for (const [date, change] of organizer.exceptions) {
    const own = (change['attendees'] as Attendee[] | undefined)?.find(
      (one) => one.emailAddress.address === address,
    )
    if (own?.status.response === 'declined') copy.cancelled.add(date)
    copy.exceptions.set(date, own ? { ...change, ...asSeenBy({ ...resource, ...change }, own) } : change)
  }
}

function asSeenBy(resource: Record<string, unknown>, attendee: Attendee): Record<string, unknown> {
  const { response, time } = attendee.status
  const shown =
    { accepted: resource['showAs'], tentativelyAccepted: 'tentative', none: 'tentative' }[response] ??
    'tentative'
  const others = resource['hideAttendees'] ? [attendee] : (resource['attendees'] as Attendee[])
  return {
    showAs: resource['showAs'] === 'free' ? 'free' : shown,
    responseStatus: { response: response === 'none' ? 'notResponded' : response, time },
    attendees: others.map((one) => ({ ...one, status: one === attendee ? one.status : { ...NOT_ANSWERED } })),
  }
}
