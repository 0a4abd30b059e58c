import type { PersonId } from '../../domain/organization/person.ts'
import { liveStates } from '../../domain/pairing/pairing.ts'
import { type Loose, standingOf } from '../../domain/program/admission.ts'
import type { HandoverRefusal } from '../../domain/program/handover.ts'
import { mayHave } from '../../domain/program/part.ts'
import {
  type BusinessChallenge,
  type Cohort,
  type CohortId,
  type Objective,
  openStage,
  type Program,
  type Stage,
} from '../../domain/program/program.ts'
import { usualScheduling } from '../../domain/program/scheduling-policy.ts'
import { endOf, stepOutOfOrder } from '../../domain/program/session-themes.ts'
import { isRefused, type Refusal, refuse } from '../../domain/refusal.ts'
import { type HoldId, wantedAnew } from '../../domain/scheduling/hold.ts'
import { overtaken } from '../../domain/version.ts'
import type { Ports } from '../ports.ts'
import { audit } from '../records/audit.ts'
import { askTeam, copyTexts, objectivesWith, settingsFrom } from './copy-program.ts'
import { askUnderLock, endWaiting, lockProgram } from './hand-over.ts'

type Needs = Pick<Ports, 'store' | 'clock' | 'chance' | 'jobs'>

/** What an Organizer fills in: a Program and its Cohort in one form. */
export interface CohortPlan {
  programName: string
  cohortName: string
  challenge: BusinessChallenge
  objectives: Objective[]
  groundRules: string[]
  /** Whom the Organizer wants; in charge from the moment they accept. */
  sponsorId: PersonId
  sponsorMessage: string
  startsOn: string
  enrolsOn?: string | undefined
  pairsOn?: string | undefined
  sessions: number
  cadenceWeeks: number
  sessionMinutes: number
  admission?: Loose | undefined
}

export type SetUpRefusal =
  | HandoverRefusal
  | 'not-found'
  | 'already-running'
  | 'moves-booked'
  | 'changed-meanwhile'
  | 'dates-out-of-order'

/** @param from what that Cohort and its Program have beside the plan is copied (`copy-program.ts`) */
export async function createCohort(
  ports: Needs,
  plan: CohortPlan,
  by: PersonId,
  { from }: { from?: CohortId | undefined } = {},
): Promise<{ id: CohortId; asked: number } | Refusal<SetUpRefusal>> {
  const { store, clock, chance } = ports
  const copied = from === undefined ? undefined : await store.cohorts.get(from)
  const source = copied && (await store.programs.get(copied.programId))
  if (from !== undefined && !source) return refuse('not-found')
  const late = inOrder(plan)
  if (late) return late
  const program: Program = {
    id: chance.id(),
    name: plan.programName,
    organizerId: by,
    groundRules: { version: 1, items: plan.groundRules },
    trainingFirst: source ? (source.trainingFirst ?? false) : true,
    ...pick(plan),
  }
  const no = mayHave('sponsor', await store.people.get(plan.sponsorId), { program, held: [] })
  if (no) return no
  const cohort: Cohort = {
    id: chance.id(),
    programId: program.id,
    stage: 'draft',
    ...(copied ? settingsFrom(copied, plan.startsOn) : { scheduling: usualScheduling, matching: {} }),
    ...dates(plan),
  }
  return store.transaction(async () => {
    await store.programs.save(program)
    await store.programs.keepRules(program.id, program.groundRules, by, clock.now())
    await store.cohorts.save(cohort)
    await audit({ store, clock }, by, 'cohort-created', cohort.id, from === undefined ? undefined : { from })
    await askUnderLock(ports, program, { seat: 'sponsor', toId: plan.sponsorId }, by)
    if (!source) return { id: cohort.id, asked: 0 }
    const keys = await copyTexts(ports, source.id, program.id, by)
    const objectives = objectivesWith(program.objectives, keys)
    await store.programs.save({ ...program, objectives })
    return { id: cohort.id, asked: await askTeam(ports, source, { ...program, objectives }, by) }
  })
}

/**
 * Words can change at any time; dates and the arc until the Sessions have begun, after that only more of them; and under booked
 * calendars when that is meant.
 */
export async function updateCohort(
  ports: Needs,
  id: CohortId,
  plan: CohortPlan,
  by: PersonId,
  { seen, moveBooked = false }: { seen?: string; moveBooked?: boolean } = {},
): Promise<{ id: CohortId; moved: number } | Refusal<SetUpRefusal>> {
  const { store, clock } = ports
  return store.transaction(async () => {
    const known = await store.cohorts.get(id)
    if (!known) return refuse('not-found')
    await lockProgram(store, known.programId)
    // As whoever had the lock before left it.
    const cohort = (await store.cohorts.get(id)) ?? known
    const program = await store.programs.get(cohort.programId)
    if (!program) return refuse('not-found')
    const late = seen === undefined ? undefined : overtaken(await planNow(store, cohort, program), seen)
    if (late) return late
    const { enrolsOn, pairsOn, admission: _, ...kept } = cohort
    const next: Cohort = { ...kept, ...dates(plan) }
    const moved = (['startsOn', 'sessions', 'cadenceWeeks', 'sessionMinutes'] as const).some(
      (key) => next[key] !== cohort[key],
    )
    const shifted = moved || next.enrolsOn !== enrolsOn || next.pairsOn !== pairsOn
    const isUnderWay = cohort.stage === 'running' || cohort.stage === 'closed'
    if (shifted && isUnderWay && !onlyLonger(cohort, next)) return refuse('already-running')
    const unordered = shifted ? inOrder(next) : undefined
    if (unordered) return unordered
    const standing = moved ? await bookedIn(store, id) : []
    if (standing.length > 0 && !moveBooked) return refuse('moves-booked', { count: standing.length })
    const asked = await wantSponsor(ports, program, plan.sponsorId, by)
    if (isRefused(asked)) return asked
    const { version, items } = program.groundRules
    const changed = JSON.stringify(items) !== JSON.stringify(plan.groundRules)
    const groundRules = { version: changed ? version + 1 : version, items: plan.groundRules }
    await store.programs.save({ ...program, ...pick(plan), name: plan.programName, groundRules })
    await store.programs.keepRules(program.id, groundRules, by, clock.now())
    await store.cohorts.save(next)
    for (const { id: holdId } of standing) await moveHold(ports, holdId)
    await audit({ store, clock }, by, 'cohort-changed', id, { moved: standing.length })
    return { id, moved: standing.length }
  })
}

/** Series that stand in calendars, of pairs that live. */
async function bookedIn(store: Needs['store'], id: CohortId) {
  const live = new Set((await store.pairings.list(id, [...liveStates])).map((pairing) => pairing.id))
  return (await store.holds.list(id)).filter(
    ({ state, pairingId }) => state === 'booked' && live.has(pairingId),
  )
}

/** Another time is looked for by the new plan; the old one stays in both calendars until that one is there. */
async function moveHold({ store, clock, jobs }: Needs, holdId: HoldId): Promise<void> {
  const hold = await store.holds.lock(holdId)
  if (hold?.state !== 'booked') return
  await store.holds.save(wantedAnew(hold, clock.now()))
  await jobs.add('book-hold', { holdId })
}

/** The plan as it stands, by which two forms are told apart. */
export async function planNow(
  { handovers }: Pick<Needs['store'], 'handovers'>,
  cohort: Cohort,
  program: Program,
): Promise<Partial<CohortPlan>> {
  const { name: cohortName, startsOn, enrolsOn, pairsOn, sessions, cadenceWeeks, sessionMinutes } = cohort
  const { admission } = cohort
  const { name: programName, challenge, objectives, groundRules, sponsorId, sponsorMessage } = program
  const wanted = (await handovers.open(program.id, 'sponsor'))?.toId ?? sponsorId
  return {
    ...{ programName, cohortName, challenge, objectives, groundRules: groundRules.items, sponsorMessage },
    ...{ startsOn, sessions, cadenceWeeks, sessionMinutes },
    ...(enrolsOn ? { enrolsOn } : {}),
    ...(pairsOn ? { pairsOn } : {}),
    ...(admission ? { admission } : {}),
    ...(wanted ? { sponsorId: wanted } : {}),
  }
}

/** Somebody else is asked; the one in charge again means that nobody is asked any more. */
async function wantSponsor(ports: Needs, program: Program, sponsorId: PersonId, by: PersonId) {
  if (sponsorId !== program.sponsorId)
    return askUnderLock(ports, program, { seat: 'sponsor', toId: sponsorId }, by)
  return endWaiting(ports, program, 'sponsor', by)
}

/** Every stage but the last one, which has an act of its own (`close-cohort.ts`). */
export async function openNextStage(
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  id: CohortId,
  to: Exclude<Stage, 'closed'>,
  by: PersonId,
): Promise<Cohort | Refusal> {
  return store.transaction(async () => {
    const cohort = await store.cohorts.get(id)
    const program = cohort && (await store.programs.get(cohort.programId))
    if (!cohort || !program) return refuse('not-found')
    const opened = openStage(cohort, program, to)
    if (isRefused(opened)) return opened
    await store.cohorts.save(opened)
    await audit({ store, clock }, by, 'stage-opened', id, { stage: to })
    return opened
  })
}

function pick({ challenge, objectives, sponsorMessage }: CohortPlan) {
  return { challenge, objectives, sponsorMessage }
}

function dates(plan: CohortPlan) {
  const { startsOn, enrolsOn, pairsOn, sessions, cadenceWeeks, sessionMinutes } = plan
  return {
    ...{ name: plan.cohortName, startsOn, sessions, cadenceWeeks, sessionMinutes, endsOn: endOf(plan) },
    ...(enrolsOn ? { enrolsOn } : {}),
    ...(pairsOn ? { pairsOn } : {}),
    ...standingOf(plan.admission),
  }
}

/** While Sessions run, more of them may follow; what has begun stays, and each pair looks for times for the rest. */
function onlyLonger(cohort: Cohort, next: Cohort): boolean {
  const { sessions, endsOn } = cohort
  const same = (['startsOn', 'enrolsOn', 'pairsOn', 'cadenceWeeks', 'sessionMinutes'] as const).every(
    (key) => next[key] === cohort[key],
  )
  return same && cohort.stage === 'running' && next.sessions > sessions && next.endsOn > endsOn
}

function inOrder(plan: Pick<CohortPlan, 'startsOn' | 'enrolsOn' | 'pairsOn'>) {
  const field = stepOutOfOrder(plan)
  return field && refuse('dates-out-of-order', { field })
}
