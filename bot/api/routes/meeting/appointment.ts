/** Which Session an appointment in the asker's own Outlook is. */
import { isRefused } from '../../../domain/refusal.ts'
import { sessionOfAppointment } from '../../../workflows/meeting/session-of-appointment.ts'
import type { Ports } from '../../../workflows/ports.ts'
import { asks, type Handlers, ownThings } from '../../handler.ts'

export function appointmentRoutes(ports: Ports): Pick<Handlers, 'appointment'> {
  return {
    appointment: asks('read-own-mentoring', ownThings, async ({ personId }, { item, startsAt }) => {
      const found = await sessionOfAppointment(ports, personId, {
        item,
        ...(startsAt ? { startsAt: new Date(startsAt) } : {}),
      })
      if (isRefused(found)) return found
      if (!found) return { session: null }
      const { id, pairingId } = found.session
      return { session: { id, pairingId, cohortId: found.cohortId } }
    }),
  }
}
