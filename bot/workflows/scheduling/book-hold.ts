/**
 * From approved Pairings to a time in both calendars and a card to each, many at once: free/busy of everybody in requests
 * of 20 addresses, then a time for each, then the writes side by side as the gates let them through. Dies between any two
 * lines and is run again without a second event: the time is stored before Outlook is asked, the effects carry the Hold's
 * key, and what Outlook answered is stored together with the Sessions, the active Pairing and the Notices.
 */
import type { Person } from '../../domain/organization/person.ts'
import { isRefused } from '../../domain/refusal.ts'
import {
  dateKey,
  type FailureFacts,
  type Hold,
  type HoldFailure,
  type HoldId,
  holdKey,
  type RequestedHold,
  type Standing,
} from '../../domain/scheduling/hold.ts'
import { minuteMs } from '../../domain/span.ts'
import type { PairContext } from '../pairing/pair-context.ts'
import type { Ports } from '../ports.ts'
import { audit } from '../records/audit.ts'
import { underClaims } from '../under-claim.ts'
import { calendarWordsOf } from './calendar-words.ts'
import {
  loadPairOf,
  type OpenQuestion,
  peopleOf,
  questionOf,
  sessionsLeft,
  spanOf,
  type Times,
  timesOf,
} from './pair-calendars.ts'
import { recordHeld } from './record-hold.ts'
import { cancelUnrecorded, letGo, ownEvents } from './release-hold.ts'
import { isStillFree, ownTime, type PlannedHold, planAnew, reserveTime } from './reserve-time.ts'
import { cancelAhead, writeHold } from './write-hold.ts'

type Needs = Pick<Ports, 'store' | 'calendar' | 'jobs' | 'clock' | 'chance' | 'tabLink' | 'leaseMs'>

/** Free/busy that is older than this is read again before anything is written on the strength of it. */
const freshMs = minuteMs

export async function bookHold(ports: Needs, id: HoldId): Promise<void> {
  const [outcome] = await bookHolds(ports, [id])
  if (outcome?.status === 'rejected') throw outcome.reason
}

/** Each succeeds or fails by itself; one that somebody else has at this moment is left to them. */
export async function bookHolds(ports: Needs, ids: readonly HoldId[]): Promise<PromiseSettledResult<void>[]> {
  const { store, leaseMs } = ports
  const outcomes = await underClaims(store.holds, ids, leaseMs, (mine) => bookClaimed(ports, mine))
  return ids.map((id) => outcomes.get(id) ?? { status: 'fulfilled', value: undefined })
}

/** One Hold on its way, with what is known about its two people. */
interface Case {
  hold: RequestedHold
  context: PairContext
  question: OpenQuestion
}

type Outcomes = Map<HoldId, PromiseSettledResult<void>>

async function bookClaimed(ports: Needs, ids: readonly HoldId[]): Promise<Outcomes> {
  const outcomes: Outcomes = new Map()
  const cases: Case[] = []
  await eachBySelf(ids, outcomes, async (id) => {
    const found = await prepareCase(ports, id)
    if (found) cases.push(found)
  })
  const readAt = ports.clock.now()
  const open = await openCases(ports, cases, outcomes)
  const times = await readTimes(ports, open)
  const planned: { one: Case; hold: PlannedHold }[] = cases
    .filter((one) => !open.includes(one) && !outcomes.has(one.hold.id))
    .map((one) => ({ one, hold: one.hold as PlannedHold }))
  await eachBySelf(open, outcomes, async (one) => {
    const hold = await timeFor(ports, one, times)
    if (hold) planned.push({ one, hold })
  })
  const writes = planned.map(async ({ one, hold }) => {
    const stale = open.includes(one) && ports.clock.now().getTime() - readAt.getTime() > freshMs
    const fresh = stale ? await timeFor(ports, { ...one, hold }, await readTimes(ports, [one])) : hold
    if (fresh) await bookPlanned(ports, fresh, one.context)
  })
  const settled = await Promise.allSettled(writes)
  for (const [i, { hold }] of planned.entries()) outcomes.set(hold.id, settled[i]!)
  return outcomes
}

type Named = HoldId | { hold: { id: HoldId } }

/** One after the other, since each is a transaction of its own; a failure is that one's alone. */
async function eachBySelf<T extends Named>(
  list: readonly T[],
  outcomes: Outcomes,
  work: (one: T) => Promise<void>,
): Promise<void> {
  for (const one of list) {
    const id = typeof one === 'string' ? one : one.hold.id
    await work(one).catch((reason: unknown) => outcomes.set(id, { status: 'rejected', reason }))
  }
}

/** Nothing when there is nothing to book: already booked, paused, ended, or without one of the two. */
async function prepareCase(ports: Needs, id: HoldId): Promise<Case | undefined> {
  const { store, clock } = ports
  const hold = await store.holds.get(id)
  if (hold?.state !== 'requested') return undefined
  const context = await loadPairOf(store, hold)
  if (context === 'ended') {
    await letGo(ports, hold)
    return undefined
  }
  if (context === 'person-left') {
    await giveUp(ports, hold, 'person-left')
    return undefined
  }
  // It stays requested; whoever goes on with booking asks for it again.
  if (context.cohort.scheduling.paused) return undefined
  const left = await sessionsLeft(store, hold, context, clock.now())
  if (left.occurrences < 1) return giveUp(ports, hold, 'no-common-slot', { why: 'no-session-left' })
  return { hold, context, question: questionOf(context, left, clock.now()) }
}

/** Those whose time must be chosen or checked: all but the ones of which Outlook has something already. */
async function openCases(ports: Needs, cases: readonly Case[], outcomes: Outcomes): Promise<Case[]> {
  const asked = await Promise.allSettled(cases.map(({ hold }) => isInOutlook(ports, hold)))
  return cases.filter(({ hold }, i) => {
    const answer = asked[i]!
    if (answer.status === 'rejected') outcomes.set(hold.id, answer)
    return answer.status === 'fulfilled' && !answer.value
  })
}

async function isInOutlook({ calendar }: Needs, hold: RequestedHold): Promise<boolean> {
  if (hold.attempts === 0 || !hold.slot || !hold.organizerId) return false
  const organizer = { id: hold.organizerId }
  const first = hold.dates?.[0]
  const key = first ? dateKey(hold, first.number) : holdKey(hold)
  return (await calendar.find({ key, organizer })) !== undefined
}

async function readTimes({ calendar }: Needs, cases: readonly Case[]) {
  if (cases.length === 0) return new Map()
  const spans = cases.map(({ question, hold }) => spanOf(question, hold))
  const from = Math.min(...spans.map(({ start }) => start))
  const to = Math.max(...spans.map(({ end }) => end))
  return calendar.availability(peopleOf(cases.map(({ context }) => context)), new Date(from), new Date(to))
}

/** The Hold with a time that is free now; nothing when there is none, and the Hold says why. */
async function timeFor(
  ports: Needs,
  { hold, context, question }: Case,
  known: Awaited<ReturnType<typeof readTimes>>,
): Promise<PlannedHold | undefined> {
  const times = timesOf(context, known)
  if ('unknown' in times) {
    return giveUp(ports, hold, 'calendar-unknown', { why: sideOf(context, times.unknown) })
  }
  if (!hold.slot) return newTime(ports, hold, context, question, times)
  const chosen = { ...hold, slot: hold.slot }
  const own = await ownTime(ports, context, hold)
  if (isStillFree(context, question, chosen, times, own)) return chosen
  // What takes the time may be our own series, written by a worker that was given up too early.
  if (await isInOutlook(ports, hold)) return chosen
  // Somebody chose this time for a series that stands: another one is not what they asked for.
  if (hold.replaces) return giveUp(ports, hold, 'no-common-slot', { why: 'taken-meanwhile' })
  return newTime(ports, planAnew(hold), context, question, times, hold.revision)
}

async function newTime(
  ports: Needs,
  hold: RequestedHold,
  context: PairContext,
  question: OpenQuestion,
  times: Times,
  basedOn = hold.revision,
): Promise<PlannedHold | undefined> {
  const planned = await reserveTime(ports, { hold, basedOn }, context, question, times)
  if (!planned || !isRefused(planned)) return planned
  return giveUp(ports, hold, 'no-common-slot', nearest(planned.detail))
}

function nearest(detail: Record<string, string | number> | undefined): FailureFacts {
  const [fits, of] = [Number(detail?.['fits'] ?? 0), Number(detail?.['of'] ?? 0)]
  return fits > 0 ? { why: 'nearest', fits, of } : { why: 'no-shared-hours' }
}

const sideOf = ({ mentor }: PairContext, { id }: Pick<Person, 'id'>) =>
  id === mentor.id ? ('mentor' as const) : ('mentee' as const)

async function bookPlanned(ports: Needs, hold: PlannedHold, context: PairContext): Promise<void> {
  const nobody = [context.mentor, context.mentee].find(({ id, mail }) => id !== hold.organizerId && !mail)
  if (nobody) {
    await giveUp(ports, hold, 'no-mailbox', { why: sideOf(context, nobody) })
    return
  }
  const attempt = await change(ports.store, hold, (current) => ({ ...hold, attempts: current.attempts + 1 }))
  if (!attempt) return
  try {
    const series = await writeHold(ports, attempt, context)
    if (hold.replaces) await cancelStanding(ports, hold, hold.replaces)
    if ((await recordHeld(ports, attempt, series, context)) === 'superseded') {
      await cancelUnrecorded(ports, attempt)
    }
  } catch (error) {
    const refusal = error as { name?: string; code?: string; message: string }
    if (refusal.name !== 'CalendarRefused') throw error
    const failure = refusal.code === 'no-mailbox' ? 'no-mailbox' : 'refused-by-outlook'
    // Of single dates some may have been written before the no; the series that stands stays instead.
    if (hold.replaces) await cancelUnrecorded(ports, attempt)
    await giveUp(ports, attempt, failure, { outlook: refusal.message })
  }
}

async function cancelStanding(ports: Needs, { pairingId }: Hold, standing: Standing): Promise<void> {
  const words = await calendarWordsOf(ports.store, pairingId, standing.booking.organizerId)
  await cancelAhead(ports, standing, await ownEvents(ports, pairingId), words('series-moved'))
}

/** A series that stands is kept when it cannot be replaced; a Hold without one says why it failed. */
async function giveUp(
  { store, clock }: Needs,
  hold: RequestedHold,
  failure: HoldFailure,
  detail: FailureFacts = {},
): Promise<undefined> {
  await store.transaction(async () => {
    await change(store, hold, ({ replaces, ...current }): Hold => {
      if (!replaces) return { ...current, state: 'failed', failure, detail }
      // The revision stays the new one: its key may be known to Outlook, so it is never used for anything else.
      const { slot: _, moved: __, dates: ___, organizerId: ____, ...rest } = current
      return { ...rest, ...replaces, state: 'booked' }
    })
    if (hold.replaces) await audit({ store, clock }, 'system', 'slot-kept', hold.id, { failure })
  })
  return undefined
}

/**
 * Graph may keep a worker waiting for longer than its lease, and another begins on the same Hold. Whatever was decided
 * first stays: only a Hold that is still requested changes, from what it is now and not from what it was.
 */
async function change<H extends Hold>(
  store: Needs['store'],
  { id, revision }: Pick<Hold, 'id' | 'revision'>,
  to: (current: RequestedHold) => H,
): Promise<H | undefined> {
  return store.transaction(async () => {
    const current = await store.holds.lock(id)
    if (current?.state !== 'requested' || current.revision !== revision) return undefined
    const changed = to(current)
    await store.holds.save(changed)
    return changed
  })
}
