/** Taking part: enrolling, pausing, leaving. */
import type { Participant } from '../../../domain/enrolment/participant.ts'
import { isRefused, refuse } from '../../../domain/refusal.ts'
import { blockPerson, unblockPerson } from '../../../workflows/enrolment/block-person.ts'
import {
  enrol,
  leaveCohort,
  pauseEnrolment,
  resumeEnrolment,
  updateEnrolment,
} from '../../../workflows/enrolment/enrol.ts'
import { setBreak } from '../../../workflows/enrolment/set-break.ts'
import { chartOf } from '../../../workflows/organization/chart.ts'
import type { Ports } from '../../../workflows/ports.ts'
import { type Asker, asks, type Handlers, ownThings } from '../../handler.ts'
import { participantView } from '../views.ts'
import { openParticipant } from './open-participant.ts'

type Routes = Pick<
  Handlers,
  | 'enrol'
  | 'updateEnrolment'
  | 'pauseEnrolment'
  | 'resumeEnrolment'
  | 'leaveEnrolment'
  | 'blockPerson'
  | 'openParticipant'
  | 'setBreak'
>

export function enrolmentRoutes(ports: Ports): Routes {
  const shown = (answer: Participant | { refused: string }) =>
    isRefused(answer) ? answer : { participant: participantView(answer as Participant) }
  const enrolment = async (_: Asker, { id }: { id: string }) => ({
    ownerId: (await ports.store.participants.get(id))?.personId,
  })
  const ofAnother = async (asker: Asker, { id }: { id: string }) => {
    const participant = await ports.store.participants.get(id)
    const { mayBeAbove: isAbove } = await chartOf(ports)
    return { roles: await asker.rolesFor(participant?.cohortId), ownerId: participant?.personId, isAbove }
  }
  return {
    enrol: asks(
      'enrol',
      async (asker) => {
        const person = await ports.store.people.get(asker.personId)
        return { ownerId: person?.id, isEligible: person?.isEligible }
      },
      async (asker, { cohortId, ...enrolment }) =>
        shown(await enrol(ports, cohortId, asker.personId, enrolment)),
      'not-eligible',
    ),
    updateEnrolment: asks(
      'change-own-enrolment',
      enrolment,
      async (asker, { id, ...changed }) => shown(await updateEnrolment(ports, id, asker.personId, changed)),
      'not-found',
    ),
    pauseEnrolment: asks(
      'change-own-enrolment',
      enrolment,
      async (asker, { id, until }) => shown(await pauseEnrolment(ports, id, asker.personId, until)),
      'not-found',
    ),
    resumeEnrolment: asks(
      'change-own-enrolment',
      enrolment,
      async (asker, { id }) => shown(await resumeEnrolment(ports, id, asker.personId)),
      'not-found',
    ),
    leaveEnrolment: asks(
      'change-own-enrolment',
      enrolment,
      async (asker, { id }) => shown(await leaveCohort(ports, id, asker.personId)),
      'not-found',
    ),
    openParticipant: asks('open-participant', ofAnother, async (asker, { id }) => {
      const participant = await ports.store.participants.get(id)
      if (!participant) return refuse('not-found')
      const { mayBeAbove: isAbove } = await chartOf(ports)
      return openParticipant(ports, participant, asker, {
        ...{ roles: await asker.rolesFor(participant.cohortId), isAbove },
      })
    }),
    setBreak: asks('set-break', ofAnother, async (asker, { id, until }) => {
      const set = await setBreak(ports, id, asker.personId, until ?? undefined)
      if (isRefused(set)) return set
      return { state: set.state, ...(set.pausedUntil ? { pausedUntil: set.pausedUntil } : {}) }
    }),
    blockPerson: asks('avoid-somebody', ownThings, async (asker, { personId, lift }) =>
      (lift ? unblockPerson : blockPerson)(ports, asker.personId, personId),
    ),
  }
}
