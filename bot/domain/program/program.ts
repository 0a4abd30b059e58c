import type { PersonId } from '../organization/person.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { saysNothing } from '../written.ts'
import type { Admission } from './admission.ts'
import type { MatchingSettings } from './matching-settings.ts'
import type { SchedulingPolicy } from './scheduling-policy.ts'

export type ProgramId = string
export type CohortId = string

/** Why the Program exists: without it nobody can say later whether it worked. */
export interface BusinessChallenge {
  statement: string
  /** What is counted, e.g. "leaders who use AI weekly". */
  measure: string
  unit: string
  baseline: number
  target: number
}

export interface Objective {
  text: string
  topics: string[]
}

/** Ground rules carry a version; each Participant accepts one version at one time. */
export interface GroundRules {
  version: number
  items: string[]
}

/** What a new version changes for somebody who knows an earlier one: of ground rules, or of an agreement's sentences. */
export function rulesChanged(
  was: readonly string[],
  items: readonly string[],
): { added: string[]; dropped: string[] } {
  return {
    added: items.filter((item) => !was.includes(item)),
    dropped: was.filter((item) => !items.includes(item)),
  }
}

/** A mentoring offer with its rules, Organizer, Sponsor and channel. */
export interface Program {
  id: ProgramId
  name: string
  challenge: BusinessChallenge
  objectives: Objective[]
  groundRules: GroundRules
  /** Nobody until the first one has accepted (`handover.ts`). */
  sponsorId?: PersonId
  sponsorMessage: string
  organizerId: PersonId
  /** Nobody is paired before both have finished their lessons, unless the Organizer says why. Absent: no. */
  trainingFirst?: boolean
}

export const stages = ['draft', 'enrolling', 'matching', 'running', 'closed'] as const
export type Stage = (typeof stages)[number]

/** One run of a Program, with start, Midpoint and end. Dates are ISO, in the program's zone. */
export interface Cohort {
  id: CohortId
  programId: ProgramId
  name: string
  stage: Stage
  startsOn: string
  endsOn: string
  /** When enrollment is to open; absent: four weeks before the start. */
  enrolsOn?: string
  /** When pairing is to begin; absent: two weeks before the start. */
  pairsOn?: string
  /** Sessions in the arc, 6 by practice. */
  sessions: number
  /** Weeks between two Sessions, 3 to 4 by practice. */
  cadenceWeeks: number
  sessionMinutes: number
  /** Absent: everybody whom the program is open to, and no limit. */
  admission?: Admission
  scheduling: SchedulingPolicy
  matching: MatchingSettings
}

export type StageRefusal = 'no-challenge' | 'stage-out-of-order'

/** Stages only move forward, one at a time; enrolment waits for a challenge with a baseline (capability A1). */
export function openStage(cohort: Cohort, program: Program, to: Stage): Cohort | Refusal<StageRefusal> {
  if (cohort.stage === to) return cohort
  if (stages.indexOf(to) !== stages.indexOf(cohort.stage) + 1) {
    return refuse('stage-out-of-order', { from: cohort.stage, to })
  }
  const { statement, baseline } = program.challenge
  if (to === 'enrolling' && (saysNothing(statement) || !Number.isFinite(baseline)))
    return refuse('no-challenge')
  return { ...cohort, stage: to }
}
