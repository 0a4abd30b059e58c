/**
 * What somebody does in a Program: one of its two seats, which stand in the Program itself, or a role, which is a row. A role
 * counts in that Program and in no other. Whoever leaves the directory has none from then on.
 *
 * Three rules keep the parts apart. The Sponsor answers for what the Organizers do, so nobody is both, and whoever stands in for
 * the Sponsor is no Organizer either. The independent contact is somebody to talk to outside all of it: they have no other part,
 * take no part themselves, and stand in no line with an Organizer; they are not above the Sponsor nor report to them. Being
 * somewhere below the Sponsor is allowed, because where the Sponsor leads the company everybody is.
 */
import type { PersonId } from '../organization/person.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { Program, ProgramId } from './program.ts'

export const seats = ['sponsor', 'organizer'] as const
export type Seat = (typeof seats)[number]

/** `co-organizer`: an Organizer beside the one in the seat, who may do the same. */
export const programRoles = [
  'co-organizer',
  'reviewer',
  'independent-contact',
  'stand-in',
  'communications',
] as const
export type ProgramRole = (typeof programRoles)[number]
export type Part = Seat | ProgramRole

/** Of these a Program has one person at a time: whoever takes it follows whoever had it. */
export const forOne: readonly Part[] = ['sponsor', 'organizer', 'stand-in']
/** Of the others, at most so many each. */
export const mostOfARole = 20

export interface HeldRole {
  programId: ProgramId
  personId: PersonId
  role: ProgramRole
  since: Date
  givenBy: PersonId
  /** Of a stand-in: the last day on which they decide for the Sponsor, because the Sponsor said so. ISO date. */
  decidesUntil?: string
}

export type PartRefusal =
  | 'unknown-person'
  | 'has-seat-already'
  | 'one-person-two-seats'
  | 'another-part-already'
  | 'not-independent'
  | 'too-many-of-a-role'

export const isRole = (part: Part): part is ProgramRole => part !== 'sponsor' && part !== 'organizer'

export function partsOf(program: Program, held: readonly HeldRole[], personId: PersonId): Part[] {
  return [
    ...(program.sponsorId === personId ? (['sponsor'] as const) : []),
    ...(program.organizerId === personId ? (['organizer'] as const) : []),
    ...held.filter((one) => one.personId === personId).map(({ role }) => role),
  ]
}

const organizing: readonly Part[] = ['organizer', 'co-organizer']

/** What nobody may have beside it. */
const apart: Record<Part, readonly Part[]> = {
  sponsor: [...organizing, 'stand-in', 'independent-contact'],
  organizer: ['sponsor', 'stand-in', 'independent-contact'],
  'co-organizer': ['sponsor', 'stand-in', 'independent-contact'],
  'stand-in': ['sponsor', ...organizing, 'independent-contact'],
  reviewer: ['independent-contact'],
  communications: ['independent-contact'],
  'independent-contact': ['sponsor', ...organizing, 'stand-in', 'reviewer', 'communications'],
}

export interface Candidate {
  id: PersonId
  isEligible: boolean
  managerId?: PersonId
}

/** What else has to be known of an independent contact. */
export interface Standing {
  /** In a Cohort of this Program. */
  takesPart: boolean
  /** The chart; true as well where it cannot tell. */
  mayBeAbove(above: PersonId, below: PersonId): boolean
}

/** Why somebody may not have this part, whoever says they should. */
export function mayHave(
  part: Part,
  person: Candidate | undefined,
  { program, held }: { program: Program; held: readonly HeldRole[] },
  standing?: Standing,
): Refusal<PartRefusal> | undefined {
  const field = part === 'sponsor' ? 'sponsorId' : 'personId'
  if (!person?.isEligible) return refuse('unknown-person', { field })
  const has = partsOf(program, held, person.id)
  // Whoever has the seat need not be given the role, and the other way round one moves up.
  if (has.includes(part) || (part === 'co-organizer' && has.includes('organizer')))
    return refuse('has-seat-already', { field })
  const clash = has.find((one) => apart[part].includes(one))
  if (clash) {
    const ofTwo = [part, clash].every((one) => one === 'sponsor' || organizing.includes(one))
    return refuse(ofTwo ? 'one-person-two-seats' : 'another-part-already', { field })
  }
  if (part === 'independent-contact' && !(standing && isIndependent(person, program, held, standing)))
    return refuse('not-independent', { field })
  const count = held.filter(({ role }) => role === part).length
  return !forOne.includes(part) && count >= mostOfARole ? refuse('too-many-of-a-role', { field }) : undefined
}

/** Somebody a participant may talk to outside the Program's line. What the chart cannot tell counts against it. */
export function isIndependent(
  person: Candidate,
  program: Program,
  held: readonly HeldRole[],
  { takesPart, mayBeAbove }: Standing,
): boolean {
  const { sponsorId } = program
  const organizers = organizersOf(program, held)
  const parts = partsOf(program, held, person.id).filter((one) => one !== 'independent-contact')
  if (takesPart || parts.length > 0) return false
  if (organizers.some((id) => mayBeAbove(person.id, id) || mayBeAbove(id, person.id))) return false
  return sponsorId === undefined || !(mayBeAbove(person.id, sponsorId) || person.managerId === sponsorId)
}

/** Whoever is in the seat first, then those beside them, the longest there first. */
export function organizersOf(program: Program, held: readonly HeldRole[]): PersonId[] {
  const beside = held
    .filter(({ role }) => role === 'co-organizer')
    .toSorted((one, other) => one.since.getTime() - other.since.getTime())
  return [program.organizerId, ...beside.map(({ personId }) => personId)]
}

/** The Sponsor for whom somebody may decide on this day: only while that Sponsor said so, and is the Sponsor. */
export function standsInFor(
  program: Program,
  held: readonly HeldRole[],
  personId: PersonId,
  today: string,
): PersonId | undefined {
  const decides = held.some(
    (one) => one.personId === personId && one.role === 'stand-in' && (one.decidesUntil ?? '') >= today,
  )
  return decides ? program.sponsorId : undefined
}
