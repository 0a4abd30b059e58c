/**
 * What is past its time goes: of a Cohort that closed so many months ago what people said in it, with the key of what is
 * sealed; of somebody the directory has not held for as long everything, as if they had asked. One Cohort a transaction.
 */
import { monthsBefore } from '../../domain/records/retention.ts'
import type { Ports } from '../ports.ts'
import { audit } from '../records/audit.ts'
import { askForErasure } from './erase-person.ts'

type Needs = Pick<Ports, 'store' | 'clock' | 'chance' | 'jobs' | 'retentionMonths'>

/** A minute's worth: whoever is left comes with the next one. */
const leaversAtOnce = 20

export async function forgetCohorts(ports: Needs): Promise<void> {
  const { store, clock, retentionMonths } = ports
  for (const id of await store.personal.cohortsPast(monthsBefore(clock.now(), retentionMonths))) {
    await store.transaction(async () => {
      await store.lock(`retention.${id}`)
      await store.personal.forgetCohort(id, clock.now())
      await audit(ports, 'system', 'cohort-forgotten', id)
    })
  }
}

export async function eraseLeavers(ports: Needs): Promise<void> {
  const { store, clock, retentionMonths } = ports
  const before = monthsBefore(clock.now(), retentionMonths)
  for (const personId of await store.personal.goneSince(before, leaversAtOnce))
    await askForErasure(ports, personId, 'system')
}
