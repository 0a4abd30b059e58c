import type { PersonId } from '../../organization/person.ts'

/** One case that a measure counts: of a share 0 or 1, otherwise a number; and whose it is. */
export interface Row {
  people: readonly PersonId[]
  value: number
  /** From when on it counts and does not change any more. */
  since: Date
}
