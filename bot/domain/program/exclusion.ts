/** Two people who must not be paired, known from outside: declared, imported, or a second line of the organization. */
import type { PersonId } from '../organization/person.ts'

export const exclusionKinds = ['conflict', 'panel', 'dotted-line'] as const
export type ExclusionKind = (typeof exclusionKinds)[number]

export interface Exclusion {
  kind: ExclusionKind
  /** Of a dotted line the one below; otherwise the order says nothing. */
  onePerson: PersonId
  other: PersonId
  /** Where it comes from, e.g. the name of the imported file. Two sources may say the same. */
  source: string
}

export interface FormerManager {
  personId: PersonId
  managerId: PersonId
  /** ISO date. */
  until: string
}

/** The same fact is written in one way only. */
export function asWritten({ kind, onePerson, other, source }: Exclusion): Exclusion {
  const turned = kind !== 'dotted-line' && other < onePerson
  return { kind, source, onePerson: turned ? other : onePerson, other: turned ? onePerson : other }
}
