/** Whoever wanted to take part in a Cohort and had nobody in it: the next one is told to them first. */
import type { Participant } from '../enrolment/participant.ts'
import type { PersonId } from '../organization/person.ts'
import { type Pairing, realStates } from './pairing.ts'

export interface LeftOut {
  personId: PersonId
  side: Participant['side']
  /** Approved and nobody's partner at any time; on the waiting list at the end; or never told yes or no. */
  why: 'no-partner' | 'waitlisted' | 'undecided'
}

/** Whoever enrolled first is first. What was erased says nothing of anybody any more. */
export function leftOut(
  participants: readonly Participant[],
  pairings: readonly Pick<Pairing, 'state' | 'mentorId' | 'menteeId'>[],
): LeftOut[] {
  const paired = new Set(
    pairings
      .filter(({ state }) => (realStates as readonly string[]).includes(state))
      .flatMap(({ mentorId, menteeId }) => [mentorId, menteeId]),
  )
  return participants
    .filter(({ isErased, personId }) => !isErased && !paired.has(personId))
    .toSorted((a, b) => a.enrolledAt.getTime() - b.enrolledAt.getTime())
    .flatMap(({ personId, side, state }) => {
      const why = whyOf[state]
      return why ? [{ personId, side, why }] : []
    })
}

const whyOf: Record<Participant['state'], LeftOut['why'] | undefined> = {
  ...{ approved: 'no-partner', paused: 'no-partner', waitlisted: 'waitlisted', applied: 'undecided' },
  ...{ declined: undefined, left: undefined },
}
