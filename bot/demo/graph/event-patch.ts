import type { DemoPerson } from '../company.ts'
import type { DemoEvent, TenantState } from '../state.ts'
import {
  type Attendee,
  addMeeting,
  checkTimes,
  NOT_ANSWERED,
  readAttendees,
  readBody,
} from './event-input.ts'
import { isOrganizers, saveEvent } from './event-store.ts'
import { badRequest } from './exchange.ts'
import { deliverToAttendees } from './meeting-copies.ts'
import { mailAttendees, mailExceptionsOff } from './meeting-mails.ts'
import { occurrenceOn, remainingDates } from './occurrences.ts'
import { type Recurrence, readRecurrence } from './recurrence.ts'
import { readDateTime, wallOf } from './time-zones.ts'

/** Changes a single event or a whole series. A changed time asks everybody again and forgets moved occurrences. */
export function patchSeries(
  state: TenantState,
  person: DemoPerson,
  event: DemoEvent,
  given: Record<string, unknown>,
): void {
  const resource = merged(state, event.resource, given)
  const start = readDateTime(resource['start'], 'start')
  checkTimes(start, readDateTime(resource['end'], 'end'), resource['isAllDay'] === true)
  const recurrence = resource['recurrence'] as Recurrence | null
  const retimed = 'start' in given || 'end' in given || 'recurrence' in given
  if (recurrence && retimed) resource['recurrence'] = readRecurrence(recurrence, start.wall.slice(0, 10))
  if (given['isOnlineMeeting'] === true && !event.resource['isOnlineMeeting'])
    addMeeting(state, person, resource, event.id)
  if (given['isOnlineMeeting'] === false && event.resource['isOnlineMeeting'])
    resource['isOnlineMeeting'] = true
  const isOrganizer = isOrganizers(state, event)
  if (retimed) {
    if (isOrganizer) mailExceptionsOff(state, event)
    event.exceptions.clear()
    if ('recurrence' in given) event.cancelled.clear()
    resource['attendees'] = unanswered(resource['attendees'] as Attendee[])
  }
  event.resource = resource
  saveEvent(state, event, 'updated')
  if (!isOrganizer) return
  deliverToAttendees(state, event)
  mailAttendees(state, event, 'update')
}

/** Changes one occurrence, which becomes an exception. It may not reach the day of its neighbours. */
export function patchOccurrence(
  state: TenantState,
  event: DemoEvent,
  date: string,
  given: Record<string, unknown>,
): void {
  if ('recurrence' in given)
    throw badRequest('An occurrence has no recurrence of its own.', 'ErrorInvalidRequest')
  const now = occurrenceOn(event, date)
  const before = event.exceptions.get(date) ?? {}
  const change = merged(state, { ...event.resource, ...before }, given)
  const changes: Record<string, unknown> = { ...before }
  for (const name of Object.keys(given)) changes[name] = change[name]
  if (given['start'] || given['end']) {
    const start = given['start'] ? readDateTime(given['start'], 'start').instant : now.start
    const end = given['end'] ? readDateTime(given['end'], 'end').instant : start + (now.end - now.start)
    const { zone, zoneName } = readDateTime(event.resource['start'], 'start')
    checkNeighbours(event, date, wallOf(start, zone).slice(0, 10))
    changes['start'] = { dateTime: wallOf(start, zone), timeZone: zoneName }
    changes['end'] = { dateTime: wallOf(end, zone), timeZone: zoneName }
    checkTimes(readDateTime(changes['start'], 'start'), readDateTime(changes['end'], 'end'), false)
    changes['attendees'] = unanswered((changes['attendees'] ?? event.resource['attendees']) as Attendee[])
  }
  event.exceptions.set(date, changes)
  saveEvent(state, event, 'updated')
  if (!isOrganizers(state, event)) return
  deliverToAttendees(state, event)
  mailAttendees(state, event, 'update', date)
}

function merged(
  state: TenantState,
  resource: Record<string, unknown>,
  given: Record<string, unknown>,
): Record<string, unknown> {
  const {
    transactionId: _,
    onlineMeetingProvider: __,
    start,
    end,
    body,
    attendees,
    location,
    ...rest
  } = given
  const next = { ...resource, ...rest }
  for (const [name, value] of [
    ['start', start],
    ['end', end],
  ] as const) {
    if (!value) continue
    const read = readDateTime(value, name)
    next[name] = { dateTime: read.wall, timeZone: read.zoneName }
  }
  if (body) {
    next['body'] = readBody(body)
    next['onlineMeeting'] = keepsMeeting(resource, next['body'] as { content: string })
      ? resource['onlineMeeting']
      : null
  }
  if (attendees) next['attendees'] = readAttendees(state, attendees, resource['attendees'] as Attendee[])
  if (location) next['location'] = { ...(resource['location'] as object), ...(location as object) }
  return next
}

/** A text that lost the meeting block disables the meeting. */
function keepsMeeting(resource: Record<string, unknown>, body: { content: string }): boolean {
  const meeting = resource['onlineMeeting'] as { joinUrl: string } | null
  return meeting !== null && body.content.includes(meeting.joinUrl)
}

export function unanswered(attendees: readonly Attendee[]): Attendee[] {
  return attendees.map((attendee) => ({ ...attendee, status: { ...NOT_ANSWERED } }))
}

function checkNeighbours(event: DemoEvent, date: string, newDate: string): void {
  const dates = remainingDates(event)
  const { zone } = readDateTime(event.resource['start'], 'start')
  const actual = (index: number) => {
    const neighbour = dates[index]
    return neighbour === undefined
      ? undefined
      : wallOf(occurrenceOn(event, neighbour).start, zone).slice(0, 10)
  }
  const at = dates.indexOf(date)
  const [previous, next] = [actual(at - 1), actual(at + 1)]
  if ((previous !== undefined && newDate <= previous) || (next !== undefined && newDate >= next))
    throw badRequest(
      'Modified occurrence is crossing or overlapping adjacent occurrence.',
      'ErrorOccurrenceCrossingBoundary',
    )
}
