/** The two of a Pairing with all that surrounds them, loaded in one place. */
import type { Participant } from '../../domain/enrolment/participant.ts'
import type { Person, PersonId } from '../../domain/organization/person.ts'
import { type Pairing, partnerOf } from '../../domain/pairing/pairing.ts'
import type { Cohort, Program } from '../../domain/program/program.ts'
import type { Face } from '../../domain/telling/notice-parts.ts'
import { faceOf } from '../organization/face.ts'
import type { Ports } from '../ports.ts'

export interface PairContext {
  pairing: Pairing
  cohort: Cohort
  program: Program
  mentor: Person
  mentee: Person
  mentorEnrolment: Participant
  menteeEnrolment: Participant
}

/** `gone`: an enrolment, or the Cohort itself, is there no more. `person-left`: one of the two has left the company. */
export async function loadPair(
  store: Ports['store'],
  pairing: Pairing,
): Promise<PairContext | 'gone' | 'person-left'> {
  const { cohortId, mentorId, menteeId } = pairing
  const cohort = await store.cohorts.get(cohortId)
  const program = cohort && (await store.programs.get(cohort.programId))
  const people = await store.people.many([mentorId, menteeId])
  const [mentor, mentee] = [people.get(mentorId), people.get(menteeId)]
  const mentorEnrolment = await store.participants.of(cohortId, mentorId)
  const menteeEnrolment = await store.participants.of(cohortId, menteeId)
  if (!cohort || !program || !mentorEnrolment || !menteeEnrolment) return 'gone'
  if (!mentor?.isEligible || !mentee?.isEligible) return 'person-left'
  return { pairing, cohort, program, mentor, mentee, mentorEnrolment, menteeEnrolment }
}

/** What a card to one of the two says of the other, and in whose time; nothing when one of them is no longer known. */
export async function cardFacts(
  store: Pick<Ports['store'], 'people' | 'participants'>,
  pairing: Pairing,
  personId: PersonId,
): Promise<{ partner: Face; timeZone: string } | undefined> {
  const partner = await store.people.get(partnerOf(pairing, personId))
  const enrolment = await store.participants.of(pairing.cohortId, personId)
  return partner && enrolment && { partner: faceOf(partner), timeZone: enrolment.timeZone }
}
