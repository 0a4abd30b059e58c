/**
 * From an approved Pairing to a time in both calendars and a card to each. Dies between any two lines and is run again
 * without a second event: the slot is stored before Outlook is asked, the series carries the Hold's key, and what Outlook
 * answered is stored together with the Sessions, the active Pairing and the Notices.
 */
import { activate, type Pairing } from '../domain/pairing.ts'
import type { Participant, WorkingHours } from '../domain/participant.ts'
import type { Person } from '../domain/person.ts'
import type { Cohort, Program } from '../domain/program.ts'
import { isRefused } from '../domain/refusal.ts'
import type { Availability, BookedSeries } from '../domain/scheduling/calendar-time.ts'
import { findSlots } from '../domain/scheduling/common-slot.ts'
import {
  type HeldHold,
  type Hold,
  type HoldFailure,
  type HoldId,
  holdKey,
  type RequestedHold,
} from '../domain/scheduling/hold.ts'
import type { Slot } from '../domain/scheduling/slot.ts'
import { tell } from './deliver-notice.ts'
import { faceOf } from './faces.ts'
import type { Ports } from './ports.ts'
import { letGo } from './release-hold.ts'

type Needs = Pick<Ports, 'store' | 'calendar' | 'jobs' | 'clock' | 'chance' | 'leaseMs'>

const dayMs = 86_400_000
/** Both should see it coming: nothing is booked for the next days. */
const noticeDays = 2
const firstWithinWeeks = 3

interface Two {
  cohort: Cohort
  program: Program
  pairing: Pairing
  mentor: Person
  mentee: Person
  mentorEnrolment: Participant
  menteeEnrolment: Participant
}

export async function bookHold(ports: Needs, id: HoldId): Promise<void> {
  const { store, clock, leaseMs } = ports
  const now = clock.now()
  const until = new Date(now.getTime() + leaseMs)
  if (!(await store.holds.claim(id, now, until))) return
  try {
    await bookClaimed(ports, id)
  } finally {
    await store.holds.release(id, until)
  }
}

async function bookClaimed(ports: Needs, id: HoldId): Promise<void> {
  const { store } = ports
  const hold = await store.holds.get(id)
  if (hold?.state !== 'requested') return
  const two = await loadTwo(store, hold)
  if (two === 'ended') return letGo(ports, hold)
  if (two === 'person-left')
    return fail(store, hold, 'person-left', 'One of the two is no longer in the directory.')
  const planned = hold.slot ? { ...hold, slot: hold.slot } : await chooseSlot(ports, hold, two)
  if (planned) await bookPlanned(ports, planned, two)
}

async function loadTwo(store: Needs['store'], hold: RequestedHold): Promise<Two | 'ended' | 'person-left'> {
  const pairing = await store.pairings.get(hold.pairingId)
  if (!pairing || (pairing.state !== 'approved' && pairing.state !== 'active')) return 'ended'
  const cohort = await store.cohorts.get(pairing.cohortId)
  const program = cohort && (await store.programs.get(cohort.programId))
  const people = await store.people.many([pairing.mentorId, pairing.menteeId])
  const [mentor, mentee] = [people.get(pairing.mentorId), people.get(pairing.menteeId)]
  const mentorEnrolment = await store.participants.of(pairing.cohortId, pairing.mentorId)
  const menteeEnrolment = await store.participants.of(pairing.cohortId, pairing.menteeId)
  if (!cohort || !program || !mentorEnrolment || !menteeEnrolment) return 'ended'
  if (!mentor?.isEligible || !mentee?.isEligible) return 'person-left'
  return { cohort, program, pairing, mentor, mentee, mentorEnrolment, menteeEnrolment }
}

async function fail(
  store: Needs['store'],
  hold: RequestedHold,
  failure: HoldFailure,
  detail: string,
): Promise<void> {
  await change(store, hold.id, (current) => ({ ...current, state: 'failed', failure, detail }))
}

/**
 * Graph may keep a worker waiting for longer than its lease, and another begins on the same Hold. Whatever was decided
 * first stays: only a Hold that is still requested changes, from what it is now and not from what it was.
 */
async function change<H extends Hold>(
  store: Needs['store'],
  id: HoldId,
  to: (current: RequestedHold) => H,
): Promise<H | undefined> {
  return store.transaction(async () => {
    const current = await store.holds.lock(id)
    if (current?.state !== 'requested') return undefined
    const changed = to(current)
    await store.holds.save(changed)
    return changed
  })
}

/** Stores the slot before anything is asked of Outlook; nothing when there is none, and the Hold says why. */
async function chooseSlot(
  { store, calendar, clock }: Needs,
  hold: RequestedHold,
  two: Two,
): Promise<(RequestedHold & { slot: Slot }) | undefined> {
  const { cohort, mentor, mentee } = two
  const earliest = new Date(clock.now().getTime() + noticeDays * dayMs).toISOString().slice(0, 10)
  const from = earliest > cohort.startsOn ? earliest : cohort.startsOn
  const start = Date.parse(`${from}T00:00:00Z`) - dayMs
  const weeks = firstWithinWeeks + (cohort.sessions - 1) * cohort.cadenceWeeks + 1
  const times = await calendar.availability(
    [mentor, mentee].map((person) => ({ id: person.id, ...(person.mail ? { mail: person.mail } : {}) })),
    new Date(start),
    new Date(start + weeks * 7 * dayMs),
  )
  const mentorTime = times.get(mentor.id)
  const menteeTime = times.get(mentee.id)
  if (!mentorTime?.known || !menteeTime?.known) {
    const unknown = mentorTime?.known ? mentee : mentor
    await fail(store, hold, 'calendar-unknown', `Outlook does not tell when ${unknown.displayName} is free.`)
    return undefined
  }
  const first = personTime(two.mentorEnrolment, mentorTime)
  const second = personTime(two.menteeEnrolment, menteeTime)
  const found = findSlots({
    from,
    occurrences: cohort.sessions,
    everyWeeks: cohort.cadenceWeeks,
    minutes: cohort.sessionMinutes,
    first,
    second,
    organizerZone: first.timeZone,
    firstWithinWeeks,
    now: clock.now().getTime(),
    limit: 1,
  })
  if (isRefused(found)) {
    await fail(store, hold, 'no-common-slot', nearestInWords(found.detail))
    return undefined
  }
  return change(store, hold.id, (current) => ({ ...current, slot: current.slot ?? found[0]!.slot }))
}

/** What the person said when enrolling counts; Outlook's own working hours narrow nothing that was said since. */
function personTime(enrolment: Participant, time: Availability & { known: true }) {
  const workingHours: WorkingHours = enrolment.workingHours
  return { side: enrolment.side, timeZone: enrolment.timeZone, workingHours, busy: time.busy }
}

function nearestInWords(detail: Record<string, string | number> | undefined): string {
  if (!detail?.['fits']) return 'No time of the week is free for both within their working hours.'
  return `The nearest slot fits ${detail['fits']} of ${detail['of']} Sessions.`
}

async function bookPlanned(ports: Needs, hold: RequestedHold & { slot: Slot }, two: Two): Promise<void> {
  const { store, calendar } = ports
  const attempt = await change(store, hold.id, (current) => ({
    ...current,
    slot: hold.slot,
    attempts: current.attempts + 1,
  }))
  if (!attempt) return
  const { mentor, mentee, program } = two
  if (!mentee.mail) return fail(store, attempt, 'no-mailbox', `${mentee.displayName} has no mail address.`)
  let series: BookedSeries
  try {
    series = await calendar.book({
      key: holdKey(hold),
      organizer: { id: mentor.id },
      attendees: [{ mail: mentee.mail, name: mentee.displayName }],
      slot: hold.slot,
      subject: `${program.name}: ${mentor.displayName} and ${mentee.displayName}`,
      body: bodyOf(two),
      mayExist: attempt.attempts > 1,
    })
  } catch (error) {
    const refusal = error as { name?: string; code?: string; message: string }
    if (refusal.name !== 'CalendarRefused') throw error
    return fail(
      store,
      attempt,
      refusal.code === 'no-mailbox' ? 'no-mailbox' : 'refused-by-outlook',
      refusal.message,
    )
  }
  await recordHeld(ports, attempt, series, two)
}

function bodyOf({ cohort, program }: Two): string {
  return [
    `${program.name} · ${cohort.name}`,
    `${cohort.sessions} Sessions of ${cohort.sessionMinutes} minutes, every ${cohort.cadenceWeeks} weeks.`,
    'The Mentor leads and sets the agenda. Meet online or in a neutral place, not in the leader’s office.',
    'If a date does not work, move it within 7 days rather than drop it.',
    'Agenda: 5 check-in · 10 what happened since · 20 the Mentor’s topic · 10 the leader gives back · 5 next step.',
  ].join('\n')
}

async function recordHeld(
  ports: Needs,
  hold: RequestedHold & { slot: Slot },
  series: BookedSeries,
  two: Two,
) {
  const { store, clock, chance } = ports
  const { occurrences, ...booking } = series
  await store.transaction(async () => {
    const pairing = await store.pairings.lock(two.pairing.id)
    const current = await store.holds.lock(hold.id)
    if (!pairing || current?.state === 'held') return
    const active = activate(pairing, clock.now())
    const held: HeldHold = { ...hold, state: 'held', booking }
    await store.holds.save(held)
    const known = new Set((await store.sessions.ofPairing(hold.pairingId)).map((session) => session.number))
    for (const [index, { start, end }] of occurrences.entries()) {
      if (known.has(index + 1)) continue
      await store.sessions.save({
        id: chance.id(),
        holdId: hold.id,
        pairingId: hold.pairingId,
        number: index + 1,
        startsAt: start,
        endsAt: end,
        state: isRefused(active) ? 'cancelled' : 'planned',
      })
    }
    if (isRefused(active)) {
      // Ended while Outlook was being asked: what was just booked goes again.
      await ports.jobs.add('release-hold', { holdId: hold.id })
      return
    }
    await store.pairings.save(active)
    await announce(ports, hold, series, two)
  })
}

/** One card to each: who, why this match, when, what next. */
async function announce(ports: Needs, hold: RequestedHold & { slot: Slot }, series: BookedSeries, two: Two) {
  const first = series.occurrences[0]
  if (!first) throw new Error(`Outlook shows no occurrence of hold ${hold.id}: nothing to announce yet.`)
  const sides = [
    { me: two.mentor, partner: two.mentee, enrolment: two.mentorEnrolment, mySide: 'mentor' as const },
    { me: two.mentee, partner: two.mentor, enrolment: two.menteeEnrolment, mySide: 'mentee' as const },
  ]
  for (const { me, partner, enrolment, mySide } of sides) {
    await tell(ports, `pairing.${hold.pairingId}.${hold.revision}.${me.id}`, me.id, {
      kind: 'pairing',
      pairingId: hold.pairingId,
      mySide,
      partner: faceOf(partner),
      parts: two.pairing.parts,
      firstStart: first.start,
      firstEnd: first.end,
      sessions: two.cohort.sessions,
      everyWeeks: hold.slot.everyWeeks,
      timeZone: enrolment.timeZone,
      ...(series.joinUrl ? { joinUrl: series.joinUrl } : {}),
    })
  }
}
