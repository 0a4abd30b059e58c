/**
 * The first tap of either side, and what follows in Outlook: the occurrence moves; where it cannot, because it was
 * cancelled or would pass its neighbours, an event of its own takes its place under the key `<hold>.session-<number>.<attempt>`.
 * Dies between any two lines and is run again: what Outlook has already is looked at before anything is written, so the
 * same choice never makes a second event. A time that was taken since it was offered is not booked; others are offered.
 */

import { Fault } from '../../../domain/fault.ts'
import { checkInKeys } from '../../../domain/meeting/check-in.ts'
import type { PersonId } from '../../../domain/organization/person.ts'
import { isOneOf } from '../../../domain/pairing/pairing.ts'
import { isRefused, type Refusal, refuse } from '../../../domain/refusal.ts'
import { type BookedHold, type Booking, withLink } from '../../../domain/scheduling/hold.ts'
import { type Interval, overlaps } from '../../../domain/scheduling/interval.ts'
import type { SingleRequest } from '../../../domain/scheduling/occurrence.ts'
import {
  agreedStart,
  choose,
  chosenIsTaken,
  intervalOf,
  offer,
  type Repair,
  repairKey,
} from '../../../domain/scheduling/repair/repair.ts'
import type { Session } from '../../../domain/scheduling/session.ts'
import type { Ports } from '../../ports.ts'
import { audit } from '../../records/audit.ts'
import { redrawCards } from '../../telling/redraw-cards.ts'
import { underClaim } from '../../under-claim.ts'
import { calendarWordsOf } from '../calendar-words.ts'
import { invited, whoTheyAre, wordsForPair } from '../invitation.ts'
import { stirMailbox } from '../look-at-mailbox.ts'
import { offerFound, timesFor } from './offer-repair.ts'
import { loadContext, type RepairContext } from './repair-context.ts'
import { repairTimes } from './repair-times.ts'
import { showRepair } from './show-repair.ts'

type Needs = Pick<Ports, 'store' | 'calendar' | 'jobs' | 'clock' | 'chance' | 'leaseMs'>

/** Books nothing by itself: the choice is stored, and Outlook is asked right after. */
export async function chooseRepair(
  { store, jobs, clock }: Pick<Ports, 'store' | 'jobs' | 'clock'>,
  id: string,
  option: number,
  by: PersonId,
): Promise<Repair | Refusal> {
  return store.transaction(async () => {
    const found = await store.repairs.get(id)
    const session = found && (await store.sessions.get(found.sessionId))
    const pairing = session && (await store.pairings.lock(session.pairingId))
    if (!session || !pairing) return refuse('not-found')
    if (!isOneOf(pairing, by)) return refuse('not-yours')
    if (pairing.state !== 'active') return refuse('already-ended')
    const repair = (await store.repairs.lock(id))!
    const chosen = choose(repair, option, { by, at: clock.now() })
    if (isRefused(chosen) || chosen === repair) return chosen
    await store.repairs.save(chosen)
    await jobs.add('book-repair', { repairId: id })
    await audit({ store, clock }, by, 'repair-chosen', session.id)
    return chosen
  })
}

export async function bookRepair(ports: Needs, id: string): Promise<void> {
  const { store, leaseMs } = ports
  const outcome = await underClaim(store.repairs, id, leaseMs, async () => {
    const repair = await store.repairs.get(id)
    if (repair?.state === 'booking') await bookChosen(ports, repair)
  })
  if (outcome === 'taken')
    throw new Fault(`Repair ${id} is being booked by another worker; it is looked at after that.`)
}

async function bookChosen(ports: Needs, repair: Repair): Promise<void> {
  const { calendar } = ports
  const context = await loadContext(ports, repair.sessionId)
  const hold = context?.hold
  if (!context || hold?.state !== 'booked') return abandon(ports, repair)
  const at = chosenSpan(repair)
  const placed = await place(ports, { ...context, hold }, repair, at)
  if (placed === 'taken') return offerOthers(ports, context, repair)
  const recorded = await record(ports, context, repair, at, placed)
  // Ended while Outlook was being asked: the series is released by its Hold, an event of our own by us.
  if (!recorded && placed.eventId) {
    const own = { ...hold.booking, eventId: placed.eventId }
    await calendar.cancelMeeting(own, wordsFor({ ...context, hold })('pairing-ended'))
  }
}

function chosenSpan({ options, chosen }: Repair): Interval {
  return intervalOf(options[chosen ?? -1]!)
}

/** Where the Session is in Outlook afterwards: in the series still, or an event of its own. */
interface Placed {
  eventId?: string
  joinUrl?: string
}

type Held = RepairContext & { hold: BookedHold }

async function place(ports: Needs, context: Held, repair: Repair, at: Interval): Promise<Placed | 'taken'> {
  const { calendar } = ports
  const { session, hold } = context
  const key = repairKey(hold.id, session, repair.attempt)
  const left = await calendar.find({ key, organizer: { id: hold.booking.organizerId } })
  if (left) return finishSingle(ports, context, left)
  if (session.eventId) return moveOwn(ports, context, repair, at, session.eventId)
  const series = hold.dates ? 'gone' : await calendar.seriesNow(hold.booking)
  if (series !== 'gone' && !series.isListed) return lookForIt(ports, hold.booking)
  const name = nameOf(session)
  const now =
    series === 'gone'
      ? undefined
      : series.occurrences.find(({ originalStart }) => isSame(originalStart, name))
  if (now && now.start.getTime() === at.start) return {}
  if (!(await isFree(ports, context, at))) return 'taken'
  const moved = now ? await calendar.moveOccurrence(hold.booking, name, at) : 'gone'
  return moved === 'moved' ? {} : bookOwn(ports, context, key, at)
}

/**
 * A series that is not listed may be deleted: nothing is written to that, nor booked for it on one look. The mailbox is
 * looked at, and again some minutes later; then it is clear what to do. @throws Fault
 */
async function lookForIt(ports: Needs, booking: Booking): Promise<never> {
  await stirMailbox(ports, booking.organizerId)
  throw new Fault(`Outlook does not list event ${booking.eventId} at this moment; it is looked for again.`)
}

const isSame = (one: Date, other: Date) => one.getTime() === other.getTime()

/** Outlook's name of the occurrence. */
const nameOf = (session: Session) => session.originalStart ?? agreedStart(session)

async function moveOwn(
  ports: Needs,
  context: Held,
  repair: Repair,
  at: Interval,
  eventId: string,
): Promise<Placed | 'taken'> {
  const { calendar } = ports
  const booking = { ...context.hold.booking, eventId }
  const seen = await calendar.singleNow(booking)
  const now = seen !== 'gone' && seen.isListed ? seen : undefined
  if (now?.start.getTime() === at.start) return { eventId }
  if (!(await isFree(ports, context, at))) return 'taken'
  if (now && (await calendar.moveSingle(booking, at)) === 'moved') return { eventId }
  // Deleted, or not listed yet: called off it is gone either way, and one of our own takes its place.
  if (seen !== 'gone' && !now) await calendar.cancelMeeting(booking, wordsFor(context)('session-moved'))
  return bookOwn(ports, context, repairKey(context.hold.id, context.session, repair.attempt), at)
}

async function bookOwn(ports: Needs, context: Held, key: string, at: Interval): Promise<Placed> {
  const booking = await ports.calendar.bookSingle(requestFor(context, key, at))
  return finishSingle(ports, context, booking)
}

/** The event of its own stands; the occurrence it replaces goes, if it is still there. */
async function finishSingle(
  { calendar }: Needs,
  context: Held,
  { eventId, joinUrl }: Booking,
): Promise<Placed> {
  const { session, hold } = context
  if (!session.eventId && !hold.dates) {
    await calendar.cancelOccurrence(hold.booking, nameOf(session), wordsFor(context)('session-moved'))
  }
  return { eventId, ...(joinUrl ? { joinUrl } : {}) }
}

const wordsFor = (context: Held) => wordsForPair(context, context.hold.booking.organizerId)

function requestFor(context: Held, key: string, at: Interval): SingleRequest {
  const { session, hold, mentor, mentee, program, cohort } = context
  const words = wordsFor(context)
  const { organizerId, joinUrl } = hold.booking
  return {
    key,
    organizer: { id: organizerId },
    attendees: invited([mentor, mentee], organizerId),
    at,
    subject: words('subject', { program: program.name }),
    body: [
      words('cohort', { program: program.name, cohort: cohort.name }),
      ...whoTheyAre(context, words),
      words('new-time', { number: session.number }),
    ].join('\n'),
    sensitivity: cohort.scheduling.sensitivity,
    ...(joinUrl ? { joinUrl } : {}),
  }
}

/** As when it was offered; unknown is never free. */
async function isFree(ports: Needs, context: RepairContext, at: Interval): Promise<boolean> {
  const times = await repairTimes(ports, context, at)
  return times !== 'unknown' && times.every(({ busy }) => !busy.some((taken) => overlaps(taken, at)))
}

async function record(
  ports: Needs,
  { pairing }: RepairContext,
  { id }: Repair,
  at: Interval,
  { eventId, joinUrl }: Placed,
): Promise<boolean> {
  const { store } = ports
  return store.transaction(async () => {
    const current = await store.pairings.lock(pairing.id)
    const repair = await store.repairs.lock(id)
    const session = repair && (await store.sessions.get(repair.sessionId))
    if (repair?.state !== 'booking' || !session) return true
    if (current?.state !== 'active') {
      await store.repairs.save({ ...repair, state: 'expired' })
      return false
    }
    await store.sessions.save(movedTo(session, at, repair.askedBy ?? session.declinedBy, eventId))
    // What was said of the time when they did not meet says nothing of the new one.
    if (repair.reason === 'not-met') await forgetCheckIns(ports, pairing, session)
    const hold = await store.holds.lock(session.holdId)
    if (hold?.state === 'booked' && eventId)
      await store.holds.save({ ...hold, booking: withLink(hold.booking, eventId, joinUrl) })
    const booked: Repair = { ...repair, state: 'booked' }
    await store.repairs.save(booked)
    await audit(ports, repair.chosenBy ?? pairing.mentorId, 'session-moved', session.id)
    await showRepair(ports, booked)
    return true
  })
}

/** Of another date nothing is said yet: the cards that asked about this one ask no more. */
async function forgetCheckIns(
  ports: Needs,
  { mentorId, menteeId }: RepairContext['pairing'],
  session: Session,
): Promise<void> {
  await ports.store.checkIns.forget(session.id)
  for (const personId of [mentorId, menteeId])
    await redrawCards(ports, checkInKeys(session, personId), (notice) =>
      notice.kind === 'check-in' ? { ...notice, state: 'moved' } : notice,
    )
}

/** Whoever could not come is who moved it; who found the new time did both a favour. */
function movedTo(
  { declinedBy: _d, movedFrom: _f, movedBy: _m, ...session }: Session,
  at: Interval,
  movedBy: PersonId | undefined,
  eventId: string | undefined,
): Session {
  const movedFrom = _f ?? session.startsAt
  return {
    ...session,
    originalStart: session.originalStart ?? movedFrom,
    startsAt: new Date(at.start),
    endsAt: new Date(at.end),
    state: 'planned',
    ...(movedFrom.getTime() === at.start ? {} : { movedFrom, ...(movedBy ? { movedBy } : {}) }),
    ...(eventId ? { eventId } : {}),
  }
}

/** Somebody filled that time since it was offered. Nothing was written in Outlook for it. */
async function offerOthers(ports: Needs, context: RepairContext, { id }: Repair): Promise<void> {
  const { store, clock } = ports
  const before = await store.repairs.get(id)
  if (before?.state !== 'booking') return
  const times = await timesFor(ports, context, chosenIsTaken(before))
  await store.transaction(async () => {
    await store.pairings.lock(context.pairing.id)
    const repair = await store.repairs.lock(id)
    if (repair?.state !== 'booking') return
    const found = times === 'unknown' ? [] : times
    const anew = offer(chosenIsTaken(repair), found, clock.now())
    await offerFound(ports, context, anew, times === 'unknown')
  })
}

/** The Pairing is over, or its series is gone: nothing is booked, and what an earlier try may have left goes again. */
async function abandon({ store, calendar }: Needs, repair: Repair): Promise<void> {
  const session = await store.sessions.get(repair.sessionId)
  const hold = session && (await store.holds.get(session.holdId))
  const booking = hold && (hold.state === 'booked' || hold.state === 'released') ? hold.booking : undefined
  if (session && hold && booking) {
    const key = repairKey(hold.id, session, repair.attempt)
    const left = await calendar.find({ key, organizer: { id: booking.organizerId } })
    const words = await calendarWordsOf(store, session.pairingId, booking.organizerId)
    if (left) await calendar.cancelMeeting(left, words('pairing-ended'))
  }
  await store.repairs.save({ ...repair, state: 'expired' })
}
