/** The series that stand in two calendars, as anybody in the tenant could see them. */
import { isOrganizers } from '../graph/event-store.ts'
import { findByAddress, memoryOf } from '../graph/memory.ts'
import { occurrenceDates, type Recurrence } from '../graph/recurrence.ts'
import type { DemoEvent, TenantState } from '../state.ts'

export interface Series {
  /** The organizer's copy. */
  event: DemoEvent
  organizerId: string
  attendeeIds: string[]
  /** Both, as one word: the same that `pairs.ts` finds in their cards. */
  pair: string
  /** Original local dates of all its occurrences, in order. */
  dates: string[]
}

interface Attendee {
  emailAddress: { address: string }
}

/** In an order that is the same in two companies of one seed. */
export function seriesOf(state: TenantState): Series[] {
  const memory = memoryOf(state)
  return [...state.events.values()]
    .filter((event) => event.resource['recurrence'] && isOrganizers(state, event))
    .map((event): Series => {
      const attendees = (event.resource['attendees'] ?? []) as Attendee[]
      const attendeeIds = attendees.flatMap(({ emailAddress }) => {
        const person = findByAddress(state, memory, emailAddress.address)
        return person && person.id !== event.mailbox ? [person.id] : []
      })
      return {
        ...{ event, organizerId: event.mailbox, attendeeIds },
        pair: [event.mailbox, ...attendeeIds].sort().join(' '),
        dates: datesOf(event),
      }
    })
    .sort((a, b) => a.pair.localeCompare(b.pair))
}

const farAhead = '2100-01-01'
const datesOf = ({ resource }: DemoEvent): string[] =>
  occurrenceDates(resource['recurrence'] as Recurrence, farAhead)
