/** What records needs of the world. */
import type { AuditEntry } from '../../domain/records/audit.ts'

/** One aggregate a line; see `Store`. */
export interface RecordsStore {
  audit: {
    add(entry: AuditEntry): Promise<void>
    list(limit: number, before?: Date): Promise<AuditEntry[]>
  }
}
