/** What records needs of the world. */
import type { PersonId } from '../../domain/organization/person.ts'
import type { CohortId } from '../../domain/program/program.ts'
import type { AuditEntry } from '../../domain/records/audit.ts'
import type { Erasure, ErasureId } from '../../domain/records/erasure.ts'
import type { KeptGroup, PersonalData } from '../../domain/records/personal-data.ts'

export interface RecordsJobs {
  'erase-person': { erasureId: ErasureId }
}

/** One aggregate a line; see `Store`. */
export interface RecordsStore {
  audit: {
    add(entry: AuditEntry): Promise<void>
    list(limit: number, before?: Date): Promise<AuditEntry[]>
    /** These actions on something that is no person, the latest first. */
    on(subject: string, actions: readonly string[], limit: number): Promise<AuditEntry[]>
    /** The latest of these actions on something that is no person. */
    lastOn(subject: string, actions: readonly string[]): Promise<AuditEntry | undefined>
  }
  /** Loops over the register of personal data. */
  personal: {
    /** What is this person's to read. */
    of(personId: PersonId): Promise<PersonalData>
    /** How long what is kept, and what erasing does with it. */
    kept(): KeptGroup[]
    /** The directory holds them no longer, or never did. */
    isGone(personId: PersonId): Promise<boolean>
    /** Cohorts that closed before then and are not forgotten. */
    cohortsPast(before: Date): Promise<CohortId[]>
    /** What was said in it goes, with the key of what is sealed. All of it or nothing; twice is as good as once. */
    forgetCohort(id: CohortId, at: Date): Promise<void>
    /** Whom the directory has not held since then, and who is in charge of nothing. */
    goneSince(before: Date, limit: number): Promise<PersonId[]>
    /** Of what they are in charge, by name: programs, and speed meetings to come. */
    inCharge(personId: PersonId): Promise<string[]>
    /** Times of theirs that still stand in a calendar. */
    openTimes(personId: PersonId): Promise<number>
    /** All of it or nothing. Twice is as good as once. */
    erase(personId: PersonId, pseudonym: string): Promise<void>
  }
  erasures: {
    /** Locks the row until the transaction ends. */
    lock(id: ErasureId): Promise<Erasure | undefined>
    ofPerson(personId: PersonId): Promise<Erasure | undefined>
    /** Asked for and not done yet. */
    waiting(limit: number): Promise<ErasureId[]>
    /** Whose it was is forgotten once it is done. */
    save(erasure: Erasure): Promise<void>
  }
}
