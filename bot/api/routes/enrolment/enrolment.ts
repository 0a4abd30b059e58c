/** Taking part: enrolling, pausing, leaving. */
import type { Participant } from '../../../domain/enrolment/participant.ts'
import { isRefused } from '../../../domain/refusal.ts'
import { blockPerson, unblockPerson } from '../../../workflows/enrolment/block-person.ts'
import {
  enrol,
  leaveCohort,
  pauseEnrolment,
  resumeEnrolment,
  updateEnrolment,
} from '../../../workflows/enrolment/enrol.ts'
import type { Ports } from '../../../workflows/ports.ts'
import type { Handlers } from '../../handler.ts'
import { participantView } from '../views.ts'

type Routes = Pick<
  Handlers,
  'enrol' | 'updateEnrolment' | 'pauseEnrolment' | 'resumeEnrolment' | 'leaveEnrolment' | 'blockPerson'
>

export function enrolmentRoutes(ports: Ports): Routes {
  const shown = (answer: Participant | { refused: string }) =>
    isRefused(answer) ? answer : { participant: participantView(answer as Participant) }
  return {
    enrol: async (asker, { cohortId, ...enrolment }) =>
      shown(await enrol(ports, cohortId, asker.personId, enrolment)),
    updateEnrolment: async (asker, { id, ...enrolment }) =>
      shown(await updateEnrolment(ports, id, asker.personId, enrolment)),
    pauseEnrolment: async (asker, { id, until }) =>
      shown(await pauseEnrolment(ports, id, asker.personId, until)),
    resumeEnrolment: async (asker, { id }) => shown(await resumeEnrolment(ports, id, asker.personId)),
    leaveEnrolment: async (asker, { id }) => shown(await leaveCohort(ports, id, asker.personId)),
    async blockPerson(asker, { personId, lift }) {
      return (lift ? unblockPerson : blockPerson)(ports, asker.personId, personId)
    },
  }
}
