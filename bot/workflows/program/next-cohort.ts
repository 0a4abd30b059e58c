/** The next Cohort of a Program: made once however often it is asked for, and whom to tell of it first. */
import type { PersonId } from '../../domain/organization/person.ts'
import { type LeftOut, leftOut } from '../../domain/pairing/left-out.ts'
import { cohortBefore, nextCohort, nextOf } from '../../domain/program/next-cohort.ts'
import type { Cohort, CohortId, ProgramId } from '../../domain/program/program.ts'
import { isRefused, type Refusal, refuse } from '../../domain/refusal.ts'
import { utcDate } from '../../domain/span.ts'
import type { Ports } from '../ports.ts'
import { audit } from '../records/audit.ts'
import { lockProgram } from './hand-over.ts'

type Needs = Pick<Ports, 'store' | 'clock' | 'chance'>

/** Every Cohort of a Program, the newest first. */
export async function cohortsOf({ store }: Pick<Ports, 'store'>, programId: ProgramId): Promise<Cohort[]> {
  return (await store.cohorts.list()).filter((one) => one.programId === programId)
}

/** Where one follows already, it is that one: two who press at once, or one who presses twice, make one draft. */
export async function startNextCohort(
  ports: Needs,
  id: CohortId,
  by: PersonId,
): Promise<{ id: CohortId; isNew: boolean; name: string } | Refusal> {
  const { store, clock, chance } = ports
  return store.transaction(async () => {
    const known = await store.cohorts.get(id)
    if (!known) return refuse('not-found')
    await lockProgram(store, known.programId)
    const all = await cohortsOf(ports, known.programId)
    const last = all.find((one) => one.id === id)
    if (!last) return refuse('not-found')
    const next = nextCohort(last, all, { id: chance.id(), today: utcDate(clock.now()) })
    if (isRefused(next)) return next
    const there = nextOf(last, all)
    if (there) return { id: there.id, isNew: false, name: there.name }
    await store.cohorts.save(next)
    await audit(ports, by, 'cohort-created', next.id, { after: id })
    return { id: next.id, isNew: true, name: next.name }
  })
}

/** Whoever was left out of the Cohort before this one and could take part now, with whether they have enrolled. */
export async function leftOutBefore(
  ports: Pick<Ports, 'store'>,
  cohort: Cohort,
): Promise<{ before: Cohort; people: (LeftOut & { hasEnrolled: boolean })[] } | undefined> {
  const { store } = ports
  const before = cohortBefore(cohort, await cohortsOf(ports, cohort.programId))
  if (!before) return undefined
  const alone = leftOut(await store.participants.list(before.id), await store.pairings.list(before.id))
  const people = await store.people.many(alone.map(({ personId }) => personId))
  const now = new Map((await store.participants.list(cohort.id)).map((one) => [one.personId, one.state]))
  return {
    before,
    people: alone.flatMap((one) => {
      const state = now.get(one.personId)
      // Whoever was told no, or went by themselves, is not asked again.
      if (!people.get(one.personId)?.isEligible || state === 'declined' || state === 'left') return []
      return [{ ...one, hasEnrolled: state !== undefined }]
    }),
  }
}
