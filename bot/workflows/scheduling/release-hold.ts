import { Fault } from '../../domain/fault.ts'
import type { PersonId } from '../../domain/organization/person.ts'
import type { PairingId } from '../../domain/pairing/pairing.ts'
import type { CohortId } from '../../domain/program/program.ts'
import { isRefused, type Refusal, refuse } from '../../domain/refusal.ts'
import { dateKey, type Hold, type HoldId, holdKey, plannedSessions } from '../../domain/scheduling/hold.ts'
import type { Ports } from '../ports.ts'
import { audit } from '../records/audit.ts'
import { underClaim } from '../under-claim.ts'
import { calendarWordsOf } from './calendar-words.ts'
import { cancelAhead, cancelDate } from './write-hold.ts'

type Needs = Pick<Ports, 'store' | 'calendar' | 'clock'>

/** What is in the future goes from both calendars; what was stays as it was. Gone already is fine. */
export async function releaseHold(
  { store, calendar, clock, leaseMs }: Needs & Pick<Ports, 'leaseMs'>,
  id: HoldId,
): Promise<void> {
  const outcome = await underClaim(store.holds, id, leaseMs, async () => {
    const hold = await store.holds.get(id)
    if (!hold || hold.state === 'released') return
    await letGo({ store, calendar, clock }, hold)
  })
  if (outcome === 'taken')
    throw new Fault(`Hold ${id} is being booked at this moment; it is released after that.`)
}

/** Call with the Hold claimed. A series that Outlook took and nobody wrote down goes too. */
export async function letGo(ports: Needs, hold: Exclude<Hold, { state: 'released' }>): Promise<void> {
  const standing = hold.state === 'booked' ? hold : hold.state === 'requested' ? hold.replaces : undefined
  await unlessMailboxIsGone(async () => {
    if (hold.state !== 'booked') await cancelUnrecorded(ports, hold)
    if (!standing) return
    const words = await calendarWordsOf(ports.store, hold.pairingId, standing.booking.organizerId)
    await cancelAhead(ports, standing, await ownEvents(ports, hold.pairingId), words('series-ended'))
  })
  const { id, pairingId, revision, attempts, requestedAt } = hold
  const slot = standing?.slot ?? hold.slot
  await ports.store.holds.save({
    ...{ id, pairingId, revision, attempts, requestedAt },
    state: 'released',
    releasedAt: ports.clock.now(),
    ...(slot ? { slot } : {}),
    ...(standing ? { booking: standing.booking } : {}),
  })
}

/** Where there is no mailbox any more, nothing is left to take out of it; asking again would never end. */
async function unlessMailboxIsGone(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    const refusal = error as { name?: string; code?: string }
    if (refusal.name !== 'CalendarRefused' || refusal.code !== 'no-mailbox') throw error
  }
}

/** Sessions that were moved out of their series, and are not over: each stands in Outlook by itself. */
export async function ownEvents(
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  pairingId: PairingId,
): Promise<string[]> {
  const sessions = await store.sessions.ofPairing(pairingId)
  return sessions.flatMap(({ eventId, endsAt }) => (eventId && endsAt > clock.now() ? [eventId] : []))
}

/** What an attempt nobody heard the end of may have left, under any of the Hold's keys so far. */
export async function cancelUnrecorded(
  { store, calendar, clock }: Needs,
  hold: Exclude<Hold, { state: 'booked' | 'released' }>,
): Promise<void> {
  const organizerId = hold.organizerId ?? (await store.pairings.get(hold.pairingId))?.mentorId
  if (!organizerId || (hold.attempts === 0 && hold.revision === 1)) return
  const organizer = { id: organizerId }
  const ended = (await calendarWordsOf(store, hold.pairingId, organizerId))('series-ended')
  const standing = hold.state === 'requested' ? hold.replaces?.booking.eventId : undefined
  for (let revision = 1; revision <= hold.revision; revision += 1) {
    const series = await calendar.find({ key: holdKey({ id: hold.id, revision }), organizer })
    if (series && series.eventId !== standing) await calendar.cancel(series, ended)
  }
  if (!hold.dates || !hold.slot) return
  for (const { number } of plannedSessions({ slot: hold.slot, dates: hold.dates })) {
    const date = await calendar.find({ key: dateKey(hold, number), organizer })
    if (date) await cancelDate({ calendar, clock }, date, ended)
  }
}

/** A failed Hold is asked for again, from the beginning: calendars change. */
export async function retryHold(
  { store, clock, jobs }: Pick<Ports, 'store' | 'clock' | 'jobs'>,
  id: HoldId,
  by: PersonId,
): Promise<{ ok: true } | Refusal> {
  return store.transaction(async () => {
    const hold = await store.holds.lock(id)
    if (!hold) return refuse('not-found')
    if (hold.state !== 'failed' && hold.state !== 'requested')
      return refuse('already-booked', { state: hold.state })
    await store.holds.save(requestedAgain(hold, clock.now()))
    await jobs.add('book-hold', { holdId: id })
    await audit({ store, clock }, by, 'hold-retried', id)
    return { ok: true }
  })
}

/** Outlook may know the time of an earlier try, so that one keeps its time; a Hold without one starts afresh. */
function requestedAgain(hold: Hold & { state: 'failed' | 'requested' }, at: Date): Hold {
  if (hold.state === 'requested') return { ...hold, requestedAt: at }
  const { failure: _, detail: __, ...rest } = hold
  return { ...rest, requestedAt: at, state: 'requested' }
}

/** Everything of a Cohort that is not booked yet. A series that somebody deleted is booked again only by name. */
export async function bookAll(
  ports: Pick<Ports, 'store' | 'clock' | 'jobs'>,
  cohortId: CohortId,
  by: PersonId,
): Promise<{ requested: number }> {
  let requested = 0
  for (const hold of await ports.store.holds.list(cohortId)) {
    if (hold.state !== 'failed' && hold.state !== 'requested') continue
    if (hold.state === 'failed' && hold.failure === 'deleted-in-outlook') continue
    const answer = await retryHold(ports, hold.id, by)
    if (!isRefused(answer)) requested++
  }
  return { requested }
}
