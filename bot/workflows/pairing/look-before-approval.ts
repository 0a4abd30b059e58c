/** What the Organizer reads before the yes. Changes nothing. */
import type { Side } from '../../domain/enrolment/participant.ts'
import type { PersonId } from '../../domain/organization/person.ts'
import { type BeforeApproval, beforeApproval } from '../../domain/pairing/before-approval.ts'
import { liveStates, type Pairing, type PairingId } from '../../domain/pairing/pairing.ts'
import { areHolidaysKnown, daysOff } from '../../domain/program/holidays.ts'
import type { CohortId, Program } from '../../domain/program/program.ts'
import { firstWithinWeeks } from '../../domain/program/scheduling-policy.ts'
import { type Refusal, refuse } from '../../domain/refusal.ts'
import type { Ports } from '../ports.ts'
import { lessonsLeft } from './lessons-left.ts'

export type Looked = BeforeApproval & { holidaysKnown: boolean; untrained?: Untrained }

/** Whoever would keep a pair from being approved, and how many pairs that are. */
export interface Untrained {
  pairs: number
  people: { personId: PersonId; side: Side; left: number }[]
}

export async function lookBeforeApproval(
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  cohortId: CohortId,
  which: 'all' | PairingId[],
): Promise<Looked | Refusal> {
  const cohort = await store.cohorts.get(cohortId)
  const program = cohort && (await store.programs.get(cohort.programId))
  if (!cohort || !program) return refuse('not-found')
  const participants = await store.participants.list(cohortId)
  const people = await store.people.many(participants.map(({ personId }) => personId))
  const pairings = await store.pairings.list(cohortId, ['proposed', ...liveStates])
  const looked = beforeApproval({
    cohort,
    rulesVersion: program.groundRules.version,
    pairings,
    chosen: which === 'all' ? 'all' : new Set(which),
    participants,
    unplaced: (await store.runs.latestDone(cohortId))?.outcome?.unplaced ?? [],
    firstWithinWeeks,
    holidaysOf: ({ mentorId, menteeId }) => [
      ...new Set([mentorId, menteeId].flatMap((id) => daysOff(cohort.scheduling, people.get(id) ?? {}))),
    ],
    now: clock.now(),
  })
  if (looked.pairs === 0) return refuse('not-proposed')
  const asked = new Set(looked.weakest.map(({ id }) => id))
  const untrained = await untrainedIn(
    store,
    program,
    pairings.filter(({ id }) => asked.has(id)),
  )
  const holidaysKnown = areHolidaysKnown(
    cohort,
    looked.told.map((id) => people.get(id) ?? {}),
  )
  return { ...looked, holidaysKnown, ...(untrained ? { untrained } : {}) }
}

async function untrainedIn(
  store: Ports['store'],
  program: Program,
  pairs: readonly Pairing[],
): Promise<Untrained | undefined> {
  if (!program.trainingFirst) return undefined
  const leftIn = await lessonsLeft(store, program, pairs)
  const people = new Map<string, Untrained['people'][number]>()
  let held = 0
  for (const pair of pairs) {
    const left = leftIn(pair)
    if (left.mentor + left.mentee > 0) held++
    for (const side of ['mentor', 'mentee'] as const) {
      const personId = pair[`${side}Id`]
      if (left[side] > 0) people.set(`${side} ${personId}`, { personId, side, left: left[side] })
    }
  }
  return { pairs: held, people: [...people.values()] }
}
