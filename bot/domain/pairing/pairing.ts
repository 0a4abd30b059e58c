/**
 * A Pairing's life. proposed: the engine or an Organizer suggests it · approved: the Organizer said yes and the rules
 * held against the chart of that moment · active: both were told when they meet · completed: the Cohort closed while it was
 * active · ended: before that, for whatever reason, nobody's fault · declined: did not begin, as a proposal that was dropped, or because one of the two said so; which one stands
 * nowhere on it. States are types: an approved Pairing without an approver cannot be written down.
 */

import type { PersonId } from '../organization/person.ts'
import type { CohortId } from '../program/program.ts'
import { type Refusal, refuse } from '../refusal.ts'

export type PairingId = string

/** One named part of a Score; `docs/score.md` says how each is counted. */
export interface ScorePart {
  part: string
  points: number
  detail?: Record<string, string | number>
}

interface Basis {
  id: PairingId
  cohortId: CohortId
  mentorId: PersonId
  menteeId: PersonId
  score: number
  parts: ScorePart[]
  /** In English words; screens build their own from `parts`. */
  reason: string
  pinned: boolean
}

interface Approved {
  approvedBy: PersonId
  approvedAt: Date
}

export type ProposedPairing = Basis & { state: 'proposed' }
export type ApprovedPairing = Basis & Approved & { state: 'approved' }
export type ActivePairing = Basis &
  Approved & {
    state: 'active'
    activeSince: Date
    /** ISO date of the day the two go on; while it is there nothing is asked of either. */
    pausedUntil?: string
  }
export type CompletedPairing = Basis & Approved & { state: 'completed'; activeSince: Date; endedAt: Date }
export type EndedPairing = Basis & Approved & { state: 'ended'; endedAt: Date; endedBy: PersonId }
/** With the time if it was approved before. */
export type DeclinedPairing = Basis & { state: 'declined'; endedAt?: Date }
export type LivePairing = ApprovedPairing | ActivePairing
/** However it came to be over. */
export type OverPairing = CompletedPairing | EndedPairing | DeclinedPairing
export type Pairing = ProposedPairing | LivePairing | OverPairing
export type PairingState = Pairing['state']

/** The two are a pair now: both have a place taken, and time may be kept for them. */
export const liveStates = ['approved', 'active'] as const satisfies readonly PairingState[]
/** What a Cohort shows for it: pairs that live, and those that went to the end. */
export const lastingStates = [...liveStates, 'completed'] as const satisfies readonly PairingState[]
/** The two were a pair at some time. */
export const realStates = [...lastingStates, 'ended'] as const satisfies readonly PairingState[]

const isIn = (states: readonly PairingState[], state: PairingState) => states.includes(state)

export function isLive(pairing: Pairing): pairing is LivePairing {
  return isIn(liveStates, pairing.state)
}

export const isLasting = ({ state }: Pick<Pairing, 'state'>): boolean => isIn(lastingStates, state)

export function isOver(pairing: Pairing): pairing is OverPairing {
  return !isIn([...liveStates, 'proposed'], pairing.state)
}

export function isOneOf(
  { mentorId, menteeId }: Pick<Pairing, 'mentorId' | 'menteeId'>,
  personId: PersonId,
): boolean {
  return mentorId === personId || menteeId === personId
}

/** Places of somebody that no live Pairing of the Cohort has taken; below 0 where they were lowered meanwhile. */
export function placesLeft(
  { cohortId, personId, capacity }: { cohortId: CohortId; personId: PersonId; capacity: number },
  pairings: readonly Pairing[],
): number {
  const taken = pairings.filter((one) => one.cohortId === cohortId && isLive(one) && isOneOf(one, personId))
  return capacity - taken.length
}

export type PairingRefusal = 'not-proposed' | 'already-ended' | 'first-session-over'

export function approve(
  pairing: Pairing,
  { by, at }: { by: PersonId; at: Date },
): ApprovedPairing | Refusal<PairingRefusal> {
  if (pairing.state !== 'proposed') return refuse('not-proposed', { state: pairing.state })
  return { ...pairing, state: 'approved', approvedBy: by, approvedAt: at }
}

/** The Hold stands and both were told: from now on the Pairing counts. */
export function activate(pairing: Pairing, at: Date): ActivePairing | Refusal<PairingRefusal> {
  if (pairing.state === 'active') return pairing
  if (pairing.state !== 'approved') return refuse('already-ended', { state: pairing.state })
  return { ...pairing, state: 'active', activeSince: at }
}

export type PausedPairing = ActivePairing & { pausedUntil: string }

export const isPaused = (pairing: Pairing): pairing is PausedPairing =>
  pairing.state === 'active' && pairing.pausedUntil !== undefined

/** Only two who were told that they are a pair have something to pause. */
export function onBreak(
  pairing: Pairing,
  until: string,
): PausedPairing | Refusal<'already-ended' | 'being-booked'> {
  if (pairing.state === 'active') return { ...pairing, pausedUntil: until }
  return refuse(isOver(pairing) ? 'already-ended' : 'being-booked')
}

export function withoutBreak<P extends Pairing>(pairing: P): P {
  if (!isPaused(pairing)) return pairing
  const { pausedUntil: _, ...rest } = pairing
  return rest as P
}

/** Either side, or the Organizer, by one action and without a reason (capability E5). */
export function end(
  pairing: Pairing,
  { by, at }: { by: PersonId; at: Date },
): EndedPairing | DeclinedPairing | Refusal<PairingRefusal> {
  if (isOver(pairing)) return refuse('already-ended')
  if (pairing.state === 'proposed') return { ...pairing, state: 'declined' }
  const { approvedBy, approvedAt, ...rest } = withoutBreak(pairing)
  return { ...rest, approvedBy, approvedAt, state: 'ended', endedAt: at, endedBy: by }
}

/** By one of the two, before they have met. What it becomes tells nobody who. */
export function decline(
  pairing: Pairing,
  { haveMet, at }: { haveMet: boolean; at: Date },
): DeclinedPairing | Refusal<PairingRefusal> {
  if (!isLive(pairing)) return refuse('already-ended')
  if (haveMet) return refuse('first-session-over')
  const { id, cohortId, mentorId, menteeId, score, parts, reason, pinned } = pairing
  const basis = { id, cohortId, mentorId, menteeId, score, parts, reason, pinned }
  return { ...basis, state: 'declined', endedAt: at }
}

/** The Cohort closes: whoever was told when they meet has come to the end together. */
export function complete(pairing: Pairing, at: Date): CompletedPairing | Refusal<PairingRefusal> {
  if (pairing.state !== 'active') return refuse('already-ended', { state: pairing.state })
  const { pausedUntil: _, ...rest } = pairing
  return { ...rest, state: 'completed', endedAt: at }
}

export function partnerOf(pairing: Pick<Pairing, 'mentorId' | 'menteeId'>, personId: PersonId): PersonId {
  return pairing.mentorId === personId ? pairing.menteeId : pairing.mentorId
}
