/**
 * Reads one series as Outlook has it and writes down what people did to it: moved, said no, called off. Nothing is
 * changed in Outlook. A reading that fails changes nothing; a Session that changed here while Outlook was being read is
 * left for the next look. The same look twice writes nothing twice. What the calendar does not list is gone only when it
 * was not listed at an earlier look either; until then nothing is written about that Hold.
 */

import type { Person, PersonId } from '../../domain/organization/person.ts'
import type { Pairing, PairingId } from '../../domain/pairing/pairing.ts'
import type { Cohort } from '../../domain/program/program.ts'
import { type BookedHold, type Booking, type HoldId, withLink } from '../../domain/scheduling/hold.ts'
import type { SeriesNow } from '../../domain/scheduling/occurrence.ts'
import { isUnsettled, repairUntil } from '../../domain/scheduling/repair/repair.ts'
import {
  droppedIn,
  factsOf,
  type Known,
  type Seen,
  type SeenOccurrence,
  type SessionChange,
} from '../../domain/scheduling/series-facts.ts'
import type { Session } from '../../domain/scheduling/session.ts'
import type { Ports } from '../ports.ts'
import { audit } from '../records/audit.ts'
import { raiseConcerns } from '../telling/raise-concerns.ts'
import { beginRepair, supersede } from './repair/ask-for-repair.ts'

type Needs = Pick<Ports, 'store' | 'calendar' | 'jobs' | 'clock' | 'chance'>

/** Of events of their own, by id. */
type Links = ReadonlyMap<string, string>

interface Subject {
  hold: BookedHold
  pairing: Pairing
  sessions: Session[]
  people: Person[]
  /** Where the series goes on, when this look found out. */
  followedIn?: Booking
}

/** @returns the events that this look, and none before, did not find listed. */
export async function lookAtSeries(
  ports: Needs,
  holdId: HoldId,
  missedBefore: ReadonlySet<string> = new Set(),
): Promise<string[]> {
  const subject = await load(ports.store, holdId)
  if (!subject) return []
  const { calendar } = ports
  const { hold, sessions } = subject
  const unlisted: string[] = []
  const judged = <T extends { isListed: boolean }>(now: T | 'gone', eventId: string): T | 'gone' => {
    if (now === 'gone' || now.isListed) return now
    if (!missedBefore.has(eventId)) unlisted.push(eventId)
    return 'gone'
  }
  const { eventId: seriesId } = hold.booking
  const read = hold.dates ? emptySeries : judged(await calendar.seriesNow(hold.booking), seriesId)
  const singles = new Map<string, SeenOccurrence | 'gone'>()
  const links = new Map<string, string>()
  for (const { eventId } of sessions) {
    if (eventId === undefined) continue
    const now = judged(await calendar.singleNow({ ...hold.booking, eventId }), eventId)
    if (now !== 'gone' && now.joinUrl) links.set(eventId, now.joinUrl)
    singles.set(eventId, now === 'gone' ? 'gone' : { ...now, declinedBy: whoDeclined(now.declined, subject) })
  }
  if (unlisted.length > 0) return unlisted
  const ended = `${seriesId} ended`
  const series = await followed(ports, subject, read, singles)
  // Ending the old and beginning the new are two writes of Outlook's: the new one may come a moment later.
  if (series === 'shortened' && !missedBefore.has(ended)) return [ended]
  const now = series === 'shortened' ? read : series
  await record(ports, { ...subject, links }, now, { series: namesIn(now, subject), singles })
  return []
}

/**
 * "This and all following" in Outlook ends the series and begins another. Where Sessions ahead have no place any more, the
 * calendar is asked for the one that goes on, and that one is followed from now on.
 */
async function followed(
  { calendar, clock }: Needs,
  subject: Subject,
  series: SeriesNow | 'gone',
  singles: Seen['singles'],
): Promise<SeriesNow | 'gone' | 'shortened'> {
  const { hold, sessions } = subject
  const dropped = (now: SeriesNow | 'gone') =>
    droppedIn(sessions, { series: namesIn(now, subject), singles }, clock.now())
  if (series === 'gone' || dropped(series).length === 0) return series
  const booking = await calendar.continuationOf(hold.booking)
  const both = booking && (await calendar.seriesNow(booking))
  if (!booking || both === undefined || both === 'gone' || !both.isListed) return 'shortened'
  subject.followedIn = booking
  return both
}

const emptySeries: SeriesNow = { occurrences: [], cancelled: [], declined: [], isListed: true }

async function load(store: Needs['store'], holdId: HoldId): Promise<Subject | undefined> {
  const hold = await store.holds.get(holdId)
  const pairing = hold && (await store.pairings.get(hold.pairingId))
  if (hold?.state !== 'booked' || pairing?.state !== 'active') return undefined
  const people = await store.people.many([pairing.mentorId, pairing.menteeId])
  const sessions = await store.sessions.ofPairing(pairing.id)
  return {
    hold,
    pairing,
    people: [...people.values()],
    // Those before the first of a changed slot were in the series before this one.
    sessions: sessions.filter((one) => one.holdId === holdId && one.number >= (hold.slot.fromNumber ?? 1)),
  }
}

function namesIn(series: SeriesNow | 'gone', subject: Subject): Seen['series'] {
  if (series === 'gone') return 'gone'
  const occurrences = series.occurrences.map(({ declined, ...one }) => ({
    ...one,
    declinedBy: whoDeclined(declined, subject),
  }))
  return { occurrences, cancelled: series.cancelled }
}

/** By address; an address that is nobody's of the two is the other side's, when only one side was invited. */
function whoDeclined(addresses: string[], { people, pairing, hold }: Subject): PersonId[] {
  const named = addresses.flatMap((address) =>
    people.filter(({ mail, userPrincipalName }) =>
      [mail, userPrincipalName].some((known) => known?.toLowerCase() === address),
    ),
  )
  if (named.length > 0) return named.map(({ id }) => id)
  const { mentorId, menteeId } = pairing
  const { organizerId } = hold.booking
  if (addresses.length !== 1 || (organizerId !== mentorId && organizerId !== menteeId)) return []
  return [organizerId === mentorId ? menteeId : mentorId]
}

async function record(
  ports: Needs,
  subject: Subject & { links: Links },
  series: SeriesNow | 'gone',
  seen: Seen,
): Promise<void> {
  const { store } = ports
  const { hold, pairing } = subject
  await store.transaction(async () => {
    const currentPairing = await store.pairings.lock(pairing.id)
    const current = await store.holds.lock(hold.id)
    const isSame = current?.state === 'booked' && current.booking.eventId === hold.booking.eventId
    if (currentPairing?.state !== 'active' || !isSame) return
    const known = await knownOf(ports, subject)
    const changes = factsOf(subject.sessions, seen, known)
    const booking = linked(subject.followedIn ?? current.booking, series, subject.links)
    if (booking !== current.booking) await store.holds.save({ ...current, booking })
    for (const change of changes) await write(ports, hold, change)
    await react(ports, subject, series, changes)
  })
}

/** Outlook may make the meeting a moment after the event. */
function linked(booking: Booking, series: SeriesNow | 'gone', links: Links): Booking {
  const joinUrl = booking.joinUrl ?? (series === 'gone' ? undefined : series.joinUrl)
  const whole = joinUrl === booking.joinUrl || !joinUrl ? booking : { ...booking, joinUrl }
  return [...links].reduce((all, [eventId, joinUrl]) => withLink(all, eventId, joinUrl), whole)
}

/** The first pair that meets through it names it, where it is one of the two's; that of the Program is nobody's. */
export function whose(mailbox: PersonId, { id, mentorId, menteeId }: Pairing): { pairingId?: PairingId } {
  return mailbox === mentorId || mailbox === menteeId ? { pairingId: id } : {}
}

/** Said once for a mailbox, whoever meets in its series; it closes when a series of its has a link. */
async function sayWithoutLink(
  ports: Needs,
  cohort: Cohort,
  { hold, pairing }: Subject,
  series: SeriesNow,
): Promise<void> {
  if (hold.dates) return
  const { organizerId } = hold.booking
  const key = `no-teams-link.${cohort.id}.${organizerId}`
  if (series.joinUrl) return ports.store.concerns.close(key, ports.clock.now())
  if (hold.booking.joinUrl) return
  const about = { ...whose(organizerId, pairing), detail: { personId: organizerId } }
  await raiseConcerns(ports, cohort, [{ ...about, key, kind: 'no-teams-link' }])
}

/** What our own records say at this moment: answered for, being booked, or changed since Outlook was asked. */
async function knownOf({ store, clock }: Needs, { hold, pairing, sessions }: Subject): Promise<Known> {
  const now = new Map((await store.sessions.ofPairing(pairing.id)).map((session) => [session.id, session]))
  const repairs = await store.repairs.ofPairing(pairing.id)
  const settled = new Set(repairs.filter(({ state }) => state === 'booking').map((one) => one.sessionId))
  // It did not take place, whatever still stands in the calendar of that day.
  const expired = new Set(repairs.filter(({ state }) => state === 'expired').map((one) => one.sessionId))
  const isOver = (session: Session) =>
    expired.has(session.id) && session.state === 'cancelled' && repairUntil(session) <= clock.now()
  const answered = await store.checkIns.answered(pairing.id)
  for (const session of sessions) {
    if (answered.has(session.id) || isOver(session) || !isUnchanged(session, now.get(session.id)))
      settled.add(session.id)
  }
  const latest = new Map(repairs.map((repair) => [repair.sessionId, repair]))
  const toldUs = [...latest.values()].filter(
    ({ reason, state }) => reason === 'cannot-make-it' && state !== 'booked' && state !== 'kept',
  )
  return {
    organizerId: hold.booking.organizerId,
    settled,
    toldUs: new Set(toldUs.map((repair) => repair.sessionId)),
  }
}

function isUnchanged(before: Session, now: Session | undefined): boolean {
  const text = (session: Session) =>
    JSON.stringify(Object.entries(session).sort(([a], [b]) => (a < b ? -1 : 1)))
  return now !== undefined && text(before) === text(now)
}

async function write(ports: Needs, hold: BookedHold, { after, what }: SessionChange): Promise<void> {
  const { store } = ports
  await store.sessions.save(after)
  if (what === 'moved' || what === 'accepted' || what === 'restored') await supersede(ports, after, what)
  if (what === 'noted') return
  const who = what === 'declined' ? after.declinedBy : hold.booking.organizerId
  const named = what === 'dropped' ? 'cancelled' : what
  await audit(ports, who ?? hold.booking.organizerId, `session-${named}`, after.id)
}

/** A single Session that slips gets other times; a whole series that goes is for people to talk about. */
async function react(
  ports: Needs,
  subject: Subject,
  series: SeriesNow | 'gone',
  changes: SessionChange[],
): Promise<void> {
  const { hold, pairing } = subject
  const { store, clock } = ports
  const cohort = await store.cohorts.get(pairing.cohortId)
  if (!cohort) return
  const about = { pairingId: pairing.id, detail: { personId: hold.booking.organizerId } }
  if (series === 'gone') {
    await store.holds.save(deletedInOutlook(hold))
    const key = `series-deleted.${hold.id}.${hold.revision}`
    await raiseConcerns(ports, cohort, [{ ...about, key, kind: 'series-deleted' }])
    return
  }
  await sayWithoutLink(ports, cohort, subject, series)
  const key = `series-declined.${hold.id}.${hold.revision}`
  if (series.declined.length > 0) {
    await raiseConcerns(ports, cohort, [{ ...about, key, kind: 'series-declined', detail: {} }])
  } else await store.concerns.close(key, clock.now())
  const dropped = changes.filter(({ what, after }) => what === 'dropped' && after.endsAt > clock.now())
  const shortened = `series-shortened.${hold.id}.${hold.revision}`
  // One question to the Organizer, not one a date to the two.
  if (dropped.length > 0)
    await raiseConcerns(ports, cohort, [
      { ...about, key: shortened, kind: 'series-shortened', detail: { sessions: dropped.length } },
    ])
  else if (changes.some(({ what }) => what === 'restored')) await store.concerns.close(shortened, clock.now())
  const slipped = changes
    .filter(({ what, after }) => (what === 'declined' || what === 'cancelled') && after.endsAt > clock.now())
    .sort((a, b) => a.after.startsAt.getTime() - b.after.startsAt.getTime())
  // Somebody who said no to the whole series is offered another time for the next Session, not for all of them.
  for (const { after, what } of series.declined.length > 0 ? slipped.slice(0, 1) : slipped) {
    const unsettled = (await store.repairs.ofSession(after.id)).some(isUnsettled)
    if (unsettled) continue
    await beginRepair(ports, after, what === 'declined' ? 'declined' : 'cancelled', after.declinedBy)
  }
}

/** Never booked again by itself. Asked for by a person, it is a new revision with a slot of its own. */
function deletedInOutlook({ id, pairingId, revision, requestedAt }: BookedHold) {
  return {
    ...{ id, pairingId, requestedAt },
    revision: revision + 1,
    attempts: 0,
    state: 'failed' as const,
    failure: 'deleted-in-outlook' as const,
    detail: {},
  }
}
