/** One run of the pairing engine for a Cohort, kept so that it can be replayed. */
import type { MatchingSettings } from './matching-settings.ts'
import type { Side } from './participant.ts'
import type { PersonId } from './person.ts'
import type { CohortId } from './program.ts'

export interface MatchingRun {
  id: string
  cohortId: CohortId
  state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'
  seed: number
  objective: 'best-total' | 'fairest'
  startedAt: Date
  finishedAt?: Date
  phase?: string
  done?: number
  of?: number
  failure?: string
  outcome?: RunOutcome
  /** Rules and weights it was computed by. */
  settings?: MatchingSettings
}

/** What a run leaves beside its Pairings. */
export interface RunOutcome {
  totals: {
    mentors: number
    mentees: number
    placedMentors: number
    placedMentees: number
    pairs: number
    score: number
  }
  proof: {
    certificate: 'verified' | 'failed'
    scope: 'all-allowed-pairs' | 'candidate-list'
    bound: number
    gapPercent: number
  }
  candidates: number
  /** Pairs who would both rather have each other. */
  blockingPairs?: number
  unplaced: {
    personId: PersonId
    side: Side
    cause: string
    detail?: Record<string, string | number>
    smallestChange: string
  }[]
  notTakingPart: { personId: PersonId; why: string }[]
}

/** The Organizer's wish for two people, or what the two agreed themselves; kept across runs. */
export interface Wish {
  cohortId: CohortId
  mentorId: PersonId
  menteeId: PersonId
  kind: 'pin' | 'forbid'
  /** Without a word: the Organizer. `both`: a request that was accepted. */
  by?: 'organizer' | 'both'
}
