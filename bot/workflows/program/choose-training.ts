import type { PersonId } from '../../domain/organization/person.ts'
import type { CohortId } from '../../domain/program/program.ts'
import { type Refusal, refuse } from '../../domain/refusal.ts'
import type { Ports } from '../ports.ts'
import { audit } from '../records/audit.ts'
import { lockProgram } from './hand-over.ts'

/** Whether both finish their lessons before they are paired. Whoever was accepted already is told, if it begins now. */
export async function chooseTraining(
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  cohortId: CohortId,
  trainingFirst: boolean,
  by: PersonId,
): Promise<{ trainingFirst: boolean } | Refusal<'not-found'>> {
  return store.transaction(async () => {
    const cohort = await store.cohorts.get(cohortId)
    if (!cohort) return refuse('not-found')
    await lockProgram(store, cohort.programId)
    const program = await store.programs.get(cohort.programId)
    if (!program) return refuse('not-found')
    if (trainingFirst === (program.trainingFirst ?? false)) return { trainingFirst }
    await store.programs.save({ ...program, trainingFirst })
    await store.moments.stirProgram(program.id)
    await audit({ store, clock }, by, 'training-chosen', program.id, { first: trainingFirst })
    return { trainingFirst }
  })
}
