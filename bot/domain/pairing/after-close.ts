/** What the close of a Cohort means for pairs and people: which of them go on, and who is thanked for what. */
import type { ParticipantState } from '../enrolment/participant.ts'
import type { Closing, Thanked } from '../program/closing.ts'
import type { Cohort } from '../program/program.ts'
import { type Pairing, realStates } from './pairing.ts'

/** A pair that was let run on goes on until its last Session, whatever has closed around it. */
export function isReadOnly(
  { stage }: Pick<Cohort, 'stage'>,
  closing: Pick<Closing, 'running'> | undefined,
  pairing: Pick<Pairing, 'state'> | undefined,
): boolean {
  const runsOn = closing?.running === 'run-on' && pairing?.state === 'active'
  return stage === 'closed' && !runsOn
}

/**
 * Whoever was told no is not written to about what others had; whoever waits, or was never answered, is. What was erased says
 * nothing of anybody any more.
 */
export function thankedAs(
  { state, isErased }: { state: ParticipantState; isErased?: boolean | undefined },
  wasPaired: boolean,
): Thanked | undefined {
  if (isErased || state === 'declined') return undefined
  if (state === 'left') return 'left'
  return wasPaired ? 'took-part' : 'left-out'
}

/** Whoever is still only approved was told of nobody, and never hears of them. */
const begun: readonly Pairing['state'][] = realStates.filter((state) => state !== 'approved')

/** Everybody who was one of a pair at some time. */
export function everPaired(pairings: readonly Pick<Pairing, 'state' | 'mentorId' | 'menteeId'>[]) {
  return new Set(
    pairings
      .filter(({ state }) => begun.includes(state))
      .flatMap(({ mentorId, menteeId }) => [mentorId, menteeId]),
  )
}
