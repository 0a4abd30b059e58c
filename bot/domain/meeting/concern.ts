import type { PersonId } from '../organization/person.ts'
import type { PairingId } from '../pairing/pairing.ts'
import type { CohortId } from '../program/program.ts'

/**
 * What the Organizer should look at. Of a Pairing that breaks a rule since the chart changed: `person-left`, `inside-line`
 * (one is above the other, or above the other's manager), `same-manager`, `line-unknown`, `dotted-line`, `former-manager`, `conflict`,
 * `forbidden`. Of a Hold: `series-deleted`, `series-declined`, `series-shortened` (it ends before its
 * last Sessions), `no-repair-time`, `no-teams-link`. Of a calendar: `mailbox-gone`. `stalled`: Sessions in a row were
 * called off or not confirmed. Of what the two answered: `fit-in-doubt`, `change-wanted`; never which of them.
 */
export const concernKinds = [
  'person-left',
  'inside-line',
  'same-manager',
  'line-unknown',
  'dotted-line',
  'former-manager',
  'conflict',
  'forbidden',
  'series-deleted',
  'series-declined',
  'series-shortened',
  'mailbox-gone',
  'no-teams-link',
  'no-repair-time',
  'stalled',
  'fit-in-doubt',
  'change-wanted',
] as const
export type ConcernKind = (typeof concernKinds)[number]

export interface Concern {
  /** What it is about: raised once under this name. */
  key: string
  cohortId: CohortId
  pairingId?: PairingId
  kind: ConcernKind
  /** Facts for the sentence, never content. */
  detail: Record<string, string | number>
  raisedAt: Date
  closedAt?: Date
  /** Absent when it closed by itself. */
  closedBy?: PersonId
}

const health: readonly ConcernKind[] = [
  'stalled',
  'fit-in-doubt',
  'change-wanted',
  'no-repair-time',
  'series-declined',
  'series-deleted',
  'series-shortened',
]

/** Tells how a pair is doing, so it is kept from the two and from whoever stands above one of them. */
export function isPairHealth(kind: ConcernKind): boolean {
  return health.includes(kind)
}
