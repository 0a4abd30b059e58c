/** What pairing needs of the world. */
import type { PersonId } from '../../domain/organization/person.ts'
import type { Agreement } from '../../domain/pairing/agreement.ts'
import type { AnswerTo, Question } from '../../domain/pairing/matching-questions.ts'
import type { MatchingRun, Wish } from '../../domain/pairing/matching-run.ts'
import type { Pairing, PairingId, PairingState } from '../../domain/pairing/pairing.ts'
import type { Scenario } from '../../domain/pairing/scenario.ts'
import type { CohortId } from '../../domain/program/program.ts'
import type { MatchingInput } from '../../engine/person.ts'
import type { Phase } from '../../engine/phases.ts'
import type { ShownProposal } from '../../engine/shown-proposal.ts'

export interface Matcher {
  propose(
    input: MatchingInput,
    onProgress: (phase: Phase, done: number, of: number) => void,
    /** By which it can be stopped. */
    name?: string,
  ): Promise<ShownProposal>
  /** Stops the run of that name if it is one of this process; it rejects with `Cancelled`. */
  stop(name: string): void
  /** What takes about as long as a run; one question after the other. */
  ask<Q extends Question>(question: Q): Promise<AnswerTo<Q>>
}

/** One aggregate a line; see `Store`. */
export interface PairingStore {
  scenarios: {
    get(id: string): Promise<Scenario | undefined>
    /** Newest first. */
    list(cohortId: CohortId): Promise<Scenario[]>
    save(scenario: Scenario): Promise<void>
    /** Only if it is still there. */
    update(scenario: Scenario): Promise<void>
    remove(id: string): Promise<void>
  }
  pairings: {
    get(id: PairingId): Promise<Pairing | undefined>
    list(cohortId: CohortId, states?: PairingState[]): Promise<Pairing[]>
    ofPerson(personId: PersonId): Promise<Pairing[]>
    /** Every two who ever were paired, in any Cohort. */
    earlier(): Promise<[mentorId: PersonId, menteeId: PersonId][]>
    save(pairing: Pairing): Promise<void>
    /** Proposed or live although their Cohort has closed; a pair that runs on, not before its last Session is over. */
    unclosed(limit: number, now: Date): Promise<PairingId[]>
    /** On a break that is over by `date` (ISO). */
    pausedUntil(date: string): Promise<PairingId[]>
    /** Proposals of the Cohort give way to these; approved ones stay. */
    replaceProposals(cohortId: CohortId, proposals: Pairing[]): Promise<void>
    /** Of the two, whoever of them is the Mentor, in every Cohort. */
    removeProposals(one: PersonId, other: PersonId): Promise<void>
    /** Locks the row until the transaction ends, so that two approvals never both pass. */
    lock(id: PairingId): Promise<Pairing | undefined>
  }
  agreements: {
    /** The version that counts now, signed or not. */
    latest(pairingId: PairingId): Promise<Agreement | undefined>
    /** As it stood at that version; a draft that nobody signed is written over. */
    at(pairingId: PairingId, version: number): Promise<Agreement | undefined>
    /** Pairings of which some version was signed by both. */
    agreed(cohortId: CohortId): Promise<Set<PairingId>>
    /** Since when each of those first had an agreement in force. */
    agreedAt(cohortId: CohortId): Promise<Map<PairingId, Date>>
    save(agreement: Agreement): Promise<void>
  }
  wishes: {
    list(cohortId: CohortId): Promise<Wish[]>
    set(wish: Wish): Promise<void>
    clear(cohortId: CohortId, mentorId: PersonId, menteeId: PersonId): Promise<void>
  }
  runs: {
    get(id: string): Promise<MatchingRun | undefined>
    /** Locks the row until the transaction ends. */
    lock(id: string): Promise<MatchingRun | undefined>
    latest(cohortId: CohortId): Promise<MatchingRun | undefined>
    /** The one whose proposals the board shows. */
    latestDone(cohortId: CohortId): Promise<MatchingRun | undefined>
    save(run: MatchingRun): Promise<void>
  }
}

export interface PairingJobs {
  'judge-pairings': Record<string, never>
  'propose-pairings': { cohortId: CohortId; runId: string }
  'approve-pairings': { runId: string }
  /** Of every Cohort that has closed. */
  'complete-pairings': Record<string, never>
  'send-thanks': { cohortId: CohortId }
  'draft-at-close': { cohortId: CohortId }
  'run-scenario': { scenarioId: string }
}
