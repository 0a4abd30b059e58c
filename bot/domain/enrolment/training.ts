/**
 * Each side has a track of short lessons. A lesson is new → started → finished, and finished once its check was answered
 * rightly; what was answered wrongly on the way is kept nowhere. Who has finished one has finished it for good, also where
 * it says more by now: nobody who is trained stops being so because we wrote.
 */
import type { PersonId } from '../organization/person.ts'
import type { PlannedMoment } from '../program/moment.ts'
import type { Cohort } from '../program/program.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { dayMs, plusMs } from '../span.ts'
import type { Participant, ParticipantState, Side } from './participant.ts'

/** How far somebody is with one lesson. */
export interface LessonProgress {
  personId: PersonId
  lessonId: string
  /** Of the lesson, as it was read last. */
  version: number
  startedAt: Date
  finishedAt?: Date
}

export type LessonState = 'new' | 'started' | 'finished'

export function lessonState(progress: LessonProgress | undefined): LessonState {
  if (!progress) return 'new'
  return progress.finishedAt ? 'finished' : 'started'
}

/** What is checked; `right` names the one answer that finishes it. */
export interface LessonCheck {
  id: string
  version: number
  options: readonly string[]
  right: string
}

export function beginLesson(
  known: LessonProgress | undefined,
  { id, version }: LessonCheck,
  { personId, at }: { personId: PersonId; at: Date },
): LessonProgress {
  return known ? { ...known, version } : { personId, lessonId: id, version, startedAt: at }
}

/** A wrong answer leaves it started. `changed-meanwhile`: what was read is not what is asked about. */
export function answerCheck(
  known: LessonProgress | undefined,
  check: LessonCheck,
  given: { personId: PersonId; at: Date; answer: string; version: number },
): LessonProgress | Refusal<'changed-meanwhile' | 'no-such-option'> {
  if (given.version !== check.version) return refuse('changed-meanwhile')
  if (!check.options.includes(given.answer)) return refuse('no-such-option')
  const begun = beginLesson(known, check, given)
  return given.answer === check.right ? { ...begun, finishedAt: begun.finishedAt ?? given.at } : begun
}

/** Whoever may read: everybody who takes part, or asked to. */
const reading: readonly ParticipantState[] = ['applied', 'approved', 'waitlisted', 'paused']
export const mayTrain = ({ state }: Pick<Participant, 'state'>): boolean => reading.includes(state)

/** Lessons of a track that somebody has yet to finish. */
export const leftOf = (track: readonly string[], finished: { has(id: string): boolean }): string[] =>
  track.filter((id) => !finished.has(id))

/** Both sides first, where the Program wants it. `left`: how many lessons each has yet to finish. */
export function refuseUntrained(left: Record<Side, number>): Refusal<'not-trained'> | undefined {
  const { mentor, mentee } = left
  if (mentor === 0 && mentee === 0) return undefined
  const why = mentor > 0 && mentee > 0 ? 'both' : mentor > 0 ? 'mentor' : 'mentee'
  return refuse('not-trained', { why, mentorLeft: mentor, menteeLeft: mentee })
}

/**
 * Why the Organizer pairs somebody who has not finished. One of these and no words of their own: it stands in a log that
 * nobody can change, and there nothing is said of people.
 */
export const waiverReasons = ['trained-elsewhere', 'mentored-before', 'soon', 'agreed-with-sponsor'] as const
export type WaiverReason = (typeof waiverReasons)[number]

/** One reminder, a week after the card that says that training is open. */
const remindAfterDays = 7
/** An outage, or a server that was off. */
const worthDays = 14

export type TrainingMoment = 'training' | 'training-reminder'

/**
 * What is due for somebody whom the Organizer accepted into a Program that has training first. @param openAt when it was
 * opened to them, or now
 */
export function momentsOfTraining(
  { id, cohortId, state }: Participant,
  {
    isWanted,
    stage,
    left,
    openAt,
  }: { isWanted: boolean; stage: Cohort['stage']; left: number; openAt: Date },
): PlannedMoment<TrainingMoment>[] {
  if (!isWanted || state !== 'approved' || stage === 'draft' || stage === 'closed' || left === 0) return []
  const at = (kind: TrainingMoment, dueAt: Date): PlannedMoment<TrainingMoment> => ({
    ...{ key: `${kind}.${id}`, kind, cohortId, subject: id, dueAt },
    until: plusMs(dueAt, worthDays * dayMs),
  })
  return [at('training', openAt), at('training-reminder', plusMs(openAt, remindAfterDays * dayMs))]
}
