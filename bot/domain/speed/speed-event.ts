/**
 * A speed meeting: an event of short rounds in which Mentors and Mentees meet before they are paired. drafted: who meets
 * whom can be looked at and planned anew · published: everybody is invited, the plan stays · held: the last round is over ·
 * cancelled. `booking` is there once Outlook has the event, `failure` when Outlook refused it.
 */
import { allPairs } from '../../engine/edges.ts'
import { buildField } from '../../engine/field.ts'
import { mayBePaired } from '../../engine/pairing-rules.ts'
import type { MatchingInput } from '../../engine/person.ts'
import { buildRoster } from '../../engine/roster.ts'
import type { PersonId } from '../organization/person.ts'
import type { CohortId } from '../program/program.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { Booking } from '../scheduling/hold.ts'
import { minuteMs } from '../span.ts'
import { speedRounds } from './speed-rounds.ts'

export type SpeedEventId = string

export interface SpeedEvent {
  id: SpeedEventId
  cohortId: CohortId
  name: string
  startsAt: Date
  rounds: number
  roundMinutes: number
  state: 'drafted' | 'published' | 'over' | 'cancelled'
  /** Of the plan; another seed, another plan as good. */
  seed: number
  booking?: Booking
  failure?: 'no-mailbox' | 'not-permitted' | 'refused'
  createdBy: PersonId
}

export interface SpeedMeeting {
  /** From 1. */
  round: number
  mentorId: PersonId
  menteeId: PersonId
}

/** Between two rounds: to hang up, rate and call the next one. */
export const changeMinutes = 2
/** Graph takes no more attendees for one event. */
export const mostPeople = 500

export function roundTime(
  { startsAt, roundMinutes }: Pick<SpeedEvent, 'startsAt' | 'roundMinutes'>,
  round: number,
): { start: Date; end: Date } {
  const start = startsAt.getTime() + (round - 1) * (roundMinutes + changeMinutes) * minuteMs
  return { start: new Date(start), end: new Date(start + roundMinutes * minuteMs) }
}

/** With the pause after the last round, in which its rating is given. */
export function endOfEvent(event: Pick<SpeedEvent, 'startsAt' | 'roundMinutes' | 'rounds'>): Date {
  return new Date(roundTime(event, event.rounds).end.getTime() + changeMinutes * minuteMs)
}

/** Stable name of the event in Outlook: a published plan never changes, so neither does its key. */
export const speedKey = ({ id }: Pick<SpeedEvent, 'id'>): string => `speed.${id}`

export const partnerIn = ({ mentorId, menteeId }: SpeedMeeting, me: PersonId): PersonId | undefined =>
  me === mentorId ? menteeId : me === menteeId ? mentorId : undefined

export type PlanRefusal = 'nobody-may-meet' | 'too-many-people'

/**
 * Who meets whom, by the same rules as a Pairing, for everybody who could be paired with anybody. `alreadyMet` are pairs
 * of earlier events: nobody meets twice. The answer has as many rounds as are of use, at most `rounds`.
 */
export function planMeetings(
  input: MatchingInput,
  { rounds, seed, alreadyMet }: { rounds: number; seed: number; alreadyMet: readonly [string, string][] },
): SpeedMeeting[] | Refusal<PlanRefusal> {
  const roster = buildRoster({ ...input, forbidden: [...(input.forbidden ?? []), ...alreadyMet] })
  const { mentors, mentees, context } = roster
  const people = mentors.length + mentees.length
  if (people > mostPeople) return refuse('too-many-people', { people, most: mostPeople })
  const field = buildField(mentors, mentees, context, {
    ratings: [],
    ...(input.weights ? { weights: input.weights } : {}),
  })
  const { u, v, w, count } = allPairs(field)
  const graph = {
    mentors: mentors.length,
    mentees: mentees.length,
    u: u.slice(0, count),
    v: v.slice(0, count),
    w: w.slice(0, count),
  }
  const meetings = speedRounds(graph, rounds, seed).map(({ round, mentor, mentee }) => {
    const forbidden = mayBePaired(mentors[mentor]!, mentees[mentee]!, context)
    // The last gate: whatever the numbers said, the rules are asked once more about the two people themselves.
    if (forbidden) throw new Error(`The plan has a pair that rule ${forbidden.refused} forbids.`)
    return { round, mentorId: mentors[mentor]!.id, menteeId: mentees[mentee]!.id }
  })
  return meetings.length > 0 ? meetings : refuse('nobody-may-meet')
}

/** Those of a plan that the rules allow as things stand now. */
export function stillAllowed(input: MatchingInput, meetings: readonly SpeedMeeting[]): SpeedMeeting[] {
  const { mentors, mentees, context } = buildRoster(input)
  const mentorOf = new Map(mentors.map((one) => [one.id, one]))
  const menteeOf = new Map(mentees.map((one) => [one.id, one]))
  return meetings.filter(({ mentorId, menteeId }) => {
    const [mentor, mentee] = [mentorOf.get(mentorId), menteeOf.get(menteeId)]
    return mentor !== undefined && mentee !== undefined && !mayBePaired(mentor, mentee, context)
  })
}
