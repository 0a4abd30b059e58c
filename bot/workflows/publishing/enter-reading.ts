/** What the challenge was measured at, by somebody who signs for it. */
import type { PersonId } from '../../domain/organization/person.ts'
import type { CohortId } from '../../domain/program/program.ts'
import { type ChallengeReading, enterReading as enter } from '../../domain/publishing/challenge.ts'
import { isRefused, type Refusal, refuse } from '../../domain/refusal.ts'
import type { Ports } from '../ports.ts'
import { audit } from '../records/audit.ts'

export async function enterReading(
  ports: Pick<Ports, 'store' | 'clock'>,
  cohortId: CohortId,
  { moment, value }: Pick<ChallengeReading, 'moment' | 'value'>,
  by: PersonId,
): Promise<{ ok: true } | Refusal> {
  const { store, clock } = ports
  return store.transaction(async () => {
    const cohort = await store.cohorts.get(cohortId)
    if (!cohort) return refuse('not-found')
    const reading = enter(cohort, { cohortId, moment, value, byId: by, at: clock.now() })
    if (isRefused(reading)) return reading
    await store.challengeReadings.save(reading)
    await audit(ports, by, 'challenge-measured', cohortId, { moment, value })
    return { ok: true }
  })
}
