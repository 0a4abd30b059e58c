/** An Organizer lets somebody pause who cannot press it themselves, or ends a break: the person hears of it, and can change it. */
import type { Participant, ParticipantId } from '../../domain/enrolment/participant.ts'
import type { PersonId } from '../../domain/organization/person.ts'
import { isRefused, type Refusal, refuse } from '../../domain/refusal.ts'
import { utcDate } from '../../domain/span.ts'
import type { Ports } from '../ports.ts'
import { tell } from '../telling/deliver-notice.ts'
import { lockEnrolment, pauseOne, resumeOne } from './enrol.ts'

/** @param until ISO date of the day they are back; absent: now. Asked for what is so already, it changes and tells nothing. */
export async function setBreak(
  ports: Pick<Ports, 'store' | 'clock' | 'jobs'>,
  id: ParticipantId,
  organizerId: PersonId,
  until?: string,
): Promise<Participant | Refusal> {
  const { store, clock } = ports
  return store.transaction(async () => {
    const known = await store.participants.get(id)
    if (!known) return refuse('not-found')
    await lockEnrolment(store, known)
    const participant = (await store.participants.get(id))!
    if (until !== undefined && until <= utcDate(clock.now()))
      return refuse('date-in-the-past', { field: 'until' })
    if (participant.pausedUntil === until && (until || participant.state === 'approved')) return participant
    if (until === undefined && participant.state !== 'paused') return refuse('changed-meanwhile')
    const changed = until
      ? await pauseOne(ports, participant, until, organizerId)
      : await resumeOne(ports, participant, organizerId)
    if (isRefused(changed)) return changed
    const cohort = (await store.cohorts.get(participant.cohortId))!
    const program = (await store.programs.get(cohort.programId))!
    const organizer = await store.people.get(organizerId)
    await tell(ports, `break-set.${id}.${clock.now().toISOString()}`, participant.personId, {
      ...{ kind: 'break-set', participantId: id, programName: program.name },
      byName: organizer?.displayName ?? program.name,
      ...(until ? { until } : {}),
    })
    return changed
  })
}
