/** What the Organizer reads before the yes. Changes nothing. */
import { type BeforeApproval, beforeApproval } from '../../domain/pairing/before-approval.ts'
import { liveStates, type PairingId } from '../../domain/pairing/pairing.ts'
import type { CohortId } from '../../domain/program/program.ts'
import { firstWithinWeeks } from '../../domain/program/scheduling-policy.ts'
import { type Refusal, refuse } from '../../domain/refusal.ts'
import type { Ports } from '../ports.ts'

export type Looked = BeforeApproval & { holidaysKnown: boolean }

export async function lookBeforeApproval(
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  cohortId: CohortId,
  which: 'all' | PairingId[],
): Promise<Looked | Refusal> {
  const cohort = await store.cohorts.get(cohortId)
  const program = cohort && (await store.programs.get(cohort.programId))
  if (!cohort || !program) return refuse('not-found')
  const { holidays } = cohort.scheduling
  const looked = beforeApproval({
    cohort,
    rulesVersion: program.groundRules.version,
    pairings: await store.pairings.list(cohortId, ['proposed', ...liveStates]),
    chosen: which === 'all' ? 'all' : new Set(which),
    participants: await store.participants.list(cohortId),
    unplaced: (await store.runs.latestDone(cohortId))?.outcome?.unplaced ?? [],
    firstWithinWeeks,
    holidaysOf: () => holidays,
    now: clock.now(),
  })
  return looked.pairs === 0 ? refuse('not-proposed') : { ...looked, holidaysKnown: holidays.length > 0 }
}
