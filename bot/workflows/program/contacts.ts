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
