/**
 * One recurring event a pair: one write when the slot fits every time, one more for each occurrence that is to be moved.
 * Single POSTs and not `$batch`: a batch runs at most 4 of its Outlook requests at once and 4 batches may run side by side
 * (throttling-limits), which is the 16 at once that the gates let through anyhow; every inner request counts as one; and
 * a batch waits for its slowest member, so places stay empty, while a lost answer leaves twenty outcomes open instead of one.
 */
import { Fault } from '../domain/fault.ts'
import type { BookedSeries, SeriesRequest } from '../domain/scheduling/calendar-time.ts'
import { type Booking, type MovedOccurrence, plannedSessions } from '../domain/scheduling/hold.ts'
import type { Graph } from './client.ts'
import { bookEvent, type GraphEvent } from './event-once.ts'
import { eventPath, mailboxOptions } from './mailbox.ts'
import { instancesOf } from './series.ts'
import { instantFrom, seriesSpan, stampOn, toEvent } from './to-event.ts'

/** A PATCH was once answered with 200 and lost (microsoft-graph-docs#12141): what was asked is read back. */
const MOVE_ROUNDS = 3

export async function bookSeries(graph: Graph, wish: SeriesRequest): Promise<BookedSeries> {
  const { booking, created } = await bookEvent(graph, { ...wish, body: toEvent(wish) })
  const planned = plannedSessions(wish)
  const isAsAsked = created && !wish.moved?.length && beginsAt(created, planned[0]!.start)
  return { ...booking, occurrences: isAsAsked ? planned : await settle(graph, booking, wish) }
}

/** Outlook says back how it understood the zone; the pattern is then the same sum as ours. */
function beginsAt({ start }: GraphEvent, expected: Date): boolean {
  return Boolean(start) && instantFrom(start) === expected.getTime()
}

/** Moves what is still where the series has it. What a person moved or cancelled meanwhile stays as that person wanted it. */
async function settle(
  graph: Graph,
  booking: Booking,
  wish: SeriesRequest,
): Promise<BookedSeries['occurrences']> {
  for (let round = 1; ; round += 1) {
    const standing = await standingOf(graph, booking, wish)
    if (standing.size === 0) throw new Fault(`Outlook shows no occurrence of series ${booking.eventId} yet.`)
    const open = (wish.moved ?? []).flatMap((move) => {
      const one = standing.get(Date.parse(move.from))
      return one && one.start.getTime() === Date.parse(move.from) ? [{ move, id: one.id }] : []
    })
    if (open.length === 0) return found(wish, standing)
    if (round > MOVE_ROUNDS) {
      throw new Fault(`Outlook took the new times of series ${booking.eventId} and does not show them.`)
    }
    for (const { move, id } of open) await moveOne(graph, { ...booking, eventId: id }, wish, move)
  }
}

type Standing = Map<number, { id: string; start: Date; end: Date }>

/** By where the series had them, which stays the same however often one is moved. */
async function standingOf(graph: Graph, booking: Booking, wish: SeriesRequest): Promise<Standing> {
  const instances = await instancesOf(graph, booking, seriesSpan(wish.slot))
  return new Map(
    instances.filter(({ cancelled }) => !cancelled).map((one) => [one.originalStart.getTime(), one]),
  )
}

function found(wish: SeriesRequest, standing: Standing): BookedSeries['occurrences'] {
  return plannedSessions(wish).map((session) => {
    const now = standing.get(session.originalStart!.getTime())
    return now ? { ...session, start: now.start, end: now.end } : { ...session, cancelled: true }
  })
}

/** Says the wanted state, so it may be repeated. */
async function moveOne(
  graph: Graph,
  instance: Booking,
  { slot }: SeriesRequest,
  { start, end }: MovedOccurrence,
): Promise<void> {
  const change = { start: stampOn(slot, Date.parse(start)), end: stampOn(slot, Date.parse(end)) }
  await graph.patch(eventPath(instance), change, mailboxOptions(instance.organizerId))
}
