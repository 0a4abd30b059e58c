/** How a Cohort's Sessions are scheduled, and whether anything is being booked at all. */
import type { PersonId } from '../../domain/organization/person.ts'
import type { Cohort, CohortId } from '../../domain/program/program.ts'
import type { SchedulingPolicy } from '../../domain/program/scheduling-policy.ts'
import { type Refusal, refuse } from '../../domain/refusal.ts'
import { overtaken } from '../../domain/version.ts'
import type { Ports } from '../ports.ts'
import { audit } from '../records/audit.ts'

type Needs = Pick<Ports, 'store' | 'clock' | 'jobs'>
type PolicyNeeds = Needs & Pick<Ports, 'calendar'>

/** Counts for what is booked from now on; pausing has an act of its own. */
export async function changePolicy(
  ports: PolicyNeeds,
  cohortId: CohortId,
  policy: Omit<SchedulingPolicy, 'paused'>,
  by: PersonId,
  seen?: string,
): Promise<SchedulingPolicy | Refusal> {
  const { organizer, programMailbox } = policy
  const unfit = await unfitMailbox(ports, cohortId, policy)
  if (unfit) return unfit
  return change(ports, cohortId, async (cohort) => {
    const late = seen === undefined ? undefined : overtaken(policyOf(cohort.scheduling), seen)
    if (late) return late
    const known = programMailbox ? await ports.store.people.get(programMailbox) : undefined
    if (organizer === 'program' && !known) return refuse('unknown-person', { field: 'programMailbox' })
    const scheduling = { ...policy, paused: cohort.scheduling.paused }
    await ports.store.cohorts.save({ ...cohort, scheduling })
    await audit(ports, by, 'scheduling-changed', cohortId, { organizer })
    return scheduling
  })
}

/** By which two forms are told apart: pausing has an act of its own. */
export function policyOf({ paused: _, ...policy }: SchedulingPolicy): Omit<SchedulingPolicy, 'paused'> {
  return policy
}

/** Asked when it is chosen, before anything is locked: Outlook may take its time, and may be away another day. */
async function unfitMailbox(
  { store, calendar }: PolicyNeeds,
  cohortId: CohortId,
  { organizer, programMailbox }: Pick<SchedulingPolicy, 'organizer' | 'programMailbox'>,
): Promise<Refusal | undefined> {
  if (organizer !== 'program' || !programMailbox || !(await store.people.get(programMailbox)))
    return undefined
  const before = (await store.cohorts.get(cohortId))?.scheduling
  if (before?.organizer === 'program' && before.programMailbox === programMailbox) return undefined
  const trouble = await calendar.troubleWith(programMailbox)
  return trouble && refuse(trouble, { field: 'programMailbox' })
}

/** While it is paused nothing new is booked; what waits is taken up when it goes on. */
export async function pauseBooking(
  ports: Needs,
  cohortId: CohortId,
  paused: boolean,
  by: PersonId,
): Promise<{ paused: boolean; waiting: number } | Refusal> {
  return change(ports, cohortId, async (cohort) => {
    const waiting = (await ports.store.holds.list(cohortId)).filter(({ state }) => state === 'requested')
    if (cohort.scheduling.paused === paused) return { paused, waiting: waiting.length }
    await ports.store.cohorts.save({ ...cohort, scheduling: { ...cohort.scheduling, paused } })
    if (!paused) for (const { id } of waiting) await ports.jobs.add('book-hold', { holdId: id })
    await audit(ports, by, paused ? 'booking-paused' : 'booking-resumed', cohortId)
    return { paused, waiting: waiting.length }
  })
}

/** One change at a time, since the whole Cohort is written. */
function change<T>(
  { store }: Needs,
  id: CohortId,
  work: (cohort: Cohort) => Promise<T | Refusal>,
): Promise<T | Refusal> {
  return store.transaction(async () => {
    await store.lock(`cohort.${id}`)
    const cohort = await store.cohorts.get(id)
    return cohort ? work(cohort) : refuse('not-found')
  })
}
