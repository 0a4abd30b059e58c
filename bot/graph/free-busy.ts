/**
 * Free/busy of many people by getSchedule: 20 addresses and less than 62 days a request, and each person's zone and
 * working hours with it. Unknown is never free: whoever Graph cannot tell about is answered as unknown, with why.
 * Source: calendar-getschedule and outlook-get-free-busy-schedule in the Graph documentation.
 */
import { Fault } from '../domain/fault.ts'
import type { PersonId } from '../domain/organization/person.ts'
import type { Availability } from '../domain/scheduling/calendar-time.ts'
import { type Interval, union } from '../domain/scheduling/interval.ts'
import { dayMs, minuteMs, weekMs } from '../domain/span.ts'
import type { Graph } from './client.ts'
import { isGraphError, isRecord } from './graph-error.ts'
import { pathPart } from './path-part.ts'
import { instantFrom } from './to-event.ts'
import { workingTimeOf } from './working-time.ts'

type Unknown = (Availability & { known: false })['why']

const ADDRESSES = 20
/** Graph says "less than 62 days". */
const WINDOW = 61 * dayMs
const SHORTEST = weekMs
const VIEW_MINUTES = 30
/** Mailboxes tried as the one to ask from, before a whole request's people count as unknown for now. */
const MOST_ANCHORS = 5

interface Asked {
  id: PersonId
  mail: string
}

/** What Graph says about one address, in the part that matters. */
interface Schedule {
  scheduleId?: string | null
  availabilityView?: string | null
  scheduleItems?: { status?: string | null; start?: unknown; end?: unknown }[] | null
  workingHours?: unknown
  error?: { responseCode?: string | null; message?: string | null } | null
}

/** Everyone asked for is in the answer. @throws GraphError when Graph as a whole is unwell. */
export async function availabilityOf(
  graph: Graph,
  people: { id: PersonId; mail?: string }[],
  from: Date,
  to: Date,
): Promise<Map<PersonId, Availability>> {
  const answer = new Map<PersonId, Availability>()
  const reachable: Asked[] = []
  for (const { id, mail } of people) {
    if (mail) reachable.push({ id, mail })
    else answer.set(id, { known: false, why: 'no-mailbox' })
  }
  const anchor: Anchor = {}
  const chunks = Array.from({ length: Math.ceil(reachable.length / ADDRESSES) }, (_, i) =>
    reachable.slice(i * ADDRESSES, (i + 1) * ADDRESSES),
  )
  const span = { start: from.getTime(), end: to.getTime() }
  const stranded: Asked[][] = []
  const learn = async (chunk: Asked[]) => {
    try {
      for (const [id, what] of await chunkOver(graph, chunk, span, anchor)) answer.set(id, what)
    } catch (error) {
      if (!(error instanceof NobodyToAskFrom)) throw error
      stranded.push(chunk)
      for (const { id } of chunk) answer.set(id, { known: false, why: error.why })
    }
  }
  const [first, ...others] = chunks
  // The first shows whether we may ask at all; the others follow side by side, as many as the gates let through.
  if (first) await learn(first)
  await Promise.all(others.map(learn))
  // Those among whom nobody could be asked from are asked about from elsewhere, now that somebody is known.
  if (anchor.id) await Promise.all(stranded.splice(0).map(learn))
  return answer
}

/** A mailbox that could be asked from, and whether Graph refused the application as such. */
interface Anchor {
  id?: PersonId
  denied?: boolean
}

class NobodyToAskFrom extends Fault {
  readonly why: Unknown
  constructor(why: Unknown) {
    super(`No mailbox to ask for free/busy from: ${why}.`)
    this.why = why
  }
}

async function chunkOver(
  graph: Graph,
  chunk: Asked[],
  span: Interval,
  anchor: Anchor,
): Promise<Map<PersonId, Availability>> {
  const whole = new Map<PersonId, Availability>()
  for (let start = span.start; start < span.end; start += WINDOW) {
    const window = { start, end: Math.min(start + WINDOW, span.end) }
    const known = chunk.filter(({ id }) => whole.get(id)?.known !== false)
    if (known.length === 0) break
    for (const [id, what] of await windowOver(graph, known, window, anchor)) {
      whole.set(id, joined(whole.get(id), what))
    }
  }
  return whole
}

function joined(earlier: Availability | undefined, later: Availability): Availability {
  if (!earlier) return later
  if (!earlier.known || !later.known) return earlier.known ? later : earlier
  return {
    ...later,
    ...earlier,
    busy: union(earlier.busy, later.busy),
    firm: union(earlier.firm, later.firm),
  }
}

async function windowOver(graph: Graph, chunk: Asked[], window: Interval, anchor: Anchor) {
  const found = new Map<PersonId, Availability>()
  const schedules = await askFromSomeMailbox(graph, chunk, window, anchor)
  for (const person of chunk) {
    const schedule = schedules.get(person.mail.toLowerCase())
    found.set(person.id, await read(graph, person, window, anchor, schedule))
  }
  return found
}

async function read(
  graph: Graph,
  person: Asked,
  window: Interval,
  anchor: Anchor,
  schedule: Schedule | undefined,
): Promise<Availability> {
  if (!schedule) return { known: false, why: 'unreadable' }
  if (!schedule.error) return fromSchedule(schedule, window)
  if (isTooMany(schedule.error) && window.end - window.start > SHORTEST) {
    return halves(graph, person, window, anchor)
  }
  return { known: false, why: whyNot(schedule.error) }
}

/** 5006: too many entries for one answer. Half the time, twice; below a week the person stays unknown. */
async function halves(graph: Graph, person: Asked, window: Interval, anchor: Anchor): Promise<Availability> {
  const middle = Math.round((window.start + window.end) / 2)
  const one = await windowOver(graph, [person], { start: window.start, end: middle }, anchor)
  const first = one.get(person.id)!
  if (!first.known) return first
  const other = await windowOver(graph, [person], { start: middle, end: window.end }, anchor)
  return joined(first, other.get(person.id)!)
}

/**
 * getSchedule must be asked from some mailbox, whoever it is about: one of the people's own, so that no single mailbox
 * carries all the questions. One that has none, or lies outside our scope, says nothing about the others: a mailbox that
 * worked before is tried next.
 */
async function askFromSomeMailbox(
  graph: Graph,
  chunk: Asked[],
  window: Interval,
  anchor: Anchor,
): Promise<Map<string, Schedule>> {
  if (anchor.denied) throw new NobodyToAskFrom('not-permitted')
  const [own, ...more] = chunk.map(({ id }) => id)
  const candidates = [...new Set([own, anchor.id, ...more].filter((id) => id !== undefined))]
  let why: Unknown = 'no-mailbox'
  for (const id of candidates.slice(0, MOST_ANCHORS)) {
    try {
      const schedules = await ask(graph, id, chunk, window)
      anchor.id = id
      return schedules
    } catch (error) {
      if (!isGraphError(error) || (error.status !== 403 && error.status !== 404)) throw error
      if (error.status === 403) why = 'not-permitted'
      anchor.denied = error.status === 403 && error.code !== 'ErrorAccessDenied'
      if (anchor.denied) break
    }
  }
  throw new NobodyToAskFrom(why)
}

async function ask(graph: Graph, anchor: PersonId, chunk: Asked[], { start, end }: Interval) {
  const utc = (at: number) => ({ dateTime: new Date(at).toISOString().slice(0, 19), timeZone: 'UTC' })
  const options = { mailbox: anchor, repeatable: true, headers: { Prefer: 'outlook.timezone="UTC"' } }
  const body = {
    schedules: [...new Set(chunk.map(({ mail }) => mail))],
    startTime: utc(start),
    endTime: utc(end),
    availabilityViewInterval: VIEW_MINUTES,
  }
  type Answer = { value?: Schedule[]; '@odata.nextLink'?: string }
  const answer = await graph.post<Answer>(`/users/${pathPart(anchor)}/calendar/getSchedule`, body, options)
  const schedules = [...(answer.value ?? [])]
  const next = answer['@odata.nextLink']
  if (next) for await (const page of graph.pages<Schedule>(next, options)) schedules.push(...page.value)
  return byAddress(schedules)
}

/** One address can come on several pages. */
function byAddress(schedules: Schedule[]): Map<string, Schedule> {
  const found = new Map<string, Schedule>()
  for (const schedule of schedules) {
    const key = schedule.scheduleId?.toLowerCase() ?? ''
    const earlier = found.get(key)
    const items = [...(earlier?.scheduleItems ?? []), ...(schedule.scheduleItems ?? [])]
    found.set(key, earlier ? { ...schedule, ...earlier, scheduleItems: items } : schedule)
  }
  return found
}

function fromSchedule(schedule: Schedule, window: Interval): Availability {
  try {
    const entries = Array.isArray(schedule.scheduleItems)
      ? schedule.scheduleItems.filter(takesTime).map(entryOf)
      : fromView(schedule.availabilityView, window)
    if (!entries) return { known: false, why: 'unreadable' }
    const firm = entries.filter(({ tentative }) => !tentative)
    return {
      known: true,
      busy: union(entries),
      firm: union(firm),
      ...workingTimeOf(schedule.workingHours, window.start),
    }
  } catch {
    return { known: false, why: 'unreadable' }
  }
}

type Entry = Interval & { tentative: boolean }

/** Only what Graph calls free or working elsewhere is; a status nobody knows takes its time. */
function takesTime({ status }: { status?: string | null }): boolean {
  return !['free', 'workingelsewhere'].includes(status?.toLowerCase() ?? '')
}

function entryOf(item: { status?: string | null; start?: unknown; end?: unknown }): Entry {
  return { ...spanOf(item), tentative: item.status?.toLowerCase() === 'tentative' }
}

function spanOf({ start, end }: { start?: unknown; end?: unknown }): Interval {
  return { start: instantFrom(isRecord(start) ? start : null), end: instantFrom(isRecord(end) ? end : null) }
}

/** Where sharing hides the entries, the view still says which half hours are taken. */
function fromView(view: string | null | undefined, { start, end }: Interval): Entry[] | undefined {
  const step = VIEW_MINUTES * minuteMs
  if (!view || view.length < Math.floor((end - start) / step)) return undefined
  return [...view].flatMap((sign, i) =>
    sign === '0' ? [] : [{ start: start + i * step, end: start + (i + 1) * step, tentative: sign === '1' }],
  )
}

function isTooMany({ responseCode, message }: NonNullable<Schedule['error']>): boolean {
  return responseCode === '5006' || /too many calendar entries/i.test(message ?? '')
}

function whyNot({ responseCode, message }: NonNullable<Schedule['error']>): Unknown {
  const said = `${responseCode ?? ''} ${message ?? ''}`
  if (/NotFound|NonExist|could not be found|not.*mailbox|5009/i.test(said)) return 'no-mailbox'
  return /Access|Denied|Forbidden|permission/i.test(said) ? 'not-permitted' : 'unreadable'
}
