import { endOf } from '../domain/arc.ts'
import type { PersonId } from '../domain/person.ts'
import {
  type BusinessChallenge,
  type Cohort,
  type CohortId,
  type Objective,
  openStage,
  type Program,
  type Stage,
} from '../domain/program.ts'
import { isRefused, type Refusal, refuse } from '../domain/refusal.ts'
import { usualScheduling } from '../domain/scheduling/policy.ts'
import { note } from './audit.ts'
import type { Ports } from './ports.ts'

type Needs = Pick<Ports, 'store' | 'clock' | 'chance'>

/** What an Organizer fills in: a Program and its Cohort in one form. */
export interface CohortPlan {
  programName: string
  cohortName: string
  challenge: BusinessChallenge
  objectives: Objective[]
  groundRules: string[]
  sponsorId: PersonId
  sponsorMessage: string
  startsOn: string
  sessions: number
  cadenceWeeks: number
  sessionMinutes: number
}

export type SetUpRefusal = 'unknown-person' | 'not-found' | 'already-running'

export async function createCohort(
  { store, clock, chance }: Needs,
  plan: CohortPlan,
  by: PersonId,
): Promise<{ id: CohortId } | Refusal<SetUpRefusal>> {
  if (!(await store.people.get(plan.sponsorId))) return refuse('unknown-person', { field: 'sponsorId' })
  const program: Program = {
    id: chance.id(),
    name: plan.programName,
    organizerId: by,
    groundRules: { version: 1, items: plan.groundRules },
    ...pick(plan),
  }
  const cohort: Cohort = {
    id: chance.id(),
    programId: program.id,
    stage: 'draft',
    scheduling: usualScheduling,
    matching: {},
    ...dates(plan),
  }
  await store.transaction(async () => {
    await store.programs.save(program)
    await store.cohorts.save(cohort)
    await note({ store, clock }, by, 'cohort-created', cohort.id)
  })
  return { id: cohort.id }
}

/** Words can change at any time; dates and the arc only until pairs are running on them. */
export async function updateCohort(
  { store, clock }: Needs,
  id: CohortId,
  plan: CohortPlan,
  by: PersonId,
): Promise<{ id: CohortId } | Refusal<SetUpRefusal>> {
  return store.transaction(async () => {
    const cohort = await store.cohorts.get(id)
    const program = cohort && (await store.programs.get(cohort.programId))
    if (!cohort || !program) return refuse('not-found')
    if (!(await store.people.get(plan.sponsorId))) return refuse('unknown-person', { field: 'sponsorId' })
    const next: Cohort = { ...cohort, ...dates(plan) }
    const moved = (['startsOn', 'sessions', 'cadenceWeeks', 'sessionMinutes'] as const).some(
      (key) => next[key] !== cohort[key],
    )
    if (moved && (cohort.stage === 'running' || cohort.stage === 'closed')) return refuse('already-running')
    const { version, items } = program.groundRules
    const changed = JSON.stringify(items) !== JSON.stringify(plan.groundRules)
    await store.programs.save({
      ...program,
      ...pick(plan),
      name: plan.programName,
      groundRules: { version: changed ? version + 1 : version, items: plan.groundRules },
    })
    await store.cohorts.save(next)
    await note({ store, clock }, by, 'cohort-changed', id)
    return { id }
  })
}

export async function openNextStage(
  { store, clock }: Needs,
  id: CohortId,
  to: Stage,
  by: PersonId,
): Promise<Cohort | Refusal> {
  return store.transaction(async () => {
    const cohort = await store.cohorts.get(id)
    const program = cohort && (await store.programs.get(cohort.programId))
    if (!cohort || !program) return refuse('not-found')
    const opened = openStage(cohort, program, to)
    if (isRefused(opened)) return opened
    await store.cohorts.save(opened)
    await note({ store, clock }, by, 'stage-opened', id, { stage: to })
    return opened
  })
}

function pick({ challenge, objectives, sponsorId, sponsorMessage }: CohortPlan) {
  return { challenge, objectives, sponsorId, sponsorMessage }
}

function dates(plan: CohortPlan) {
  const { startsOn, sessions, cadenceWeeks, sessionMinutes } = plan
  return { name: plan.cohortName, startsOn, sessions, cadenceWeeks, sessionMinutes, endsOn: endOf(plan) }
}
