import type { PersonId } from '../organization/person.ts'
import type { CohortId } from '../program/program.ts'
import { type Refusal, refuse } from '../refusal.ts'

export type ParticipantId = string

/** Reverse mentoring: the Mentor is the junior who teaches, the Mentee the senior who learns. */
export type Side = 'mentor' | 'mentee'

/** `applied` waits for the Organizer; only `approved` are paired; `paused` come back by themselves; `left` is final. */
export const participantStates = ['applied', 'approved', 'waitlisted', 'declined', 'paused', 'left'] as const
export type ParticipantState = (typeof participantStates)[number]

export const topics = [
  'ai-tools',
  'social-media',
  'collaboration-apps',
  'consumer-trends',
  'why-juniors-stay',
  'inclusion',
  'flexible-work',
  'customer-journey',
  'unwritten-rules',
  'how-strategy-is-heard',
  'data-privacy',
  'sustainability',
] as const
export type Topic = (typeof topics)[number]

export const interests = [
  'running',
  'cooking',
  'chess',
  'cinema',
  'hiking',
  'photography',
  'music',
  'football',
  'reading',
  'gardening',
  'travel',
  'volunteering',
] as const

/** 1 a little, 2 well, 3 very well (offered), or how much it is wanted. */
export type Level = 1 | 2 | 3

export interface TopicLevel {
  topic: string
  level: Level
}

/** A working week as its owner keeps it: ISO weekdays (1 Monday), wall-clock HH:MM in the owner's zone. */
export interface WorkingHours {
  days: number[]
  start: string
  end: string
}

/** What somebody says when they enrol. */
export interface Enrolment {
  side: Side
  topics: TopicLevel[]
  /** BCP 47 primary subtags, e.g. `en`. */
  languages: string[]
  interests: string[]
  /** How many Pairings at once, 1 to 4. */
  capacity: number
  /** IANA name. */
  timeZone: string
  workingHours: WorkingHours
  /** One goal of one's own, with where one stands today on 1 to 5. */
  goal: string
  goalStart: number
  acceptedGroundRules: number
}

export interface Participant extends Enrolment {
  id: ParticipantId
  cohortId: CohortId
  personId: PersonId
  state: ParticipantState
  /** ISO date, only when `paused`. */
  pausedUntil?: string
  enrolledAt: Date
  /** What they wrote is erased, `goal` is empty: nobody can read it any more. */
  isErased?: true
}

/** The directory says that they do not fit, or does not say whether they do. */
export type AdmissionRefusal = 'not-admitted' | 'admission-unknown'
export type EnrolRefusal =
  | AdmissionRefusal
  | 'enrolment-closed'
  | 'not-eligible'
  | 'old-ground-rules'
  | 'topic-not-offered'

export type Decision = 'approve' | 'waitlist' | 'decline'

export type DecideRefusal = 'already-left' | 'not-waiting'

const decided: Record<Decision, ParticipantState> = {
  approve: 'approved',
  waitlist: 'waitlisted',
  decline: 'declined',
}

/** Somebody who left is asked again by enrolling again, not by a decision over their head. */
export function decide(participant: Participant, decision: Decision): Participant | Refusal<DecideRefusal> {
  if (participant.state === 'left') return refuse('already-left')
  if (participant.state === 'paused') return refuse('not-waiting')
  return { ...participant, state: decided[decision] }
}

/**
 * Pausing is a right of everybody who takes part. Somebody still waiting for the Organizer has nothing to pause: a pause
 * ends in `approved`, and nobody approves themself.
 */
export function pause(
  participant: Participant,
  until: string,
): Participant | Refusal<'already-left' | 'not-taking-part'> {
  if (participant.state === 'left' || participant.state === 'declined') return refuse('already-left')
  if (participant.state !== 'approved' && participant.state !== 'paused') return refuse('not-taking-part')
  return { ...participant, state: 'paused', pausedUntil: until }
}

export function resume(participant: Participant): Participant {
  if (participant.state !== 'paused') return participant
  const { pausedUntil: _, ...rest } = participant
  return { ...rest, state: 'approved' }
}

export function leave(participant: Participant): Participant {
  const { pausedUntil: _, ...rest } = participant
  return { ...rest, state: 'left' }
}
