/**
 * A person's Outlook as the page draws it. Read through the tenant's own Graph with a token of the tab's app, so
 * that the page shows what Graph would tell anybody, recurrences expanded by the one place that knows how.
 */
import { GRAPH, issueAppToken } from '../entra/tokens.ts'
import { pause } from '../graph/faults.ts'
import { dayMs, secondMs } from '../span.ts'
import type { Tenant } from '../tenant-shape.ts'

export interface CalendarItem {
  id: string
  subject: string
  /** ISO instants. */
  start: string
  end: string
  /** Written by an app through Graph, rather than the person's seeded everyday. */
  isHold: boolean
  isCancelled: boolean
  isOrganizer: boolean
  showAs: string
  /** 'none' | 'organizer' | 'accepted' | 'declined' | 'tentativelyAccepted' | 'notResponded' */
  response: string
  organizer: string
  attendees: { name: string; response: string }[]
  bodyHtml: string
  location: string
  joinUrl?: string
  seriesMasterId?: string
}

interface GraphEvent {
  id: string
  subject?: string
  start: { dateTime: string }
  end: { dateTime: string }
  isCancelled?: boolean
  isOrganizer?: boolean
  showAs?: string
  responseStatus?: { response?: string }
  organizer?: { emailAddress?: { name?: string } }
  attendees?: { emailAddress?: { name?: string; address?: string }; status?: { response?: string } }[]
  body?: { content?: string }
  location?: { displayName?: string }
  onlineMeeting?: { joinUrl?: string } | null
  seriesMasterId?: string | null
}

interface GraphPage {
  value: GraphEvent[]
  '@odata.nextLink'?: string
}

/** @param from,to ISO instants; the calendar view of Graph, both ends included where an event crosses them. */
export async function readCalendar(tenant: Tenant, personId: string, from: string, to: string) {
  const items: CalendarItem[] = []
  const { state } = tenant
  const query = new URLSearchParams({ startDateTime: from, endDateTime: to, $top: '250' })
  const mine = [...state.events.values()].filter(({ mailbox }) => mailbox === personId)
  const written = new Set(mine.map((event) => event.id))
  let next: string | undefined = `/v1.0/users/${personId}/calendarView?${query}`
  while (next) {
    const page = await readPage(tenant, next)
    items.push(...page.value.map((event) => toItem(written, event)))
    next = page['@odata.nextLink']?.replace(tenant.state.names.graph, '')
  }
  return items.sort((one, other) => one.start.localeCompare(other.start))
}

/**
 * The product and the page share Graph's limit of four calls at once to a mailbox; the page can wait. A token of before the
 * clock was moved has expired.
 */
const ATTEMPTS = 20
const passing = [401, 429, 503, 504]

async function readPage(tenant: Tenant, path: string): Promise<GraphPage> {
  return (await (await askGraph(tenant, path)).json()) as GraphPage
}

/** Whoever organizes a meeting calls it off, or one date of its series: as Graph does it for anybody. */
export async function cancelInOutlook(tenant: Tenant, personId: string, eventId: string): Promise<void> {
  const path = `/v1.0/users/${personId}/events/${encodeURIComponent(eventId)}/cancel`
  await askGraph(tenant, path, { method: 'POST', body: '{}' })
}

async function askGraph(
  tenant: Tenant,
  path: string,
  init: RequestInit = {},
  attempt = 1,
): Promise<Response> {
  const { state, keys } = tenant
  const { id, applicationPermissions } = state.apps.tab
  const token = await issueAppToken(state, keys, id, GRAPH, applicationPermissions)
  const headers = {
    authorization: `Bearer ${token}`,
    prefer: 'outlook.timezone="UTC"',
    'content-type': 'application/json',
  }
  const response = await fetch(`${tenant.url}/graph${path}`, { ...init, headers })
  if (passing.includes(response.status) && attempt < ATTEMPTS) {
    await pause(Number(response.headers.get('retry-after') ?? 1) * secondMs)
    return askGraph(tenant, path, init, attempt + 1)
  }
  if (!response.ok)
    throw new Error(`Graph answered ${response.status} to the calendar: ${await response.text()}`)
  return response
}

function toItem(written: Set<string>, event: GraphEvent): CalendarItem {
  const joinUrl = event.onlineMeeting?.joinUrl
  return {
    id: event.id,
    subject: event.subject ?? '',
    start: instant(event.start.dateTime),
    end: instant(event.end.dateTime),
    isHold: written.has(event.id) || written.has(event.seriesMasterId ?? ''),
    isCancelled: event.isCancelled ?? false,
    isOrganizer: event.isOrganizer ?? false,
    showAs: event.showAs ?? 'busy',
    response: event.responseStatus?.response ?? 'none',
    organizer: event.organizer?.emailAddress?.name ?? '',
    attendees: (event.attendees ?? []).map(({ emailAddress, status }) => ({
      name: emailAddress?.name ?? emailAddress?.address ?? '',
      response: status?.response ?? 'none',
    })),
    bodyHtml: event.body?.content ?? '',
    location: event.location?.displayName ?? '',
    ...(joinUrl ? { joinUrl } : {}),
    ...(event.seriesMasterId ? { seriesMasterId: event.seriesMasterId } : {}),
  }
}

/** Graph writes seven decimals and no offset; asked for in UTC, so that is what it means. */
const instant = (dateTime: string) => new Date(`${dateTime.replace(/\.\d+Z?$|Z$/, '')}Z`).toISOString()

const SAMPLED = 8
const LOOKED_AHEAD = 183 * dayMs

/**
 * End of the next Session within half a year: of the personas where they have any, else of some others who do.
 * Undefined when nothing is booked.
 */
export async function endOfNextSession(tenant: Tenant): Promise<Date | undefined> {
  const booked = [...new Set([...tenant.state.events.values()].map(({ mailbox }) => mailbox))]
  const personas = new Set(Object.values(tenant.state.company.personas))
  const theirs = booked.filter((id) => personas.has(id))
  const ahead = await sessionsAhead(tenant, theirs.length > 0 ? theirs : booked.slice(0, SAMPLED))
  const next = ahead.map(({ end }) => end).sort()[0]
  return next ? new Date(next) : undefined
}

/** Start of somebody's next Session, as an ISO instant. */
export async function startOfNextSession(tenant: Tenant, personId: string): Promise<string | undefined> {
  return (await sessionsAhead(tenant, [personId])).map(({ start }) => start).sort()[0]
}

async function sessionsAhead(tenant: Tenant, people: string[]): Promise<CalendarItem[]> {
  const now = tenant.state.now()
  const until = new Date(now.getTime() + LOOKED_AHEAD)
  const calendars = await Promise.all(
    people.map((id) => readCalendar(tenant, id, now.toISOString(), until.toISOString())),
  )
  const holds = calendars
    .flat()
    .filter(({ isHold, isCancelled, end }) => isHold && !isCancelled && end > now.toISOString())
  // A pair has a series, and a Session that left it is between the same two; a speed meeting is between others.
  const pairs = new Set(holds.flatMap((item) => (item.seriesMasterId ? [whoMeets(item)] : [])))
  const sessions = holds.filter((item) => pairs.has(whoMeets(item)))
  return sessions.length > 0 ? sessions : holds
}

const whoMeets = ({ organizer, attendees }: CalendarItem) =>
  [...new Set([organizer, ...attendees.map(({ name }) => name)])].sort().join('\n')
