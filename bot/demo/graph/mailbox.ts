import type { DemoPerson } from '../company.ts'
import { dayMs, minuteMs } from '../span.ts'
import { mailboxOf } from './event-routes.ts'
import { eventsOf } from './event-store.ts'
import { styleOf } from './event-view.ts'
import { badRequest, type Call, context, type GraphAnswer, ok } from './exchange.ts'
import { allowsTeamsMeetings, findByAddress, hasMailbox } from './memory.ts'
import { blocksBetween, instancesOf } from './occurrences.ts'
import { pick, selected } from './odata.ts'
import { CUSTOM_ZONE, readDateTime, stamp } from './time-zones.ts'

const MOST_ADDRESSES = 20
const LONGEST_MS = 62 * dayMs
const MOST_ENTRIES = 1000

/** A legacy zone as Exchange describes it: offsets instead of a name. */
const CUSTOM = {
  '@odata.type': '#microsoft.graph.customTimeZone',
  name: 'Customized Time Zone',
  bias: 0,
  standardOffset: { time: '02:00:00.0000000', dayOccurrence: 5, dayOfWeek: 'sunday', month: 10, year: 0 },
  daylightOffset: {
    daylightBias: -60,
    time: '01:00:00.0000000',
    dayOccurrence: 5,
    dayOfWeek: 'sunday',
    month: 3,
    year: 0,
  },
}

function workingHours(person: DemoPerson) {
  const { days, start, end } = person.workingHours
  const timeZone = person.mailboxTimeZone === CUSTOM_ZONE ? CUSTOM : { name: person.mailboxTimeZone }
  return { daysOfWeek: days, startTime: `${start}:00.0000000`, endTime: `${end}:00.0000000`, timeZone }
}

/** GET /users/{id}/mailboxSettings */
export function getMailboxSettings(call: Call): GraphAnswer {
  const person = mailboxOf(call)
  const settings = {
    timeZone: person.mailboxTimeZone,
    dateFormat: 'yyyy-MM-dd',
    timeFormat: 'HH:mm',
    language: { locale: person.preferredLanguage, displayName: person.preferredLanguage },
    workingHours: workingHours(person),
    automaticRepliesSetting: { status: 'disabled', externalAudience: 'none' },
    delegateMeetingMessageDeliveryOptions: 'sendToDelegateOnly',
    userPurpose: 'user',
  }
  const shown = pick(settings, selected(call.request.query))
  return ok({ '@odata.context': context(call.state, `users('${person.id}')/mailboxSettings`), ...shown })
}

/** GET /users/{id}/mailboxSettings/timeZone and /workingHours */
export function getMailboxSetting(call: Call): GraphAnswer {
  const person = mailboxOf(call)
  const of = {
    '@odata.context': context(call.state, `users('${person.id}')/mailboxSettings/${call.params['setting']}`),
  }
  if (call.params['setting'] === 'timeZone') return ok({ ...of, value: person.mailboxTimeZone })
  if (call.params['setting'] === 'workingHours') return ok({ ...of, ...workingHours(person) })
  throw badRequest(`Resource not found for the segment '${call.params['setting']}'.`)
}

/** GET /users/{id}/calendar */
export function getCalendar(call: Call): GraphAnswer {
  const person = mailboxOf(call)
  const teams = allowsTeamsMeetings(call.state, person)
  const calendar = {
    id: `AAMkCal${person.id.replaceAll('-', '')}`,
    name: 'Calendar',
    color: 'auto',
    hexColor: '',
    isDefaultCalendar: true,
    isRemovable: false,
    changeKey: 'ck1',
    canShare: true,
    canViewPrivateItems: true,
    canEdit: true,
    allowedOnlineMeetingProviders: teams ? ['teamsForBusiness'] : [],
    defaultOnlineMeetingProvider: teams ? 'teamsForBusiness' : 'unknown',
    isTallyingResponses: true,
    owner: { name: person.displayName, address: person.mail },
  }
  return ok({
    '@odata.context': context(call.state, `users('${person.id}')/calendar/$entity`),
    ...pick(calendar, selected(call.request.query)),
  })
}

interface BusyItem {
  from: number
  to: number
  status: string
  subject: string
  isPrivate: boolean
}

/** POST /users/{id}/calendar/getSchedule: free/busy and working hours of up to 20 addresses over less than 62 days. */
export function getSchedule(call: Call): GraphAnswer {
  mailboxOf(call)
  const given = lowerFirst(call.request.body)
  const addresses = given['schedules']
  if (!Array.isArray(addresses) || addresses.length === 0)
    throw badRequest('The schedules parameter is missing.', 'ErrorInvalidParameter')
  if (addresses.length > MOST_ADDRESSES)
    throw badRequest(
      `The number of mailboxes exceeds the allowed size. The allowed size = ${MOST_ADDRESSES}; the actual size = ${addresses.length}.`,
      'ErrorMailboxDataArrayTooBig',
    )
  const from = readDateTime(given['startTime'], 'startTime').instant
  const to = readDateTime(given['endTime'], 'endTime').instant
  if (to <= from)
    throw badRequest('The end time must be after the start time.', 'ErrorInvalidTimeIntervalEnd')
  if (to - from >= LONGEST_MS)
    throw badRequest(
      'The requested time duration specified for FreeBusyViewOptions.TimeWindow is not within the allowed limits. The allowed limit = 62 days.',
      'ErrorTimeIntervalTooBig',
    )
  const interval = given['availabilityViewInterval'] ?? 30
  if (!Number.isInteger(interval) || Number(interval) < 5 || Number(interval) > 1440)
    throw badRequest('The interval must be between 5 and 1440 minutes.', 'ErrorInvalidMergedFreeBusyInterval')
  const style = styleOf(call)
  const value = addresses.map((address) => {
    const person = findByAddress(call.state, call.memory, String(address))
    if (!person || !hasMailbox(call.state, person)) return unknownAddress(String(address))
    return scheduleOf(call, person, String(address), from, to, Number(interval), (at) =>
      stamp(at, style.zone, style.zoneName),
    )
  })
  return ok({
    '@odata.context': context(call.state, 'Collection(microsoft.graph.scheduleInformation)'),
    value,
  })
}

/** Both spellings of the parameters are in use. */
function lowerFirst(body: unknown): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries((body ?? {}) as object).map(([name, value]) => [
      name.charAt(0).toLowerCase() + name.slice(1),
      value,
    ]),
  )
}

function unknownAddress(address: string) {
  return {
    scheduleId: address,
    scheduleItems: [],
    availabilityView: '',
    error: {
      message: 'Unable to resolve e-mail address to an Active Directory object.',
      responseCode: 'ErrorMailRecipientNotFound',
    },
  }
}

function scheduleOf(
  call: Call,
  person: DemoPerson,
  address: string,
  from: number,
  to: number,
  interval: number,
  show: (at: number) => { dateTime: string; timeZone: string },
) {
  const items = busyItems(call, person, from, to)
  if (items.length > MOST_ENTRIES)
    return {
      scheduleId: address,
      scheduleItems: [],
      availabilityView: '',
      error: {
        message: 'The result set contains too many calendar entries. The allowed size = 1000.',
        responseCode: '5006',
      },
    }
  return {
    scheduleId: address,
    availabilityView: viewOf(items, from, to, interval * minuteMs),
    scheduleItems: items.map((item) => ({
      isPrivate: item.isPrivate,
      status: item.status,
      subject: item.isPrivate ? '' : item.subject,
      location: '',
      isMeeting: true,
      isRecurring: false,
      isException: false,
      isReminderSet: false,
      start: show(item.from),
      end: show(item.to),
    })),
    workingHours: workingHours(person),
  }
}

function busyItems(call: Call, person: DemoPerson, from: number, to: number): BusyItem[] {
  const seeded = blocksBetween(person, from, to).map((block) => ({
    from: block.from,
    to: block.to,
    status: block.showAs as string,
    subject: block.subject,
    isPrivate: block.isPrivate,
  }))
  const own = eventsOf(call.state, call.memory, person.id).flatMap((event) =>
    instancesOf(event, from, to).map(({ start, end, resource }) => ({
      from: start,
      to: end,
      status: String(resource['showAs']),
      subject: String(resource['subject']),
      isPrivate: resource['sensitivity'] === 'private',
    })),
  )
  return [...seeded, ...own].sort((a, b) => a.from - b.from)
}

const SEVERITY: Record<string, number> = { tentative: 1, busy: 2, oof: 3 }

/** One character a slot: the gravest of what touches it. */
function viewOf(items: BusyItem[], from: number, to: number, step: number): string {
  const slots = new Uint8Array(Math.ceil((to - from) / step))
  for (const item of items) {
    const grave = SEVERITY[item.status] ?? 0
    if (grave === 0) continue
    const first = Math.max(0, Math.floor((item.from - from) / step))
    const last = Math.min(slots.length, Math.ceil((item.to - from) / step))
    for (let slot = first; slot < last; slot++) slots[slot] = Math.max(slots[slot]!, grave)
  }
  return slots.join('')
}
