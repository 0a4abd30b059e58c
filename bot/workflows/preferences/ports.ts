/** What preferences needs of the world. */
import type { PersonId } from '../../domain/organization/person.ts'
import type { PairingId } from '../../domain/pairing/pairing.ts'
import type { PairRequest, RequestId } from '../../domain/preferences/preference.ts'
import type { CohortId } from '../../domain/program/program.ts'

/** One aggregate a line; see `Store`. */
export interface PreferencesStore {
  rankings: {
    /** First choice first; for its owner. */
    of(cohortId: CohortId, fromId: PersonId): Promise<PersonId[]>
    replace(cohortId: CohortId, fromId: PersonId, toIds: PersonId[], at: Date): Promise<void>
    /** For the engine alone. */
    list(cohortId: CohortId): Promise<{ from: PersonId; to: PersonId; rank: number }[]>
  }
  requests: {
    get(id: RequestId): Promise<PairRequest | undefined>
    /** Locks the row until the transaction ends. */
    lock(id: RequestId): Promise<PairRequest | undefined>
    save(request: PairRequest): Promise<void>
    /** What somebody asked and was asked in a Cohort, newest first. */
    ofPerson(cohortId: CohortId, personId: PersonId): Promise<PairRequest[]>
    /** Their time is over and nobody has said so yet. */
    overdue(now: Date, limit: number): Promise<PairRequest[]>
  }
  vetoes: {
    /** False when this person has declined a Pairing of this Cohort before. */
    add(veto: { cohortId: CohortId; personId: PersonId; pairingId: PairingId; at: Date }): Promise<boolean>
    /** Which Pairing this person declined in this Cohort; for their own eyes. */
    of(cohortId: CohortId, personId: PersonId): Promise<PairingId | undefined>
    /** Whose Pairing did not begin, whoever undid it. For the engine alone. */
    pairs(cohortId: CohortId): Promise<[mentorId: PersonId, menteeId: PersonId][]>
  }
}
