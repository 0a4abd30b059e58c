/**
 * To whom a participant can turn outside the Program's line. A contact who stands in that line by now is shown to nobody, and
 * nobody is sent to somebody who may be above them in the chart.
 */
import type { Person, PersonId } from '../../domain/organization/person.ts'
import { isIndependent } from '../../domain/program/part.ts'
import type { Program } from '../../domain/program/program.ts'
import type { Ports } from '../ports.ts'
import { standingOf } from './part-facts.ts'

export async function contactsFor(
  { store }: Pick<Ports, 'store'>,
  program: Program,
  readerId: PersonId,
): Promise<Person[]> {
  const held = await store.programRoles.of(program.id)
  const ids = held.flatMap(({ role, personId }) =>
    role === 'independent-contact' && personId !== readerId ? [personId] : [],
  )
  if (ids.length === 0) return []
  const people = await store.people.many(ids)
  const standing = await standingOf({ store }, program, held, ids, readerId)
  return ids.flatMap((id) => {
    const person = people.get(id)
    if (!person?.isEligible || !isIndependent(person, program, held, standing(id))) return []
    return standing(id).mayBeAbove(id, readerId) ? [] : [person]
  })
}

/** Over everything that somebody takes part in, two at most: a card has room for so many. */
export async function contactsOf({ store }: Pick<Ports, 'store'>, personId: PersonId): Promise<Person[]> {
  const found = new Map<PersonId, Person>()
  const seen = new Set<string>()
  for (const { cohortId, state } of await store.participants.ofPerson(personId)) {
    if (state === 'declined' || state === 'left') continue
    const programId = (await store.cohorts.get(cohortId))?.programId
    const program = programId === undefined ? undefined : await store.programs.get(programId)
    if (!program || seen.has(program.id)) continue
    seen.add(program.id)
    for (const person of await contactsFor({ store }, program, personId)) found.set(person.id, person)
  }
  return [...found.values()].slice(0, 2)
}
