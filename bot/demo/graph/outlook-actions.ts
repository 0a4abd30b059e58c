/** What people do in Outlook themselves, for the demo's page and for tests: answer an invitation, move a meeting. */

import { dayMs } from '../span.ts'
import type { DemoEvent, TenantState } from '../state.ts'
import { type Attendee, addMeeting } from './event-input.ts'
import { patchOccurrence, patchSeries, unanswered } from './event-patch.ts'
import { copiesOf, isOrganizers, newEventKey, readEventId, saveEvent } from './event-store.ts'
import { deliverToAttendees } from './meeting-copies.ts'
import { mailAttendees } from './meeting-mails.ts'
import { memoryOf } from './memory.ts'
import { instancesOf, occurrenceOn, remainingDates } from './occurrences.ts'
import type { Recurrence } from './recurrence.ts'
import { readDateTime, wallOf } from './time-zones.ts'

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

/**
 * The organizer opens one occurrence, picks "this and all following" and another time. Outlook ends the old series before
 * it and makes a new one for the rest: another id and iCalUId, its own meeting, nothing of what an application had tagged
 * the old one with (office-js#1571: no reference to the old series; phw198/OutlookGoogleCalendarSync#2253).
 */
export function moveFollowing(
  state: TenantState,
  mailbox: string,
  eventId: string,
  occurrenceStart: string,
  start: { dateTime: string; timeZone: string },
): void {
  const { organizer, date } = locate(state, eventId, occurrenceStart)
  const person = state.company.byId.get(mailbox)
  if (!person || organizer.mailbox !== mailbox || !date) throw new Error('Only the organizer can do that.')
  const { transactionId: _, singleValueExtendedProperties: __, ...copied } = organizer.resource
  const length = (name: string) => readDateTime(organizer.resource[name], name).instant
  const from = readDateTime(start, 'start')
  const end = wallOf(from.instant + length('end') - length('start'), from.zone)
  const { pattern, range } = organizer.resource['recurrence'] as Recurrence
  const rest = remainingDates(organizer).filter((one) => one >= date)
  const startDate = from.wall.slice(0, 10)
  const id = newEventKey(state, memoryOf(state))
  const resource: Record<string, unknown> = {
    ...copied,
    start: { dateTime: from.wall, timeZone: from.zoneName },
    end: { dateTime: end, timeZone: from.zoneName },
    originalStartTimeZone: from.zoneName,
    originalEndTimeZone: from.zoneName,
    recurrence: {
      pattern: { ...pattern, daysOfWeek: [weekdayOf(startDate)] },
      range: { type: 'numbered', startDate, numberOfOccurrences: rest.length },
    },
    attendees: unanswered(organizer.resource['attendees'] as Attendee[]),
  }
  endBefore(state, organizer, date, { pattern, range })
  if (resource['isOnlineMeeting']) addMeeting(state, person, resource, id)
  const following: DemoEvent = {
    ...{ id, mailbox, iCalUId: `040000008200E00074C5B7101A82E008${id.slice(4).toUpperCase()}`, resource },
    ...{ exceptions: new Map(), cancelled: new Set(), etag: 0 },
  }
  saveEvent(state, following, 'created')
  deliverToAttendees(state, following)
  mailAttendees(state, following, 'invitation')
}

/**
 * The organizer opens one occurrence, picks "the entire series" and another time, in the zone in which their Outlook works
 * that day. The pattern is on that zone's clock from then on (`recurrenceTimeZone`); the zone in which the event was
 * created stays where it is (event: originalStartTimeZone). What was moved or called off before is as the pattern has it.
 */
export function moveSeries(
  state: TenantState,
  mailbox: string,
  eventId: string,
  occurrenceStart: string,
  start: { dateTime: string; timeZone: string },
): void {
  const { organizer, date } = locate(state, eventId, occurrenceStart)
  const person = state.company.byId.get(mailbox)
  if (!person || organizer.mailbox !== mailbox || !date) throw new Error('Only the organizer can do that.')
  const instantOf = (name: string) => readDateTime(organizer.resource[name], name).instant
  const { pattern, range } = organizer.resource['recurrence'] as Recurrence
  const to = readDateTime(start, 'start')
  const shift = Date.parse(to.wall.slice(0, 10)) - Date.parse(date)
  const first = new Date(Date.parse(range.startDate) + shift).toISOString().slice(0, 10)
  const begins = readDateTime({ dateTime: `${first}${to.wall.slice(10)}`, timeZone: to.zoneName }, 'start')
  const ends = wallOf(begins.instant + instantOf('end') - instantOf('start'), begins.zone)
  patchSeries(state, person, organizer, {
    start: { dateTime: begins.wall, timeZone: begins.zoneName },
    end: { dateTime: ends, timeZone: begins.zoneName },
    recurrence: {
      pattern: { ...pattern, daysOfWeek: [weekdayOf(first)] },
      range: { ...range, startDate: first, recurrenceTimeZone: begins.zoneName },
    },
  })
}

/** An administrator takes somebody's Exchange license away, or gives it back. */
export function setMailbox(state: TenantState, personId: string, isThere: boolean): void {
  const { goneMailboxes } = memoryOf(state)
  if (isThere) goneMailboxes.delete(personId)
  else goneMailboxes.add(personId)
}

/** The same with Teams: what is booked from now on has no meeting, or has one again. */
export function setTeams(state: TenantState, personId: string, isThere: boolean): void {
  const { withoutTeams } = memoryOf(state)
  if (isThere) withoutTeams.delete(personId)
  else withoutTeams.add(personId)
}

/** The organizer sets another end for the series: nothing before it changes. */
export function endSeriesBefore(state: TenantState, mailbox: string, eventId: string, start: string): void {
  const { organizer, date } = locate(state, eventId, start)
  if (organizer.mailbox !== mailbox || !date) throw new Error('Only the organizer can do that.')
  endBefore(state, organizer, date, organizer.resource['recurrence'] as Recurrence)
}

function endBefore(state: TenantState, organizer: DemoEvent, date: string, { pattern, range }: Recurrence) {
  const { numberOfOccurrences: _, ...kept } = range
  const endDate = new Date(Date.parse(date) - dayMs).toISOString().slice(0, 10)
  organizer.resource = {
    ...organizer.resource,
    recurrence: { pattern, range: { ...kept, type: 'endDate', endDate } },
  }
  for (const one of [...organizer.exceptions.keys()]) if (one >= date) organizer.exceptions.delete(one)
  for (const one of [...organizer.cancelled]) if (one >= date) organizer.cancelled.delete(one)
  saveEvent(state, organizer, 'updated')
  deliverToAttendees(state, organizer)
  mailAttendees(state, organizer, 'update')
}

function weekdayOf(date: string): string {
  return new Date(`${date}T12:00:00Z`)
    .toLocaleDateString('en', { weekday: 'long', timeZone: 'UTC' })
    .toLowerCase()
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
