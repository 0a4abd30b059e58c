/** The stage of a Cohort follows what happened: once the first Session of anybody has begun, its Sessions are running. */
import { utcDate } from '../../domain/span.ts'
import type { Ports } from '../ports.ts'
import { audit } from '../records/audit.ts'
import { lockProgram } from './hand-over.ts'

const before: readonly string[] = ['enrolling', 'matching']

export async function followStages({ store, clock }: Pick<Ports, 'store' | 'clock'>): Promise<void> {
  const now = clock.now()
  const today = utcDate(now)
  for (const { id, programId, stage, startsOn } of await store.cohorts.list()) {
    if (!before.includes(stage) || startsOn > today || !(await hasBegun(store, id, now))) continue
    await store.transaction(async () => {
      await lockProgram(store, programId)
      const cohort = await store.cohorts.get(id)
      if (!cohort || !before.includes(cohort.stage)) return
      await store.cohorts.save({ ...cohort, stage: 'running' })
      await audit({ store, clock }, 'system', 'stage-opened', id, { stage: 'running' })
    })
  }
}

async function hasBegun(store: Ports['store'], id: string, now: Date): Promise<boolean> {
  const sessions = await store.sessions.list(id)
  return sessions.some(({ startsAt, state }) => startsAt <= now && state !== 'cancelled')
}
