/** Records as the contract shows them. */
import type { Face } from '../../contract/index.ts'
import type { Participant } from '../../domain/enrolment/participant.ts'
import type { Person, PersonId } from '../../domain/organization/person.ts'
import type { Cohort, Program } from '../../domain/program/program.ts'
import { openOptions, type Repair, type Span } from '../../domain/scheduling/repair/repair.ts'
import { faceOf } from '../../workflows/organization/face.ts'

export { faceOf }

/** Somebody who is no longer in the directory keeps a place in what already happened, without a name. */
export function faceFrom(people: Map<PersonId, Person>, id: PersonId): Face {
  const person = people.get(id)
  return person ? faceOf(person) : { id, name: '—' }
}

export function cohortCard(cohort: Cohort, program: Program | undefined) {
  const { id, name, stage, startsOn, endsOn } = cohort
  return { id, name, stage, startsOn, endsOn, programName: program?.name ?? '' }
}

export function participantView(participant: Participant) {
  const { personId: _p, enrolledAt: _e, ...rest } = participant
  return rest
}

/** How far a search for another time is, and what can be chosen at this moment. */
export function timesOf(repair: Repair, now: Date) {
  const options = openOptions(repair, now).map(({ option, ...span }) => ({ option, ...spanView(span) }))
  const isLooking = repair.state === 'open' && options.length === 0
  return { state: isLooking ? ('looking' as const) : repair.state, options }
}

export const spanView = ({ start, end }: Span) => ({ startsAt: start, endsAt: end })

export const iso = (at: Date): string => at.toISOString()
