import type { DemoPerson } from '../company.ts'
import type { DemoEvent, TenantState } from '../state.ts'
import { isOrganizers, showEventId } from './event-store.ts'
import type { Call } from './exchange.ts'
import { type Instance, occurrenceOn, type TimedBlock } from './occurrences.ts'
import { selected } from './odata.ts'
import { type Recurrence, showRecurrence } from './recurrence.ts'
import { mailboxZone, readDateTime, requireZone, stamp } from './time-zones.ts'

/** How a caller wants events: zone of the times, kind of the ids, what to expand. */
export interface EventStyle {
  zone: string
  zoneName: string
  immutable: boolean
  /** Ids of extended properties asked for. */
  properties: string[]
  exceptions: boolean
  cancelledIds: boolean
}

export function styleOf(call: Call): EventStyle {
  const prefer = call.request.headers['prefer'] ?? ''
  const zoneName = /outlook\.timezone\s*=\s*"([^"]+)"/i.exec(prefer)?.[1] ?? 'UTC'
  const expand = call.request.query.get('$expand') ?? ''
  return {
    zoneName,
    zone: requireZone(zoneName),
    immutable: /IdType\s*=\s*"?ImmutableId"?/i.test(prefer),
    properties: /singleValueExtendedProperties/.test(expand)
      ? [...expand.matchAll(/id eq '([^']+)'/g)].map((found) => found[1]!)
      : [],
    exceptions: /exceptionOccurrences/.test(expand),
    cancelledIds: selected(call.request.query)?.includes('cancelledOccurrences') ?? false,
  }
}

export function appliedPreferences(style: EventStyle): Record<string, string> {
  const applied = [
    ...(style.zoneName === 'UTC' ? [] : [`outlook.timezone="${style.zoneName}"`]),
    ...(style.immutable ? ['IdType="ImmutableId"'] : []),
  ]
  return applied.length > 0 ? { 'Preference-Applied': applied.join(', ') } : {}
}

const NEVER = '0001-01-01T00:00:00Z'

/** A single event or a series master. */
export function showEvent(state: TenantState, event: DemoEvent, style: EventStyle): Record<string, unknown> {
  const recurrence = event.resource['recurrence'] as Recurrence | null | undefined
  const start = readDateTime(event.resource['start'], 'start')
  const end = readDateTime(event.resource['end'], 'end')
  const row = {
    ...shared(state, event, event.resource, style),
    id: showEventId(event.id, style.immutable),
    type: recurrence ? 'seriesMaster' : 'singleInstance',
    seriesMasterId: null,
    recurrence: recurrence ? showRecurrence(recurrence, start.zoneName) : null,
    start: stamp(start.instant, style.zone, style.zoneName),
    end: stamp(end.instant, style.zone, style.zoneName),
    ...(style.cancelledIds
      ? {
          cancelledOccurrences: [...event.cancelled]
            .sort()
            .map((date) => showEventId(event.id, style.immutable, date)),
        }
      : {}),
  }
  if (!style.exceptions || !recurrence) return row
  const changed = [...event.exceptions.keys()].filter((date) => !event.cancelled.has(date)).sort()
  return {
    ...row,
    exceptionOccurrences: changed.map((date) => showInstance(state, occurrenceOn(event, date), style)),
  }
}

/** One occurrence, exception or single event of a view. */
export function showInstance(
  state: TenantState,
  instance: Instance,
  style: EventStyle,
): Record<string, unknown> {
  if (!instance.date) return showEvent(state, instance.event, style)
  return {
    ...shared(state, instance.event, instance.resource, style),
    id: showEventId(instance.event.id, style.immutable, instance.date),
    iCalUId: `${instance.event.iCalUId}-${instance.date.replaceAll('-', '')}`,
    type: instance.kind,
    seriesMasterId: showEventId(instance.event.id, style.immutable),
    originalStart: new Date(instance.originalStart).toISOString(),
    recurrence: null,
    start: stamp(instance.start, style.zone, style.zoneName),
    end: stamp(instance.end, style.zone, style.zoneName),
  }
}

function shared(
  state: TenantState,
  event: DemoEvent,
  resource: Record<string, unknown>,
  style: EventStyle,
): Record<string, unknown> {
  const { singleValueExtendedProperties, ...rest } = resource
  const body = resource['body'] as { content: string }
  const start = resource['start'] as { timeZone: string }
  const properties = (singleValueExtendedProperties as { id: string; value: string }[] | undefined)?.filter(
    ({ id }) => style.properties.includes(id),
  )
  return {
    '@odata.etag': `W/"${event.etag}"`,
    changeKey: `ck${event.etag}`,
    ...(event.transactionId ? { transactionId: event.transactionId } : {}),
    originalStartTimeZone: start.timeZone,
    originalEndTimeZone: start.timeZone,
    iCalUId: event.iCalUId,
    bodyPreview: textOf(body.content).slice(0, 255),
    hasAttachments: false,
    isCancelled: false,
    isDraft: false,
    isOrganizer: isOrganizers(state, event),
    onlineMeetingUrl: null,
    webLink: `https://outlook.office365.com/owa/?itemid=${event.id}&exvsurl=1&path=/calendar/item`,
    ...rest,
    ...(properties && properties.length > 0 ? { singleValueExtendedProperties: properties } : {}),
  }
}

export function textOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** A seeded block as the event that Outlook would show. */
export function showBlock(person: DemoPerson, block: TimedBlock, style: EventStyle): Record<string, unknown> {
  const zoneName = mailboxZone(person)
  const me = { emailAddress: { name: person.displayName, address: person.mail } }
  return {
    '@odata.etag': 'W/"1"',
    id: blockId(block, style.immutable),
    changeKey: 'ck1',
    createdDateTime: `${block.date}T00:00:00Z`,
    lastModifiedDateTime: `${block.date}T00:00:00Z`,
    categories: [],
    originalStartTimeZone: zoneName,
    originalEndTimeZone: zoneName,
    iCalUId: `${person.id}-${blockId(block, false)}`,
    reminderMinutesBeforeStart: 15,
    isReminderOn: false,
    hasAttachments: false,
    subject: block.subject,
    bodyPreview: '',
    importance: 'normal',
    sensitivity: block.isPrivate ? 'private' : 'normal',
    isAllDay: block.allDay,
    isCancelled: false,
    isDraft: false,
    isOrganizer: true,
    responseRequested: true,
    seriesMasterId: null,
    showAs: block.showAs,
    type: 'singleInstance',
    webLink: 'https://outlook.office365.com/calendar/item',
    onlineMeetingUrl: null,
    isOnlineMeeting: false,
    onlineMeetingProvider: 'unknown',
    allowNewTimeProposals: true,
    hideAttendees: false,
    recurrence: null,
    responseStatus: { response: 'organizer', time: NEVER },
    body: { contentType: 'html', content: '' },
    start: stamp(block.from, style.zone, style.zoneName),
    end: stamp(block.to, style.zone, style.zoneName),
    location: { displayName: '', locationType: 'default', uniqueIdType: 'unknown' },
    locations: [],
    attendees: [],
    organizer: me,
    onlineMeeting: null,
  }
}

const BLOCK_ID = /^(?:AAMk|AAkA)Busy(\d{4})(\d\d)(\d\d)(\d\d)$/

function blockId(block: TimedBlock, immutable: boolean): string {
  return `${immutable ? 'AAkA' : 'AAMk'}Busy${block.date.replaceAll('-', '')}${String(block.index).padStart(2, '0')}`
}

export function readBlockId(id: string): { date: string; index: number } | undefined {
  const found = BLOCK_ID.exec(id)
  return found ? { date: `${found[1]}-${found[2]}-${found[3]}`, index: Number(found[4]) } : undefined
}
