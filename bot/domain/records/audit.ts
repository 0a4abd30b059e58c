import type { PersonId } from '../organization/person.ts'

/** One line of the append-only log: who did what to what. Never content. */
export interface AuditEntry {
  at: Date
  actorId: PersonId
  action: string
  subject: string
  detail?: Record<string, string | number | boolean>
}
