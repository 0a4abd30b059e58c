/** Training opens for whoever is accepted into a Program that has it first: one card, and one reminder. */
import type { ParticipantId } from '../../domain/enrolment/participant.ts'
import { leftOf, momentsOfTraining } from '../../domain/enrolment/training.ts'
import type { PlannedMoment } from '../../domain/program/moment.ts'
import type { Ports } from '../ports.ts'
import { trackOf } from '../program/lessons.ts'
import { tell } from '../telling/deliver-notice.ts'

type Needs = Pick<Ports, 'store' | 'clock' | 'jobs'>

async function standing(store: Needs['store'], id: ParticipantId) {
  const participant = await store.participants.get(id)
  const cohort = participant && (await store.cohorts.get(participant.cohortId))
  const program = cohort && (await store.programs.get(cohort.programId))
  if (!participant || !program) return undefined
  const { personId, side } = participant
  const finished = (await store.training.finished([personId])).get(personId) ?? new Set()
  return { participant, cohort, program, left: leftOf(trackOf(program, side), finished) }
}

/** Joins an open transaction. */
export async function plannedTraining(
  { store, clock }: Pick<Needs, 'store' | 'clock'>,
  id: ParticipantId,
): Promise<PlannedMoment[]> {
  const known = await standing(store, id)
  if (!known) return []
  const { participant, cohort, program, left } = known
  const opened = (await store.moments.of(id)).find(
    ({ kind, state }) => kind === 'training' && state !== 'skipped',
  )
  return momentsOfTraining(participant, {
    isWanted: program.trainingFirst ?? false,
    stage: cohort.stage,
    left: left.length,
    openAt: opened?.dueAt ?? clock.now(),
  })
}

/** Joins an open transaction. */
export async function tellOfTraining(
  ports: Needs,
  id: ParticipantId,
  why: 'open' | 'reminder',
): Promise<'done' | 'skipped'> {
  const known = await standing(ports.store, id)
  const lessonId = known?.left[0]
  if (!known || lessonId === undefined) return 'skipped'
  const { participant, program, left } = known
  if (participant.state !== 'approved' || !program.trainingFirst) return 'skipped'
  await tell(ports, `training.${id}.${why}`, participant.personId, {
    ...{ kind: 'training', why, participantId: id, side: participant.side },
    ...{ lessonId, left: left.length, programName: program.name },
  })
  return 'done'
}
