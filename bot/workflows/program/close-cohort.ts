/**
 * Closing a Cohort: what the challenge came to, what becomes of pairs that still meet, and the thanks, decided in one act.
 * Whoever comes second, or presses twice, changes nothing and learns how it was closed. What follows is done by jobs that
 * were written down with it: Pairings come to their end (`complete-pairings.ts`), and everybody is thanked.
 */
import type { PersonId } from '../../domain/organization/person.ts'
import {
  type Closing,
  closeCohort as close,
  type EndReading,
  type RunningChoice,
  speaksFor,
} from '../../domain/program/closing.ts'
import type { CohortId } from '../../domain/program/program.ts'
import { isRefused, type Refusal, refuse } from '../../domain/refusal.ts'
import type { Ports } from '../ports.ts'
import { audit } from '../records/audit.ts'
import { lockProgram } from './hand-over.ts'

type Needs = Pick<Ports, 'store' | 'clock' | 'jobs'>

/** @param thanksVersion the thanks that whoever closes has read; 0: as the product words them */
export async function closeCohort(
  ports: Needs,
  id: CohortId,
  {
    endReading,
    running,
    thanksVersion,
  }: { endReading: EndReading; running: RunningChoice; thanksVersion: number },
  by: PersonId,
): Promise<{ closing: Closing | undefined; isNew: boolean } | Refusal> {
  const { store, clock, jobs } = ports
  return store.transaction(async () => {
    const known = await store.cohorts.get(id)
    if (!known) return refuse('not-found')
    await lockProgram(store, known.programId)
    // Whoever changes how it is booked writes the whole Cohort as well.
    await store.lock(`cohort.${id}`)
    const cohort = (await store.cohorts.get(id)) ?? known
    const program = await store.programs.get(cohort.programId)
    if (!program) return refuse('not-found')
    if (cohort.stage === 'closed') return { closing: await store.closings.of(id), isNew: false }
    const isEntered = (await store.challengeReadings.of(id)).some(({ moment }) => moment === 'end')
    const closed = close(cohort, program, { endReading, isEntered })
    if (isRefused(closed)) return closed
    const thanks = await store.thanks.latest(id)
    // Somebody wrote other words meanwhile: nobody sends what they have not read.
    if ((thanks?.version ?? 0) !== thanksVersion) return refuse('changed-meanwhile')
    const at = clock.now()
    const speaker = speaksFor(thanks, program)
    const closing: Closing = {
      ...{ cohortId: id, byId: by, at, running, isMeasured: closed.isMeasured, thanksVersion },
      ...(speaker === undefined ? {} : { thanksBy: speaker }),
    }
    await store.cohorts.save(closed.cohort)
    await store.cohorts.closed(id, at)
    await store.closings.add(closing)
    if (closed.value !== undefined) {
      const { value } = closed
      await store.challengeReadings.save({ cohortId: id, moment: 'end', value, byId: by, at })
      await audit(ports, by, 'challenge-measured', id, { moment: 'end', value })
    }
    await audit(ports, by, 'stage-opened', id, { stage: 'closed', running, isMeasured: closed.isMeasured })
    await jobs.add('complete-pairings', {})
    await jobs.add('send-thanks', { cohortId: id })
    await jobs.add('draft-at-close', { cohortId: id })
    return { closing, isNew: true }
  })
}
