import type { PersonId } from '../../domain/organization/person.ts'
import type { Ports } from '../ports.ts'

/** One line in the append-only log, in the transaction of the change it tells of. */
export function audit(
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  actorId: PersonId,
  action: string,
  subject: string,
  detail?: Record<string, string | number | boolean>,
): Promise<void> {
  return store.audit.add({ at: clock.now(), actorId, action, subject, ...(detail ? { detail } : {}) })
}
