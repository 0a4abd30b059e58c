/**
 * A seat of a Program passes to somebody else only when that person takes it. Until then whoever has it stays in charge,
 * and a new Program has no Sponsor:
 *
 * open: waits for the one who was asked · accepted: the seat is theirs · declined: it goes back to whoever asked ·
 * withdrawn: nobody waits for the answer any more, because it was taken back or somebody else is asked instead.
 */
import type { PersonId } from '../organization/person.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { Program, ProgramId } from './program.ts'

export const seats = ['sponsor', 'organizer'] as const
export type Seat = (typeof seats)[number]

export const handoverStates = ['open', 'accepted', 'declined', 'withdrawn'] as const
export type HandoverState = (typeof handoverStates)[number]

export type HandoverId = string
export interface Handover {
  id: HandoverId
  programId: ProgramId
  seat: Seat
  /** Who had the seat when somebody was asked; nobody before the first Sponsor. */
  fromId?: PersonId
  toId: PersonId
  askedBy: PersonId
  state: HandoverState
  askedAt: Date
  answeredAt?: Date
}

export type HandoverRefusal =
  | 'unknown-person'
  | 'has-seat-already'
  | 'one-person-two-seats'
  | 'no-longer-open'

export const holderOf = (program: Program, seat: Seat): PersonId | undefined =>
  seat === 'sponsor' ? program.sponsorId : program.organizerId

/**
 * The Sponsor answers for what the Organizer does, and approves what is told about it: one person in both seats would
 * answer to themself.
 */
export function maySit(
  program: Program,
  seat: Seat,
  person: { id: PersonId; isEligible: boolean } | undefined,
): Refusal<HandoverRefusal> | undefined {
  const field = seat === 'sponsor' ? 'sponsorId' : 'personId'
  if (!person?.isEligible) return refuse('unknown-person', { field })
  if (holderOf(program, seat) === person.id) return refuse('has-seat-already', { field })
  const other = holderOf(program, seat === 'sponsor' ? 'organizer' : 'sponsor')
  return other === person.id ? refuse('one-person-two-seats', { field }) : undefined
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
