/** What has to be known before somebody can be given a part in a Program. */
import type { PersonId } from '../../domain/organization/person.ts'
import {
  type HeldRole,
  mayHave,
  organizersOf,
  type Part,
  type PartRefusal,
  type Standing,
} from '../../domain/program/part.ts'
import type { Program, ProgramId } from '../../domain/program/program.ts'
import type { Refusal } from '../../domain/refusal.ts'
import { linesAmong } from '../organization/lines.ts'
import type { Ports } from '../ports.ts'

type Needs = Pick<Ports, 'store'>

export async function whyNot(
  { store }: Needs,
  program: Program,
  held: readonly HeldRole[],
  { part, personId }: { part: Part; personId: PersonId },
): Promise<Refusal<PartRefusal> | undefined> {
  const person = await store.people.get(personId)
  const standing =
    part === 'independent-contact' ? await standingOf({ store }, program, held, [personId]) : undefined
  return mayHave(part, person, { program, held }, standing?.(personId))
}

/** How these people stand to those who run a Program, as far as an independent contact has to; and to whoever asks. */
export async function standingOf(
  { store }: Needs,
  program: Program,
  held: readonly HeldRole[],
  contacts: readonly PersonId[],
  readerId?: PersonId,
): Promise<(contact: PersonId) => Standing> {
  const { sponsorId } = program
  const others = [...organizersOf(program, held), ...(sponsorId ? [sponsorId] : [])]
  const mayBeAbove = await linesAmong({ store }, [...contacts, ...others, ...(readerId ? [readerId] : [])])
  const entangled = new Set<PersonId>()
  for (const id of contacts) if (await takesPartIn({ store }, program.id, id)) entangled.add(id)
  return (id) => ({ takesPart: entangled.has(id), mayBeAbove })
}

async function takesPartIn({ store }: Needs, programId: ProgramId, personId: PersonId): Promise<boolean> {
  for (const { cohortId, state } of await store.participants.ofPerson(personId)) {
    if (state === 'declined' || state === 'left') continue
    if ((await store.cohorts.get(cohortId))?.programId === programId) return true
  }
  return false
}
