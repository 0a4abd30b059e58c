/**
 * What somebody is in the Programs there are, as the record has it. App roles stand in nobody's record but in the token that a
 * person signs in with, so the bot knows an Organizer as the one whom a Program names. Never a permission: what to tell them.
 */
import type { PersonId } from '../../domain/organization/person.ts'
import { type Part, partsOf, programRoles, seats } from '../../domain/program/part.ts'
import type { Ports } from '../ports.ts'

export type RoleHere = 'mentor' | 'mentee' | 'assistant' | Exclude<Part, 'co-organizer'>

const ordered: readonly (RoleHere | 'co-organizer')[] = [
  'mentor',
  'mentee',
  ...seats,
  ...programRoles,
  'assistant',
]

/** Each once, what they take part as first; none of them for somebody to whom the product is new. */
export async function rolesHere({ store }: Pick<Ports, 'store'>, personId: PersonId): Promise<RoleHere[]> {
  const cohorts = await store.cohorts.list()
  const open = new Set(cohorts.flatMap(({ id, stage }) => (stage === 'closed' ? [] : [id])))
  const found = new Set<RoleHere | 'co-organizer'>()
  for (const { cohortId, state, side } of await store.participants.ofPerson(personId))
    if (open.has(cohortId) && state !== 'declined' && state !== 'left') found.add(side)
  const held = await store.programRoles.ofPerson(personId)
  for (const id of new Set([
    ...cohorts.map(({ programId }) => programId),
    ...held.map((one) => one.programId),
  ])) {
    const program = await store.programs.get(id)
    const ofIt = held.filter(({ programId }) => programId === id)
    for (const part of program ? partsOf(program, ofIt, personId) : []) found.add(part)
  }
  if ((await store.delegates.leadersOf(personId)).length > 0) found.add('assistant')
  if (found.delete('co-organizer')) found.add('organizer')
  return ordered.filter((role): role is RoleHere => found.has(role))
}
