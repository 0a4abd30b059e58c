/**
 * Whoever takes part and has nobody hears it once, kindly, at the Organizer's word: never before every pair that is to be is
 * approved, because until then nobody knows who is left. The key is the enrolment's, so that pressing twice, or again after
 * the next run, tells nobody a second time.
 */
import type { Participant } from '../../domain/enrolment/participant.ts'
import { approvalUnderWay } from '../../domain/pairing/matching-run.ts'
import { liveStates } from '../../domain/pairing/pairing.ts'
import type { CohortId } from '../../domain/program/program.ts'
import { type Refusal, refuse } from '../../domain/refusal.ts'
import type { Ports } from '../ports.ts'
import { audit } from '../records/audit.ts'
import { tell } from '../telling/deliver-notice.ts'

type Needs = Pick<Ports, 'store' | 'clock' | 'jobs'>

export async function tellUnplaced(
  { store, clock, jobs }: Needs,
  cohortId: CohortId,
  by: string,
): Promise<{ told: number; already: number } | Refusal> {
  const cohort = await store.cohorts.get(cohortId)
  const program = cohort && (await store.programs.get(cohort.programId))
  if (!cohort || !program) return refuse('not-found')
  if (cohort.stage === 'closed') return refuse('stage-out-of-order')
  if (approvalUnderWay(await store.runs.latestDone(cohortId))) return refuse('approval-under-way')
  const pairings = await store.pairings.list(cohortId, ['proposed', ...liveStates])
  if (pairings.length === 0 || pairings.some(({ state }) => state === 'proposed'))
    return refuse('pairs-not-approved')
  const paired = new Set(pairings.flatMap(({ mentorId, menteeId }) => [mentorId, menteeId]))
  const alone = (one: Participant) => one.state === 'approved' && !paired.has(one.personId)
  let [told, already] = [0, 0]
  for (const { id, personId, side } of (await store.participants.list(cohortId)).filter(alone)) {
    const isNews = await tell({ store, jobs }, `no-partner.${id}`, personId, {
      ...{ kind: 'no-partner', cohortId, side, programName: program.name },
    })
    if (isNews) told++
    else already++
  }
  await audit({ store, clock }, by, 'unplaced-told', cohortId, { told })
  return { told, already }
}
