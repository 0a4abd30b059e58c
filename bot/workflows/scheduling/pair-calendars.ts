/** What booking one Hold needs to know, and the question its Cohort's policy asks of two calendars. */

import type { Participant } from '../../domain/enrolment/participant.ts'
import type { Person, PersonId } from '../../domain/organization/person.ts'
import { isLive } from '../../domain/pairing/pairing.ts'
import { daysOff } from '../../domain/program/holidays.ts'
import { firstWithinWeeks } from '../../domain/program/scheduling-policy.ts'
import type { Availability } from '../../domain/scheduling/calendar-time.ts'
import type { PersonTime, SlotQuestion } from '../../domain/scheduling/common-slot.ts'
import { type Hold, plannedSessions } from '../../domain/scheduling/hold.ts'
import { type Interval, subtract } from '../../domain/scheduling/interval.ts'
import { spanAsked } from '../../domain/scheduling/slot-search.ts'
import { dateOf, wallClock } from '../../domain/scheduling/zone-offset.ts'
import { dayMs } from '../../domain/span.ts'
import { loadPair, type PairContext } from '../pairing/pair-context.ts'
import type { Ports } from '../ports.ts'

export async function loadPairOf(
  store: Ports['store'],
  hold: Pick<Hold, 'pairingId'>,
): Promise<PairContext | 'ended' | 'person-left'> {
  const pairing = await store.pairings.get(hold.pairingId)
  if (!pairing || !isLive(pairing)) return 'ended'
  const pair = await loadPair(store, pairing)
  return pair === 'gone' ? 'ended' : pair
}

/** Whose mailbox organizes by today's policy; one that was asked before stays, since a lost answer is looked for there. */
export function organizerOf({ cohort, mentor, mentee }: PairContext, hold: Hold): PersonId {
  if (hold.organizerId) return hold.organizerId
  const { organizer, programMailbox } = cohort.scheduling
  if (organizer === 'program' && programMailbox) return programMailbox
  return organizer === 'mentee' ? mentee.id : mentor.id
}

/** Which Sessions are still to be placed: all, or those after the last one that has begun. */
export async function sessionsLeft(
  store: Ports['store'],
  hold: Hold,
  { cohort }: PairContext,
  now: Date,
): Promise<{ occurrences: number; fromNumber: number }> {
  if (hold.slot && hold.state === 'requested') {
    return { occurrences: hold.slot.occurrences, fromNumber: hold.slot.fromNumber ?? 1 }
  }
  const sessions = await store.sessions.ofPairing(hold.pairingId)
  const begun = sessions.filter(({ startsAt, state }) => startsAt <= now && state !== 'cancelled')
  const last = Math.max(0, ...begun.map(({ number }) => number))
  const all = cohort.sessions + (await store.pairEndings.more(hold.pairingId))
  return { occurrences: all - last, fromNumber: last + 1 }
}

export type OpenQuestion = Omit<SlotQuestion, 'first' | 'second'>

/** All of a question but the two calendars. */
export function questionOf(
  { cohort, mentorEnrolment, menteeEnrolment }: PairContext,
  left: { occurrences: number; fromNumber: number },
  now: Date,
): OpenQuestion {
  const { scheduling } = cohort
  const organizerZone = (scheduling.organizer === 'mentee' ? menteeEnrolment : mentorEnrolment).timeZone
  const earliest = dateOf(wallClock(organizerZone, now.getTime()).day + scheduling.noticeDays * dayMs)
  return {
    from: earliest > cohort.startsOn ? earliest : cohort.startsOn,
    ...left,
    everyWeeks: cohort.cadenceWeeks,
    minutes: cohort.sessionMinutes,
    organizerZone,
    firstWithinWeeks,
    now: now.getTime(),
    avoid: { weekdays: scheduling.noMeetingDays, dates: scheduling.holidays },
    ...(scheduling.preferred ? { preferred: scheduling.preferred } : {}),
  }
}

/** The span of free/busy that answers a question, or that shows whether a chosen plan is still free. */
export function spanOf(question: OpenQuestion, hold: Hold): Interval {
  const span = spanAsked(question)
  if (!hold.slot) return span
  const planned = plannedSessions({ ...hold, slot: hold.slot })
  return {
    start: Math.min(span.start, planned[0]!.start.getTime()),
    end: Math.max(span.end, planned.at(-1)!.end.getTime()),
  }
}

/** Both people's time as Outlook tells it. */
export interface Times {
  mentor: Availability & { known: true }
  mentee: Availability & { known: true }
}

/** Which of the two is unknown; unknown is never free. */
export function timesOf(
  { mentor, mentee }: PairContext,
  known: Map<PersonId, Availability>,
): Times | { unknown: Person } {
  const [first, second] = [known.get(mentor.id), known.get(mentee.id)]
  if (!first?.known) return { unknown: mentor }
  if (!second?.known) return { unknown: mentee }
  return { mentor: first, mentee: second }
}

/** Time that our own records give away already, and time that only our own series takes. */
export interface OwnTime {
  taken: Map<PersonId, Interval[]>
  /** Of a series that is to be replaced: busy in both calendars, and about to be free. */
  replaced: Interval[]
}

export const noOwnTime: OwnTime = { taken: new Map(), replaced: [] }

/**
 * What the person said when enrolling counts; Outlook's own working hours narrow nothing that was said since. An
 * invitation of ours is tentative until it is answered, so our own records are asked as well: they hold whatever the
 * policy says about tentative entries.
 */
export function withTimes(
  context: PairContext,
  open: OpenQuestion,
  times: Times,
  own: OwnTime,
): SlotQuestion {
  const { cohort, mentor, mentee, mentorEnrolment, menteeEnrolment } = context
  const personTime = (person: Person, enrolment: Participant, time: Times['mentor']): PersonTime => {
    const outlook = cohort.scheduling.tentativeIs === 'free' ? time.firm : time.busy
    const busy = own.replaced.length > 0 ? subtract(outlook, own.replaced) : outlook
    return {
      side: enrolment.side,
      timeZone: enrolment.timeZone,
      workingHours: enrolment.workingHours,
      busy: [...busy, ...(own.taken.get(enrolment.personId) ?? [])],
      daysOff: daysOff(cohort.scheduling, person),
    }
  }
  return {
    ...open,
    first: personTime(mentor, mentorEnrolment, times.mentor),
    second: personTime(mentee, menteeEnrolment, times.mentee),
  }
}

/** Every address once. */
export function peopleOf(contexts: readonly PairContext[]): { id: PersonId; mail?: string }[] {
  const people = contexts.flatMap(({ mentor, mentee }) => [mentor, mentee])
  const unique = new Map(people.map(({ id, mail }) => [id, { id, ...(mail ? { mail } : {}) }]))
  return [...unique.values()]
}
