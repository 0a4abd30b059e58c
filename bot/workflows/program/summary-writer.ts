/** For whom a Summary is drafted when a Cohort closes. */
import type { PersonId } from '../../domain/organization/person.ts'
import type { ProgramId } from '../../domain/program/program.ts'
import type { Ports } from '../ports.ts'

/** Whoever has had the part longest; those who have it by their app role alone are known to nobody here. */
export async function writerOf(
  { store }: Pick<Ports, 'store'>,
  programId: ProgramId,
): Promise<PersonId | undefined> {
  return (await store.programRoles.of(programId)).find(({ role }) => role === 'communications')?.personId
}
