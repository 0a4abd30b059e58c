import { guidOf } from '../company/chance.ts'
import type { DemoPerson } from '../company.ts'
import type { TenantState } from '../state.ts'
import { badRequest } from './exchange.ts'
import { allowsTeamsMeetings, findByAddress, memoryOf } from './memory.ts'
import { readRecurrence } from './recurrence.ts'
import { readDateTime } from './time-zones.ts'

export const NOT_ANSWERED = { response: 'none', time: '0001-01-01T00:00:00Z' }
const MOST_ATTENDEES = 500
/** Properties a client may write; others are refused as a misspelling would be. */
const WRITABLE = new Set([
  'subject',
  'body',
  'start',
  'end',
  'recurrence',
  'attendees',
  'location',
  'locations',
  'showAs',
  'sensitivity',
  'importance',
  'isReminderOn',
  'reminderMinutesBeforeStart',
  'categories',
  'isAllDay',
  'isOnlineMeeting',
  'onlineMeetingProvider',
  'allowNewTimeProposals',
  'responseRequested',
  'hideAttendees',
  'transactionId',
  'singleValueExtendedProperties',
  'multiValueExtendedProperties',
  'extensions',
])

export interface Attendee {
  type: string
  status: { response: string; time: string }
  emailAddress: { name: string; address: string }
}

export function readEventBody(body: unknown): Record<string, unknown> {
  if (!body || typeof body !== 'object' || Array.isArray(body))
    throw badRequest('Empty Payload. JSON content expected.', 'UnableToDeserializePostBody')
  for (const name of Object.keys(body))
    if (!WRITABLE.has(name) && !name.includes('@odata'))
      throw badRequest(
        `The property '${name}' does not exist on type 'microsoft.graph.event'. Make sure to only use property names that are defined by the type.`,
        'RequestBodyRead',
      )
  return Object.fromEntries(Object.entries(body).filter(([name]) => !name.includes('@odata')))
}

/** A new event's resource from what the client sent, completed as Exchange completes it. */
export function newResource(
  state: TenantState,
  organizer: DemoPerson,
  given: Record<string, unknown>,
): Record<string, unknown> {
  const { transactionId: _, ...rest } = given
  const start = readDateTime(given['start'], 'start')
  const end = readDateTime(given['end'], 'end')
  checkTimes(start, end, given['isAllDay'] === true)
  const stamp = state.now().toISOString()
  const resource: Record<string, unknown> = {
    createdDateTime: stamp,
    lastModifiedDateTime: stamp,
    categories: [],
    subject: '',
    importance: 'normal',
    sensitivity: 'normal',
    isAllDay: false,
    showAs: 'busy',
    isReminderOn: true,
    reminderMinutesBeforeStart: 15,
    responseRequested: true,
    allowNewTimeProposals: true,
    hideAttendees: false,
    isOnlineMeeting: false,
    onlineMeetingProvider: 'unknown',
    onlineMeeting: null,
    locations: [],
    ...rest,
    body: readBody(given['body']),
    location: {
      displayName: '',
      locationType: 'default',
      uniqueIdType: 'unknown',
      ...(given['location'] as object),
    },
    start: { dateTime: start.wall, timeZone: start.zoneName },
    end: { dateTime: end.wall, timeZone: end.zoneName },
    originalStartTimeZone: start.zoneName,
    originalEndTimeZone: end.zoneName,
    recurrence: given['recurrence'] ? readRecurrence(given['recurrence'], start.wall.slice(0, 10)) : null,
    attendees: readAttendees(state, given['attendees']),
    organizer: { emailAddress: { name: organizer.displayName, address: organizer.mail } },
    responseStatus: { response: 'organizer', time: NOT_ANSWERED.time },
  }
  if (given['isOnlineMeeting'] === true)
    addMeeting(
      state,
      organizer,
      resource,
      `${organizer.id}:${stamp}:${given['transactionId'] ?? JSON.stringify(given)}`,
    )
  return resource
}

export function checkTimes(
  start: { instant: number; wall: string },
  end: { instant: number; wall: string },
  allDay: boolean,
): void {
  if (end.instant < start.instant)
    throw badRequest(
      'The end of the calendar item occurs before the start.',
      'ErrorCalendarEndDateIsEarlierThanStartDate',
    )
  if (allDay && !(start.wall.endsWith('T00:00:00') && end.wall.endsWith('T00:00:00')))
    throw badRequest(
      'The Event.Start property for an all-day event needs to be set to midnight.',
      'ErrorPropertyValidationFailure',
    )
}

export function readBody(value: unknown): { contentType: string; content: string } {
  const given = (value ?? {}) as { contentType?: unknown; content?: unknown }
  return {
    contentType: String(given.contentType ?? 'html').toLowerCase(),
    content: typeof given.content === 'string' ? given.content : '',
  }
}

/** Attendees with their answers; those already known keep the one they gave. */
export function readAttendees(
  state: TenantState,
  value: unknown,
  before: readonly Attendee[] = [],
): Attendee[] {
  if (value === undefined || value === null) return []
  if (!Array.isArray(value)) throw badRequest('attendees must be a collection.', 'RequestBodyRead')
  if (value.length > MOST_ATTENDEES)
    throw badRequest(`At most ${MOST_ATTENDEES} attendees.`, 'ErrorExceededMaxRecipientLimit')
  return value.map((entry: { type?: string; emailAddress?: { address?: string; name?: string } }) => {
    const address = entry.emailAddress?.address
    if (!address) throw badRequest('An attendee has no address.', 'ErrorInvalidRecipients')
    const known = before.find((one) => one.emailAddress.address.toLowerCase() === address.toLowerCase())
    const name =
      entry.emailAddress?.name ?? findByAddress(state, memoryOf(state), address)?.displayName ?? address
    return {
      type: entry.type ?? 'required',
      status: known?.status ?? { ...NOT_ANSWERED },
      emailAddress: { name, address },
    }
  })
}

/** A Teams meeting and its block in the text; nothing, and no error, where the mailbox does not allow Teams. */
export function addMeeting(
  state: TenantState,
  organizer: DemoPerson,
  resource: Record<string, unknown>,
  key: string,
): void {
  if (!allowsTeamsMeetings(state, organizer)) {
    resource['isOnlineMeeting'] = false
    resource['onlineMeetingProvider'] = 'unknown'
    return
  }
  const thread = guidOf(`meeting:${key}`).replaceAll('-', '')
  const context = encodeURIComponent(JSON.stringify({ Tid: state.company.tenantId, Oid: organizer.id }))
  const joinUrl = `https://teams.microsoft.com/l/meetup-join/19%3ameeting_${thread}%40thread.v2/0?context=${context}`
  resource['isOnlineMeeting'] = true
  resource['onlineMeetingProvider'] = 'teamsForBusiness'
  resource['onlineMeeting'] = { joinUrl }
  const body = resource['body'] as { contentType: string; content: string }
  const block = `<div class="me-email-text"><hr><b>Microsoft Teams</b><br><a href="${joinUrl}">Join the meeting now</a></div>`
  resource['body'] = { contentType: 'html', content: `${body.content}${block}` }
}
