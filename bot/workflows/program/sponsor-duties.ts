/** What a Sponsor does for a Cohort: told of a week before, ticked by them or an Organizer, and shown to whoever runs the Program. */
import type { PersonId } from '../../domain/organization/person.ts'
import type { CohortId } from '../../domain/program/program.ts'
import { timelineOf } from '../../domain/program/session-themes.ts'
import { type Duty, dateOfDuty } from '../../domain/program/sponsor-duties.ts'
import { type Refusal, refuse } from '../../domain/refusal.ts'
import { utcDate } from '../../domain/span.ts'
import type { Notice } from '../../domain/telling/notice.ts'
import type { Ports } from '../ports.ts'
import { audit } from '../records/audit.ts'
import { tell } from '../telling/deliver-notice.ts'
import { shownBookedOf } from './keep-dates.ts'

type DutyNotice = Extract<Notice, { kind: 'sponsor-duty' }>

/** Joins an open transaction. Without a Sponsor it waits for one. */
export async function tellOfDuty(
  ports: Pick<Ports, 'store' | 'clock' | 'jobs' | 'fewestPeople'>,
  id: CohortId,
  duty: Duty,
): Promise<'done' | 'skipped' | 'waits'> {
  const { store } = ports
  const notice = await dutyOf(ports, id, duty)
  if (!notice || notice.state === 'done') return 'skipped'
  const cohort = (await store.cohorts.get(id))!
  const sponsorId = (await store.programs.get(cohort.programId))?.sponsorId
  if (!sponsorId) return 'waits'
  await tell(ports, `sponsor-duty.${id}.${duty}`, sponsorId, notice)
  return 'done'
}

/** As it stands now; nothing of a Cohort that nobody knows. */
export async function dutyOf(
  ports: Pick<Ports, 'store' | 'clock' | 'fewestPeople'>,
  id: CohortId,
  duty: Duty,
): Promise<DutyNotice | undefined> {
  const { store, clock } = ports
  const cohort = await store.cohorts.get(id)
  const program = cohort && (await store.programs.get(cohort.programId))
  if (!program) return undefined
  const dates = timelineOf(cohort, utcDate(clock.now()), await shownBookedOf(ports, id))
  const isDone = (await store.duties.of(id)).some((one) => one.duty === duty)
  return {
    ...{ kind: 'sponsor-duty', cohortId: id, duty, state: isDone ? 'done' : 'due' },
    ...{ programName: program.name, cohortName: cohort.name },
    on: dates.find(({ key }) => key === dateOfDuty[duty])!.on,
  }
}

/** @param isDone false: taken back */
export async function tickDuty(
  ports: Pick<Ports, 'store' | 'clock'>,
  cohortId: CohortId,
  { duty, isDone }: { duty: Duty; isDone: boolean },
  by: PersonId,
): Promise<{ ok: true } | Refusal<'not-found'>> {
  const { store, clock } = ports
  return store.transaction(async () => {
    if (!(await store.cohorts.get(cohortId))) return refuse('not-found')
    if (isDone) await store.duties.tick({ cohortId, duty, byId: by, at: clock.now() })
    else await store.duties.untick(cohortId, duty)
    await audit(ports, by, 'duty-ticked', cohortId, { duty, isDone })
    return { ok: true }
  })
}
