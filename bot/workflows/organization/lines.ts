/** Who may be above whom, among a few people: their lines alone are read, not the chart. */
import { type Line, lineOf, mayStandAbove } from '../../domain/organization/line.ts'
import type { PersonId } from '../../domain/organization/person.ts'
import type { Ports } from '../ports.ts'

export type MayBeAbove = (above: PersonId, below: PersonId) => boolean

/** Of anybody who was not named: true. */
export async function linesAmong(
  { store }: Pick<Ports, 'store'>,
  personIds: readonly PersonId[],
): Promise<MayBeAbove> {
  const people = new Map<PersonId, { managerId?: PersonId | undefined }>()
  for (let next = [...new Set(personIds)]; next.length > 0; ) {
    const found = await store.people.many(next)
    for (const [id, { managerId }] of found) people.set(id, { managerId })
    const managers = [...found.values()].flatMap(({ managerId }) => managerId ?? [])
    next = [...new Set(managers)].filter((id) => !people.has(id))
  }
  const tops = new Set((await store.organization.tops()).map(({ personId }) => personId))
  const lines = new Map<PersonId, Line>(personIds.map((id) => [id, lineOf(id, people)]))
  return (above, below) => {
    const [its, line] = [lines.get(above), lines.get(below)]
    return !its || !line || mayStandAbove([above, its], [below, line], tops)
  }
}
