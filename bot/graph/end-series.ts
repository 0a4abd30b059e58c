/**
 * Ends a booked series: what is ahead goes, what was stays, and people get one message. A series that lies wholly ahead
 * is called off as one, with a word. Calling a series under way off would take its past along (event: cancel moves the
 * whole event to Deleted Items), and each remaining date by itself would be a mail a date; so its range is ended on the
 * last date that was, which is one update. A changed pattern may drop what was moved or called off before ("removes every
 * exception", MS-OXOCAL 3.1.4.7.3.5): so moved dates that are ahead are called off first by themselves, and the past is
 * read back and put where it was. Everything asks Outlook first, so a crash halfway is followed by the same call; only
 * moved dates of the past that Outlook dropped just before a crash stay where the pattern has them.
 */
import { Fault } from '../domain/fault.ts'
import { type Booking, seriesOf } from '../domain/scheduling/hold.ts'
import { dateOf, wallClock } from '../domain/scheduling/zone-offset.ts'
import type { Graph } from './client.ts'
import { goneIs } from './graph-error.ts'
import { eventPath, mailboxOptions } from './mailbox.ts'
import { moveEvent } from './occurrences.ts'
import {
  cancelledOf,
  cancelOne,
  instancesOf,
  type Master,
  masterOf,
  type Occurrence,
  spanOf,
  zoneOf,
} from './series.ts'
import { toHtml } from './to-event.ts'

type Instance = Occurrence & { id: string }

/** A PATCH was once answered with 200 and lost (microsoft-graph-docs#12141): what was asked is read back. */
const END_ATTEMPTS = 3

/** Gone already is fine. */
export async function endSeries(graph: Graph, booking: Booking, comment: string): Promise<void> {
  for (const part of seriesOf(booking)) await endPart(graph, part, comment)
}

async function endPart(graph: Graph, booking: Booking, comment: string): Promise<void> {
  const master = await masterOf(graph, booking)
  if (!master || master.isCancelled) return
  const standing = await standingOf(graph, booking, master)
  const { past, ahead } = splitAt(standing, graph.now().getTime())
  if (past.length === 0) return cancelOne(graph, booking, booking.eventId, comment)
  const history = [...past.filter(isMoved), ...cancelledOf(master, standing).filter(isBefore(past))]
  const zone = zoneOf(master, standing)
  // Without its clock no date ends the range safely: each goes by itself.
  const lastDate = zone ? latestOf(past, zone) : ''
  const rest = zone ? ahead.filter((one) => !isMoved(one) && dateIn(zone, one) > lastDate) : []
  // Ending the range is worth it only when it saves mails even if Outlook drops what was moved.
  const isShort = rest.length <= 1 + history.length
  const alone = isShort ? ahead : ahead.filter((one) => !rest.includes(one))
  for (const { id } of alone) await cancelOne(graph, booking, id, comment)
  if (isShort || rest.length === 0) return
  await endRange(graph, booking, master, lastDate, comment)
  await putBack(graph, booking, past, cancelledOf(master, standing).filter(isBefore(past)), comment)
}

async function standingOf(graph: Graph, booking: Booking, master: Master): Promise<Instance[]> {
  const all = await goneIs([], instancesOf(graph, booking, spanOf(master)))
  return all.filter(({ cancelled }) => !cancelled)
}

function splitAt(standing: Instance[], now: number) {
  const isAhead = ({ start }: Instance) => start.getTime() > now
  return { past: standing.filter((one) => !isAhead(one)), ahead: standing.filter(isAhead) }
}

const isMoved = ({ start, originalStart }: Occurrence) => start.getTime() !== originalStart.getTime()

/** Called off, and within the part of the series that stays. */
function isBefore(past: Instance[]): (one: Occurrence) => boolean {
  const last = Math.max(...past.map(({ originalStart }) => originalStart.getTime()))
  return ({ originalStart }) => originalStart.getTime() < last
}

const dateIn = (zone: string, { originalStart }: Occurrence) =>
  dateOf(wallClock(zone, originalStart.getTime()).day)

function latestOf(past: Instance[], zone: string): string {
  return past.map((one) => dateIn(zone, one)).reduce((a, b) => (a > b ? a : b))
}

/** The word to the other stands above the text, which keeps the block of its Teams meeting (event: update). */
async function endRange(
  graph: Graph,
  booking: Booking,
  master: Master,
  endDate: string,
  comment: string,
): Promise<void> {
  const options = mailboxOptions(booking.organizerId)
  const { pattern, range } = master.recurrence!
  const { startDate, recurrenceTimeZone } = range
  const zone = recurrenceTimeZone ? { recurrenceTimeZone } : {}
  const recurrence = { pattern, range: { type: 'endDate', startDate, endDate, ...zone } }
  const { body } = await graph.get<Text>(`${eventPath(booking)}?$select=body`, options)
  const text = body?.contentType === 'html' && body.content ? { body: headed(body.content, comment) } : {}
  for (let attempt = 1; attempt <= END_ATTEMPTS; attempt += 1) {
    await graph.patch(eventPath(booking), { recurrence, ...text }, options)
    const now = await masterOf(graph, booking)
    if (!now || now.recurrence?.range.endDate === endDate) return
  }
  throw new Fault(`Outlook took the end of series ${booking.eventId} and does not show it.`)
}

interface Text {
  body?: { contentType?: string; content?: string } | null
}

function headed(content: string, comment: string) {
  const [, head = '', rest = content] = /^([\s\S]*?<body[^>]*>)([\s\S]*)$/i.exec(content) ?? []
  return { contentType: 'html', content: `${head}${toHtml(comment)}${rest}` }
}

async function putBack(
  graph: Graph,
  booking: Booking,
  past: Instance[],
  calledOff: Occurrence[],
  comment: string,
): Promise<void> {
  const master = await masterOf(graph, booking)
  if (!master) return
  const standing = await standingOf(graph, booking, master)
  const now = new Map(standing.map((one) => [one.originalStart.getTime(), one]))
  for (const { originalStart, start, end } of past) {
    const shown = now.get(originalStart.getTime())
    if (!shown || shown.start.getTime() === start.getTime()) continue
    const event = { ...booking, eventId: shown.id }
    await moveEvent(graph, event, { start: start.getTime(), end: end.getTime() })
  }
  for (const { originalStart } of calledOff) {
    const shown = now.get(originalStart.getTime())
    if (shown) await cancelOne(graph, booking, shown.id, comment)
  }
}
