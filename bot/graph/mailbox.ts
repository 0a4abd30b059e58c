/** How every call on somebody's calendar is made. */
import type { PersonId } from '../domain/organization/person.ts'
import type { Booking } from '../domain/scheduling/hold.ts'
import type { RequestOptions } from './client.ts'
import { pathPart } from './path-part.ts'

/** Event ids change when the item moves, unless every call asks for the immutable ones. */
export function mailboxOptions(id: PersonId): RequestOptions {
  return { mailbox: id, headers: { Prefer: 'IdType="ImmutableId", outlook.timezone="UTC"' } }
}

export function eventsPath(organizerId: PersonId): string {
  return `/users/${pathPart(organizerId)}/events`
}

export function eventPath({ organizerId, eventId }: Booking): string {
  return `${eventsPath(organizerId)}/${pathPart(eventId)}`
}
