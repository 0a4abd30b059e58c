/**
 * A part in a Program is somebody's only when that person takes it. Until then whoever has a seat stays in charge, and a new
 * Program has no Sponsor:
 *
 * open: waits for the one who was asked · accepted: the part is theirs · declined: it goes back to whoever asked ·
 * withdrawn: nobody waits for the answer any more, because it was taken back or somebody else is asked instead.
 */
import type { PersonId } from '../organization/person.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { HeldRole, Part, PartRefusal, Seat } from './part.ts'
import type { Program, ProgramId } from './program.ts'

export const handoverStates = ['open', 'accepted', 'declined', 'withdrawn'] as const
export type HandoverState = (typeof handoverStates)[number]

export type HandoverId = string
export interface Handover {
  id: HandoverId
  programId: ProgramId
  seat: Part
  /** Who had it when somebody was asked; nobody before the first Sponsor, nor where several may have it. */
  fromId?: PersonId
  toId: PersonId
  askedBy: PersonId
  state: HandoverState
  askedAt: Date
  answeredAt?: Date
}

export type HandoverRefusal = PartRefusal | 'no-longer-open'

/** Whom somebody follows who takes it; nobody where several may have it. */
export function holderOf(program: Program, held: readonly HeldRole[], part: Part): PersonId | undefined {
  if (part === 'sponsor') return program.sponsorId
  if (part === 'organizer') return program.organizerId
  return part === 'stand-in' ? held.find(({ role }) => role === part)?.personId : undefined
}

/** The same answer twice is fine; another answer comes too late. */
export function answerHandover(
  handover: Handover,
  answer: 'accepted' | 'declined',
  at: Date,
): Handover | Refusal<HandoverRefusal> {
  if (handover.state === answer) return handover
  return handover.state === 'open' ? { ...handover, state: answer, answeredAt: at } : refuse('no-longer-open')
}

export function withdrawHandover(handover: Handover, at: Date): Handover | Refusal<HandoverRefusal> {
  if (handover.state === 'withdrawn') return handover
  return handover.state === 'open'
    ? { ...handover, state: 'withdrawn', answeredAt: at }
    : refuse('no-longer-open')
}

export function withHolder(program: Program, seat: Seat, personId: PersonId): Program {
  return seat === 'sponsor' ? { ...program, sponsorId: personId } : { ...program, organizerId: personId }
}
