import type { Person, PersonId } from './person.ts'

/** A key that is missing is unchanged; one that is there and undefined was cleared. */
export type PersonChange = { id: PersonId } & {
  [K in keyof Omit<Person, 'id' | 'managerId'>]?: Person[K] | undefined
}

/** One row of a directory page: somebody as described now, somebody gone, or a row nobody could read. */
export type DirectoryRow =
  | {
      kind: 'person'
      person: PersonChange
      /** Absence of a manager in a change is not "no manager": `unchanged` keeps what is known. */
      manager: 'unchanged' | 'none' | { id: PersonId }
    }
  | { kind: 'removed'; id: PersonId }
  | { kind: 'unreadable'; id?: PersonId; why: string }

export interface DirectoryPage {
  rows: DirectoryRow[]
  /** Where to go on after a crash; with `done`, from where to ask for changes next time. */
  cursor: string
  done: boolean
}

/** A page of everybody; the last one has no link to go on from. */
export interface CensusPage {
  rows: DirectoryRow[]
  next?: string
}
