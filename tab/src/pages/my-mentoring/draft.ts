/** What somebody typed into the enrolment form, kept for the length of the visit: a lost network or a reload costs nothing. */
import type { In } from '../../../../bot/contract/index.ts'
import type { Mine } from './mine.ts'

export type Draft = Omit<In<'enrol'>, 'cohortId' | 'acceptedGroundRules'>

/** What somebody who takes part has said. */
export function detailsOf(participant: NonNullable<Mine['participant']>): Draft {
  const {
    id: _,
    cohortId: __,
    state: ___,
    pausedUntil: ____,
    acceptedGroundRules: _____,
    ...said
  } = participant
  return said
}

const keyOf = (cohortId: string) => `enrolment-draft-${cohortId}`

/** Frames of other sites may be refused any storage: then the draft lives as long as the form. */
export function readDraft(cohortId: string): Draft | undefined {
  try {
    return JSON.parse(sessionStorage.getItem(keyOf(cohortId)) ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}

export function hasDraft(cohortId: string): boolean {
  return readDraft(cohortId) !== undefined
}

export function keepDraft(cohortId: string, draft: Draft): void {
  try {
    sessionStorage.setItem(keyOf(cohortId), JSON.stringify(draft))
  } catch {}
}

export function dropDraft(cohortId: string): void {
  try {
    sessionStorage.removeItem(keyOf(cohortId))
  } catch {}
}
