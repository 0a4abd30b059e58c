/**
 * The close of a Cohort: once, by a named Organizer, who has said what the challenge came to and what becomes of pairs that
 * still meet. From then on everything of the Cohort is for reading, but for what `domain/pairing/after-close.ts` leaves open.
 */
import type { PersonId } from '../organization/person.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { type Cohort, type CohortId, openStage, type Program, type StageRefusal } from './program.ts'

/** What becomes of pairs that have Sessions to come: they end with the close, or meet until the last of them. */
export const runningChoices = ['end', 'run-on'] as const
export type RunningChoice = (typeof runningChoices)[number]

/** A value is entered by whoever closes; what was entered before stands; nothing was measured, and that is said. */
export type EndReading = { value: number } | 'as-entered' | 'not-measured'

export interface Closing {
  cohortId: CohortId
  byId: PersonId
  at: Date
  running: RunningChoice
  isMeasured: boolean
  /** Which version of the thanks went out. */
  thanksVersion: number
  /** Who had agreed to that very version; nobody: it went out in the Program's name. */
  thanksBy?: PersonId
}

export type ClosingRefusal = StageRefusal | 'end-not-measured' | 'changed-meanwhile'

/** @param isEntered somebody has said before what the challenge came to */
export function closeCohort(
  cohort: Cohort,
  program: Program,
  { endReading, isEntered }: { endReading: EndReading; isEntered: boolean },
): { cohort: Cohort; value?: number; isMeasured: boolean } | Refusal<ClosingRefusal> {
  const closed = openStage(cohort, program, 'closed')
  if ('refused' in closed) return closed
  if (endReading === 'as-entered' && !isEntered) return refuse('end-not-measured', { field: 'endReading' })
  // Somebody measured it meanwhile: their value and name stand, and whoever closes reads them first.
  if (typeof endReading === 'object' && isEntered) return refuse('changed-meanwhile')
  if (typeof endReading === 'object') return { cohort: closed, value: endReading.value, isMeasured: true }
  // Whoever says "not measured" where somebody has measured does not take that back.
  return { cohort: closed, isMeasured: isEntered }
}

/** Who is thanked, and for what. */
export const thanked = ['took-part', 'left', 'left-out'] as const
export type Thanked = (typeof thanked)[number]

/** The thanks in every language, as somebody wrote them; a version is never changed. */
export interface Thanks {
  cohortId: CohortId
  version: number
  words: ThanksWords
  byId: PersonId
  at: Date
  /** The Sponsor who agreed to this very version, and when. */
  agreedBy?: PersonId
  agreedAt?: Date
}
export type ThanksWords = Record<'en' | 'es' | 'ar', string>

/** In whose name it goes out: the Sponsor's, if the one in the seat has agreed to the newest version. */
export const speaksFor = (
  thanks: Thanks | undefined,
  program: Pick<Program, 'sponsorId'>,
): PersonId | undefined =>
  thanks?.agreedBy !== undefined && thanks.agreedBy === program.sponsorId ? thanks.agreedBy : undefined
