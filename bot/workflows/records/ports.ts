/** What records needs of the world. */
import type { PersonId } from '../../domain/organization/person.ts'
import type { AuditEntry } from '../../domain/records/audit.ts'
import type { PersonalData } from '../../domain/records/personal-data.ts'

/** One aggregate a line; see `Store`. */
export interface RecordsStore {
  audit: {
    add(entry: AuditEntry): Promise<void>
    list(limit: number, before?: Date): Promise<AuditEntry[]>
  }
  /** Loops over the register of personal data. */
  personal: {
    /** What is this person's to read. */
    of(personId: PersonId): Promise<PersonalData>
  }
}
