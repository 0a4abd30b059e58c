/** What somebody typed into the enrolment form, kept for the length of the visit: a lost network or a reload costs nothing. */
import type { In } from '../../../../bot/contract/index.ts'

export type Draft = Omit<In<'enrol'>, 'cohortId' | 'acceptedGroundRules'>

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
