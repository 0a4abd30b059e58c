/**
 * A Pairing's life. proposed: the engine or an Organizer suggests it · approved: the Organizer said yes and the rules
 * held against the chart of that moment · active: both were told when they meet · ended: for whatever reason, nobody's
 * fault · declined: did not begin, as a proposal that was dropped, or because one of the two said so; which one stands
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
export type ActivePairing = Basis & Approved & { state: 'active'; activeSince: Date }
export type EndedPairing = Basis & Approved & { state: 'ended'; endedAt: Date; endedBy: PersonId }
/** With the time if it was approved before. */
export type DeclinedPairing = Basis & { state: 'declined'; endedAt?: Date }
export type Pairing = ProposedPairing | ApprovedPairing | ActivePairing | EndedPairing | DeclinedPairing
export type PairingState = Pairing['state']

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

/** Either side, or the Organizer, by one action and without a reason (capability E5). */
export function end(
  pairing: Pairing,
  { by, at }: { by: PersonId; at: Date },
): EndedPairing | DeclinedPairing | Refusal<PairingRefusal> {
  if (pairing.state === 'ended' || pairing.state === 'declined') return refuse('already-ended')
  if (pairing.state === 'proposed') return { ...pairing, state: 'declined' }
  const { approvedBy, approvedAt, ...rest } = pairing
  return { ...rest, approvedBy, approvedAt, state: 'ended', endedAt: at, endedBy: by }
}

/** By one of the two, before they have met. What it becomes tells nobody who. */
export function decline(
  pairing: Pairing,
  { haveMet, at }: { haveMet: boolean; at: Date },
): DeclinedPairing | Refusal<PairingRefusal> {
  if (pairing.state !== 'approved' && pairing.state !== 'active') return refuse('already-ended')
  if (haveMet) return refuse('first-session-over')
  const { id, cohortId, mentorId, menteeId, score, parts, reason, pinned } = pairing
  const basis = { id, cohortId, mentorId, menteeId, score, parts, reason, pinned }
  return { ...basis, state: 'declined', endedAt: at }
}

export function partnerOf(pairing: Pairing, personId: PersonId): PersonId {
  return pairing.mentorId === personId ? pairing.menteeId : pairing.mentorId
}
